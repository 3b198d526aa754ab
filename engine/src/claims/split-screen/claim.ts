import type { Claim } from '../claim.js';

export default {
  id: 'split-screen',
  says: 'A split-screen video shows the reader on one half and the clip on the other.',
  group: 'material',
  truth: 'stock-phrase',
  sources: ['https://github.com/apache/spamassassin/blob/trunk/rulesrc/sandbox/jhardin/20_misc_testing.cf'],
} satisfies Claim;
