import { DIGIT, kindOfUnit, LETTER } from '../fold/letters.js';

/** Buckets that features are hashed to; two bytes more would halve the clashes, and double what a browser fetches. */
export const BUCKETS = 1 << 17;
/** Units of a message that are looked at, from its head and from its tail: the longest of our stories and talks fit, and a megabyte costs no more. */
const HEAD = 8_000;
const TAIL = 4_000;
/** Longest run of letters, in units. */
const SHORTEST = 2;
const LONGEST = 4;

const seen = new Uint8Array(BUCKETS);

/**
 * What the wording of folded texts is made of, as distinct buckets: runs of two to four units, words, and pairs of words. Digits are
 * all one, blanks are one; nothing else is known of any language. Linear, and bounded by the window.
 */
export function featuresOf(texts: readonly string[]): Uint32Array {
  const text = plain(windowOf(texts.join(' ')));
  const found: number[] = [];
  const add = (hash: number): void => {
    const bucket = mixed(hash) & (BUCKETS - 1);
    if (seen[bucket] === 1) return;
    seen[bucket] = 1;
    found.push(bucket);
  };
  for (let at = 0; at < text.length; at++) {
    let hash = 0x811c9dc5;
    for (let size = 1; size <= LONGEST && at + size <= text.length; size++) {
      hash = next(hash, text.charCodeAt(at + size - 1));
      if (size >= SHORTEST) add(hash ^ size);
    }
  }
  let before = 0;
  for (let at = 0; at < text.length; ) {
    const { hash, end } = wordAt(text, at);
    if (hash !== 0) {
      add(hash);
      if (before !== 0) add(Math.imul(before, 31) + hash);
      before = hash;
    }
    at = end;
  }
  for (const bucket of found) seen[bucket] = 0;
  return Uint32Array.from(found);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\p{Nd}/gu, '0')
    .replace(/\s+/g, ' ')
    .trim();
}

function windowOf(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)} ${text.slice(-TAIL)}`;
}

/** A run of letters and digits, or one other mark; hash 0 for a blank. */
function wordAt(text: string, at: number): { readonly hash: number; readonly end: number } {
  const first = text.charCodeAt(at);
  if (first === 32) return { hash: 0, end: at + 1 };
  let hash = next(0x2545f491, first);
  let end = at + 1;
  if (isOfWord(first)) for (; end < text.length && isOfWord(text.charCodeAt(end)); end++) hash = next(hash, text.charCodeAt(end));
  return { hash: hash === 0 ? 1 : hash, end };
}

function isOfWord(unit: number): boolean {
  const kind = kindOfUnit(unit);
  return kind === LETTER || kind === DIGIT;
}

function next(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) >>> 0;
}

/** The low bits of a product know little of the high ones. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return Math.imul(once ^ (once >>> 13), 0xc2b2ae35) >>> 0;
}
