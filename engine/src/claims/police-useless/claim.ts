import type { Claim } from '../claim.js';

export default {
  id: 'police-useless',
  says: 'The police cannot help; tell nobody.',
  group: 'control',
  truth: 'manipulation',
  sources: ['https://paps.jp/sextortion'],
} satisfies Claim;
