import type { Claim } from '../claim.js';

export default {
  id: 'from-own-account',
  says: 'The mail was sent from the reader’s own account.',
  group: 'access',
  truth: 'checkable-in-mail',
  sources: [
    'https://nakedsecurity.sophos.com/2018/10/15/beware-sextortionists-spoofing-your-own-email-address/',
    'https://www.police.pref.osaka.lg.jp/topics/8196.html',
  ],
  // "Probably forged" is said of the sender, not as the answer to the claim. What is proved of another's address says nothing of the reader's account.
  settle: (facts) => {
    const sender = facts.find((f) => f.fact === 'sender');
    if (sender?.verdict === 'spoofed' && sender.own && sender.sure) return { truth: 'spoofed', variant: 'spoofed' };
    if (sender?.verdict === 'authentic' && sender.own) return { truth: 'authentic', variant: 'authentic' };
    return null;
  },
} satisfies Claim;
