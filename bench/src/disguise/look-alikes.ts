import {
  type Alphabet,
  ANY_FOR_CYRILLIC,
  ANY_FOR_LATIN,
  COMPATIBILITY_IDEOGRAPHS,
  CYRILLIC_FOR_LATIN,
  GREEK_FOR_LATIN,
  KANA_FOR_KANJI,
  KANJI_FOR_KANA,
  LARGE_KANA,
  LATIN_FOR_CYRILLIC,
  LETTERLIKE,
  OLD_KANJI,
  RADICALS,
} from './alphabets.js';
import { compatibilityJamo, halfWidthJamo, splitTails } from './hangul.js';
import { onKeyWords } from './letters.js';
import { retexted } from './mail.js';
import type { Disguise, Random } from './model.js';

/** Each letter of the alphabet becomes its form, at a share of all places. */
export function replaced(text: string, alphabet: Alphabet, share: number, random: Random): string {
  let out = '';
  for (const letter of text) {
    const form = alphabet[letter];
    out += form !== undefined && random() < share ? form : letter;
  }
  return out;
}

/** Leet speak of key words: one or two digits or signs a word. */
const LEET: Alphabet = { a: '@', e: '3', i: '1', o: '0', s: '$', A: '4', E: '3', I: '1', O: '0', S: '5' };
const LEET_CYRILLIC: Alphabet = { о: '0', з: '3', ч: '4', б: '6', О: '0', в: '8' };
/** Korean net writing: vowels drawn with Latin letters and digits (ㅋr for 카). */
const LEET_VOWELS: Alphabet = { ㅏ: 'r', ㅑ: 'F', ㅣ: '1', ㅐ: 'H', ㅡ: '-' };
/** Signs that are drawn like the long vowel mark. */
const LONG_MARKS = '―—−─－ｰ';

