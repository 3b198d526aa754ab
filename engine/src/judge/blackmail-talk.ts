import type { BLACKMAIL_TALK } from '../language/ids.js';
import type { Case } from './case.js';

/** Units up to which what somebody pasted is one story or the talk of an evening; in longer texts all words stand somewhere. */
const ONE_STORY = 4_000;

type Talk = (typeof BLACKMAIL_TALK)[number];

/** Different groups of everyday words of one kind in what somebody pasted; 0 in all else. */
function groupsOf(facts: Case, id: Talk): number {
  return facts.has('pasted') && facts.readable.units <= ONE_STORY ? (facts.frames.get(id) ?? 0) : 0;
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
const TOLD = 17;
/** A long story has more words of every kind. */
const LONG = 600;
const TOLD_AT_LENGTH = 20;

/** Whether a blackmail is told by its words, though no sentence of it was known. */
export function isToldOfBlackmail(facts: Case): boolean {
  const held = groupsOf(facts, 'talk-held') > 0 || facts.groups.has('material');
  const seen = groupsOf(facts, 'talk-spread') > 0 || facts.groups.has('threat');
  if (!held || !seen) return false;
  const weak = [...facts.signals].filter((id) => id !== 'platform-handle').length - facts.strong.length;
  const words = WEIGHTS.reduce((sum, [id, weight]) => sum + weight * groupsOf(facts, id), 0);
  return words + OF_STRONG * facts.strong.length + OF_WEAK * weak >= (facts.readable.units < LONG ? TOLD : TOLD_AT_LENGTH);
}

/** Groups of words from which on somebody is asked to show themselves, and how few of a threat may stand beside. */
const LURED = 4;
const LURED_BY_APP = 2;
const SEEN_BESIDE = 2;

/** Whether somebody is being led to show themselves or to let an app in, by the words alone. */
export function isToldOfLure(facts: Case): boolean {
  const lured = groupsOf(facts, 'talk-lured');
  if (groupsOf(facts, 'talk-spread') > SEEN_BESIDE + (facts.signals.has('app-install') ? 1 : 0)) return false;
  const needed = facts.signals.has('app-install') && groupsOf(facts, 'talk-met') > 0 ? LURED_BY_APP : LURED;
  return lured - Math.max(0, groupsOf(facts, 'talk-merry') - 1) >= needed;
}
