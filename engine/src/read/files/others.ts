import { latin1 } from '../../ascii.js';
import { begins } from './kinds.js';
import { ENTRIES, type Entry, type Listing } from './zip.js';

const utf8 = new TextDecoder('utf-8');
const utf16 = new TextDecoder('utf-16be');

/** Blocks of 512 bytes, one header before each file (POSIX ustar). */
export function listTar(bytes: Uint8Array): Listing {
  const entries: Entry[] = [];
  let at = 0;
  while (at + 512 <= bytes.length && begins(bytes, at + 257, 'ustar') && entries.length < ENTRIES) {
    const size = Number.parseInt(latin1(bytes, at + 124, at + 136), 8) || 0;
    const kind = bytes[at + 156];
    const prefix = zeroEnded(bytes, at + 345, 155);
    if (kind === 0 || kind === 0x30) entries.push({ name: `${prefix === '' ? '' : `${prefix}/`}${zeroEnded(bytes, at, 100)}`, size, locked: false });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return { entries, whole: at + 512 <= bytes.length && bytes[at] === 0 };
}

/** The files of the root folder of a disk image (ISO 9660; Joliet names where there are any). */
export function listIso(bytes: Uint8Array): Listing {
  const SECTOR = 2048;
  let root: { at: number; size: number; wide: boolean } | null = null;
  for (let volume = 16; volume < 32 && (volume + 1) * SECTOR <= bytes.length; volume++) {
    const at = volume * SECTOR;
    if (!begins(bytes, at + 1, 'CD001') || bytes[at] === 255) break;
    const wide = bytes[at] === 2;
    if (bytes[at] !== 1 && !wide) continue;
    const view = new DataView(bytes.buffer, bytes.byteOffset + at + 156, 34);
    if (root === null || wide) root = { at: view.getUint32(2, true) * SECTOR, size: view.getUint32(10, true), wide };
  }
  const entries: Entry[] = [];
  if (root === null) return { entries, whole: false };
  const end = Math.min(bytes.length, root.at + root.size);
  for (let at = root.at; at < end && entries.length < ENTRIES; ) {
    const length = bytes[at] as number;
    // A record never crosses a sector: zeros fill the rest of it.
    if (length === 0) {
      at = (Math.floor(at / SECTOR) + 1) * SECTOR;
      continue;
    }
    const named = bytes.subarray(at + 33, at + 33 + (bytes[at + 32] ?? 0));
    const isFolder = ((bytes[at + 25] ?? 0) & 2) !== 0;
    const size = at + 14 <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset + at + 10, 4).getUint32(0, true) : 0;
    if (!isFolder && named.length > 0) entries.push({ name: (root.wide ? utf16.decode(named) : latin1(named)).replace(/;\d+$/, ''), size, locked: false });
    at += length;
  }
  return { entries, whole: end === root.at + root.size };
}

/** The files that a cabinet names (MS-CAB, CFFILE). */
export function listCab(bytes: Uint8Array): Listing {
  if (bytes.length < 36) return { entries: [], whole: false };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(28, true);
  const entries: Entry[] = [];
  let at = view.getUint32(16, true);
  while (entries.length < Math.min(count, ENTRIES) && at + 17 <= bytes.length) {
    const name = zeroEnded(bytes, at + 16, 256);
    entries.push({ name, size: view.getUint32(at, true), locked: false });
    const zero = bytes.indexOf(0, at + 16);
    if (zero < 0) break;
    at = zero + 1;
  }
  return { entries, whole: entries.length === count };
}

function zeroEnded(bytes: Uint8Array, at: number, most: number): string {
  const field = bytes.subarray(at, at + most);
  const zero = field.indexOf(0);
  const name = zero < 0 ? field : field.subarray(0, zero);
  const text = utf8.decode(name);
  return text.includes('\ufffd') ? latin1(name) : text;
}
