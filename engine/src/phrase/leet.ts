import { DIGIT, kindOfUnit, LETTER } from '../fold/letters.js';
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
  '+': 't',
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
const LEET_LETTERS = 2;
/** At the end of a word these are punctuation. */
const TRAILING = new Set([33, 124, 43, 0xa1].map(Number));

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
  if (signs === 0 || lastSign < from || letters < LEET_LETTERS || letters < signs || signs > LEET_SIGNS || end - from > LEET_UNITS) return null;
  const cls = read(lower, from, end, 0, vocabulary, { left: STEPS });
  return cls === 0 ? null : { end, cls };
}

/** Nodes visited for one word: each sign has at most three readings, and the trie ends most at once. */
const STEPS = 200;

/** Depth is bounded by `LEET_UNITS`, breadth by the trie and `STEPS`. */
function read(lower: string, at: number, end: number, node: number, vocabulary: Vocabulary, budget: { left: number }): number {
  const { words, wordClass, stemClass } = vocabulary;
  if (at === end) return wordClass[node] as number;
  if (budget.left-- <= 0) return 0;
  const c = lower.charCodeAt(at);
  const readings = LEET.get(c) ?? [c];
  for (const letter of readings) {
    const next = words.child(node, letter);
    if (next < 0) continue;
    const whole = read(lower, at + 1, end, next, vocabulary, budget);
    if (whole !== 0) return whole;
    if (stemClass[next] !== 0) return stemClass[next] as number;
  }
  return 0;
}
