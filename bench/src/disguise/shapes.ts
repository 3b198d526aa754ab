import {
  ACCENTED,
  ACCENTED_CYRILLIC,
  type Alphabet,
  CIRCLED,
  FULL_WIDTH,
  HALF_WIDTH_KANA,
  LATIN_FOR_CYRILLIC,
  MATHS_BOLD,
  MATHS_FRAKTUR,
  MATHS_MONO,
  MATHS_SCRIPT,
  NEGATIVE_CIRCLED,
  PARENTHESISED,
  RAISED,
  REGIONAL,
  SMALL_CAPITALS,
  SMALL_KANA,
  SQUARED,
} from './alphabets.js';
import { compatibilityJamo, conjoiningJamo, halfWidthJamo, splitTails } from './hangul.js';
import { onKeyWords } from './letters.js';
import { replaced } from './look-alikes.js';
import { retexted } from './mail.js';
import type { Disguise, LetterLanguage, Random } from './model.js';

type Change = (text: string, random: Random) => string;

/**
 * Shapes that exist for Latin letters alone: umlauts keep their marks apart, Cyrillic letters go by their Latin twins, and
 * Japanese and Korean, which have no such shapes, bring a trick of their own beside their few Latin letters.
 */
function shaped(alphabet: Alphabet, own: { readonly ja: Change; readonly ko: Change }, share = 1) {
  return retexted((text, random, language) => {
    const latin = (words: string): string => replaced(words, alphabet, share, random);
    switch (language) {
      case 'ja':
      case 'ko':
        return latin(own[language](text, random));
      case 'ru':
        return latin(replaced(text, LATIN_FOR_CYRILLIC, 0.7, random));
      default:
        return latin(text.normalize('NFD'));
    }
  });
}

const inKeyWords =
  (language: LetterLanguage, change: Change): Change =>
  (text, random) =>
    onKeyWords(text, language, (word) => change(word, random));
const halfKana: Change = (text, random) => replaced(text, HALF_WIDTH_KANA, 1, random);
const hiragana: Change = (text) => text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
/** Voicing marks as signs of their own: カ゛ for ガ. */
const voicedApart: Change = (text) =>
  text
    .normalize('NFD')
    .replace(/\u3099/g, '゛')
    .replace(/\u309a/g, '゜');

/** Marks put on letters, `each` to a letter. */
function marked(marks: string, each: number, share = 1) {
  const all = [...marks];
  return retexted((text, random) =>
    text.replace(/\p{L}/gu, (letter) => {
      if (random() >= share) return letter;
      let out = letter;
      for (let i = 0; i < each; i++) out += all[Math.floor(random() * all.length)];
      return out;
    }),
  );
}

