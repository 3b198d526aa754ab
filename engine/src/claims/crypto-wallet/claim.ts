import type { Claim } from '../claim.js';

export default {
  id: 'crypto-wallet',
  says: 'Money is to be sent to a cryptocurrency address.',
  group: 'payment',
  truth: 'checkable-in-mail',
  sources: ['https://arxiv.org/abs/1908.01051', 'https://bitcoin.org/en/scams'],
  settle: (facts) => (facts.some((f) => f.fact === 'wallet' && f.wallet.sure) ? { truth: 'checkable-in-mail', variant: 'sure' } : null),
} satisfies Claim;
