import type { Claim } from '../claim.js';

export default {
  id: 'bad-news-greeting',
  says: 'A stock opening: bad news, your privacy is gone, this is your last chance.',
  group: 'posture',
  truth: 'stock-phrase',
  sources: ['https://linkcafe.co.uk/hello-pervert-the-sextortion-scam-claiming-to-have-videoed-you-money', 'https://onebe.co.jp/dlpnews/?p=2285'],
} satisfies Claim;
