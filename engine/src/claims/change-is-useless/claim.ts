import type { Claim } from '../claim.js';

export default {
  id: 'change-is-useless',
  says: 'Changing the password or reinstalling is useless.',
  group: 'control',
  truth: 'false',
  sources: ['https://www.ipa.go.jp/security/anshin/attention/2018/mgdayori20181010.html', 'https://www.police.pref.osaka.lg.jp/topics/8196.html'],
} satisfies Claim;