/** Letters of other scripts, or digits, that are drawn alike. */
export const LOOK_ALIKES: readonly Disguise[] = [
  {
    id: 'look-alikes-few',
    why: 'a tenth of the letters: Cyrillic in Latin, Latin in Cyrillic, kanji for kana; single jamo in Hangul',
    apply: retexted((text, random, language) => {
      switch (language) {
        case 'ru':
          return replaced(text, LATIN_FOR_CYRILLIC, 0.1, random);
        case 'ja':
          return replaced(text, KANJI_FOR_KANA, 0.15, random);
        case 'ko':
          return compatibilityJamo(text, 0.1, random);
        default:
          return replaced(text, CYRILLIC_FOR_LATIN, 0.1, random);
      }
    }),
  },
  {
    id: 'look-alikes-all',
    why: 'every letter that has a twin in one other script',
    apply: retexted((text, random, language) => {
      switch (language) {
        case 'ru':
          return replaced(text, LATIN_FOR_CYRILLIC, 1, random);
        case 'ja':
          return replaced(text, KANJI_FOR_KANA, 1, random);
        case 'ko':
          return compatibilityJamo(text, 0.5, random);
        default:
          return replaced(text, CYRILLIC_FOR_LATIN, 1, random);
      }
    }),
  },
  {
    id: 'look-alikes-of-many-scripts',
    why: 'Greek, Armenian, Cherokee, small capitals too: hardly a letter is its own',
    apply: retexted((text, random, language) => {
      switch (language) {
        case 'ru':
          return replaced(text, ANY_FOR_CYRILLIC, 0.8, random);
        case 'ja':
          return replaced(text, { ...KANJI_FOR_KANA, ...KANA_FOR_KANJI }, 0.6, random);
        case 'ko':
          return halfWidthJamo(text, 0.5, random);
        default:
          return replaced(text, ANY_FOR_LATIN, 0.8, random);
      }
    }),
  },
  {
    id: 'look-alikes-greek',
    why: 'Greek letters in Latin words; in Japanese the long mark drawn otherwise, in Korean syllables without their tails',
    apply: retexted((text, random, language) => {
      switch (language) {
        case 'ru':
          return replaced(text, { о: 'ο', а: 'α', р: 'ρ', у: 'γ', х: 'χ', к: 'κ', т: 'τ', в: 'β', и: 'υ', п: 'π' }, 0.5, random);
        case 'ja':
          return text.replace(/ー/g, () => LONG_MARKS[Math.floor(random() * LONG_MARKS.length)] as string);
        case 'ko':
          return splitTails(text, 0.5, random);
        default:
          return replaced(text, GREEK_FOR_LATIN, 0.5, random);
      }
    }),
  },
  {
    id: 'look-alikes-capitals',
    why: 'key words in capitals of the other script; in Japanese hiragana for katakana, in Korean single jamo',
    apply: retexted((text, random, language) =>
      onKeyWords(text, language, (word) => {
        switch (language) {
          case 'ru':
            return replaced(word.toUpperCase(), LATIN_FOR_CYRILLIC, 1, random);
          case 'ja':
            return word.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
          case 'ko':
            return compatibilityJamo(word, 1, random);
          default:
            return replaced(word.toUpperCase(), CYRILLIC_FOR_LATIN, 1, random);
        }
      }),
    ),
  },
  {
    id: 'leet',
    why: 'p@ssw0rd, b1tc0in; 0 and 3 in Russian, ㅋr in Korean, old forms of kanji',
    apply: retexted((text, random, language) =>
      onKeyWords(text, language, (word) => {
        switch (language) {
          case 'ru':
            return replaced(word, LEET_CYRILLIC, 0.7, random);
          case 'ja':
            return replaced(word, OLD_KANJI, 1, random);
          case 'ko':
            return [...compatibilityJamo(word, 0.3, random)].map((jamo) => LEET_VOWELS[jamo] ?? jamo).join('');
          default:
            return replaced(word, LEET, 0.5, random);
        }
      }),
    ),
  },
  {
    id: 'leet-strong',
    why: 'every vowel of the key words; other letters as digits in Russian, kana as katakana in Japanese',
    apply: retexted((text, random, language) =>
      onKeyWords(text, language, (word) => {
        switch (language) {
          case 'ru':
            return replaced(word, { ...LEET_CYRILLIC, а: '@', е: '3', и: 'u', т: '7' }, 0.9, random);
          case 'ja':
            return replaced(word, { ...KANJI_FOR_KANA, ...KANA_FOR_KANJI, ...OLD_KANJI }, 1, random);
          case 'ko':
            return [...compatibilityJamo(word, 0.6, random)].map((jamo) => LEET_VOWELS[jamo] ?? jamo).join('');
          default:
            return replaced(word, { ...LEET, t: '7', l: '1' }, 0.8, random);
        }
      }),
    ),
  },
  {
    id: 'inverted-i',
    why: 'the inverted exclamation mark for i; in Japanese small kana written large, in Korean jamo strewn in',
    apply: retexted((text, random, language) => {
      switch (language) {
        case 'ru':
          return text.replace(/и/g, () => (random() < 0.7 ? 'ᴎ' : 'и')).replace(/ы/g, 'ьı');
        case 'ja':
          return replaced(text, LARGE_KANA, 1, random);
        case 'ko':
          return onKeyWords(text, language, (word) => [...word].join('ㅋ'));
        default:
          return text.replace(/i/g, '¡').replace(/\?/g, '¿');
      }
    }),
  },
  {
    id: 'radicals',
    why: 'Kangxi radicals for kanji; letter-like signs and Roman numerals for Latin letters; half-width jamo in Korean',
    apply: retexted((text, random, language) => {
      switch (language) {
        case 'ja':
          return replaced(text, RADICALS, 1, random);
        case 'ko':
          return halfWidthJamo(text, 0.2, random);
        case 'ru':
          return replaced(replaced(text, LATIN_FOR_CYRILLIC, 0.5, random), LETTERLIKE, 1, random);
        default:
          return replaced(text, LETTERLIKE, 0.7, random);
      }
    }),
  },
  {
    id: 'compatibility-letters',
    why: 'compatibility ideographs for kanji; letters of closed shape (ᴏ, ı, ſ) for Latin; old jamo forms in Korean',
    apply: retexted((text, random, language) => {
      switch (language) {
        case 'ja':
          return replaced(text, COMPATIBILITY_IDEOGRAPHS, 1, random);
        case 'ko':
          return replaced(compatibilityJamo(text, 0.25, random), { ㅏ: 'ㅏ', ㅇ: '○', ㅁ: '口' }, 0.5, random);
        case 'ru':
          return replaced(text, { о: 'ᴏ', с: 'ᴄ', у: 'ү', х: '×', г: 'ꮁ', н: 'ʜ', т: 'ᴛ', к: 'ĸ' }, 0.5, random);
        default:
          return replaced(text, { o: 'ᴏ', i: 'ı', s: 'ſ', c: 'ᴄ', z: 'ᴢ', g: 'ɡ', a: 'ɑ', v: 'ᴠ', w: 'ᴡ', k: 'ĸ', l: '|', I: 'l', O: '0' }, 0.5, random);
      }
    }),
  },
];
