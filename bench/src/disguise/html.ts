import { encode } from './encode.js';
import { onKeyWords } from './letters.js';
import { base64, encodedWords, html, mailOf, part, utf8 } from './mail.js';
import type { BluffLetter, Disguise, LetterLanguage, Random } from './model.js';
import { proseOf } from './prose.js';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Paragraphs of a letter as HTML, each piece that is not the wallet changed. */
function paragraphs(letter: BluffLetter, change: (html: string) => string, tag = 'p'): string {
  return letter.text
    .split('\n')
    .map((line) => `<${tag}>${escaped(line).split(letter.wallet).map(change).join(letter.wallet)}</${tag}>`)
    .join('\n');
}

function page(letter: BluffLetter, body: string, head = ''): Uint8Array {
  return mailOf(encodedWords(letter.subject), html(`<!DOCTYPE html>\n<html><head><meta charset="utf-8">${head}</head>\n<body>${body}</body></html>`));
}

/** Something between two letters of words, at a share of all places; entities stay whole. */
function between(share: number, what: (random: Random, language: LetterLanguage) => string, head = ''): Disguise['apply'] {
  return (letter, random) =>
    page(
      letter,
      paragraphs(letter, (text) =>
        text.replace(/&\w+;|(?<=\p{L})(?=\p{L})/gu, (place) => (place === '' && random() < share ? what(random, letter.language) : place)),
      ),
      head,
    );
}

/** A letter of the same script that does not belong there. */
function noise(random: Random, language: LetterLanguage): string {
  const letters = { en: 'qwrtzpsdf', de: 'qwrtzpsdf', ru: 'щжфцшбгд', ja: 'ぬゆよヌネホ犬海', ko: '귤뫼춤꿈별' }[language];
  return [...letters][Math.floor(random() * [...letters].length)] as string;
}

const hiddenSpan =
  (attribute: string) =>
  (random: Random, language: LetterLanguage): string =>
    `<span ${attribute}>${noise(random, language)}${noise(random, language)}</span>`;

/** Innocent sentences that nobody sees, between the letter's own. */
function amid(hidden: (prose: string) => string): Disguise['apply'] {
  return (letter, random) =>
    page(
      letter,
      paragraphs(letter, (text) => text).replace(/<\/p>\n/g, () => `</p>\n${hidden(proseOf(letter.language, 400, random))}\n`),
    );
}

/** Pieces of a line that a table may hold: words, or four letters where no spaces are. */
function cells(line: string, language: LetterLanguage, wallet: string): string[] {
  if (line.includes(wallet)) return [line];
  return language === 'ja' ? (line.match(/.{1,4}/gu) ?? []) : line.split(' ');
}

