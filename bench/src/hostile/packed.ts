import { deflateRawSync, gzipSync } from 'node:zlib';
import { attached, fill, join, lines, MB, mail } from '../pieces.js';
import type { Hostile } from './model.js';

/** A member of a zip: its name, its packed bytes, and the size that it claims to have. */
type Member = { readonly name: string; readonly packed: Uint8Array; readonly size: number };

/** A zip by its own specification (APPNOTE 4.3); `copies` lists the first member that often in the directory. */
function zip(members: readonly Member[], copies = 1): Uint8Array {
  const local: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, packed, size } of members) {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(name.length, 26);
    local.push(head, Buffer.from(name), packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    for (let k = 0; k < copies; k++) directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE((members.length * copies) & 0xffff, 8);
  end.writeUInt16LE((members.length * copies) & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return join(...local, list, end);
}

const zeros = (size: number): Uint8Array => deflateRawSync(new Uint8Array(size));
const BOMB = 30 * MB;

const bombs: readonly (readonly [name: string, type: string, why: string, bytes: () => Uint8Array])[] = [
  ['bomb.zip', 'application/zip', '30 KB that are 30 MB', () => zip([{ name: 'letter.txt', packed: zeros(BOMB), size: BOMB }])],
  ['overlap.zip', 'application/zip', 'one member under 20,000 names', () => zip([{ name: 'letter.txt', packed: zeros(BOMB), size: BOMB }], 20_000)],
  ['lying.zip', 'application/zip', 'claims to be small', () => zip([{ name: 'letter.txt', packed: zeros(BOMB), size: 10 }])],
  ['absurd.zip', 'application/zip', 'claims 4 GB', () => zip([{ name: 'letter.txt', packed: zeros(1000), size: 0xffffffff }])],
  [
    'nested.zip',
    'application/zip',
    'a zip in a zip in a zip',
    () => {
      let inner: Uint8Array = zip([{ name: 'letter.txt', packed: zeros(BOMB), size: BOMB }]);
      for (let k = 0; k < 20; k++) inner = zip([{ name: `${k}.zip`, packed: deflateRawSync(inner), size: inner.length }]);
      return inner;
    },
  ],
  ['many.zip', 'application/zip', '60,000 members', () => zip([{ name: 'a', packed: zeros(1), size: 1 }], 60_000)],
  ['bomb.txt.gz', 'application/gzip', '30 KB that are 30 MB', () => gzipSync(new Uint8Array(BOMB))],
  [
    'bomb.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'a zip under another name',
    () => zip([{ name: 'word/document.xml', packed: zeros(BOMB), size: BOMB }]),
  ],
  ['bomb.txt', 'text/plain', 'a gzip that calls itself a text', () => gzipSync(new Uint8Array(BOMB))],
  ['bomb.eml', 'message/rfc822', 'a zip that calls itself a mail', () => zip([{ name: 'letter.eml', packed: zeros(BOMB), size: BOMB }])],
  [
    'entities.xml',
    'text/xml',
    'a billion laughs',
    () =>
      Buffer.from(
        `<!DOCTYPE l [<!ENTITY a "ha">${lines(30, (k) => `<!ENTITY ${'abcdefghijklmnopqrstuvwxyzABCDEF'[k + 1]} "${`&${'abcdefghijklmnopqrstuvwxyzABCDEF'[k]};`.repeat(10)}">`)}]><l>&E;</l>`,
      ),
  ],
  ['deep.pdf', 'application/pdf', 'arrays in arrays', () => join('%PDF-1.7\n', fill(MB, '['))],
  ['wide.png', 'image/png', '2 billion pixels in a header', () => Buffer.from('89504e470d0a1a0a0000000d494844527fffffff7fffffff0806000000', 'hex')],
];

/** Small on disk, large when opened: as attachments, and as the file itself. */
export const PACKED: readonly Hostile[] = [
  ...bombs.map(([name, type, why, bytes]): Hostile => ({ id: `attached ${name}`, why, bytes: () => attached(name, type, bytes()) })),
  ...bombs.map(([name, , why, bytes]): Hostile => ({ id: `${name} itself`, why, bytes })),
  { id: 'uuencoded flood', why: 'blocks that begin and never end', bytes: () => mail('Content-Type: text/plain', fill(MB, 'begin 644 a.txt\n')) },
  {
    id: 'yEnc flood',
    why: 'blocks that begin and never end',
    bytes: () => mail('Content-Type: text/plain', fill(MB, '=ybegin line=128 size=9999999999 name=a\n')),
  },
  {
    id: 'BinHex flood',
    why: 'blocks that begin and never end',
    bytes: () => mail('Content-Type: application/mac-binhex40', fill(MB, '(This file must be converted with BinHex 4.0)\n:')),
  },
  {
    id: 'an encoding nobody knows',
    why: 'read as it stands',
    bytes: () => mail('Content-Type: text/plain\r\nContent-Transfer-Encoding: x-gzip64', gzipSync(new Uint8Array(BOMB))),
  },
  {
    id: 'an attachment of 25 MB',
    why: 'decoded and looked at',
    bytes: () => attached('large.bin', 'application/octet-stream', new Uint8Array(25 * MB)),
    large: true,
  },
];
