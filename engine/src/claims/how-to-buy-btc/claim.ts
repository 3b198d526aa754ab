import type { Claim } from '../claim.js';

export default {
  id: 'how-to-buy-btc',
  says: 'How to buy cryptocurrency can be searched.',
  group: 'payment',
  truth: 'stock-phrase',
  sources: ['https://github.com/apache/spamassassin/blob/trunk/rulesrc/sandbox/jhardin/20_misc_testing.cf'],
} satisfies Claim;
