import type { Claim } from '../claim.js';

export default {
  id: 'timer-starts-on-open',
  says: 'The writer was told that the mail was opened; the timer runs.',
  group: 'control',
  truth: 'mostly-false',
  sources: ['https://linkcafe.co.uk/hello-pervert-the-sextortion-scam-claiming-to-have-videoed-you-money', 'https://www.rfc-editor.org/rfc/rfc8098'],
  // Only the whole source can show that nothing in it reports back.
  settle: (facts) => {
    const source = facts.find((f) => f.fact === 'beacons');
    if (source === undefined) return null;
    if (source.beacons.remoteImages > 0 || source.beacons.receipt) return { truth: 'mostly-false', variant: 'remote' };
    return facts.some((f) => f.fact === 'not-whole') ? null : { truth: 'proved-false', variant: 'no-remote' };
  },
} satisfies Claim;
