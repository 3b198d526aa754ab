import type { Claim } from '../claim.js';

export default {
  id: 'intro-hacker',
  says: 'The writer introduces himself as a professional hacker or a member of a hacker group.',
  group: 'posture',
  truth: 'unverifiable',
  sources: [
    'https://github.com/apache/spamassassin/blob/trunk/rulesrc/sandbox/jhardin/20_misc_testing.cf',
    'https://www.tokushohi.or.jp/trouble/2023121100013',
  ],
} satisfies Claim;
