import { onKeyWords } from './letters.js';
import { retexted } from './mail.js';
import type { Disguise, LetterLanguage, Random, Retext } from './model.js';

const WRITES_WITHOUT_SPACES: ReadonlySet<LetterLanguage> = new Set(['ja']);
/** Kana, kanji and syllables are twice as wide as Latin letters. */
const isWide = (language: LetterLanguage): boolean => language === 'ja' || language === 'ko';

function keyWordsParted(separator: (random: Random) => string): Disguise['apply'] {
  return retexted((text, random, language) =>
    onKeyWords(text, language, (word) => {
      const between = separator(random);
      return [...word].join(between);
    }),
  );
}

const oneOf = (random: Random, choices: readonly string[]): string => choices[Math.floor(random() * choices.length)] as string;

/** Lines of exactly `columns`, whatever they cut. */
function cutAt(text: string, columns: number, end: string): string {
  return text
    .split('\n')
    .map((line) => {
      const letters = [...line];
      let out = '';
      for (let at = 0; at < letters.length; at += columns) {
        const piece = letters.slice(at, at + columns).join('');
        const inside = /\p{L}$/u.test(piece) && /^\p{L}/u.test(letters[at + columns] ?? '');
        out += at + columns < letters.length ? `${piece}${inside ? end : ''}\n` : piece;
      }
      return out;
    })
    .join('\n');
}

/** Between kana, kanji, katakana and Latin letters: about where a learner's book would put a space. */
const WORD_BORDER = /(?<=[぀-ゟ])(?=[゠-ヿ一-鿿A-Za-z0-9])|(?<=[゠-ヿ])(?=[一-鿿])/g;

const letterSpaced =
  (separator: string, gap: string): Retext =>
  (text) =>
    text
      .split('\n')
      .map((line) =>
        line
          .split(' ')
          .map((word) => [...word].join(separator))
          .join(gap),
      )
      .join('\n');

/** Spaces, dots and line ends where none belong, or none where they belong. */
export const SPACING: readonly Disguise[] = [
  { id: 'spaced-key-words', why: 'b i t c o i n', apply: keyWordsParted(() => ' ') },
  { id: 'spaced-all', why: 'every letter, two more spaces between words', apply: retexted(letterSpaced(' ', '   ')) },
  { id: 'spaced-all-thin', why: 'the same with thin and no-break spaces', apply: retexted(letterSpaced('\u2009', '\u00a0\u00a0 ')) },
  { id: 'dotted', why: 'b.i.t.c.o.i.n, or middle dots', apply: keyWordsParted((r) => oneOf(r, ['.', '·', '・', '•'])) },
  { id: 'hyphened', why: 'b-i-t-c-o-i-n', apply: keyWordsParted((r) => oneOf(r, ['-', '–', '‐'])) },
  { id: 'underscored', why: 'b_i_t_c_o_i_n, b|i|t', apply: keyWordsParted((r) => oneOf(r, ['_', '|', '/'])) },
  { id: 'starred', why: 'b*i*t*c*o*i*n', apply: keyWordsParted((r) => oneOf(r, ['*', '~', '+', '^'])) },
  { id: 'dotted-all', why: 'a dot between all letters of all words', apply: retexted((text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, '.')) },
  {
    id: 'one-sign-a-word',
    why: 'bit*coin: one sign somewhere in each key word',
    apply: retexted((text, random, language) =>
      onKeyWords(text, language, (word) => {
        const at = 1 + Math.floor(random() * Math.max(1, word.length - 1));
        return word.slice(0, at) + oneOf(random, ['*', '.', '-', '_', ' ', "'", '`', '~']) + word.slice(at);
      }),
    ),
  },
  {
    id: 'bracketed',
    why: '(b)(i)(t)(c)(o)(i)(n), [b][i][t]',
    apply: retexted((text, random, language) =>
      onKeyWords(text, language, (word) => {
        const [open, close] = oneOf(random, ['()', '[]', '{}', '【】']);
        return [...word].map((letter) => `${open}${letter}${close}`).join('');
      }),
    ),
  },
  {
    id: 'bracketed-letter',
    why: 'bit(c)oin: one letter of each key word',
    apply: retexted((text, random, language) =>
      onKeyWords(text, language, (word) => {
        const at = Math.floor(random() * word.length);
        return `${word.slice(0, at)}(${word.charAt(at)})${word.slice(at + 1)}`;
      }),
    ),
  },
  { id: 'cut-lines', why: 'lines of 40 columns, cutting words', apply: retexted((text, _, language) => cutAt(text, isWide(language) ? 20 : 40, '')) },
  { id: 'cut-lines-hyphen', why: 'the same with a hyphen at the cut', apply: retexted((text, _, language) => cutAt(text, isWide(language) ? 18 : 37, '-')) },
  { id: 'cut-short', why: 'lines of 12 letters', apply: retexted((text, _, language) => cutAt(text, isWide(language) ? 8 : 16, '')) },
  {
    id: 'blank-lines',
    why: 'a blank line after every few words; after every few letters in Japanese',
    apply: retexted((text, _, language) =>
      WRITES_WITHOUT_SPACES.has(language) ? text.replace(/.{9}(?=.)/gu, '$&\n\n') : text.replace(/((?:\S+ ){3})/g, '$1\n\n'),
    ),
  },
  {
    id: 'run-together',
    why: 'no spaces in half of the sentences, words told by capitals; in Japanese spaces where none belong',
    apply: retexted((text, random, language) => {
      if (language === 'ja') return text.replace(WORD_BORDER, ' ');
      return text.replace(/[^.!?\n]+[.!?]/g, (sentence) => {
        if (random() < 0.5) return sentence;
        return language === 'ko' ? sentence.replace(/(?<=\S) /g, '') : sentence.replace(/(?<=\S) (\p{L})/gu, (_, letter: string) => letter.toUpperCase());
      });
    }),
  },
  {
    id: 'odd-spaces',
    why: 'tabs, no-break, ideographic, figure and Ogham spaces, several at once',
    apply: retexted((text, random, language) => {
      const space = (): string => oneOf(random, ['\t', '\u00a0', '\u3000', '\u2007', '\u202f', '\u2003\u2002', ' \u00a0 ', '\u1680', '\u205f', '\u2800']);
      return language === 'ja' ? text.replace(WORD_BORDER, space) : text.replace(/ /g, space);
    }),
  },
];
