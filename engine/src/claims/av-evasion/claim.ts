import type { Claim } from '../claim.js';

export default {
  id: 'av-evasion',
  says: 'The malware renews its signature, so that antivirus stays silent.',
  group: 'access',
  truth: 'pseudo-technical',
  sources: ['https://github.com/apache/spamassassin/blob/trunk/rulesrc/sandbox/jhardin/20_misc_testing.cf'],
} satisfies Claim;
