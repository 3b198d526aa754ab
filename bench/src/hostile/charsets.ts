import { randomOf } from '../disguise/random.js';
import { fill, join, KB, MB, mail, randomBytes } from '../pieces.js';
import type { Hostile } from './model.js';

const LABELS = [
  'utf-8',
  'utf-7',
  'utf-16',
  'utf-16le',
  'utf-16be',
  'utf-32',
  'iso-2022-jp',
  'iso-2022-kr',
  'iso-2022-cn',
  'hz-gb-2312',
  'shift_jis',
  'cp932',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'gbk',
  'big5',
  'big5-hkscs',
  'koi8-r',
  'koi8-u',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1255',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-6',
  'iso-8859-8-i',
  'iso-8859-16',
  'tis-620',
  'macintosh',
  'ibm850',
  'x-user-defined',
  'replacement',
  'unknown-8bit',
  'x-no-such-set',
  '',
] as const;

const labelled = (label: string, body: Uint8Array): Uint8Array => mail(`Content-Type: text/plain; charset="${label}"`, body);

const LETTER = 'お金を払え。あなたの写真を持っている。I recorded you. деньги 돈\r\n';

const text = (id: string, why: string, bytes: () => Uint8Array): Hostile => ({ id: `charset: ${id}`, why, bytes });

/** Bytes that are no text, and labels that lie. */
export const CHARSETS: readonly Hostile[] = [
  ...LABELS.map((label) =>
    text(`random bytes called ${label === '' ? 'nothing' : label}`, 'invalid at every place', () =>
      labelled(label, randomBytes(randomOf(`charset ${label}`), 20 * KB)),
    ),
  ),
  ...LABELS.map((label) => text(`UTF-8 called ${label === '' ? 'nothing' : label}`, 'a label that lies', () => labelled(label, fill(30 * KB, LETTER)))),
  ...['utf-16le', 'iso-2022-jp', 'shift_jis', 'gb18030'].map((label) =>
    text(`1 MB of random bytes called ${label}`, 'every set is tried', () => labelled(label, randomBytes(randomOf(`long ${label}`), MB))),
  ),
  text('1 MB of random bytes called nothing', 'every set is tried', () => labelled('', randomBytes(randomOf('long'), MB))),
  text('escapes of ISO-2022-JP', 'shifts and nothing to shift', () => labelled('iso-2022-jp', fill(MB, '\x1b$B\x1b(B'))),
  text('escapes of every set', 'shifts to what is not there', () => labelled('iso-2022-jp', fill(MB, '\x1b$)C\x1b$A\x1b-F\x1b(J\x1b.A\x1bN'))),
  text('shifts of ISO-2022-KR', 'in and out', () => labelled('iso-2022-kr', fill(MB, '\x0e\x0f'))),
  text('tildes of HZ', 'in and out', () => labelled('hz-gb-2312', fill(MB, '~{~}'))),
  text('plus signs of UTF-7', 'base64 that begins and never ends', () => labelled('utf-7', fill(MB, '+'))),
  text('UTF-7 letter by letter', 'a shift each', () => labelled('utf-7', fill(MB, '+AHA-+AGE-+AHk-'))),
  text('UTF-7 of half letters', 'surrogates alone', () => labelled('utf-7', fill(MB, '+2D3-'))),
  text('UTF-16 halves', 'surrogates alone', () => labelled('utf-16le', Buffer.alloc(MB, Buffer.from([0x3d, 0xd8])))),
  text('UTF-16 halves with a mark, no header', 'surrogates alone', () => join(Uint8Array.of(0xff, 0xfe), Buffer.alloc(MB, Buffer.from([0x00, 0xdc])))),
  text('UTF-16 of odd length', 'half a unit at the end', () => join(Uint8Array.of(0xff, 0xfe), Buffer.from('the letter'.repeat(9999), 'utf16le').subarray(1))),
  text('UTF-16 whose mark is the wrong way round', 'every letter another', () =>
    join(Uint8Array.of(0xfe, 0xff), Buffer.from('the letter'.repeat(9999), 'utf16le')),
  ),
  text('UTF-16 mail', 'header and all', () =>
    join(Uint8Array.of(0xff, 0xfe), Buffer.from(`From: a@b.example\nSubject: s\n\n${'words '.repeat(99_999)}`, 'utf16le')),
  ),
  text('byte order marks', 'one at each letter', () => fill(MB, '\ufeffa')),
  text('overlong UTF-8', 'a slash in two bytes', () => labelled('utf-8', Buffer.alloc(MB, Buffer.from([0xc0, 0xaf])))),
  text('UTF-8 begun and never ended', 'a leading byte each', () => labelled('utf-8', Buffer.alloc(MB, 0xf0))),
  text('UTF-8 in the middle', 'following bytes alone', () => labelled('utf-8', Buffer.alloc(MB, 0x80))),
  text('leading bytes of Shift_JIS', 'half letters', () => labelled('shift_jis', Buffer.alloc(MB, 0x81))),
  text('four-byte letters of GB18030 cut', 'half letters', () => labelled('gb18030', Buffer.alloc(MB, Buffer.from([0x81, 0x30, 0x81])))),
  text('NULs everywhere', 'a zero ends a string elsewhere', () => mail('Content-Type: text/plain', Buffer.alloc(MB))),
  text('NULs between letters', 'UTF-16 or not', () => mail('Content-Type: text/plain', fill(MB, 'a\0\0'))),
  text('control characters', 'none of them is seen', () => mail('Content-Type: text/plain', Buffer.from(Array.from({ length: 100_000 }, (_, k) => k % 32)))),
  text('a label of 200 KB', 'a name without an end', () => labelled('x'.repeat(200 * KB), fill(KB, LETTER))),
  text('a different label in every part', 'a decoder each', () =>
    mail(
      'Content-Type: multipart/mixed; boundary=b',
      join(...Array.from({ length: 900 }, (_, k) => `--b\nContent-Type: text/plain; charset=${LABELS[k % LABELS.length]}\n\n${LETTER}\n`), '--b--'),
    ),
  ),
  text('twice UTF-8', 'decoded once more each time', () => labelled('utf-8', Buffer.from(Buffer.from(LETTER.repeat(3000)).toString('latin1')))),
];
