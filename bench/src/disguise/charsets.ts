import { encode, quotedPrintable, utf7, utf16 } from './encode.js';
import { around, base64, encodedWords, mailOf, type Piece, part, utf8 } from './mail.js';
import type { BluffLetter, Disguise, LetterLanguage } from './model.js';

type Charset = { readonly charset: string; readonly label?: string };

/** The charsets that mails of each language come in, the most usual first. Windows' own pages stand under ISO labels too. */
const OWN: Readonly<Record<LetterLanguage, readonly [Charset, Charset, Charset]>> = {
  ja: [{ charset: 'iso-2022-jp' }, { charset: 'shift_jis' }, { charset: 'euc-jp' }],
  en: [{ charset: 'windows-1252' }, { charset: 'windows-1252', label: 'iso-8859-1' }, { charset: 'windows-1250' }],
  de: [{ charset: 'windows-1252' }, { charset: 'windows-1252', label: 'iso-8859-1' }, { charset: 'iso-8859-15' }],
  ko: [{ charset: 'euc-kr' }, { charset: 'euc-kr', label: 'ks_c_5601-1987' }, { charset: 'iso-2022-kr' }],
  ru: [{ charset: 'koi8-r' }, { charset: 'windows-1251' }, { charset: 'iso-8859-5' }],
};
/** One-byte or two-byte charsets in which all eight bits are used. */
const EIGHT_BIT: Readonly<Record<LetterLanguage, string>> = { ja: 'shift_jis', en: 'windows-1252', de: 'windows-1252', ko: 'euc-kr', ru: 'windows-1251' };

const crlf = (text: string): string => text.replace(/\n/g, '\r\n');

/** Throws if the charset lacks a letter: that is a mistake in the table. */
function inCharset(text: string, charset: string): Uint8Array {
  const bytes = encode(crlf(text), charset);
  if (bytes === null) throw new Error(`${charset} has not every letter of: ${text.slice(0, 60)}`);
  return bytes;
}

function own(letter: BluffLetter, nth: 0 | 1 | 2): Uint8Array {
  const { charset, label = charset } = OWN[letter.language][nth];
  const subject = Buffer.from(inCharset(letter.subject, charset)).toString('base64');
  return mailOf(
    `=?${label}?B?${subject}?=`,
    part(`text/plain; charset=${label}`, charset.startsWith('iso-2022') ? '7bit' : '8bit', inCharset(letter.text, charset)),
  );
}

function labelled(letter: BluffLetter, type: string, transfer: string, body: Piece): Uint8Array {
  return mailOf(encodedWords(letter.subject), part(type, transfer, body));
}

/** Encoded words of a fixed number of bytes, whatever letters stand there. */
function cutWords(text: string, bytes: number, form: 'B' | 'Q'): string {
  const whole = Buffer.from(text);
  const words: string[] = [];
  for (let at = 0; at < whole.length; at += bytes) {
    const piece = whole.subarray(at, at + bytes);
    const quoted = [...piece].map((b) => `=${b.toString(16).toUpperCase().padStart(2, '0')}`).join('');
    words.push(`=?UTF-8?${form}?${form === 'B' ? piece.toString('base64') : quoted}?=`);
  }
  return words.join('\r\n ');
}

