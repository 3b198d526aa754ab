import type { Claim } from '../claim.js';

export default {
  id: 'timer-48h',
  says: 'A deadline in hours or days.',
  group: 'control',
  truth: 'stock-phrase',
  sources: ['https://internet.watch.impress.co.jp/docs/news/1315431.html', 'https://www.tokushohi.or.jp/trouble/2023121100013'],
} satisfies Claim;
