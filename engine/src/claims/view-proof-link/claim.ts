import type { Claim } from '../claim.js';

export default {
  id: 'view-proof-link',
  says: 'The proof is behind a link or in a file.',
  group: 'carrier',
  truth: 'dangerous',
  sources: ['https://bitcoin.org/en/scams'],
} satisfies Claim;
