import type { Claim } from '../claim.js';

export default {
  id: 'watched-for-months',
  says: 'The writer has been watching for months.',
  group: 'access',
  truth: 'unverifiable',
  sources: ['https://www.ipa.go.jp/security/anshin/attention/2018/mgdayori20181010.html'],
} satisfies Claim;
