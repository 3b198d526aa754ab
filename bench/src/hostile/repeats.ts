import { addressesOf, everyAddressOf } from '../addresses.js';
import { randomOf } from '../disguise/random.js';
import { readLetters } from '../letters.js';
import { FULL, fill, join, lines, MB, mail, pick, randomBytes } from '../pieces.js';
import { ROOT } from '../root.js';
import type { Hostile } from './model.js';

const text = (id: string, why: string, make: () => Uint8Array): Hostile => ({ id: `text: ${id}`, why, bytes: make });
const over = (id: string, why: string, make: () => Uint8Array): Hostile => ({ ...text(id, why, make), over: true });

/** Units that make a pattern try again at each of its places. As much of each as is read of one text. */
const UNITS: readonly (readonly [unit: string, why: string])[] = [
  ['a@', 'addresses that go on'],
  ['a@a.', 'addresses that go on'],
  ['@', 'handles'],
  ['@anna ', 'handles'],
  ['<', 'tags, addresses'],
  ['<<a@a.example>', 'tags, addresses'],
  ['=?', 'encoded words'],
  ['=', 'quoted-printable'],
  ['=3D', 'quoted-printable'],
  ['=\n', 'soft line breaks'],
  ['(', 'brackets'],
  ['(b)', 'bracketed letters'],
  ['[.]', 'defanged dots'],
  ['&', 'entities'],
  ['&#', 'entities without an end'],
  ['&#x', 'entities without an end'],
  ['&#112;', 'entities in plain text'],
  ['&amp;', 'entities of entities'],
  ['&amp;amp;#112;', 'entities of entities'],
  ['1-', 'digits with separators'],
  ['1 ', 'digits with separators'],
  ['1,', 'digits with separators'],
  ['1.', 'digits with separators'],
  ['0', 'one number'],
  ['1 000 ', 'sums'],
  ['$1', 'sums'],
  ['$1,000 ', 'sums'],
  ['1 BTC ', 'sums'],
  ['1000 dollars ', 'sums'],
  ['within 48 hours ', 'times'],
  ['2026-10-05 ', 'dates'],
  ['+81 90 ', 'telephone numbers'],
  ['password: ', 'passwords'],
  ['password: hunter22\n', 'passwords'],
  ['your password is ', 'passwords'],
  ['http://', 'links'],
  ['https://a.example/b?c=d ', 'links'],
  ['www.', 'links'],
  ['"', 'quotes'],
  ["'", 'quotes'],
  ['\u300c', 'quotes that open'],
  ['> ', 'quoted lines'],
  ['>\n', 'quoted lines'],
  ['From \n', 'mailbox lines'],
  ['From now on I watch you\n', 'mailbox lines that are none'],
  ['From: a\n', 'headers in a text'],
  ['Subject: a\n', 'headers in a text'],
  ['Received: from a\n', 'headers in a text'],
  ['Received: from a\nSubject: b\nFrom: c@d.example\n\nwords\n\n', 'sources in a text'],
  ['Content-Type: text/plain\n\n', 'parts in a text'],
  ['-----Original Message-----\n', 'forwards'],
  ['----- mail header -----\n', 'header marks'],
  ['-----BEGIN PGP MESSAGE-----\n', 'armour'],
  ['-----BEGIN PGP SIGNED MESSAGE-----\n', 'armour'],
  ['-----BEGIN PGP SIGNATURE-----\nabc\n', 'armour'],
  ['A: hi\n', 'dialogue'],
  ['10:31 Anna: hello\n', 'dialogue'],
  ['[10:31] Anna: ', 'dialogue on one line'],
  ['Dear Anna Smith,\n', 'names'],
  ['Anna Smith ', 'names'],
  ['A', 'one word'],
  ['a ', 'words of one letter'],
  ['p a y ', 'spaced letters'],
  ['p.a.y.', 'dotted letters'],
  ['p-a-y-', 'hyphened letters'],
  ['p_a*y~', 'letters and signs'],
  ['p\u200ba\u200by\u200b', 'zero width'],
  ['4cc0un7 ', 'digits for letters'],
  ['|\\/|', 'signs for letters'],
  ['\u0430cc\u043eunt ', 'look-alikes'],
  ['\u0430a', 'scripts by turns'],
  ['a\u0301', 'marks'],
  ['\u0301', 'marks without a letter'],
  ['\u202eyap ', 'words stored backwards'],
  ['\u202e', 'overrides'],
  ['\u202e\u202c', 'overrides'],
  ['\ufdfa', 'eighteen letters each'],
  ['\u3316', 'six letters each'],
  ['\u1112\u1161\u11ab', 'jamo'],
  ['\uff76\uff9e', 'half-width kana'],
  ['\uff50\uff41\uff59 ', 'full width'],
  ['\u2f00', 'radicals'],
  ['\ud83c\udd71', 'letters of pictures'],
  ['\ud83d\udc68\u200d\ud83d\udc69\u200d', 'joined pictures'],
  ['\ud835\udd1e', 'letters of mathematics'],
  ['\udb40\udc61', 'tags that nobody sees'],
  ['\u3042', 'kana without a space'],
  ['\u6f22', 'kanji without a space'],
  ['\u5bc6\u7801', 'words without a space'],
  ['\ub3c8', 'Hangul'],
  ['\u0e01', 'Thai'],
  ['\u0627\u0644', 'Arabic'],
  ['\u0430', 'one Cyrillic word'],
  ['\n', 'empty lines'],
  ['\r', 'carriage returns'],
  [' ', 'white space'],
  ['\t\n', 'white space'],
  [' \n x', 'indented lines'],
  ['\u3000', 'wide white space'],
  ['{', 'braces'],
  ['\\', 'backslashes'],
  ['%41', 'percent signs'],
  ['/', 'slashes'],
  ['-', 'dashes'],
  ['*', 'stars'],
  ['_', 'underscores'],
  ['#', 'hashes'],
  [':', 'colons'],
  ['0x', 'addresses that go on'],
  ['bc1q', 'addresses that go on'],
  ['bc1', 'addresses that go on'],
  ['1A', 'addresses that go on'],
  ['T', 'addresses that go on'],
  ['4', 'addresses that go on'],
  ['EQ', 'addresses that go on'],
  ['bitcoin:', 'payment links'],
  ['bc1q 9x8g ', 'addresses in pieces'],
  ['bc1q\n9x8g\n', 'addresses in pieces'],
  ['1A1 zP1 ', 'addresses in pieces'],
  ['remove the x ', 'instructions'],
  ['first half: ', 'instructions'],
  ['QUFB', 'base64 in a text'],
  ['QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB\n', 'base64 lines'],
  ['<div>', 'tags in plain text'],
];

