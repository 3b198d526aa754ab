import type { Claim } from '../claim.js';

export default {
  id: 'know-password',
  says: 'The writer knows a password of the reader.',
  group: 'access',
  truth: 'checkable-by-reader',
  sources: ['https://www.ipa.go.jp/security/anshin/attention/2018/mgdayori20181010.html', 'https://hacked.com/hello-pervert-pegasus-scam-pics-of-your-home'],
  settle: (facts) => (facts.some((f) => f.fact === 'password') ? { truth: 'checkable-by-reader', variant: 'shown' } : null),
} satisfies Claim;
