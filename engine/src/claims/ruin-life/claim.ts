import type { Claim } from '../claim.js';

export default {
  id: 'ruin-life',
  says: 'The reader’s life or reputation will be ruined.',
  group: 'threat',
  truth: 'manipulation',
  sources: ['https://linkcafe.co.uk/hello-pervert-the-sextortion-scam-claiming-to-have-videoed-you-money'],
} satisfies Claim;
