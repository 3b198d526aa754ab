import type { Claim } from '../claim.js';

export default {
  id: 'amount',
  says: 'A sum is demanded.',
  group: 'payment',
  truth: 'info',
  sources: ['https://arxiv.org/abs/1908.01051', 'https://www.tokushohi.or.jp/trouble/2023121100013'],
} satisfies Claim;
