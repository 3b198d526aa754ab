import type { Claim } from '../claim.js';

export default {
  id: 'do-not-reply',
  says: 'Do not answer; the sender cannot be reached.',
  group: 'control',
  truth: 'true-but-telling',
  sources: ['https://github.com/apache/spamassassin/blob/trunk/rulesrc/sandbox/jhardin/20_misc_testing.cf'],
} satisfies Claim;
