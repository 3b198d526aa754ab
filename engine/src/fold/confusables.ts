import { DRAWN_LIKE } from './confusables-data.js';

/** Scripts that are told apart when a word is looked at: Latin, those whose letters pass for Latin ones, and the rest. */
export type Script = 'latin' | 'cyrillic' | 'greek' | 'other';

/**
 * Letters that are drawn alike in print, case by case, because capital Cyrillic Т looks like T and small т like nothing.
 * Picked by hand from what real letters use: Unicode's own list also holds what only resembles (Б and b).
 */
const TWINS: Readonly<Record<'cyrillic' | 'greek', readonly [string, string]>> = {
  cyrillic: ['АаВЕеКМНОоРрСсТУуХхЅѕІіЈјԁԛԜԝһҺӀӏҮүѴѵԌԍ', 'AaBEeKMHOoPpCcTYyXxSsIiJjdQWwhhIlYyVvGg'],
  greek: ['ΑαΒΕΖΗΙιΚΜΝνΟοΡρΤΥυΧχϲϹϳγ', 'AaBEZHIiKMNvOoPpTYuXxcCjy'],
};
/** Letters that pass for Latin ones only in the middle of a Latin word (кeyboаrd, пoт). */
const PASSING = 'кk мm тt вb нh пn гr ьb иu яr шw бb ғf қk зz κk ηn τt σo εe δd μu βb ωw θo'.split(' ');

/**
 * Letters of Cyrillic alphabets that no one language has three of (Macedonian has two): a text with three of them is a Latin
 * one in disguise.
 */
const BORROWED = 'ԁԝԛԍӏһѕјѵԌԜԚҺЈЅ';
export const BORROWED_BEFORE_DISGUISE = 3;

const toLatin: Record<'cyrillic' | 'greek', Map<number, number>> = { cyrillic: new Map(), greek: new Map() };
const fromLatin: Record<'cyrillic' | 'greek', Map<number, number>> = { cyrillic: new Map(), greek: new Map() };
for (const script of ['cyrillic', 'greek'] as const) {
  const [own, latin] = TWINS[script];
  for (let i = 0; i < own.length; i++) {
    toLatin[script].set(own.charCodeAt(i), latin.charCodeAt(i));
    // A twin that folding would change again (ϲ becomes σ) is no way back.
    const stays = (own[i] as string).normalize('NFKC') === own[i] && !BORROWED.includes(own[i] as string);
    if (stays && !fromLatin[script].has(latin.charCodeAt(i))) fromLatin[script].set(latin.charCodeAt(i), own.charCodeAt(i));
  }
}
const loose = new Map<number, number>();
for (const [latin, sources] of Object.entries(DRAWN_LIKE)) for (const ch of sources) loose.set(ch.codePointAt(0) as number, latin.charCodeAt(0));
for (const pair of PASSING) loose.set(pair.charCodeAt(0), pair.charCodeAt(1));

export function borrowedLetter(c: number): number {
  return c >= 0x400 && c <= 0x52f ? BORROWED.indexOf(String.fromCharCode(c)) : -1;
}

/** The Latin letter that a code point is drawn like, strictly or in passing, or 0. For scripts that hardly anybody writes. */
export function latinLike(codePoint: number): number {
  return codePoint < 0x180 ? 0 : (loose.get(codePoint) ?? 0);
}

/** The Latin twin of a Cyrillic or Greek letter in print, or 0. */
export function latinTwin(c: number): number {
  return c < 0x370 || c > 0x52f ? 0 : (toLatin.cyrillic.get(c) ?? toLatin.greek.get(c) ?? 0);
}

/** The Cyrillic or Greek twin of a Latin letter, or 0. */
export function twinOfLatin(c: number, script: 'cyrillic' | 'greek'): number {
  return fromLatin[script].get(c) ?? 0;
}

export function isLatin(c: number): boolean {
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}

export function scriptOf(c: number): Script {
  if (isLatin(c)) return 'latin';
  if ((c >= 0x370 && c <= 0x3ff) || (c >= 0x1f00 && c <= 0x1fff)) return 'greek';
  if (c >= 0x400 && c <= 0x52f) return 'cyrillic';
  return 'other';
}
