import type { Claim } from '../claim.js';

export default {
  id: 'driveby-adult-site',
  says: 'The device was infected by a visit to an adult site.',
  group: 'access',
  truth: 'guess',
  sources: ['https://nlab.itmedia.co.jp/nl/spv/1910/11/news097.html', 'https://www.ipa.go.jp/security/anshin/attention/2018/mgdayori20181010.html'],
} satisfies Claim;
