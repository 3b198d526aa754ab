import { DIGIT, kindAt, kindOfUnit, LETTER } from '../fold/letters.js';
import type { Vocabulary } from './vocabulary.js';

/** Digits and signs that stand for letters, each with the letters a reader takes them for (Latin, then Cyrillic). */
const READINGS: Readonly<Record<string, string>> = {
  '0': 'oо',
  '1': 'ilі',
  '3': 'eз',
  '4': 'aч',
  '5': 's',
  '6': 'bб',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'aа',
  $: 's',
  '!': 'i',
  '¡': 'i',
  '|': 'li',
  '€': 'e',
  '£': 'l',
  '¢': 'c',
  '¥': 'y',
  '§': 's',
};
const LEET = new Map(Object.entries(READINGS).map(([sign, letters]) => [sign.charCodeAt(0), [...letters].map((letter) => letter.charCodeAt(0))]));

const SIGN = new Uint8Array(256);
for (const c of LEET.keys()) if (c < 256) SIGN[c] = 1;

/** True if the unit is a digit or sign that may stand for a letter. */
export function isLeetSign(c: number): boolean {
  return c < 256 ? SIGN[c] === 1 : c === 0x20ac;
}

/** Units of one word that are looked at, and signs in it: more is a password or a code. */
const LEET_UNITS = 24;
const LEET_SIGNS = 8;
const LEET_LETTERS = 3;
/** A number at the end counts what the word names (ipv4, reset1), except 0, which ends words as an o; at the beginning it wants a longer word (1st). */
const LONG_WORD = 5;
/** Units of a stem that holds all the signs. */
const LONG_STEM = 5;
/** At the end of a word these are punctuation. */
const TRAILING = new Set([33, 124, 0xa1]);

/** A known word written with digits or signs for letters ("p@ssw0rd", "b1tc0in"), beginning at `from`; null if it is none. */
export function leetWord(lower: string, from: number, vocabulary: Vocabulary): { readonly end: number; readonly cls: number } | null {
  let end = from;
  let signs = 0;
  let letters = 0;
  let lastSign = -1;
  for (; end < lower.length && end - from <= LEET_UNITS; end++) {
    const c = lower.charCodeAt(end);
    const kind = kindOfUnit(c);
    if (kind === LETTER) letters++;
    else if (isLeetSign(c)) {
      signs++;
      lastSign = end;
    } else if (kind === DIGIT) return null;
    else break;
  }
  while (end > from && TRAILING.has(lower.charCodeAt(end - 1))) {
    end--;
    signs--;
  }
  const size = end - from;
  if (signs <= 0 || letters < LEET_LETTERS || letters <= signs || signs > LEET_SIGNS || size > LEET_UNITS) return null;
  const first = lower.charCodeAt(from);
  const last = lower.charCodeAt(end - 1);
  if (last > 48 && last <= 57) return null;
  if ((isLeetSign(first) || last === 48) && size < LONG_WORD) return null;
  // name@host.tld is an address.
  if (lower[end] === '.' && kindAt(lower, end + 1) === LETTER && lower.slice(from, end).includes('@')) return null;
  if (lower.charCodeAt(lastSign) === 64 && lastSign === from && lower[from - 1] !== ' ' && lower[from - 1] !== '\n') return null;
  const cls = read(lower, { at: from, end, lastSign, from }, 0, vocabulary, { left: STEPS });
  return cls === 0 ? null : { end, cls };
}

/** Nodes visited for one word: each sign has at most three readings, and the trie ends most at once. */
const STEPS = 200;

type Place = { readonly at: number; readonly end: number; readonly lastSign: number; readonly from: number };

/** Depth is bounded by `LEET_UNITS`, breadth by the trie and `STEPS`. */
function read(lower: string, place: Place, node: number, vocabulary: Vocabulary, budget: { left: number }): number {
  const { at, end, lastSign, from } = place;
  const { words, wordClass, stemClass } = vocabulary;
  if (at === end) return wordClass[node] as number;
  if (budget.left-- <= 0) return 0;
  const c = lower.charCodeAt(at);
  for (const letter of LEET.get(c) ?? [c]) {
    const next = words.child(node, letter);
    if (next < 0) continue;
    const whole = read(lower, { at: at + 1, end, lastSign, from }, next, vocabulary, budget);
    if (whole !== 0) return whole;
    if (stemClass[next] !== 0 && at >= lastSign && at + 1 - from >= LONG_STEM) return stemClass[next] as number;
  }
  return 0;
}
