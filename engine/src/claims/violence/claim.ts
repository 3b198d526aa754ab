import type { Claim } from '../claim.js';

export default {
  id: 'violence',
  says: 'Harm to body or property.',
  group: 'threat',
  truth: 'mass-variant-exists',
  sources: ['https://github.com/apache/spamassassin/blob/trunk/rulesrc/sandbox/jhardin/20_misc_testing.cf'],
} satisfies Claim;
