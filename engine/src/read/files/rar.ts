import { latin1 } from '../../ascii.js';
import { begins } from './kinds.js';
import { ENTRIES, type Entry, type Listing } from './zip.js';

const utf8 = new TextDecoder('utf-8');

/** The files that a RAR names in its headers (RAR 4 and 5); where the headers themselves are locked, one nameless locked entry. */
export function listRar(bytes: Uint8Array): Listing {
  return begins(bytes, 0, 'Rar!\x1a\x07\x01\0') ? listRar5(bytes) : listRar4(bytes);
}

function listRar4(bytes: Uint8Array): Listing {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  let at = 7;
  while (at + 7 <= bytes.length && entries.length < ENTRIES) {
    const type = bytes[at + 2];
    const flags = view.getUint16(at + 3, true);
    const size = view.getUint16(at + 5, true);
    if (type === 0x73 && (flags & 0x80) !== 0) return { entries: [{ name: '', size: 0, locked: true }], whole: false };
    if (type === 0x7b) return { entries, whole: true };
    if (size < 7) break;
    let data = 0;
    if ((type === 0x74 || (flags & 0x8000) !== 0) && at + 11 <= bytes.length) data = view.getUint32(at + 7, true);
    if (type === 0x74 && at + 32 <= bytes.length) {
      const name = at + ((flags & 0x100) !== 0 ? 40 : 32);
      const named = bytes.subarray(name, name + Math.min(300, view.getUint16(at + 26, true)));
      const zero = named.indexOf(0);
      entries.push({ name: nameOf(zero < 0 ? named : named.subarray(0, zero)), size: view.getUint32(at + 11, true), locked: (flags & 4) !== 0 });
    }
    at += size + data;
  }
  return { entries, whole: at >= bytes.length && entries.length < ENTRIES };
}

function listRar5(bytes: Uint8Array): Listing {
  const entries: Entry[] = [];
  let at = 8;
  while (at + 7 <= bytes.length && entries.length < ENTRIES) {
    const cursor = new Cursor(bytes, at + 4);
    const size = cursor.number();
    const body = cursor.at;
    const type = cursor.number();
    const flags = cursor.number();
    if (type === 4) return { entries: [...entries, { name: '', size: 0, locked: true }], whole: false };
    if (type === 5) return { entries, whole: true };
    const extra = (flags & 1) !== 0 ? cursor.number() : 0;
    const data = (flags & 2) !== 0 ? cursor.number() : 0;
    if (type === 2) entries.push(fileOf(cursor, body + size, extra));
    if (size === 0) break;
    at = body + size + data;
  }
  return { entries, whole: false };
}

/** The fields of a file header behind its sizes (RAR 5 technote, "File header and service header"). */
function fileOf(cursor: Cursor, end: number, extra: number): Entry {
  const flags = cursor.number();
  const size = cursor.number();
  cursor.number();
  if ((flags & 2) !== 0) cursor.at += 4;
  if ((flags & 4) !== 0) cursor.at += 4;
  cursor.number();
  cursor.number();
  const length = cursor.number();
  const name = nameOf(cursor.bytes.subarray(cursor.at, cursor.at + Math.min(300, length)));
  return { name, size, locked: isLocked(cursor.bytes, end - extra, end) };
}

/** One of the extra records says how the file is encrypted. */
function isLocked(bytes: Uint8Array, start: number, end: number): boolean {
  const cursor = new Cursor(bytes, start);
  for (let records = 0; cursor.at < end && records < 16; records++) {
    const size = cursor.number();
    const next = cursor.at + size;
    if (cursor.number() === 1) return true;
    if (size === 0) return false;
    cursor.at = next;
  }
  return false;
}

/** Reads the variable-length numbers of RAR 5; behind the end all are 0. */
class Cursor {
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
  ) {}

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 49; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  }
}

function nameOf(bytes: Uint8Array): string {
  const name = utf8.decode(bytes);
  return name.includes('\ufffd') ? latin1(bytes) : name;
}
