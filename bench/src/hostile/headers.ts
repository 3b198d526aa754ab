import { fill, join, KB, lines, MB, type Piece } from '../pieces.js';
import type { Hostile } from './model.js';

const field = (name: string, value: Piece): Uint8Array =>
  join(`Received: from a by b\r\nFrom: a@sender.example\r\n${name}: `, value, '\r\nMessage-ID: <1@sender.example>\r\n\r\nThe letter is here.\r\n');

/** Just under what is read of one header block. */
const ROOM = 240 * KB;

const row = (name: string, unit: string, why: string): Hostile => ({
  id: `${name} of ${JSON.stringify(unit)}`,
  why,
  bytes: () => field(name, fill(ROOM, unit)),
});

/** Bombs in header fields. */
export const HEADER_BOMBS: readonly Hostile[] = [
  { id: 'one field of 10 MB', why: 'a value without an end', bytes: () => field('X-Bomb', fill(10 * MB, 'x')), over: true },
  { id: 'one subject of 300 KB', why: 'just over the limit', bytes: () => field('Subject', fill(300 * KB, 'word ')), over: true },
  { id: '100,000 fields', why: 'an object a field', bytes: () => join(`${lines(100_000, (k) => `X-Field-${k}: v`)}\n\nThe letter.`), over: true },
  { id: '100,000 equal fields', why: 'an object a field', bytes: () => join(fill(900 * KB, 'A: b\n'), '\nThe letter.') },
  { id: '100,000 fields without a value', why: 'an object a field', bytes: () => join('From: a@b.example\n', fill(200 * KB, 'A:\n'), '\nThe letter.') },
  { id: '3 MB of folding', why: 'a line of a line of a line', bytes: () => field('Subject', fill(3 * MB, '\r\n x')), over: true },
  { id: '240 KB of folding', why: 'each fold joins', bytes: () => field('Subject', fill(ROOM, '\r\n x')) },
  { id: '240 KB of empty folds', why: 'white space alone', bytes: () => field('Subject', fill(ROOM, '\r\n ')) },
  { id: '240 KB of tabs', why: 'white space is trimmed at both ends', bytes: () => field('Subject', fill(ROOM, '\t')) },
  { id: 'NULs in the header', why: 'a zero ends a string elsewhere', bytes: () => field('Subject', fill(20 * KB, 'a\0b')) },
  { id: 'carriage returns alone', why: 'a line for some, none for others', bytes: () => join(fill(MB, 'Subject: a\r'), '\r\rwords') },
  { id: 'header without an end', why: 'all of it is header', bytes: () => join(`From: a@b.example\n${lines(20_000, (k) => `X-${k}: words`)}`), over: true },
  { id: 'lines without a colon', why: 'no field at all', bytes: () => join('From: a@b.example\n', fill(ROOM, 'no colon here\n'), '\nwords') },
  row('Subject', ':', 'each may end a name'),
  row('From', '"', 'quotes that open and close'),
  row('From', '\\"', 'quoted pairs'),
  row('From', '(', 'comments in comments'),
  row('From', '()', 'comments in a row'),
  row('From', '<', 'angle addresses that never close'),
  row('From', '<>', 'empty addresses'),
  row('From', ',', 'empty list entries'),
  row('From', ';:', 'groups'),
  row('From', 'a@', 'an address that goes on'),
  row('From', 'a@b.example, ', 'a long list'),
  row('From', '"a" <a@b.example>, ', 'a long list with names'),
  row('From', '=?utf-8?b?YQ==?= <a@b.example>, ', 'a word to decode each'),
  row('To', 'a@b.example, ', 'a long list'),
  row('To', '<a@b.example> ', 'addresses without commas'),
  row('Cc', '\u3042@b.example, ', 'letters beyond ASCII'),
  row('Subject', '=?', 'encoded words that never begin'),
  row('Subject', '=?=', 'encoded words that never begin'),
  row('Subject', '=?utf-8?q?', 'encoded words that never end'),
  row('Subject', '=?utf-8?q?a?= ', 'a flood of encoded words'),
  row('Subject', '=?utf-8?b?44GC?= ', 'a flood of encoded words'),
  row('Subject', '=?iso-2022-jp?b?GyRCJCIbKEI=?= ', 'a decoder a word'),
  row('Subject', '=?utf-16?b?//5h?= ', 'a decoder a word'),
  row('Subject', '=?x-none?q?a?= ', 'a charset that nobody knows'),
  row('Subject', '=?utf-8*en?q?=C3?==?utf-8?q?=A9?= ', 'letters cut between words'),
  row('Subject', '\u0000', 'zeros'),
  row('Subject', 'ﷺ', 'eighteen letters each'),
  row('Subject', 'p.a.y ', 'joined letter by letter'),
  row('Content-Type', ';', 'empty parameters'),
  row('Content-Type', '; a=b', 'a parameter list'),
  row('Content-Type', '; a="b\\"', 'quotes in quotes'),
  row('Content-Type', "; name*0*=utf-8''a", 'the same continuation'),
  row('Content-Type', '/', 'no type'),
  row('Content-Type', 'multipart/mixed; boundary=', 'a boundary of boundaries'),
  row('Content-Type', 'text/html; charset="', 'a charset that never ends'),
  row('Content-Transfer-Encoding', '(', 'comments in an encoding'),
  row('Content-Transfer-Encoding', 'base64 ', 'an encoding again and again'),
  row('Content-Disposition', "; filename*0*=''%41", 'the same continuation'),
  row('Authentication-Results', 'x; dkim=pass ', 'results in results'),
  row('Received', 'from a by b; ', 'a route that never ends'),
  row('List-Id', '<', 'angles'),
  row('Date', '(', 'comments'),
  row('X-A', '\u00e9', 'letters beyond ASCII'),
  {
    id: '20,000 continuations of a file name',
    why: 'RFC 2231 lets a name come in pieces, in any order',
    bytes: () => field('Content-Disposition', `attachment${Array.from({ length: 9000 }, (_, k) => `; filename*${8999 - k}*=%41`).join('')}`),
  },
  {
    id: 'continuation with an absurd number',
    why: 'an array of that length',
    bytes: () => field('Content-Disposition', "attachment; filename*4294967295*=utf-8''a; filename*99999999999999999999=b; filename*0=c; filename*-1=d"),
  },
  {
    id: '5,000 Received lines',
    why: 'each is a route',
    bytes: () => join(`${lines(5000, (k) => `Received: from h${k} by g${k}`)}\nFrom: a@b.example\n\nwords`),
  },
  { id: '3,000 From fields', why: 'which one counts', bytes: () => join(`${lines(3000, (k) => `From: a${k}@b.example`)}\n\nwords`) },
  {
    id: '3,000 Content-Type fields',
    why: 'which one counts',
    bytes: () => join(`From: a@b.example\n${lines(3000, () => 'Content-Type: multipart/mixed; boundary=b')}\n\n--b\n\nwords`),
  },
];
