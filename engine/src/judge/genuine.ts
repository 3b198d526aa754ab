import type { Case } from './case.js';

/** How the signs of a real blackmailer add up. `strong` and `weak` both keep "ignore" away; `none` says nothing. */
export type Reality = 'threat' | 'before' | 'doubt' | 'none';

/** Sum of signs that speaks for itself without one that is strong: an ultimatum with a countdown, say. */
const SUM_ALONE = 5;

/**
 * Whether this may be real. Lopsided by design: no claim, wallet or template sentence lowers it; only the reader's own
 * answers do, and then to `doubt`.
 */
export function realityOf(facts: Case): Reality {
  const { answers, signals, strong, signalSum } = facts;
  const toldYes = ['contact', 'image', 'names'].some((gate) => answers.get(gate as 'contact') === 'yes') || answers.get('app') === 'yes';
  const anything = facts.claims.size > 0 || signals.size > 0;
  if (toldYes && anything) return 'threat';
  if (toldYes) return 'doubt';
  const context = facts.threatens || facts.wantsMoney;
  let reality: Reality = 'none';
  if (signals.has('reader-admits')) reality = context || signals.has('crisis') ? 'threat' : 'before';
  else if (strong.length > 0 && context) reality = isBefore(facts) ? 'before' : 'threat';
  else if (signals.has('asks-images') && (signals.has('moves-app') || signals.has('secrecy') || signals.has('platform-handle') || signals.has('reader-minor')))
    reality = 'before';
  else if (strong.length > 1) reality = 'threat';
  else if (signals.has('offender-ultimatum') && signalSum >= SUM_ALONE) reality = 'threat';
  else if (strong.length > 0) reality = 'doubt';
  const allNo = ['contact', 'image', 'names'].every((gate) => answers.get(gate as 'contact') === 'no');
  return allNo && reality !== 'none' && !signals.has('reader-admits') ? 'doubt' : reality;
}

/** Asked for pictures or pushed to an app, and nobody has threatened yet. */
function isBefore(facts: Case): boolean {
  const { signals } = facts;
  const grooming = signals.has('asks-images') || signals.has('app-install');
  const threatened =
    facts.groups.has('threat') ||
    signals.has('offender-ultimatum') ||
    signals.has('already-sent') ||
    signals.has('more-images') ||
    signals.has('contact-names');
  return grooming && !threatened && !facts.wantsMoney;
}
