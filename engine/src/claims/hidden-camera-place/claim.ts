import type { Claim } from '../claim.js';

export default {
  id: 'hidden-camera-place',
  says: 'A hidden camera in some place filmed the reader.',
  group: 'material',
  truth: 'unverifiable',
  sources: ['https://www.tokushohi.or.jp/trouble/2023121100013'],
} satisfies Claim;
