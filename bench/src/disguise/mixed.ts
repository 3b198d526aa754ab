import { CYRILLIC_FOR_LATIN, FULL_WIDTH, KANJI_FOR_KANA, LATIN_FOR_CYRILLIC } from './alphabets.js';
import { utf16 } from './encode.js';
import { compatibilityJamo } from './hangul.js';
import { onKeyWords } from './letters.js';
import { replaced } from './look-alikes.js';
import { around, base64, clean, encodedWords, html, mailOf, multipart, part, plain, retexted } from './mail.js';
import type { Disguise, Retext } from './model.js';
import { proseOf } from './prose.js';

const lookAlikes: Retext = (text, random, language) => {
  switch (language) {
    case 'ru':
      return replaced(text, LATIN_FOR_CYRILLIC, 0.3, random);
    case 'ja':
      return replaced(text, KANJI_FOR_KANA, 0.3, random);
    case 'ko':
      return compatibilityJamo(text, 0.1, random);
    default:
      return replaced(text, CYRILLIC_FOR_LATIN, 0.3, random);
  }
};

const strewn = (text: string, share: number, what: string, random: () => number): string =>
  text.replace(/(?<=\p{L})(?=\p{L})/gu, () => (random() < share ? what : ''));

const hidden = '<span style="display:none">x</span>';
const pageOf = (body: string): string => `<html><body>${body.replace(/\n/g, '<br>\n')}</body></html>`;

/** Several tricks at once, as real waves have them. */
export const MIXED: readonly Disguise[] = [
  {
    id: 'mixed-look-alikes-zero-width',
    why: 'twins of other scripts and invisible letters',
    apply: retexted((text, r, language) => strewn(lookAlikes(text, r, language), 0.2, '\u200b', r)),
  },
  {
    id: 'mixed-spaced-look-alikes',
    why: 'key words spaced and with twins',
    apply: retexted((text, r, language) => onKeyWords(text, language, (word) => [...lookAlikes(word, r, language)].join(' '))),
  },
  {
    id: 'mixed-case',
    why: 'bItCoIn; in Japanese all kana as katakana, in Korean full-width digits and jamo',
    apply: retexted((text, r, language) => {
      switch (language) {
        case 'ja':
          return text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
        case 'ko':
          return replaced(compatibilityJamo(text, 0.1, r), FULL_WIDTH, 1, r);
        default:
          return [...text].map((c, i) => (i % 2 === 0 ? c.toLowerCase() : c === 'ß' ? c : c.toUpperCase())).join('');
      }
    }),
  },
  {
    id: 'mixed-entities-hidden',
    why: 'letters by their number with hidden ones between',
    apply: (l, r) =>
      mailOf(
        encodedWords(l.subject),
        html(pageOf(around(l, (text) => text.replace(/\p{L}/gu, (c) => (r() < 0.3 ? `&#${c.codePointAt(0)};${hidden}` : r() < 0.2 ? `<b>${c}</b>` : c))))),
      ),
  },
  {
    id: 'mixed-utf-16-html',
    why: 'HTML in UTF-16 with soft hyphens',
    apply: (l, r) =>
      mailOf(
        encodedWords(l.subject),
        part('text/html; charset=utf-16', 'base64', base64(utf16(pageOf(around(l, (text) => strewn(text, 0.3, '&shy;', r))), 'le', 'bom'))),
      ),
  },
  {
    id: 'mixed-attached-page',
    why: 'an attached message whose HTML hides prose',
    apply: (l, r) => {
      const prose = proseOf(l.language, 200, r);
      const inner = mailOf(
        encodedWords(l.subject),
        html(pageOf(`<div style="display:none">${prose}</div>${around(l, (text) => strewn(text, 0.2, '<!-- -->', r))}`)),
      );
      return mailOf(encodedWords('Fwd: document'), multipart('mixed', [plain(proseOf(l.language, 40, r)), part('message/rfc822', '8bit', inner)]));
    },
  },
  {
    id: 'mixed-wrapped-twice',
    why: 'a message in a message, quoted-printable words, innocent text around it',
    apply: (l, r) => {
      const middle = mailOf('Fwd', multipart('mixed', [plain(proseOf(l.language, 40, r)), part('message/rfc822', '8bit', clean(l))], 'inner-of-the-letter'));
      return mailOf('Fwd', multipart('mixed', [part('message/rfc822', '8bit', middle), plain(proseOf(l.language, 300, r))]));
    },
  },
  {
    id: 'mixed-dotted-marks',
    why: 'marks on letters, dots in key words',
    apply: retexted((text, r, language) => onKeyWords(text, language, (word) => [...word].map((c) => (r() < 0.5 ? `${c}\u0323` : c)).join('.'))),
  },
];
