import type { Claim } from '../claim.js';

export default {
  id: 'bought-access',
  says: 'The writer bought access to the mailbox from hackers.',
  group: 'access',
  truth: 'unverifiable',
  sources: ['https://github.com/apache/spamassassin/blob/trunk/rulesrc/sandbox/jhardin/20_misc_testing.cf'],
} satisfies Claim;
