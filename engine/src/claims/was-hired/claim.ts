import type { Claim } from '../claim.js';

export default {
  id: 'was-hired',
  says: 'Somebody ordered it.',
  group: 'payment',
  truth: 'unverifiable',
  sources: ['https://github.com/apache/spamassassin/blob/trunk/rulesrc/sandbox/jhardin/20_misc_testing.cf'],
} satisfies Claim;
