import { onKeyWords } from './letters.js';
import { around, type Body, base64, clean, encodedWords, html, mailOf, multipart, part, plain, retexted, utf8 } from './mail.js';
import type { BluffLetter, Disguise, LetterLanguage, Random } from './model.js';
import { proseOf } from './prose.js';

const PADDING = 20_000;
const SYMBOLS = [...'☆★♪♥◆○●■✿✦'];

/** Letters that the language does not use, drawn beside its own. */
function foreignLetters(language: LetterLanguage): readonly string[] {
  return language === 'ja' || language === 'ko' ? [...'bdfhkmqvwxz'] : [...'山川運行海雨ぞまのひみ空風'];
}

function parted(each: (random: Random, language: LetterLanguage) => string) {
  return retexted((text, random, language) => text.replace(/\p{L}/gu, (letter) => letter + each(random, language)));
}

const oneOf = (random: Random, choices: readonly string[]): string => choices[Math.floor(random() * choices.length)] as string;

function withText(letter: BluffLetter, text: string): Uint8Array {
  return mailOf(encodedWords(letter.subject), part('text/plain; charset=utf-8', 'base64', base64(utf8(text))));
}

/** The letter somewhere in a mail whose own words are a sentence or two of nothing. */
function within(subtype: string, parts: (letter: BluffLetter, prose: string) => readonly Body[]): Disguise['apply'] {
  return (letter, random) => mailOf(encodedWords(letter.subject), multipart(subtype, parts(letter, proseOf(letter.language, 60, random))));
}

const asHtml = (text: string): string => `<html><body>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>\n')}</body></html>`;

/** Other things in, before, after or around the letter. */
export const NOISE: readonly Disguise[] = [
  { id: 'noise-letters', why: 'a letter of another script after each letter', apply: parted((r, language) => oneOf(r, foreignLetters(language))) },
  {
    id: 'noise-symbols',
    why: 'a star or flower after each letter of key words',
    apply: retexted((text, r, language) => onKeyWords(text, language, (word) => [...word].join(oneOf(r, SYMBOLS)))),
  },
  {
    id: 'noise-emoji',
    why: 'a picture between words, and inside key words',
    apply: retexted((text, r, language) =>
      onKeyWords(text, language, (word) => `${word.slice(0, 2)}😈${word.slice(2)}`).replace(/ /g, () => ` ${oneOf(r, ['💰', '👀', '🔥'])} `),
    ),
  },
  { id: 'padding-before', why: '20,000 innocent letters first', apply: (l, r) => withText(l, `${proseOf(l.language, PADDING, r)}\n\n${l.text}`) },
  { id: 'padding-after', why: '20,000 innocent letters after it', apply: (l, r) => withText(l, `${l.text}\n\n${proseOf(l.language, PADDING, r)}`) },
  {
    id: 'padding-between',
    why: 'an innocent sentence after each line',
    apply: (l, r) =>
      withText(
        l,
        l.text.replace(/\n/g, () => `\n${proseOf(l.language, 20, r)}\n`),
      ),
  },
  { id: 'far-below', why: 'after 400 blank lines', apply: (l, r) => withText(l, `${proseOf(l.language, 60, r)}${'\n'.repeat(400)}${l.text}`) },
  { id: 'quoted', why: 'as a quotation', apply: (l) => withText(l, l.text.replace(/^/gm, '> ')) },
  { id: 'quoted-twice', why: 'as a quotation in a quotation', apply: (l) => withText(l, l.text.replace(/^/gm, '>> ')) },
  {
    id: 'quoted-wrapped',
    why: 'a quotation with its lines cut between words',
    apply: (l) => withText(l, around(l, (text) => text.replace(l.language === 'ja' ? /.{30}(?=.)/gu : /.{30,50} (?=.)/gu, '$&\n')).replace(/^/gm, '> ')),
  },
  { id: 'message-attached', why: 'in message/rfc822', apply: within('mixed', (l, prose) => [plain(prose), part('message/rfc822', '8bit', clean(l))]) },
  {
    id: 'message-attached-base64',
    why: 'an .eml sent as a file',
    apply: within('mixed', (l, prose) => [
      plain(prose),
      part('message/rfc822; name="letter.eml"', 'base64', base64(clean(l)), 'Content-Disposition: attachment; filename="letter.eml"'),
    ]),
  },
  {
    id: 'text-attached',
    why: 'a .txt file',
    apply: within('mixed', (l, prose) => [
      plain(prose),
      part('text/plain; charset=utf-8; name="letter.txt"', 'base64', base64(utf8(l.text)), 'Content-Disposition: attachment; filename="letter.txt"'),
    ]),
  },
  {
    id: 'text-attached-bare',
    why: 'a .txt file of no type and no charset',
    apply: within('mixed', (l, prose) => [
      plain(prose),
      part('application/octet-stream', 'base64', base64(utf8(l.text)), 'Content-Disposition: attachment; filename="read me.txt"'),
    ]),
  },
  {
    id: 'html-attached',
    why: 'an .html file that says it is nothing',
    apply: within('mixed', (l, prose) => [
      plain(prose),
      part('application/octet-stream; name="letter.html"', 'base64', base64(utf8(asHtml(l.text))), 'Content-Disposition: attachment; filename="letter.html"'),
    ]),
  },
  {
    id: 'alternative',
    why: 'an innocent plain twin beside the HTML that is shown',
    apply: within('alternative', (l, prose) => [plain(prose), html(asHtml(l.text))]),
  },
  {
    id: 'alternative-first',
    why: 'the letter in plain, an innocent HTML beside it',
    apply: within('alternative', (l, prose) => [plain(l.text), html(asHtml(prose))]),
  },
  { id: 'after-empty-parts', why: 'behind thirty empty parts', apply: within('mixed', (l) => [...Array.from({ length: 30 }, () => plain('')), plain(l.text)]) },
  {
    id: 'in-two-parts',
    why: 'its halves in two text parts',
    apply: within('mixed', (l) => {
      const lines = l.text.split('\n');
      const half = lines.length >> 1;
      return [plain(lines.slice(0, half).join('\n')), plain(lines.slice(half).join('\n'))];
    }),
  },
  {
    id: 'nested-parts',
    why: 'eight multiparts deep',
    apply: (l) => {
      let body: Body = plain(l.text);
      for (let depth = 0; depth < 8; depth++) body = multipart(depth % 2 === 0 ? 'mixed' : 'related', [body], `b${depth}-of-the-letter`);
      return mailOf(encodedWords(l.subject), body);
    },
  },
];
