import type { Claim } from '../claim.js';

export default {
  id: 'contacts-copied',
  says: 'The writer collected all contacts.',
  group: 'access',
  truth: 'unverifiable',
  sources: ['https://www.ipa.go.jp/security/anshin/attention/2018/mgdayori20181010.html'],
} satisfies Claim;
