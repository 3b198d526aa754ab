import type { Claim } from '../claim.js';

export default {
  id: 'pegasus',
  says: 'The writer installed Pegasus.',
  group: 'access',
  truth: 'false-by-scale',
  sources: [
    'https://verifythis.com/article/news/verify/scams-verify/have-you-received-a-threatening-email-asking-for-bitcoin-payment-with-a-photo-of-your-home-its-a-scam/536-6f618b1e-7fa0-4da6-8442-bffb097cbee9',
    'https://hacked.com/hello-pervert-pegasus-scam-pics-of-your-home',
  ],
} satisfies Claim;
