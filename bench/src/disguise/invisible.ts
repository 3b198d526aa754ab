import { retexted } from './mail.js';
import type { Disguise, Random } from './model.js';

/** Puts something between two letters of a word, at a share of all such places. */
function between(share: number, what: (random: Random) => string) {
  return retexted((text, random) => text.replace(/(?<=[\p{L}\p{N}])(?=[\p{L}\p{N}])/gu, () => (random() < share ? what(random) : '')));
}

const oneOf = (random: Random, letters: string): string => [...letters][Math.floor(random() * [...letters].length)] as string;

/** A letter stored backwards and shown forwards, between RIGHT-TO-LEFT OVERRIDE and its end. */
const backwards = (word: string): string => `\u202e${[...word].reverse().join('')}\u202c`;

/** Nothing of it is seen on a screen. */
export const INVISIBLE: readonly Disguise[] = [
  { id: 'zero-width-space', why: 'U+200B inside words', apply: between(0.4, () => '\u200b') },
  { id: 'zero-width-joiners', why: 'U+200C, U+200D, U+FEFF inside words', apply: between(0.4, (r) => oneOf(r, '\u200c\u200d\ufeff')) },
  { id: 'soft-hyphen', why: 'U+00AD shows only at the end of a line', apply: between(0.5, () => '\u00ad') },
  { id: 'word-joiner', why: 'U+2060 and the invisible operators U+2061-2064', apply: between(0.4, (r) => oneOf(r, '\u2060\u2061\u2062\u2063\u2064')) },
  { id: 'variation-selectors', why: 'U+FE00-FE0F after letters', apply: between(0.4, (r) => String.fromCharCode(0xfe00 + Math.floor(r() * 16))) },
  {
    id: 'variation-selectors-supplement',
    why: 'U+E0100-E01EF after letters: two units each',
    apply: between(0.4, (r) => String.fromCodePoint(0xe0100 + Math.floor(r() * 240))),
  },
  {
    id: 'tag-characters',
    why: 'U+E0020-E007E, once meant for language tags',
    apply: between(0.4, (r) => String.fromCodePoint(0xe0061 + Math.floor(r() * 26))),
  },
  { id: 'grapheme-joiner', why: 'U+034F, a combining mark that shows nothing', apply: between(0.4, () => '\u034f') },
  { id: 'hangul-fillers', why: 'U+115F, U+1160: letters by name, of no width', apply: between(0.4, (r) => oneOf(r, '\u115f\u1160')) },
  { id: 'hangul-filler-wide', why: 'U+3164 shows as a blank; inside few words', apply: between(0.08, (r) => oneOf(r, '\u3164\uffa0')) },
  { id: 'vowel-separators', why: 'U+180E Mongolian, U+17B4-17B5 Khmer: show nothing', apply: between(0.4, (r) => oneOf(r, '\u180e\u17b4\u17b5')) },
  {
    id: 'bidi-marks',
    why: 'U+200E, U+061C and empty embeddings inside words',
    apply: between(0.3, (r) => ['\u200e', '\u061c', '\u202a\u202c', '\u2066\u2069'][Math.floor(r() * 4)] as string),
  },
  {
    id: 'bidi-wrapped',
    why: 'each word in its own left-to-right override',
    apply: retexted((text) => text.replace(/[\p{L}\p{N}]+/gu, (word) => `\u202d${word}\u202c`)),
  },
  {
    id: 'bidi-backwards',
    why: 'words stored backwards and shown forwards',
    apply: retexted((text, random) => text.replace(/\p{L}{3,}/gu, (word) => (random() < 0.8 ? backwards(word) : word))),
  },
  { id: 'invisible-mixed', why: 'many kinds in one text', apply: between(0.7, (r) => oneOf(r, '\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\ufe0f')) },
];