/** Shifts to ASCII where ASCII already is, in the middle of words; between wide letters, out and in again. */
function withIdleShifts(letter: BluffLetter): Uint8Array {
  const { language, subject, text } = letter;
  if (language === 'ko') {
    const idle = Buffer.from(inCharset(text, 'iso-2022-kr'))
      .toString('latin1')
      .replace(/(?<=\x0e(?:[^\x0e\x0f]{2})+?)(?=(?:[^\x0e\x0f]{2})+\x0f)/g, '\x0f\x0e');
    return mailOf(encodedWords(subject), part('text/plain; charset=iso-2022-kr', '7bit', idle));
  }
  const words = language === 'de' ? text.replace(/[^\x00-\x7f]/g, (c) => `&#${c.codePointAt(0)};`).replace(/\n/g, '<br>\n') : text;
  const encoded = Buffer.from(inCharset(words, 'iso-2022-jp')).toString('latin1');
  let out = '';
  let inside = false;
  for (const [piece] of encoded.matchAll(/\x1b\$B|\x1b\(B|[^\x1b]+/g)) {
    if (piece.startsWith('\x1b')) {
      inside = piece === '\x1b$B';
      out += piece;
    } else if (inside) out += (piece.match(/.{1,4}/g) ?? []).join('\x1b(B\x1b$B');
    else out += piece.replace(/(?<=[a-z])(?=[a-z]{2})/g, (_, at: number) => (at % 3 === 0 ? '\x1b(J\x1b(B' : '\x1b(B'));
  }
  return mailOf(encodedWords(subject), part(`text/${language === 'de' ? 'html' : 'plain'}; charset=iso-2022-jp`, '7bit', out));
}

/** A plain mail whose lines may be joined again as RFC 3676 says. */
function flowed(letter: BluffLetter, delSp: 'yes' | 'no'): Uint8Array {
  const text = around(letter, (words) =>
    words
      .split('\n')
      .map((line) => (delSp === 'yes' ? line.replace(/.{20}(?=.)/gu, '$& \n') : line.replace(/.{20,60}? (?=.)/gu, '$&\n')))
      // A space that begins a line is taken for stuffing (RFC 3676 section 4.4), so a line that has one gets another.
      .map((lines) => lines.replace(/^ |\n /g, '$& '))
      .join('\n'),
  );
  return mailOf(encodedWords(letter.subject), part(`text/plain; charset=utf-8; format=flowed; delsp=${delSp}`, 'base64', base64(utf8(text))));
}

/** The same letter in other bytes: a verdict and its quotes may not depend on them. */
export const CHARSETS: readonly Disguise[] = [
  {
    id: 'base64',
    why: 'a filter that greps the source sees no word',
    apply: (l) => labelled(l, 'text/plain; charset=utf-8', 'base64', base64(utf8(l.text))),
  },
  {
    id: 'base64-ragged',
    why: 'lines of any length, spaces, no padding: mail programs read it',
    apply: (l, random) =>
      labelled(
        l,
        'text/plain; charset="UTF-8"',
        'BASE64',
        Buffer.from(utf8(l.text))
          .toString('base64')
          .replace(/=+$/, '')
          .replace(/./g, (c) => (random() < 0.05 ? `${c}\r\n` : random() < 0.05 ? `${c} ` : c)),
      ),
  },
  {
    id: 'quoted-printable',
    why: 'words of other scripts vanish in hexadecimal',
    apply: (l) => labelled(l, 'text/plain; charset=utf-8', 'quoted-printable', quotedPrintable(utf8(l.text))),
  },
  {
    id: 'quoted-printable-cut',
    why: 'soft line breaks inside letters and words, lower-case digits',
    apply: (l) =>
      labelled(
        l,
        'text/plain; charset=utf-8',
        'quoted-printable',
        quotedPrintable(utf8(l.text), 16).replace(/=[0-9A-F]{2}/g, (hex) => hex.toLowerCase()),
      ),
  },
  {
    id: 'utf-16le-bom',
    why: 'a zero byte between letters',
    apply: (l) => labelled(l, 'text/plain; charset=utf-16', 'base64', base64(utf16(crlf(l.text), 'le', 'bom'))),
  },
  { id: 'utf-16be-bom', why: 'the other order', apply: (l) => labelled(l, 'text/plain; charset=utf-16', 'base64', base64(utf16(crlf(l.text), 'be', 'bom'))) },
  {
    id: 'utf-16le',
    why: 'the label alone tells the order',
    apply: (l) => labelled(l, 'text/plain; charset=utf-16le', 'base64', base64(utf16(crlf(l.text), 'le', 'bare'))),
  },
  {
    id: 'utf-16be',
    why: 'the label alone tells the order',
    apply: (l) => labelled(l, 'text/plain; charset=utf-16be', 'base64', base64(utf16(crlf(l.text), 'be', 'bare'))),
  },
  { id: 'utf-16-no-label', why: 'only the byte order mark tells', apply: (l) => labelled(l, 'text/plain', 'base64', base64(utf16(crlf(l.text), 'le', 'bom'))) },
  {
    id: 'utf-7',
    why: 'words of other scripts in a base64 of their own',
    apply: (l) =>
      labelled(
        l,
        'text/plain; charset=utf-7',
        '7bit',
        utf7(crlf(l.text), () => false),
      ),
  },
  {
    id: 'utf-7-all',
    why: 'Latin letters too may be written so',
    apply: (l, random) =>
      labelled(
        l,
        'text/plain; charset=utf-7',
        '7bit',
        utf7(crlf(l.text), (c) => c !== ' ' && random() < 0.5),
      ),
  },
  { id: 'own-charset-1', why: 'iso-2022-jp, windows-1252, euc-kr, koi8-r', apply: (l) => own(l, 0) },
  { id: 'own-charset-2', why: 'shift_jis, iso-8859-1 with a Windows quote, ks_c_5601-1987, windows-1251', apply: (l) => own(l, 1) },
  { id: 'own-charset-3', why: 'euc-jp, windows-1250, iso-8859-15, iso-2022-kr, iso-8859-5', apply: (l) => own(l, 2) },
  {
    id: 'gb18030',
    why: 'has every letter, some in four bytes',
    apply: (l) => labelled(l, 'text/plain; charset=gb18030', 'base64', base64(inCharset(l.text, 'gb18030'))),
  },
  { id: 'idle-shifts', why: 'ISO-2022 escapes that change nothing, inside words', apply: withIdleShifts },
  { id: 'utf-8-as-ascii', why: 'lying label', apply: (l) => labelled(l, 'text/plain; charset=us-ascii', '8bit', utf8(l.text)) },
  { id: 'utf-8-as-latin-1', why: 'lying label', apply: (l) => labelled(l, 'text/plain; charset=iso-8859-1', '8bit', utf8(l.text)) },
  {
    id: 'own-as-utf-8',
    why: 'lying label: shift_jis, windows-125x, euc-kr called utf-8',
    apply: (l) => labelled(l, 'text/plain; charset=utf-8', '8bit', inCharset(l.text, EIGHT_BIT[l.language])),
  },
  { id: 'utf-8-no-label', why: 'no Content-Type parameter', apply: (l) => labelled(l, 'text/plain', '8bit', utf8(l.text)) },
  { id: 'own-no-label', why: 'the charset must be guessed', apply: (l) => labelled(l, 'text/plain', '8bit', inCharset(l.text, EIGHT_BIT[l.language])) },
  {
    id: 'unknown-label',
    why: 'a charset that nobody knows',
    apply: (l) => labelled(l, 'text/plain; charset="x-user-defined-7"', 'base64', base64(utf8(l.text))),
  },
  {
    id: 'subject-words-cut',
    why: 'encoded words broken inside a letter',
    apply: (l) => mailOf(cutWords(l.subject, 7, 'B'), part('text/plain; charset=utf-8', 'base64', base64(utf8(l.text)))),
  },
  {
    id: 'subject-words-cut-q',
    why: 'the same in quoted-printable',
    apply: (l) => mailOf(cutWords(l.subject, 5, 'Q'), part('text/plain; charset=utf-8', 'base64', base64(utf8(l.text)))),
  },
  { id: 'subject-raw', why: 'eight bits in a header', apply: (l) => mailOf(utf8(l.subject), part('text/plain; charset=utf-8', '8bit', utf8(l.text))) },
  {
    id: 'subject-raw-own',
    why: 'eight bits in a header, in the charset of the body',
    apply: (l) =>
      mailOf(
        inCharset(l.subject, EIGHT_BIT[l.language]),
        part(`text/plain; charset=${EIGHT_BIT[l.language]}`, '8bit', inCharset(l.text, EIGHT_BIT[l.language])),
      ),
  },
  { id: 'flowed', why: 'format=flowed: soft line ends', apply: (l) => flowed(l, 'no') },
  { id: 'flowed-delsp', why: 'delsp=yes: the space at a soft line end is no space, words go on', apply: (l) => flowed(l, 'yes') },
];
