import { FAMILIES, type Family } from '../contract.js';
import type { KinId } from '../language/ids.js';
import type { Case } from './case.js';
import { FAMILY_OF_KIN, leadingKin } from './kin-families.js';
import { tellingClaims } from './mass-mail.js';

/** Another scam. `alone`: nothing in the text speaks of private pictures, of people the reader knows or of an earlier chat, so no real blackmailer is hidden by it. */
export type Kin = { readonly family: Family; readonly id: KinId; readonly phrases: number; readonly alone: boolean };

/** Kin that live from a link or a number to call; in mail, without one the words alone are everyday. */
const WANTS_A_WAY: ReadonlySet<KinId> = new Set(['account-alert', 'payment-failed', 'parcel', 'one-click', 'fictitious-bill', 'fake-warning']);

/** Different phrases that make mail a scam: two, or three beside the marks of a true notice or of a mailing list. */
const ENOUGH = 2;
const ENOUGH_BESIDE_NOTICE = 3;
/** Kinds of further evidence that stand in for the second phrase where somebody pasted the words because they worry. */
const BACKING = 2;

/** Which other scam this is, by the family that most different phrases speak for; null if none has enough of them. */
export function kinOf(facts: Case): Kin | null {
  let best: Kin | null = null;
  for (const family of FAMILIES) {
    const id = leadingKin(facts.kin, family);
    if (id === null) continue;
    const phrases = weightOf(facts, family, id);
    if (phrases > (best?.phrases ?? 0) && isEnough(facts, id, phrases)) best = { family, id, phrases, alone: isAlone(facts, family, phrases) };
  }
  return best;
}

/** In pasted words the scams of one family add up: a parcel that asks for card data is both of its kinds by half. */
function weightOf(facts: Case, family: Family, lead: KinId): number {
  if (!facts.has('pasted')) return facts.kin.get(lead) ?? 0;
  let sum = 0;
  for (const [id, phrases] of facts.kin) if (FAMILY_OF_KIN[id as KinId] === family) sum += phrases;
  return sum;
}

function isEnough(facts: Case, id: KinId, phrases: number): boolean {
  const pasted = facts.has('pasted');
  // A killer who asks for nothing is a film, or a mail filter of that name.
  if (id === 'bomb-hitman' && !facts.wantsMoney && !facts.claims.has('violence')) return false;
  // Whoever asks an organisation for money says little else in common with others of his kind.
  if (id === 'ransom-org' && facts.wantsMoney) return true;
  if (!pasted && WANTS_A_WAY.has(id) && !hasWay(facts)) return false;
  const wanted = facts.frames.has('real-security-notice') || facts.has('list') ? ENOUGH_BESIDE_NOTICE : ENOUGH;
  return phrases >= wanted || (pasted && phrases === wanted - 1 && backing(facts) >= BACKING);
}

function hasWay(facts: Case): boolean {
  return facts.has('link') || facts.has('phone') || facts.has('lure');
}

/** Signs of haste and of ways to pay, which scams of all kinds share. */
const HASTE = [
  'local-payment',
  'short-countdown',
  'moves-app',
  'secrecy',
  'pressure',
  'app-install',
  'already-paid',
  'offender-ultimatum',
  'platform-handle',
] as const;

function backing(facts: Case): number {
  return [
    hasWay(facts),
    facts.has('money') || facts.claims.has('amount'),
    facts.frames.has('asks-for-advice'),
    HASTE.some((id) => facts.signals.has(id)),
    tellingClaims(facts) > 0 || facts.claims.has('timer-48h') || facts.claims.has('second-letter'),
  ].filter(Boolean).length;
}

/** Signs of a blackmailer who holds something or knows someone: with one of them the text is first of all that. */
const PRIVATE = ['reader-admits', 'private-material', 'asks-images', 'more-images', 'already-sent', 'contact-names', 'known-person', 'prior-chat'] as const;
/** What advertisements of rescuers speak of as well, since they look for people who were blackmailed. */
const RESCUED: ReadonlySet<string> = new Set(['reader-admits', 'private-material']);
/** So many phrases of a rescuer stand in an advertisement, not in the story of somebody who was offered help. */
const ADVERTISED = 3;

/** Signs that these families have of their own, as long as nobody threatens and no private picture is spoken of. */
const WITHOUT_PICTURE: Readonly<Record<string, readonly Family[]>> = {
  'prior-chat': ['advance-fee', 'support-scam', 'fake-authority'],
  'reader-admits': ['phishing', 'support-scam', 'fake-bill'],
};

/** Different phrases of a warning that make it one; beside a single one, so many of the scam are meant in earnest. */
const ABOUT_KIN = 2;
const SAID_IN_EARNEST = 4;

function isAlone(facts: Case, family: Family, phrases: number): boolean {
  if (['contact', 'image', 'names'].some((gate) => facts.answers.get(gate as 'contact') === 'yes')) return false;
  const isStory = facts.frames.has('asks-for-advice') || facts.signals.has('already-paid') || facts.signals.has('offender-ultimatum');
  const isAdvertised = family === 'recovery' && phrases >= ADVERTISED && !isStory;
  if (facts.groups.has('material') && family !== 'malware' && family !== 'extortion' && !isAdvertised) return false;
  return !PRIVATE.some((id) => {
    if (!facts.signals.has(id)) return false;
    if (isAdvertised && RESCUED.has(id)) return false;
    // Love and a broker begin with a chat too, and who admits to have opened or typed something need not have sent a picture.
    return !(WITHOUT_PICTURE[id]?.includes(family) === true && !facts.threatens && !facts.signals.has('private-material'));
  });
}

/** More different phrases are the scam than are about it. Of mail only advertisements of rescuers can be meant, which quote the scam that they promise to undo. */
export function tellsMore(facts: Case, kin: Kin): boolean {
  const isTold = facts.has('pasted') || (kin.family === 'recovery' && facts.has('money'));
  return isTold && kin.phrases >= (facts.frames.get('about-the-scam') ?? 0);
}

/** A warning, a training, a news text about other scams, which quotes what they say. */
export function isWarning(facts: Case, kin: Kin): boolean {
  const about = facts.frames.get('about-kin') ?? 0;
  return about >= ABOUT_KIN || (about > 0 && kin.phrases < SAID_IN_EARNEST);
}

/** "Proof" to be opened, of things that would shame, and nothing asked for it: the file is what the letter is for. */
export function isLure(facts: Case): boolean {
  if (!facts.claims.has('view-proof-link') || facts.wantsMoney || facts.strong.length > 0 || facts.names) return false;
  return !facts.signals.has('offender-ultimatum') && (facts.groups.has('material') || facts.signals.has('private-material'));
}