export const HTML: readonly Disguise[] = [
  {
    id: 'html-empty-tags',
    why: 'bit<b></b>coin',
    apply: between(0.4, (r) => ['<b></b>', '<i></i>', '<span></span>', '<font></font>', '<!---->'][Math.floor(r() * 5)] as string),
  },
  {
    id: 'html-letter-tags',
    why: 'each letter in a tag of its own',
    apply: (l) =>
      page(
        l,
        paragraphs(l, (text) => text.replace(/&\w+;|\p{L}/gu, (c) => (c.length > 2 ? c : `<span>${c}</span>`))),
      ),
  },
  {
    id: 'html-font-tags',
    why: 'letters in changing colours',
    apply: between(0.4, (r) => `</font><font color="#0${Math.floor(r() * 9)}0${Math.floor(r() * 9)}00">`),
  },
  { id: 'html-comments', why: 'bit<!-- garden -->coin', apply: between(0.4, (r, language) => `<!-- ${noise(r, language)} -->`) },
  { id: 'html-unknown-tags', why: 'tags that do not exist', apply: between(0.4, (r) => `<x${Math.floor(r() * 900)}>`) },
  { id: 'html-hidden-display', why: 'noise letters with display:none', apply: between(0.3, hiddenSpan('style="display:none"')) },
  { id: 'html-hidden-shout', why: 'the same, written otherwise', apply: between(0.3, hiddenSpan("STYLE='DISPLAY : NONE !important;'")) },
  { id: 'html-hidden-font-size', why: 'noise letters of size zero', apply: between(0.3, hiddenSpan('style="font-size:0"')) },
  { id: 'html-hidden-one-pixel', why: 'noise letters of one pixel', apply: between(0.3, hiddenSpan('style="font-size:1px;line-height:0"')) },
  { id: 'html-hidden-white', why: 'white noise on white', apply: between(0.3, hiddenSpan('style="color:#ffffff"')) },
  { id: 'html-hidden-font-white', why: 'the same with a font tag', apply: between(0.3, (r, language) => `<font color="white">${noise(r, language)}</font>`) },
  {
    id: 'html-hidden-visibility',
    why: 'visibility, opacity',
    apply: between(0.3, (r, language) => hiddenSpan(r() < 0.5 ? 'style="visibility:hidden"' : 'style="opacity:0"')(r, language)),
  },
  {
    id: 'html-hidden-class',
    why: 'hidden by a class of the style sheet',
    apply: between(0.3, hiddenSpan('class="q7"'), '<style>.q7{display:none} p{margin:1em}</style>'),
  },
  { id: 'html-hidden-attribute', why: 'the hidden attribute', apply: between(0.3, hiddenSpan('hidden')) },
  { id: 'html-hidden-zero-box', why: 'a box of no size', apply: between(0.3, hiddenSpan('style="display:inline-block;width:0;height:0;overflow:hidden"')) },
  { id: 'html-hidden-prose', why: 'innocent paragraphs that nobody sees', apply: amid((prose) => `<div style="display:none">${prose}</div>`) },
  {
    id: 'html-offscreen-prose',
    why: 'innocent paragraphs beside the screen',
    apply: amid((prose) => `<div style="position:absolute;left:-9999px;top:0">${prose}</div>`),
  },
  {
    id: 'html-small-prose',
    why: 'innocent paragraphs of size zero, in white',
    apply: amid((prose) => `<p style="font-size:0px;color:#fff;max-height:0">${prose}</p>`),
  },
  {
    id: 'html-word-cells',
    why: 'a table with a word in each cell',
    apply: (l) =>
      page(
        l,
        `<table>${l.text
          .split('\n')
          .map(
            (line) =>
              `<tr>${cells(line, l.language, l.wallet)
                .map((word) => `<td>${escaped(word)}</td>`)
                .join('')}</tr>`,
          )
          .join('\n')}</table>`,
      ),
  },
  {
    id: 'html-word-blocks',
    why: 'each word in a block that the style sets in line',
    apply: (l) =>
      page(
        l,
        l.text
          .split('\n')
          .map(
            (line) =>
              `<p>${cells(line, l.language, l.wallet)
                .map((word) => `<div style="display:inline">${escaped(word)}</div>`)
                .join(l.language === 'ja' ? '' : ' ')}</p>`,
          )
          .join('\n'),
      ),
  },
  {
    id: 'html-wbr-shy',
    why: 'places where a line may break',
    apply: between(0.4, (r) => ['<wbr>', '&shy;', '&ZeroWidthSpace;', '&#8203;', '&zwnj;'][Math.floor(r() * 5)] as string),
  },
  {
    id: 'html-pre',
    why: 'preformatted, lines cut at 40',
    apply: (l) =>
      page(
        l,
        `<pre>${l.text
          .split(l.wallet)
          .map((text) => escaped(text.replace(l.language === 'ja' || l.language === 'ko' ? /.{20}(?=.)/gu : /.{40}(?=.)/gu, '$&\n')))
          .join(l.wallet)}</pre>`,
      ),
  },
  {
    id: 'html-br',
    why: 'a line break after every few words',
    apply: (l) =>
      page(
        l,
        paragraphs(l, (text) => (l.language === 'ja' ? text.replace(/.{12}(?=.)/gu, '$&<br>') : text.replace(/((?:\S+ ){3})/g, '$1<br>\n')), 'div'),
      ),
  },
  {
    id: 'html-nested',
    why: 'two hundred boxes deep',
    apply: (l) => page(l, `${'<div><table><tr><td>'.repeat(50)}${paragraphs(l, (text) => text)}${'</td></tr></table></div>'.repeat(50)}`),
  },
  {
    id: 'html-broken',
    why: 'unclosed and crossed tags, quoted angles in attributes',
    apply: (l) =>
      mailOf(
        encodedWords(l.subject),
        html(
          `<p<p><b title="a > b"><TABLE><tr><td align=left nowrap><i>${paragraphs(l, (text) => text.replace(/ /g, (_, at: number) => (at % 7 === 0 ? ' <i></b>' : at % 5 === 0 ? " <u title='>'>" : ' ')))}`,
        ),
      ),
  },
  {
    id: 'html-key-words-marked',
    why: 'key words with a tag after each letter',
    apply: (l) =>
      page(
        l,
        paragraphs(l, (text) => onKeyWords(text, l.language, (word) => [...word].map((c) => `${c}<span style="display:none">.</span>`).join(''))),
      ),
  },
  { id: 'html-numbered-list', why: 'sentences as items of a list', apply: (l) => page(l, `<ol>${paragraphs(l, (text) => text, 'li')}</ol>`) },
  {
    id: 'html-own-charset',
    why: 'the charset stands in a meta tag only',
    apply: (l) => {
      const charset = { ja: 'shift_jis', en: 'windows-1252', de: 'windows-1252', ko: 'euc-kr', ru: 'windows-1251' }[l.language];
      const source = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body>${paragraphs(l, (text) => text)}</body></html>`;
      return mailOf(encodedWords(l.subject), part('text/html', '8bit', encode(source, charset) ?? utf8(source)));
    },
  },
  {
    id: 'html-as-plain',
    why: 'HTML that says it is plain text: tags are seen, words are too',
    apply: (l) =>
      mailOf(encodedWords(l.subject), part('text/plain; charset=utf-8', 'base64', base64(utf8(`<html><body>${paragraphs(l, (text) => text)}</body></html>`)))),
  },
  { id: 'plain-as-html', why: 'plain text that says it is HTML', apply: (l) => mailOf(encodedWords(l.subject), html(l.text)) },
];
