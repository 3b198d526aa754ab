import type { Claim } from '../claim.js';

export default {
  id: 'rat-full-access',
  says: 'Malware gives the writer full control over the reader’s device.',
  group: 'access',
  truth: 'false-by-scale',
  sources: ['https://arxiv.org/abs/1908.01051', 'https://www.ipa.go.jp/security/anshin/attention/2018/mgdayori20181010.html'],
} satisfies Claim;
