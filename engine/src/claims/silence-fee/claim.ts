import type { Claim } from '../claim.js';

export default {
  id: 'silence-fee',
  says: 'A fair price, a donation, a fee for silence.',
  group: 'payment',
  truth: 'stock-phrase',
  sources: ['https://github.com/apache/spamassassin/blob/trunk/rulesrc/sandbox/jhardin/20_misc_testing.cf'],
} satisfies Claim;
