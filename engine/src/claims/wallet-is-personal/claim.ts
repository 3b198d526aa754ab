import type { Claim } from '../claim.js';

export default {
  id: 'wallet-is-personal',
  says: 'The address is linked to the reader; payment is noticed by itself.',
  group: 'payment',
  truth: 'false-by-measurement',
  sources: ['https://arxiv.org/abs/1908.01051', 'https://github.com/MatteoRomiti/Sextortion_Spam_Bitcoin'],
} satisfies Claim;
