import { FAMILIES, type Family } from '../contract.js';
import type { KinId } from '../language/ids.js';
import type { Case } from './case.js';
import { FAMILY_OF_KIN, leadingKin } from './kin-families.js';
import { isToldOf, talkOf } from './kin-talk.js';
import { tellingClaims } from './mass-mail.js';

/**
 * Another scam: how many different phrases of it there are, and these with the groups of words that it is told in. `alone`:
 * nothing speaks of private pictures, of people the reader knows or of an earlier chat, so no real blackmailer is hidden by it.
 */
export type Kin = { readonly family: Family; readonly phrases: number; readonly weight: number; readonly alone: boolean };

/** Kin that live from a link or a number to call; in mail, without one the words alone are everyday. */
const WANTS_A_WAY: ReadonlySet<KinId> = new Set(['account-alert', 'payment-failed', 'parcel', 'one-click', 'fictitious-bill', 'fake-warning']);

/** Different phrases that make a text a scam. */
const ENOUGH = 2;
/** Of these all sorts of honest talk has two: of prizes, jobs, love, loans, and of getting something back. */
const WANTS_MORE: ReadonlySet<Family> = new Set(['advance-fee', 'recovery']);
/** Phrases of a family beyond this add nothing to the words that it is told in. */
const WEIGHED = 3;

/** Which other scam this is, by the family that most speaks for; null if none has enough. */
export function kinOf(facts: Case): Kin | null {
  const weighed = FAMILIES.map((family) => {
    const id = leadingKin(facts.kin, family);
    const phrases = id === null ? 0 : weightOf(facts, family, id);
    const talk = talkOf(facts, family);
    return { family, id, phrases, weight: talk === 0 ? phrases : Math.min(phrases, WEIGHED) + talk };
  });
  let best: Kin | null = null;
  for (const one of weighed) {
    const { family, id, phrases, weight } = one;
    const alone = isAlone(facts, family, phrases, weight);
    const isTold = alone && isToldOf(facts, one, weighed) && foreignClaims(facts, family) < ALIEN;
    if (!isTold && (id === null || !isEnough(facts, id, phrases))) continue;
    if (weight > (best?.weight ?? 0)) best = { family, phrases, weight, alone };
  }
  return best;
}

/** Notices of several kinds come in one message, as bills do: a parcel that asks for card data is half of either. */
const ADDED_UP: ReadonlySet<Family> = new Set(['phishing', 'fake-bill']);

function weightOf(facts: Case, family: Family, lead: KinId): number {
  if (!facts.has('pasted') || !ADDED_UP.has(family)) return facts.kin.get(lead) ?? 0;
  let sum = 0;
  for (const [id, phrases] of facts.kin) if (FAMILY_OF_KIN[id as KinId] === family) sum += phrases;
  return sum;
}

function isEnough(facts: Case, id: KinId, phrases: number): boolean {
  const pasted = facts.has('pasted');
  // A killer who asks for nothing is a film, or a mail filter of that name.
  if (id === 'bomb-hitman' && !facts.wantsMoney && !facts.claims.has('violence')) return false;
  if (id === 'ransom-org' && demandsOfOrganisation(facts)) return true;
  const lacksWay = WANTS_A_WAY.has(id) && !hasWay(facts) && !(pasted && facts.frames.has('asks-for-advice'));
  if (lacksWay && !pasted) return false;
  const family = FAMILY_OF_KIN[id];
  // Who poses as the police to see a body holds a recording afterwards: that is a blackmailer, not a false officer alone.
  if (family === 'fake-authority' && facts.frames.has('talk-body')) return false;
  const alien = alienClaims(facts, family);
  if (alien >= ALIEN && phrases <= alien) return false;
  const isNotice = facts.frames.has('real-security-notice') || facts.has('list');
  const wanted = ENOUGH + (isNotice ? 1 : 0) + (lacksWay ? 1 : 0) + (pasted && WANTS_MORE.has(family) ? 1 : 0);
  return phrases >= wanted;
}

/** Groups of words about firms and their data that stand in for a second phrase. */
const OF_FIRMS = 4;

/** Whoever asks an organisation for money says little else in common with others of his kind: one phrase is enough, in mail or beside words about firms. */
export function demandsOfOrganisation(facts: Case): boolean {
  const isMeant = !facts.has('pasted') || (facts.frames.get('talk-organisation') ?? 0) >= OF_FIRMS;
  return facts.kin.has('ransom-org') && facts.wantsMoney && isMeant && !facts.frames.has('about-the-scam');
}

