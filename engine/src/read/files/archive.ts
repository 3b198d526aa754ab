import { Inflate } from 'fflate';
import { latin1 } from '../../ascii.js';
import { type FileKind, kindOf } from './kinds.js';
import { listCab, listIso, listTar } from './others.js';
import { listRar } from './rar.js';
import { ENTRIES, type Entry, type Listing, listZip } from './zip.js';

/** Archives within archives that are looked into: a real one is hardly ever packed twice; each level may multiply what comes out. */
const DEPTH = 2;
/** Bytes that come out of packed archives of one attachment, all together: lists of names stand in far less; a bomb gives gigabytes. */
const UNPACKED = 16 * 1024 * 1024;
/** Bytes pushed at a time: of a bomb a thousand times as many come out, and no more behind the limit. */
const PUSH = 1024;
const PUSH_OF_PROBE = 64;

/** A file in an archive, by its way from the outside in. */
export type Inside = { readonly path: string; readonly entry: Entry; readonly kind: FileKind | null };

/** What an archive holds, two archives deep. `locked`: some of it needs a password. `whole`: all could be listed. */
export type Contents = { readonly files: readonly Inside[]; readonly locked: boolean; readonly whole: boolean };

const ARCHIVES: ReadonlySet<FileKind> = new Set(['zip', 'rar', '7z', 'gzip', 'cab', 'tar', 'disk-image']);

export function isArchive(kind: FileKind | null): boolean {
  return kind !== null && ARCHIVES.has(kind);
}

/** Lists an archive and the archives in it. Only names and first bytes are looked at; nothing is written anywhere. */
export function contentsOf(bytes: Uint8Array, kind: FileKind): Contents {
  const purse = { left: UNPACKED };
  const files: Inside[] = [];
  const whole = list(bytes, kind, '', DEPTH, purse, files);
  return { files, locked: files.some((f) => f.entry.locked), whole };
}

function list(bytes: Uint8Array, kind: FileKind, path: string, depth: number, purse: { left: number }, files: Inside[]): boolean {
  if (kind === 'gzip') return listGzip(bytes, path, depth, purse, files);
  const { entries, whole } = listingOf(bytes, kind);
  let all = whole;
  for (const entry of entries) {
    // Archives within archives may name the same bytes again and again: what is listed in all is bounded as the list of one is.
    if (files.length >= ENTRIES) return false;
    const data = openable(entry) ? unpack(bytes, entry, purse) : null;
    const inner = data === null ? null : kindOf(data);
    files.push({ path: `${path}${entry.name}`, entry, kind: inner });
    if (data === null || !isArchive(inner)) continue;
    all = depth > 0 ? list(data, inner as FileKind, `${path}${entry.name}/`, depth - 1, purse, files) && all : false;
  }
  return all;
}

/** Worth looking into: an archive, or a file whose first bytes are wanted. Both stand at the beginning of what is packed. */
function openable(entry: Entry): boolean {
  return !entry.locked && entry.packed !== undefined && (entry.packed.method === 0 || entry.packed.method === 8);
}

/** First bytes of a file in an archive that are unpacked to see what it is; of an archive, all that the purse allows. */
const PROBE = 4096;

function unpack(bytes: Uint8Array, { packed }: Entry, purse: { left: number }): Uint8Array | null {
  if (packed === undefined) return null;
  const data = bytes.subarray(packed.start, packed.end);
  if (packed.method === 0) return data;
  const head = inflate(data, Math.min(PROBE, purse.left));
  purse.left -= head.length;
  if (!isArchive(kindOf(head)) || purse.left <= 0) return head;
  const all = inflate(data, purse.left);
  purse.left -= all.length;
  return all;
}

/** What comes out, up to `most` bytes; what is broken ends there. */
function inflate(data: Uint8Array, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  try {
    const push = most > PROBE ? PUSH : PUSH_OF_PROBE;
    for (let at = 0; at < data.length && size < most; at += push) stream.push(data.subarray(at, at + push), at + push >= data.length);
  } catch {
    // Broken or cut off: what came out before is all there is.
  }
  const out = new Uint8Array(Math.min(size, most));
  let at = 0;
  for (const chunk of chunks) {
    if (at >= out.length) break;
    out.set(chunk.subarray(0, out.length - at), at);
    at += chunk.length;
  }
  return out;
}

function listingOf(bytes: Uint8Array, kind: FileKind): Listing {
  switch (kind) {
    case 'zip':
      return listZip(bytes);
    case 'rar':
      return listRar(bytes);
    case 'tar':
      return listTar(bytes);
    case 'cab':
      return listCab(bytes);
    case 'disk-image':
      return listIso(bytes);
    default:
      // The list of a 7z is packed as its files are.
      return { entries: [], whole: false };
  }
}

/** A gzip holds one file; its header may name it (RFC 1952, 2.3). */
function listGzip(bytes: Uint8Array, path: string, depth: number, purse: { left: number }, files: Inside[]): boolean {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8);
  let name = '';
  if ((flags & 8) !== 0) {
    const zero = bytes.indexOf(0, at);
    if (zero < 0) return false;
    name = latin1(bytes, at, Math.min(zero, at + 300));
    at = zero + 1;
  }
  if ((flags & 16) !== 0) at = bytes.indexOf(0, at) + 1;
  if ((flags & 2) !== 0) at += 2;
  const data = bytes.subarray(at);
  const head = inflate(data, Math.min(PROBE, purse.left));
  purse.left -= head.length;
  const kind = kindOf(head);
  files.push({ path: `${path}${name}`, entry: { name, size: 0, locked: false }, kind });
  if (!isArchive(kind)) return true;
  if (depth === 0 || purse.left <= 0) return false;
  const all = inflate(data, purse.left);
  purse.left -= all.length;
  return list(all, kind as FileKind, `${path}${name}/`, depth - 1, purse, files);
}
