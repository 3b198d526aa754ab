import type { Claim } from '../claim.js';

export default {
  id: 'spouse-cheats',
  says: 'The reader’s spouse is cheating, or the reader is.',
  group: 'material',
  truth: 'unverifiable',
  sources: [
    'https://ravencybersec.com/your-partner-is-cheating-on-you-scam-asks-you-to-pay-to-see-proof',
    'https://www.techlicious.com/blog/cheating-on-wife-blackmail-scam/',
  ],
} satisfies Claim;
