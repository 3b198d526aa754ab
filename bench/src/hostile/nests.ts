import { fill, join, KB, lines, MB, mail } from '../pieces.js';
import type { Hostile } from './model.js';

/** Multipart in multipart, each with a boundary of its own. */
function multiparts(depth: number, boundary: (k: number) => string): Uint8Array {
  const open = Array.from({ length: depth }, (_, k) => `Content-Type: multipart/mixed; boundary="${boundary(k)}"\r\n\r\n--${boundary(k)}\r\n`);
  const close = Array.from({ length: depth }, (_, k) => `\r\n--${boundary(depth - 1 - k)}--`);
  return join('From: a@sender.example\r\nSubject: deep\r\n', ...open, '\r\nthe letter\r\n', ...close);
}

const rfc822 = (depth: number, field: string): Uint8Array =>
  join(fill(depth * (field.length + 33), `Content-Type: message/rfc822\r\n${field}\r\n\r\n`), 'Subject: innermost\r\n\r\nthe letter\r\n');

const wide = (count: number, part: (k: number) => string): Uint8Array =>
  mail('Content-Type: multipart/mixed; boundary=w', `${lines(count, (k) => `--w\n${part(k)}`)}\n--w--\n`);

/** Depth and width of MIME. */
export const NESTS: readonly Hostile[] = [
  { id: 'multipart 10,000 deep', why: 'recursion without a floor', bytes: () => multiparts(10_000, (k) => `b${k}`), over: true },
  { id: 'multipart 10,000 deep, one boundary', why: 'each level looks for the same line', bytes: () => multiparts(10_000, () => 'b'), over: true },
  { id: 'multipart 40 deep', why: 'just beyond the limit', bytes: () => multiparts(40, (k) => `b${k}`), over: true },
  { id: 'multipart 2,000 deep, boundaries are prefixes', why: 'b, bb, bbb ...', bytes: () => multiparts(2000, (k) => `b${'b'.repeat(k % 60)}`), over: true },
  { id: 'rfc822 10,000 deep', why: 'recursion without a floor', bytes: () => rfc822(10_000, 'Subject: s'), over: true },
  { id: 'rfc822 33 deep', why: 'just beyond the limit', bytes: () => rfc822(34, 'Subject: s'), over: true },
  {
    id: 'rfc822 in base64 in rfc822',
    why: 'each level is a copy of the rest',
    bytes: () => {
      let inner: Uint8Array = join('Subject: innermost\r\n\r\nthe letter\r\n');
      for (let k = 0; k < 30; k++) {
        inner = join('Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n', Buffer.from(inner).toString('base64'));
        if (inner.length > 3 * MB) break;
      }
      return inner;
    },
  },
  {
    id: 'rfc822 and multipart by turns',
    why: 'two counters that do not know of each other',
    bytes: () =>
      join(
        ...Array.from({ length: 5000 }, (_, k) => `Content-Type: multipart/mixed; boundary=b${k}\r\n\r\n--b${k}\r\nContent-Type: message/rfc822\r\n\r\n`),
        'x',
      ),
    over: true,
  },
  { id: '200,000 empty parts', why: 'an object a part', bytes: () => wide(200_000, () => ''), over: true },
  { id: '1,500 parts of 500 bytes', why: 'beyond the limit', bytes: () => wide(1500, () => `\n${'some words '.repeat(45)}`), over: true },
  { id: '990 parts of 4 KB', why: 'all the text that is read, in pieces', bytes: () => wide(990, (k) => `\n${`part ${k} `.repeat(500)}`) },
  { id: '990 HTML parts', why: 'a parser a part', bytes: () => wide(990, () => 'Content-Type: text/html\n\n<p style="color:red">words <b>more</b>') },
  {
    id: '900 parts with 20 KB of fields',
    why: 'the limit of one header block, nine hundred times',
    bytes: () => wide(900, (k) => `${lines(400, (n) => `X-Field-${n}: value of the part ${k} is here`)}\n\nx`),
    over: true,
  },
  { id: '990 attachments', why: 'a list without an end', bytes: () => wide(990, (k) => `Content-Disposition: attachment; filename="f${k}.pdf"\n\n%PDF-1.4 x`) },
  { id: '990 messages', why: 'a message a part', bytes: () => wide(990, (k) => `Content-Type: message/rfc822\n\nSubject: n${k}\n\nwords`) },
  {
    id: '900 parts of pasted sources',
    why: 'each is looked through for sources',
    bytes: () => wide(900, () => '\nReceived: from a\nSubject: b\nFrom: c@d.example\n\nwords'),
  },
  {
    id: 'digest of 990',
    why: 'parts are messages unasked',
    bytes: () => mail('Content-Type: multipart/digest; boundary=w', `${lines(990, () => '--w\n\nSubject: s\n\nwords')}\n--w--`),
  },
  {
    id: '3 MB of lines that begin with dashes',
    why: 'each may be a boundary',
    bytes: () => mail('Content-Type: multipart/mixed; boundary=w', fill(3 * MB, '--\n')),
    over: true,
  },
  {
    id: '3 MB of nearly the boundary',
    why: 'each is compared to its end',
    bytes: () => mail(`Content-Type: multipart/mixed; boundary=${'w'.repeat(69)}`, fill(3 * MB, `--${'w'.repeat(68)}\n`)),
    over: true,
  },
  {
    id: 'nesting over 3 MB of dashes',
    why: 'each level reads them again',
    bytes: () => join(...Array.from({ length: 31 }, (_, k) => `Content-Type: multipart/mixed; boundary=b${k}\n\n--b${k}\n`), '\n', fill(3 * MB, '--\n')),
    over: true,
  },
  {
    id: '4 parts of 1.2 MB',
    why: 'more text in all than is read',
    bytes: () => wide(4, () => `\n${'an ordinary sentence, and it says nothing. '.repeat(28_000)}`),
    over: true,
  },
  {
    id: '60 MB of text',
    why: 'the most that is taken',
    bytes: () => mail('Content-Type: text/plain', fill(60 * MB, 'an ordinary sentence.\n')),
    over: true,
    large: true,
  },
  {
    id: '70 MB of text',
    why: 'more than is taken',
    bytes: () => mail('Content-Type: text/plain', fill(70 * MB, 'an ordinary sentence.\n')),
    over: true,
    large: true,
  },
  {
    id: '60 MB of dashes',
    why: 'each line may be a boundary',
    bytes: () => mail('Content-Type: multipart/mixed; boundary=w', fill(60 * MB, '--\n')),
    over: true,
    large: true,
  },
  {
    id: '5,000,000 empty parts',
    why: 'an object a part',
    bytes: () => mail('Content-Type: multipart/mixed; boundary=w', fill(25 * MB, '--w\n\n')),
    over: true,
    large: true,
  },
  { id: 'rfc822 1,000,000 deep', why: 'recursion without a floor', bytes: () => rfc822(1_000_000, 'S: s'), over: true, large: true },
  {
    id: 'preamble of 2 MB',
    why: 'nobody is shown it',
    bytes: () => mail('Content-Type: multipart/mixed; boundary=w', join(fill(2000 * KB, 'preamble\n'), '--w\n\nwords\n--w--\n')),
  },
  {
    id: 'epilogue of 2 MB',
    why: 'nobody is shown it',
    bytes: () => mail('Content-Type: multipart/mixed; boundary=w', join('--w\n\nwords\n--w--\n', fill(2000 * KB, 'epilogue\n'))),
  },
];
