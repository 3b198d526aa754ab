import { signalOf } from '../../facts/beacons.js';
import type { Claim } from '../claim.js';

export default {
  id: 'timer-starts-on-open',
  says: 'The writer was told that the mail was opened; the timer runs.',
  group: 'control',
  truth: 'mostly-false',
  sources: ['https://linkcafe.co.uk/hello-pervert-the-sextortion-scam-claiming-to-have-videoed-you-money', 'https://www.rfc-editor.org/rfc/rfc8098'],
  // Only the whole source can show that nothing in it reports back.
  settle: (facts) => {
    const signal = signalOf(facts);
    switch (signal) {
      case null:
        return null;
      case 'loads':
        return { truth: 'mostly-false', variant: 'remote' };
      case 'asks':
        return { truth: 'mostly-false', variant: 'receipt' };
      case 'nothing':
        return { truth: 'proved-false', variant: 'no-remote' };
      default:
        return signal satisfies never;
    }
  },
} satisfies Claim;
