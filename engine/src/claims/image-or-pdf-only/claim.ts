import type { Claim } from '../claim.js';

export default {
  id: 'image-or-pdf-only',
  says: 'The letter is only a picture, a PDF or a QR code.',
  group: 'carrier',
  truth: 'checkable-in-mail',
  sources: ['https://hacked.com/hello-pervert-pegasus-scam-pics-of-your-home'],
} satisfies Claim;
