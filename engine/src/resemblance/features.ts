import { DIGIT, kindOfUnit, LETTER } from '../fold/letters.js';
import { plainUnits } from './plain-units.js';

/** Buckets that features are hashed to; two bytes more would halve the clashes, and double what a browser fetches. */
export const BUCKETS = 1 << 17;
/** Units of a message that are looked at, from its head and from its tail: the longest of our stories and talks fit, and a megabyte costs no more. */
const HEAD = 8_000;
const TAIL = 4_000;
/** Features that begin at one unit at most: runs of two, three and four units, a word, a pair. */
const AT_ONE_UNIT = 5;
/** Units of a window in small letters: a letter becomes two at most. */
const UNITS = 2 * (HEAD + TAIL + 1);

const SPACE = 32;

const units = new Uint16Array(UNITS);
const found = new Uint32Array(UNITS * AT_ONE_UNIT);
/** A bit a bucket: small enough to stay near the processor, and to be wiped for each text. */
const seen = new Int32Array(BUCKETS >> 5);

/**
 * What the wording of folded texts is made of, as distinct buckets: runs of two to four units, words, and pairs of words. Digits are
 * all one, blanks are one; nothing else is known of any language. Linear, and bounded by the window.
 */
export function featuresOf(texts: readonly string[]): Uint32Array {
  return featuresNow(texts).slice();
}

/** The same, until the next features are asked for. */
export function featuresNow(texts: readonly string[]): Uint32Array {
  const size = plainUnits(windowOf(texts.join(' ')), units);
  seen.fill(0);
  return found.subarray(0, withWords(size, withRuns(size)));
}

/** Lays down the features that are runs of units; gives how many there are. */
function withRuns(size: number): number {
  let count = 0;
  for (let at = 0; at + 1 < size; at++) {
    const two = next(next(0x811c9dc5, units[at] as number), units[at + 1] as number);
    count = add(two ^ 2, count);
    if (at + 2 === size) break;
    const three = next(two, units[at + 2] as number);
    count = add(three ^ 3, count);
    if (at + 3 < size) count = add(next(three, units[at + 3] as number) ^ 4, count);
  }
  return count;
}

/** Words (a run of letters and digits, or one other mark), each by itself and with the one before. */
function withWords(size: number, already: number): number {
  let count = already;
  let before = 0;
  for (let at = 0; at < size; ) {
    const first = units[at++] as number;
    if (first === SPACE) continue;
    let hash = next(0x2545f491, first);
    if (isOfWord(first)) for (; at < size && isOfWord(units[at] as number); at++) hash = next(hash, units[at] as number);
    if (hash === 0) hash = 1;
    count = add(hash, count);
    if (before !== 0) count = add((Math.imul(before, 31) + hash) | 0, count);
    before = hash;
  }
  return count;
}

/** Behind `count` features, if it is not one of them. */
function add(hash: number, count: number): number {
  // The low bits of a product know little of the high ones.
  const once = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  const bucket = Math.imul(once ^ (once >>> 13), 0xc2b2ae35) & (BUCKETS - 1);
  const bits = seen[bucket >> 5] as number;
  const bit = 1 << bucket;
  if ((bits & bit) !== 0) return count;
  seen[bucket >> 5] = bits | bit;
  found[count] = bucket;
  return count + 1;
}

function windowOf(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)} ${text.slice(-TAIL)}`;
}

function isOfWord(unit: number): boolean {
  const kind = kindOfUnit(unit);
  return kind === LETTER || kind === DIGIT;
}

function next(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}
