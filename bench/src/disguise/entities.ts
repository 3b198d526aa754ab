import { around, base64, encodedWords, html, mailOf, part, utf8 } from './mail.js';
import type { BluffLetter, Disguise } from './model.js';

type Write = (codePoint: number) => string;

const decimal: Write = (c) => `&#${c};`;
const hex: Write = (c) => `&#x${c.toString(16)};`;

const written = (text: string, write: Write): string => text.replace(/[\p{L}\p{M}\p{N}]/gu, (letter) => write(letter.codePointAt(0) as number));

function inHtml(letter: BluffLetter, write: Write): Uint8Array {
  return pageOf(letter, written(letter.text, write));
}

function pageOf(letter: BluffLetter, text: string): Uint8Array {
  return mailOf(encodedWords(letter.subject), html(`<html><body><p>${text.replace(/\n/g, '<br>\n')}</p></body></html>`));
}

/** Where nothing decodes them a person does not read them, but many mail pages decode them all the same. */
function inPlain(letter: BluffLetter, write: Write): Uint8Array {
  return mailOf(encodedWords(letter.subject), part('text/plain; charset=utf-8', 'base64', base64(utf8(around(letter, (text) => written(text, write))))));
}

/** Letters by their number. */
export const ENTITIES: readonly Disguise[] = [
  { id: 'entities-decimal', why: '&#98;', apply: (l) => inHtml(l, decimal) },
  { id: 'entities-hexadecimal', why: '&#x62;', apply: (l) => inHtml(l, hex) },
  { id: 'entities-no-semicolon', why: '&#98 without its end: browsers read it', apply: (l) => inHtml(l, (c) => `&#${c}`) },
  {
    id: 'entities-padded',
    why: '&#X00062; and &#0000098;',
    apply: (l, r) => inHtml(l, (c) => (r() < 0.5 ? `&#X000${c.toString(16).toUpperCase()};` : `&#000000${c};`)),
  },
  {
    id: 'entities-some',
    why: 'one letter in three, beside plain ones',
    apply: (l, r) => inHtml(l, (c) => (r() < 0.33 ? (r() < 0.5 ? hex(c) : decimal(c)) : String.fromCodePoint(c))),
  },
  {
    id: 'entities-twice',
    why: '&amp;#98; shows as &#98;',
    apply: (l) =>
      pageOf(
        l,
        around(l, (text) => written(text, (c) => `&amp;#${c};`)),
      ),
  },
  { id: 'entities-in-plain', why: 'in text/plain', apply: (l) => inPlain(l, decimal) },
  { id: 'entities-in-plain-hexadecimal', why: 'in text/plain', apply: (l) => inPlain(l, hex) },
  { id: 'entities-in-plain-broken', why: 'in text/plain, without their ends', apply: (l) => inPlain(l, (c) => `&#${c}`) },
];
