import type { BLACKMAIL_TALK } from '../language/ids.js';
import type { Case } from './case.js';
import { tellingClaims } from './mass-mail.js';

/** Units up to which what somebody pasted is one story or the talk of an evening; in longer texts all words stand somewhere. */
const ONE_STORY = 4_000;

type Talk = (typeof BLACKMAIL_TALK)[number];

/** The same in mail that merely arrived. */
const ONE_MAIL = 1_500;

/** Different groups of everyday words of one kind in one message or story; 0 in all that is longer, where they are everyday words. */
function groupsOf(facts: Case, id: Talk): number {
  return facts.readable.units <= (facts.has('pasted') ? ONE_STORY : ONE_MAIL) ? (facts.frames.get(id) ?? 0) : 0;
}

/**
 * Weights and threshold: logistic regression on 120 cases in German and Russian, rounded. A group of words says little; what decides is that
 * something is held, would be seen by people, a stranger or someone once near stands behind it, and somebody is afraid.
 */
const WEIGHTS: readonly (readonly [Talk, number])[] = [
  ['talk-held', 2],
  ['talk-spread', 2],
  ['talk-wanted', 1],
  ['talk-met', 2],
  ['talk-afraid', 2],
  ['talk-merry', -5],
];
const OF_STRONG = 6;
const OF_WEAK = 2;
/** Strong signs of what goes before a threat; a doctor asks for pictures too. */
const OF_ASKING: ReadonlySet<string> = new Set(['asks-images', 'app-install']);
/** Sentences of a mass letter that a blackmailer says in a talk. */
const OF_CLAIM = 2;
const CLAIMS = 3;
/** Sentences of news and warnings, which hold it back. */
const OF_NEWS = 3;
const NEWS = 2;
const TOLD = 17;
/** A long story has more words of every kind. */
const LONG = 900;
const TOLD_AT_LENGTH = 20;
/** So many different demands are a threat by themselves, though nobody is afraid yet. */
const DEMANDS = 3;

/** Mail that merely arrived is only asked about, and sooner. */
const HINTED_IN_MAIL = 14;

/** Whether a blackmail is told by its words, though no sentence of it was known. A mass letter is one too, so it must be a conversation then. */
export function isToldOfBlackmail(facts: Case, mass: boolean): boolean {
  if (mass && !facts.has('conversation')) return false;
  const held = groupsOf(facts, 'talk-held') > 0 || facts.groups.has('material') || (groupsOf(facts, 'talk-met') > 1 && groupsOf(facts, 'talk-afraid') > 0);
  const seen = groupsOf(facts, 'talk-spread') > 0 || facts.groups.has('threat');
  const grave = facts.strong.length > 0 || groupsOf(facts, 'talk-afraid') > 0 || groupsOf(facts, 'talk-wanted') >= DEMANDS;
  if (!held || !seen || !grave) return false;
  const strong = facts.strong.filter((id) => !OF_ASKING.has(id)).length;
  const weak = [...facts.signals].filter((id) => id !== 'platform-handle').length - facts.strong.length;
  const words = WEIGHTS.reduce((sum, [id, weight]) => sum + weight * groupsOf(facts, id), 0);
  const said = OF_CLAIM * Math.min(CLAIMS, tellingClaims(facts)) - OF_NEWS * Math.min(NEWS, facts.frames.get('about-the-scam') ?? 0);
  const enough = !facts.has('pasted') ? HINTED_IN_MAIL : facts.readable.units < LONG ? TOLD : TOLD_AT_LENGTH;
  return words + said + OF_STRONG * strong + OF_WEAK * weak >= enough;
}

/** Groups of words about an own call, chat or picture beside a mass letter: with one it is no mere letter, with more the call is what counts. */
const OWN_STORY = 3;

export type BesideLetter = 'story' | 'hint' | 'none';

export function besideLetter(facts: Case): BesideLetter {
  const own = groupsOf(facts, 'talk-own');
  return own >= OWN_STORY ? 'story' : own > 0 ? 'hint' : 'none';
}

/** Groups of merry words, and signs that no joke gives: a joke between friends threatens as well, to everybody's mother. */
const MERRY = 2;
const NO_JOKE = ['reader-admits', 'already-sent', 'crisis', 'known-person', 'third-party'] as const;

export function isMerry(facts: Case): boolean {
  const merry = groupsOf(facts, 'talk-merry');
  if (merry < MERRY || merry < groupsOf(facts, 'talk-afraid') || facts.has('wallet')) return false;
  if (facts.groups.has('material') && merry <= MERRY) return false;
  return !NO_JOKE.some((id) => facts.signals.has(id));
}

/** Groups of words from which on somebody is asked to show themselves; an app that is pushed is one already. */
const LURED = 4;
const LURED_BY_APP = 2;
const LURED_BESIDE_APP = 3;
/** How few words of a threat may stand beside. */
const SEEN_BESIDE = 3;
const FAR_MORE = 2;

/** Whether somebody is being led to show themselves or to let an app in, by the words alone. */
export function isToldOfLure(facts: Case): boolean {
  const isApp = facts.signals.has('app-install') || groupsOf(facts, 'talk-app') > 0;
  const lured = groupsOf(facts, 'talk-lured') + (facts.signals.has('asks-images') ? 1 : 0);
  // An app wants all contacts: that word is no threat there. Who is much asked to show themselves is asked of friends and family too.
  const seen = groupsOf(facts, 'talk-spread');
  if (seen > SEEN_BESIDE + (isApp ? 2 : 0) && seen + FAR_MORE > lured) return false;
  return lured - Math.max(0, groupsOf(facts, 'talk-merry') - 1) >= (facts.signals.has('app-install') ? LURED_BY_APP : isApp ? LURED_BESIDE_APP : LURED);
}
