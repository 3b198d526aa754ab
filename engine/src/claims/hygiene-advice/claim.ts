import type { Claim } from '../claim.js';

export default {
  id: 'hygiene-advice',
  says: 'Parting advice on passwords and antivirus.',
  group: 'payment',
  truth: 'stock-phrase',
  sources: ['https://internet.watch.impress.co.jp/docs/news/1315431.html'],
} satisfies Claim;
