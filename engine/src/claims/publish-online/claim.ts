import type { Claim } from '../claim.js';

export default {
  id: 'publish-online',
  says: 'The material will be published.',
  group: 'threat',
  truth: 'unverifiable',
  sources: ['https://www.ipa.go.jp/security/anshin/attention/2018/mgdayori20181010.html'],
} satisfies Claim;
