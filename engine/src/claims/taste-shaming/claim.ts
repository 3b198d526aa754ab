import type { Claim } from '../claim.js';

export default {
  id: 'taste-shaming',
  says: 'The writer mocks the reader’s taste.',
  group: 'material',
  truth: 'manipulation',
  sources: ['https://linkcafe.co.uk/hello-pervert-the-sextortion-scam-claiming-to-have-videoed-you-money'],
} satisfies Claim;
