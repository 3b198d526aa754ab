import type { Claim } from '../claim.js';

export default {
  id: 'history-and-files',
  says: 'The writer copied history, photos and files.',
  group: 'access',
  truth: 'unverifiable',
  sources: ['https://onebe.co.jp/dlpnews/?p=2285'],
} satisfies Claim;
