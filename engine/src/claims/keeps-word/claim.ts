import type { Claim } from '../claim.js';

export default {
  id: 'keeps-word',
  says: 'Once paid, everything is erased; the writer keeps his word.',
  group: 'payment',
  truth: 'worthless-promise',
  sources: ['https://paps.jp/sextortion'],
} satisfies Claim;
