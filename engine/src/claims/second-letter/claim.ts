import type { Claim } from '../claim.js';

export default {
  id: 'second-letter',
  says: 'The reader did not react to an earlier letter; last warning.',
  group: 'control',
  truth: 'stock-phrase',
  sources: ['https://news.sophos.com/en-us/2020/04/22/following-the-sextortion-money/'],
} satisfies Claim;
