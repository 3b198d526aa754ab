import type { Claim } from '../claim.js';

export default {
  id: 'deepfake-threat',
  says: 'The writer made, or will make, a false video by AI.',
  group: 'material',
  truth: 'possible',
  sources: ['https://stopncii.org/faq/'],
} satisfies Claim;