/** Lines that are no words of a text: without them it is short enough to be read whole. */
const STRIPPED = new Set(['-----BEGIN PGP SIGNED MESSAGE-----\n']);

const BASE58 = [...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'];
const run = (name: string, alphabet: readonly string[], size: number): string => {
  const random = randomOf(`hostile ${name}`);
  return Array.from({ length: size }, () => pick(random, alphabet)).join('');
};
/** So many addresses, again and again: making one costs more than reading it. */
const addresses = (name: string, some: number, count: number, line: (address: string, k: number) => string): Uint8Array => {
  const made = Array.from({ length: some }, (_, k) => addressesOf(`${name} ${k}`).BTC);
  return Buffer.from(lines(count, (k) => line(made[k % some] as string, k)));
};
const letters = (language: string): string =>
  readLetters(`${ROOT}bench/letters/bluff.${language}.txt`)
    .map((letter) => letter.text)
    .join('\n\n');

/** Texts that stress each detector. */
export const REPEATS: readonly Hostile[] = [
  ...UNITS.map(([unit, why]) => (STRIPPED.has(unit) ? text : over)(JSON.stringify(unit), why, () => fill(FULL, unit))),
  over('a run of base58', 'every place may begin an address', () => Buffer.from(run('base58', BASE58, FULL))),
  over('words of base58', 'every word may be an address', () => Buffer.from(run('base58 words', BASE58, FULL).replace(/.{34}/g, '$& '))),
  over('base58 in pieces of four', 'every piece may go on', () => Buffer.from(run('base58 pieces', BASE58, FULL).replace(/.{4}/g, '$& '))),
  over('a run of hexadecimals', 'every place may begin a key', () => Buffer.from(run('hex', [...'0123456789abcdef'], FULL))),
  over('words of 0x and 40 hexadecimals', 'a checksum each', () => Buffer.from(run('hex words', [...'0123456789abcdef'], FULL).replace(/.{40}/g, '0x$& '))),
  over('bech32 letters', 'every word may be an address', () =>
    Buffer.from(run('bech32', [...'qpzry9x8gf2tvdw0s3jn54khce6mua7l'], FULL).replace(/.{38}/g, 'bc1q$& ')),
  ),
  over('monero letters', 'a long checksum each', () => Buffer.from(run('monero', BASE58, FULL).replace(/.{94}/g, '4$& '))),
  over('a run of TON letters', 'a checksum each', () =>
    Buffer.from(run('ton', [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'], FULL).replace(/.{46}/g, 'EQ$& ')),
  ),
  over('addresses starred', 'joined and tried', () => Buffer.from(run('starred', BASE58, FULL / 2).replace(/./g, '$&*'))),
  over('addresses over lines', 'joined and tried', () => Buffer.from(run('over lines', BASE58, FULL).replace(/.{17}/g, '$&\n'))),
  text('addresses nearly whole', 'a repair is tried for each', () => addresses('near', 50, 32_000, (address, k) => `${address.slice(0, -1)}${k % 10}`)),
  text('32,000 whole addresses', 'each is kept', () => addresses('whole', 400, 32_000, (address) => address)),
  text('every kind of address', 'each is kept', () => everyKind()),
  text('halves of addresses', 'each half may belong to each other', () =>
    addresses('half', 100, 40_000, (address, k) => `part ${k % 2 === 0 ? 'one' : 'two'}: ${address.slice(0, 17)}`),
  ),
  text('addresses turned round', 'each is tried backwards', () => addresses('turned', 200, 32_000, (address) => [...address].reverse().join(''))),
  over('bluff letters in English', 'nothing but phrases', () => fill(FULL, letters('en'))),
  over('bluff letters in Japanese', 'nothing but phrases', () => fill(FULL, letters('ja'))),
  text('all words of one letter, 1 MB, different', 'a word each', () => Buffer.from(lines(150_000, (k) => `w${k.toString(36)}`))),
  text('one tower of marks', 'one letter, a million marks', () => Buffer.from(`a${'\u0301'.repeat(500_000)}`)),
  text('one line of 1.2 MB of sentences', 'a line without an end', () => fill(1_200_000, 'I know your password. ')),
  text('NULs in a text', 'a zero ends a string elsewhere', () => fill(20_000, 'words\0')),
  over('one line of 10 MB', 'a line without an end', () => fill(10 * MB, 'x')),
  over('one line of 10 MB in a mail', 'a line without an end', () => mail('Content-Type: text/plain; charset=utf-8', fill(10 * MB, 'x y '))),
  over('10 MB of quoted-printable', 'decoded before it is cut', () =>
    mail('Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable', fill(10 * MB, '=41=\r\n')),
  ),
  over('10 MB of base64', 'decoded before it is cut', () => mail('Content-Type: text/plain\r\nContent-Transfer-Encoding: base64', fill(10 * MB, 'QUFB\r\n'))),
  text('base64 that never decodes', 'strange bytes only', () =>
    mail('Content-Type: text/plain\r\nContent-Transfer-Encoding: base64', randomBytes(randomOf('b64'), 100_000)),
  ),
  over('"1-" for 4 MB', 'digits with separators', () => fill(4 * MB, '1-')),
  ...['1-', 'a@', '&#', 'p a y ', '\u0301', '0x', 'bc1q 9x8g '].map(
    (unit): Hostile => ({
      id: `four parts of ${JSON.stringify(unit)}`,
      why: 'all the text that is read',
      bytes: () => parts(unit),
      ...(unit < '\x80' ? { over: true } : {}),
    }),
  ),
  ...['1-', '&#', 'p a y ', 'QUFB\n', '--a\n', 'From \n'].map(
    (unit): Hostile => ({ id: `60 MB of ${JSON.stringify(unit)}`, why: 'all that is taken', bytes: () => fill(60 * MB, unit), over: true, large: true }),
  ),
];

function everyKind(): Uint8Array {
  const made = Array.from({ length: 40 }, (_, k) => everyAddressOf(`kind ${k}`)).flat();
  return Buffer.from(lines(24_000, (k) => made[k % made.length]?.address ?? ''));
}

function parts(unit: string): Uint8Array {
  const part = join('--b\n\nI recorded you through your camera. Send bitcoin.\n', fill(1_200_000, unit), '\n');
  return mail('Content-Type: multipart/mixed; boundary=b', join(part, part, part, part, '--b--\n'));
}
