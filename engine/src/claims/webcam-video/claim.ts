import type { Claim } from '../claim.js';

export default {
  id: 'webcam-video',
  says: 'The writer filmed the reader by webcam.',
  group: 'material',
  truth: 'unverifiable',
  sources: ['https://www.ipa.go.jp/security/anshin/attention/2018/mgdayori20181010.html', 'https://www.tokushohi.or.jp/trouble/2023121100013'],
  settle: (facts) => {
    const unknown = facts.some((f) => f.fact === 'picture' || f.fact === 'not-whole');
    return !unknown && facts.some((f) => f.fact === 'beacons') ? { truth: 'unverifiable', variant: 'no-picture' } : null;
  },
} satisfies Claim;
