import type { Claim } from '../claim.js';

export default {
  id: 'send-to-contacts',
  says: 'The material will be sent to all contacts.',
  group: 'threat',
  truth: 'unverifiable',
  sources: ['https://www.ipa.go.jp/security/anshin/attention/2018/mgdayori20181010.html', 'https://paps.jp/sextortion'],
} satisfies Claim;
