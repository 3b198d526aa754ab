import type { Claim } from '../claim.js';

export default {
  id: 'proof-on-reply',
  says: 'Proof is sent to friends when the reader answers.',
  group: 'control',
  truth: 'trap',
  sources: ['https://github.com/apache/spamassassin/blob/trunk/rulesrc/sandbox/jhardin/20_misc_testing.cf'],
} satisfies Claim;
