import type { Case } from './case.js';

/** How the signs of a real blackmailer add up. `strong` and `weak` both keep "ignore" away; `none` says nothing. */
export type Reality = 'threat' | 'before' | 'doubt' | 'none';

const GRAVEST_FIRST: readonly Reality[] = ['threat', 'before', 'doubt', 'none'];

export function graver(a: Reality, b: Reality): Reality {
  return GRAVEST_FIRST.indexOf(a) <= GRAVEST_FIRST.indexOf(b) ? a : b;
}

/** Sum of signs that speaks for itself without one that is strong: an ultimatum with a countdown, say. */
const SUM_ALONE = 5;

/**
 * Whether this may be real. Lopsided by design: no claim, wallet or template sentence lowers it; only the reader's own
 * answers do, and then to `doubt`. `mass` says that the text has the shape of a mass letter: weak signs, which such letters
 * carry too, then do not count.
 */
export function realityOf(facts: Case, mass: boolean): Reality {
  const { answers, signals, strong, signalSum } = facts;
  const yes = toldYes(facts);
  const anything = facts.claims.size > 0 || signals.size > 0;
  if (yes && anything) return 'threat';
  if (yes) return 'doubt';
  const context = facts.threatens || facts.wantsMoney || facts.alarms;
  let reality: Reality = 'none';
  // Who has already sent something needs help, not prevention.
  if (signals.has('reader-admits')) reality = 'threat';
  else if (signals.has('third-party') && (facts.alarms || (signals.has('private-material') && context) || (signals.has('pressure') && facts.wantsMoney)))
    reality = 'threat';
  else if (strong.length > 0 && context) reality = isBefore(facts) ? 'before' : 'threat';
  else if (signals.has('asks-images') && (signals.has('moves-app') || signals.has('secrecy') || signals.has('platform-handle') || signals.has('reader-minor')))
    reality = isBefore(facts) ? 'before' : 'threat';
  else if (strong.length > 1) reality = 'threat';
  else if (!mass && signals.has('offender-ultimatum') && signalSum >= SUM_ALONE) reality = 'threat';
  else if (!mass && facts.alarms && (facts.names || CLOSE.some((id) => signals.has(id)))) reality = 'threat';
  else if (facts.names && (context || facts.alarms)) reality = mass || !facts.alarms ? 'doubt' : 'threat';
  else if (strong.length > 0 || (facts.alarms && (!mass || facts.ultimatumApart || signals.has('local-payment')))) reality = 'doubt';
  const allNo = ['contact', 'image', 'names'].every((gate) => answers.get(gate as 'contact') === 'no');
  return allNo && reality !== 'none' && !signals.has('reader-admits') ? 'doubt' : reality;
}

/** Signs that place the writer near the reader; mass letters name platforms too, so they count only where the shape is not theirs. */
const CLOSE = ['local-payment', 'short-countdown', 'platform-handle', 'reader-minor', 'third-party', 'offender-ultimatum'] as const;

/** The reader says that there was contact, a picture, a known name, or an app. */
export function toldYes({ answers }: Case): boolean {
  return (['contact', 'image', 'names', 'app'] as const).some((gate) => answers.get(gate) === 'yes');
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
  const pressed = signals.has('short-countdown') || signals.has('known-person') || signals.has('reader-admits') || facts.has('money');
  return grooming && !threatened && !pressed && !facts.wantsMoney;
}