/** The same letters, drawn otherwise. */
export const SHAPES: readonly Disguise[] = [
  {
    id: 'maths-bold',
    why: 'U+1D400: bold; half-width in Japanese and Korean',
    apply: shaped(MATHS_BOLD, { ja: halfKana, ko: (t, r) => halfWidthJamo(t, 1, r) }),
  },
  {
    id: 'maths-script',
    why: 'U+1D4D0: script; hiragana for katakana, jamo apart in key words',
    apply: shaped(MATHS_SCRIPT, { ja: inKeyWords('ja', hiragana), ko: inKeyWords('ko', (t, r) => compatibilityJamo(t, 1, r)) }),
  },
  {
    id: 'maths-fraktur',
    why: 'U+1D56C: black letter; half-width in key words',
    apply: shaped(MATHS_FRAKTUR, { ja: inKeyWords('ja', halfKana), ko: inKeyWords('ko', (t, r) => halfWidthJamo(t, 1, r)) }),
  },
  {
    id: 'maths-mono',
    why: 'U+1D670: typewriter, in part; voicing marks apart, tails apart',
    apply: shaped(MATHS_MONO, { ja: voicedApart, ko: (t, r) => splitTails(t, 1, r) }, 0.5),
  },
  {
    id: 'full-width',
    why: 'U+FF21: letters as wide as kana; jamo of every other syllable joined by the screen',
    apply: shaped(FULL_WIDTH, { ja: (t) => t, ko: (t, r) => conjoiningJamo(t, 0.5, r) }),
  },
  {
    id: 'half-width',
    why: 'half-width kana and jamo in places; raised and lowered Latin letters',
    apply: shaped(RAISED, { ja: (t, r) => replaced(t, HALF_WIDTH_KANA, 0.5, r), ko: (t, r) => halfWidthJamo(t, 0.3, r) }),
  },
  {
    id: 'circled',
    why: 'letters, kana and syllables in circles',
    apply: shaped(CIRCLED, { ja: inKeyWords('ja', (t, r) => replaced(voicedApart(t, r), CIRCLED, 1, r)), ko: (t) => t }),
  },
  { id: 'parenthesised', why: 'letters in brackets that are one sign', apply: shaped(PARENTHESISED, { ja: (t) => t, ko: (t) => t }) },
  {
    id: 'squared',
    why: 'white letters on black squares',
    apply: shaped(SQUARED, { ja: (t) => t, ko: (t, r) => compatibilityJamo(t, 0.2, r) }),
  },
  {
    id: 'negative-circled',
    why: 'white letters on black circles, in part; hiragana for katakana everywhere',
    apply: shaped(NEGATIVE_CIRCLED, { ja: hiragana, ko: (t, r) => splitTails(t, 0.7, r) }, 0.6),
  },
  {
    id: 'emoji-letters',
    why: 'regional indicators and keycaps',
    apply: retexted((text, random, language) => {
      const capped = text.replace(/[0-9]/g, (digit) => `${digit}\ufe0f\u20e3`);
      if (language === 'ja' || language === 'ko') return capped.replace(/[A-Za-z]/g, (letter) => REGIONAL[letter] ?? letter);
      // Two in a row would be drawn as a flag: who uses them parts them.
      const latin = language === 'ru' ? replaced(capped, LATIN_FOR_CYRILLIC, 0.5, random) : capped;
      return latin.replace(/[A-Za-z]/g, (letter) => `${REGIONAL[letter]}\u200b`);
    }),
  },
  {
    id: 'small-capitals',
    why: 'phonetic small capitals; small kana for large, single jamo',
    apply: shaped(SMALL_CAPITALS, { ja: (t, r) => replaced(t, SMALL_KANA, 1, r), ko: (t, r) => compatibilityJamo(t, 0.15, r) }),
  },
  {
    id: 'accents',
    why: 'å for a, ø for o; dots over kana and syllables',
    apply: retexted((text, random, language) => {
      switch (language) {
        case 'ru':
          return replaced(text, ACCENTED_CYRILLIC, 0.6, random);
        case 'ja':
        case 'ko':
          return text.replace(/\p{L}/gu, (letter) => (random() < 0.5 ? `${letter}\u0308` : letter));
        default:
          return replaced(text, ACCENTED, 0.6, random);
      }
    }),
  },
  { id: 'marks-on-every-letter', why: 'one mark on each', apply: marked('\u0300\u0301\u0302\u0303\u0308\u030a\u030c', 1) },
  { id: 'mark-towers', why: 'five marks on each', apply: marked('\u0300\u0302\u0308\u0316\u0323\u0330\u0347\u035b', 5, 0.8) },
  { id: 'mark-below', why: 'U+032A, a bridge below', apply: marked('\u032a', 1) },
  { id: 'struck-through', why: 'U+0336 and U+0338 across letters', apply: marked('\u0336\u0338', 1) },
  { id: 'underlined', why: 'U+0332 below letters', apply: marked('\u0332\u0333', 1) },
  { id: 'enclosed', why: 'U+20DD, U+20DE, U+20E3 around letters', apply: marked('\u20dd\u20de\u20e3', 1, 0.5) },
  {
    id: 'ligatures',
    why: 'ﬁ, ﬀ, ﬆ; half-width voicing marks in Japanese; ы in two pieces; some conjoining jamo in Korean',
    apply: retexted((text, random, language) => {
      switch (language) {
        case 'ru':
          return text.replace(/ль/g, 'љ').replace(/нь/g, 'њ').replace(/ы/g, 'ьі').replace(/ю/g, 'іо');
        case 'ja':
          return text
            .normalize('NFD')
            .replace(/\u3099/g, 'ﾞ')
            .replace(/\u309a/g, 'ﾟ');
        case 'ko':
          return conjoiningJamo(text, 0.3, random);
        default:
          return text.replace(
            /ffi|ffl|ff|fi|fl|st|ij|nj|lj|dz/g,
            (pair) => ({ ffi: 'ﬃ', ffl: 'ﬄ', ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ', st: 'ﬆ', ij: 'ĳ', nj: 'ǌ', lj: 'ǉ', dz: 'ǳ' })[pair] ?? pair,
          );
      }
    }),
  },
  {
    id: 'decomposed',
    why: 'letters and marks apart (NFD); in English a dotless i with a dot',
    apply: retexted((text, _, language) => (language === 'en' ? text.replace(/i/g, 'ı\u0307').replace(/j/g, 'ȷ\u0307') : text.normalize('NFD'))),
  },
];