/** So many claims of a mass letter that the family does not make itself are rather that letter. */
const ALIEN = 2;
/** Claims that a family makes by its nature. */
const OWN_CLAIMS: Partial<Readonly<Record<Family, readonly string[]>>> = {
  'support-scam': ['rat-full-access', 'history-and-files', 'know-password'],
  'fake-authority': ['illegal-material', 'police-useless', 'driveby-adult-site'],
  'fake-bill': ['driveby-adult-site', 'illegal-material'],
  recovery: ['keeps-word', 'publish-online', 'send-to-contacts'],
  extortion: ['publish-online', 'ruin-life', 'history-and-files'],
  malware: ['view-proof-link'],
};

/** Claims of a mass letter besides those that the family makes itself. */
function foreignClaims(facts: Case, family: Family): number {
  return tellingClaims(facts) - (OWN_CLAIMS[family] ?? []).filter((id) => facts.claims.has(id)).length;
}

/** The same where phrases name the scam: an organisation or a life is threatened in all the words of such letters. */
function alienClaims(facts: Case, family: Family): number {
  return family === 'extortion' || family === 'malware' ? 0 : foreignClaims(facts, family);
}

function hasWay(facts: Case): boolean {
  return facts.has('link') || facts.has('phone') || facts.has('lure');
}

/** Signs of a blackmailer who holds something or knows someone: with one of them the text is first of all that. */
const PRIVATE = ['reader-admits', 'private-material', 'asks-images', 'more-images', 'already-sent', 'contact-names', 'known-person', 'prior-chat'] as const;
/** What advertisements of rescuers speak of as well, since they look for people who were blackmailed. */
const RESCUED: ReadonlySet<string> = new Set(['reader-admits', 'private-material']);
/** So many phrases of a rescuer stand in an advertisement, not in the story of somebody who was offered help. */
const ADVERTISED = 3;

/** Phrases that a scam needs beside a threat or an ultimatum, which a real blackmailer may have made. */
const BESIDE_THREAT = 4;

function isTense(facts: Case): boolean {
  return facts.threatens || facts.claims.has('send-to-contacts') || facts.claims.has('publish-online');
}

/** "Pay, or it goes to court", "pay, or you are arrested": an ultimatum, and nothing that would be sent or shown to anyone. */
const TOLD_AS_DEBT = 6;

function isDebt({ groups, signals, claims }: Case, family: Family, weight: number): boolean {
  if (family !== 'fake-bill' && family !== 'fake-authority') return false;
  const shows = groups.has('threat') || groups.has('material') || signals.has('short-countdown') || claims.has('publish-online');
  return !shows && weight >= TOLD_AS_DEBT;
}

/** Signs that these families have of their own, as long as nobody threatens and no private picture is spoken of. */
const WITHOUT_PICTURE: Readonly<Record<string, readonly Family[]>> = {
  'prior-chat': ['advance-fee', 'support-scam', 'fake-authority'],
  'reader-admits': ['phishing', 'support-scam', 'fake-bill'],
};

/** Different phrases of a warning that make it one; beside a single one, so many of the scam are meant in earnest. */
const ABOUT_KIN = 2;
const SAID_IN_EARNEST = 4;

function isAlone(facts: Case, family: Family, phrases: number, weight: number): boolean {
  if (['contact', 'image', 'names'].some((gate) => facts.answers.get(gate as 'contact') === 'yes')) return false;
  const isStory = facts.frames.has('asks-for-advice') || facts.signals.has('already-paid') || facts.signals.has('offender-ultimatum');
  const isAdvertised = family === 'recovery' && phrases >= ADVERTISED && !isStory;
  if (facts.groups.has('material') && family !== 'malware' && family !== 'extortion' && !isAdvertised) return false;
  if (family !== 'extortion' && family !== 'malware' && !isAdvertised && isTense(facts) && phrases < BESIDE_THREAT && !isDebt(facts, family, weight))
    return false;
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
  const about = facts.frames.get('about-the-scam') ?? 0;
  return isTold && (facts.frames.has('talk-told') ? kin.weight >= about : kin.phrases > about || kin.weight > 2 * about);
}

/** A warning, a training, a news text about other scams, which quotes what they say. */
export function isWarning(facts: Case, kin: Kin | null): boolean {
  const about = facts.frames.get('about-kin') ?? 0;
  return about >= ABOUT_KIN || (about > 0 && (kin?.phrases ?? 0) < SAID_IN_EARNEST);
}

/** "Proof" to be opened, of things that would shame, and nothing asked for it: the file is what the letter is for. */
export function isLure(facts: Case): boolean {
  if (!facts.claims.has('view-proof-link') || facts.wantsMoney || facts.strong.length > 0 || facts.names) return false;
  return !facts.signals.has('offender-ultimatum') && (facts.groups.has('material') || facts.signals.has('private-material'));
}
