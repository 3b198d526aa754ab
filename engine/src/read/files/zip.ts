import { latin1 } from '../../ascii.js';
import { begins } from './kinds.js';

/** One file that an archive says it holds. `data`: where its packed bytes begin; `method`: 0 stored, 8 deflated. */
export type Entry = {
  readonly name: string;
  readonly size: number;
  readonly locked: boolean;
  readonly packed?: { readonly start: number; readonly end: number; readonly method: number };
};

/** What an archive lists. `whole`: false where it lists more than was read, or breaks off. */
export type Listing = { readonly entries: readonly Entry[]; readonly whole: boolean };

/** Entries of one archive that are read: a photo album has some hundreds; a bomb has millions of empty ones. */
export const ENTRIES = 2_000;
/** Bytes from the end in which the end record stands: 22, and a comment of 64 KB at most (APPNOTE.TXT 4.3.16). */
const END_REACH = 22 + 65_535;
const utf8 = new TextDecoder('utf-8');

/** The files that a ZIP names in its central directory; where it has none, those that its local headers name. Nothing is unpacked. */
export function listZip(bytes: Uint8Array): Listing {
  const end = endRecord(bytes);
  if (end < 0) return listLocal(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // Something may stand before the archive (a program that unpacks itself): then the directory lies where its size says.
  const size = view.getUint32(end + 12, true);
  if (!begins(bytes, at, 'PK\x01\x02') && size <= end) at = end - size;
  const shift = Math.max(0, at - view.getUint32(end + 16, true));
  const entries: Entry[] = [];
  while (begins(bytes, at, 'PK\x01\x02') && entries.length < ENTRIES && at + 46 <= bytes.length) {
    const flags = view.getUint16(at + 8, true);
    const nameSize = view.getUint16(at + 28, true);
    const start = view.getUint32(at + 42, true) + shift;
    const packed = view.getUint32(at + 20, true);
    entries.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + nameSize)),
      size: view.getUint32(at + 24, true),
      locked: (flags & 1) === 1,
      ...packedAt(bytes, view, start, packed, view.getUint16(at + 10, true)),
    });
    at += 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { entries, whole: entries.length === count || (count === 0xffff && entries.length < ENTRIES) };
}

function packedAt(bytes: Uint8Array, view: DataView, start: number, packed: number, method: number): Pick<Entry, 'packed'> {
  if (!begins(bytes, start, 'PK\x03\x04') || start + 30 > bytes.length) return {};
  const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  return data + packed > bytes.length ? {} : { packed: { start: data, end: data + packed, method } };
}

/** An archive whose directory is missing, cut off or hidden: what its local headers name, one behind the other. */
function listLocal(bytes: Uint8Array): Listing {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  let at = 0;
  while (begins(bytes, at, 'PK\x03\x04') && at + 30 <= bytes.length && entries.length < ENTRIES) {
    const flags = view.getUint16(at + 6, true);
    const nameSize = view.getUint16(at + 26, true);
    const packed = view.getUint32(at + 18, true);
    entries.push({
      name: nameOf(bytes.subarray(at + 30, at + 30 + nameSize)),
      size: view.getUint32(at + 22, true),
      locked: (flags & 1) === 1,
      ...packedAt(bytes, view, at, packed, view.getUint16(at + 8, true)),
    });
    // With bit 3 the sizes stand behind the data: where the next one begins is not known.
    if ((flags & 8) !== 0 && packed === 0) break;
    at += 30 + nameSize + view.getUint16(at + 28, true) + packed;
  }
  return { entries, whole: false };
}

function endRecord(bytes: Uint8Array): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - END_REACH; at--) if (bytes[at] === 0x50 && begins(bytes, at, 'PK\x05\x06')) return at;
  return -1;
}

/** Names are UTF-8 where they can be: the flag for it is missing in many honest archives. */
function nameOf(bytes: Uint8Array): string {
  const name = utf8.decode(bytes.subarray(0, 300));
  return name.includes('\ufffd') ? latin1(bytes, 0, 300) : name;
}
