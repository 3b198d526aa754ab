import { besideLetter, isMerry, isToldOfBlackmail, isToldOfLure } from './blackmail-talk.js';
import type { Case } from './case.js';
import { isLedOn, isLight, isToldAsReal } from './real-talk.js';
import { roleStands, rolesOf } from './roles.js';

/** How the signs of a real blackmailer add up. `strong` and `weak` both keep "ignore" away; `none` says nothing. */
export type Reality = 'threat' | 'before' | 'doubt' | 'none';

const GRAVEST_FIRST: readonly Reality[] = ['threat', 'before', 'doubt', 'none'];

export function graver(a: Reality, b: Reality): Reality {
  return GRAVEST_FIRST.indexOf(a) <= GRAVEST_FIRST.indexOf(b) ? a : b;
}

/**
 * Whether this may be real. Lopsided by design: no claim, wallet or template sentence lowers it; only the reader's own
 * answers do, and then to `doubt`. `mass` says that the text has the shape of a mass letter: weak signs, which such letters
 * carry too, then do not count.
 */
export function realityOf(facts: Case, mass: boolean): Reality {
  const { answers, signals } = facts;
  const yes = toldYes(facts);
  if (yes) return facts.claims.size > 0 || signals.size > 0 ? 'threat' : 'doubt';
  const signed = bySigns(facts, mass);
  const reality = signed === 'threat' && isLight(facts) ? 'doubt' : signed;
  const allNo = ['contact', 'image', 'names'].every((gate) => answers.get(gate as 'contact') === 'no');
  return allNo && reality !== 'none' && !signals.has('reader-admits') ? 'doubt' : reality;
}

function bySigns(facts: Case, mass: boolean): Reality {
  const { signals, strong } = facts;
  const roles = rolesOf(facts);
  // Who has already sent something needs help, not prevention.
  if (signals.has('reader-admits')) return 'threat';
  if (isBefore(facts)) return 'before';
  // Mail that merely arrived speaks of sons, photos and names by chance; whoever pastes words means them.
  const pasted = facts.has('pasted');
  // A wallet alone stands in every letter, which others ask about too.
  const told = (['hold', 'press', 'demand'] as const).filter((role) => roles.has(role) && (role !== 'demand' || roleStands(role, facts))).length;
  if (signals.has('third-party') && told >= (pasted ? 1 : 2)) return 'threat';
  if (signals.has('known-person') && (roles.has('hold') || roles.has('press'))) return 'threat';
  const merry = isMerry(facts);
  if (!merry && strong.length > 0 && (roles.size >= 3 || strong.length > 1)) return 'threat';
  // A wallet alone speaks for a mass letter; whoever is real asks by ways that stand near the reader.
  const local = signals.has('local-payment') || signals.has('more-images') || signals.has('already-paid');
  if (
    !mass &&
    !merry &&
    roles.has('hold') &&
    roles.has('press') &&
    ((roles.has('near') && (pasted || roleStands('near', facts))) || local) &&
    !isScattered(facts)
  )
    return 'threat';
  if (!mass && !merry && signals.has('offender-ultimatum') && local && (roles.has('near') || signals.has('short-countdown'))) return 'threat';
  // Mail that merely arrived has such words by chance now and then: it is asked about.
  if (!merry && isToldOfBlackmail(facts, mass)) return pasted ? 'threat' : 'doubt';
  // Of 2,600 spam mails one says so much without a sign.
  if ((!mass || facts.has('conversation')) && isToldAsReal(facts)) return pasted || signals.size > 0 ? 'threat' : 'doubt';
  const beside = mass ? besideLetter(facts) : 'none';
  if (beside === 'story') return 'threat';
  if (strong.length > 0 || beside === 'hint') return 'doubt';
  if (mass) return facts.names || (facts.alarms && (facts.ultimatumApart || signals.has('local-payment'))) ? 'doubt' : 'none';
  return facts.alarms || (roles.has('near') && roles.size > 1) || (roles.has('press') && local) ? 'doubt' : 'none';
}

/** Only the two weakest words, and far from each other: in a long talk all words stand somewhere. */
function isScattered({ signals, claims, alarms }: Case): boolean {
  const others = ['prior-chat', 'already-sent', 'offender-ultimatum', 'short-countdown'].some((id) => signals.has(id));
  return !alarms && !others && claims.size === 0 && signals.has('private-material') && signals.has('pressure');
}

/** The reader says that there was contact, a picture, a known name, or an app. */
export function toldYes({ answers }: Case): boolean {
  return (['contact', 'image', 'names', 'app'] as const).some((gate) => answers.get(gate) === 'yes');
}

/** Words that make an asking for pictures, or a pushed app, more than that: it goes elsewhere, is kept secret, a child is asked. */
const LURES = ['moves-app', 'secrecy', 'platform-handle', 'reader-minor'] as const;

/** Signs of a threat that asking alone does not give; "more", "or else" and a sum it has too. */
const PRESSED = ['offender-ultimatum', 'already-sent', 'contact-names', 'known-person', 'already-paid'] as const;

/** Asked for pictures or pushed to an app, and nobody has threatened yet. */
function isBefore(facts: Case): boolean {
  const { signals } = facts;
  const lured = LURES.some((id) => signals.has(id));
  const groomed =
    (signals.has('asks-images') && (lured || signals.has('app-install'))) || (signals.has('app-install') && (lured || facts.has('dialogue'))) || isLedOn(facts);
  // Whoever hurries and presses for a picture has none yet.
  const threatened = ['offender-ultimatum', 'already-sent', 'more-images', 'contact-names', 'known-person', 'already-paid'];
  if (facts.has('pasted') && isToldOfLure(facts) && !facts.groups.has('threat') && !PRESSED.some((id) => signals.has(id))) return true;
  return groomed && !facts.groups.has('threat') && !threatened.some((id) => signals.has(id)) && !facts.wantsMoney;
}
