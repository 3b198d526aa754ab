import { COMPOUND_ENTRIES } from '../limits.js';

/** A storage or stream of a compound file, by its place in the directory. */
export type Entry = { readonly name: string; readonly kind: 'storage' | 'stream'; readonly child: number; readonly start: number; readonly size: number };

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const NONE = 0xffffffff;
const LAST = 0xfffffffa;
const ENTRY_BYTES = 128;
const HEADER_DIFAT = 109;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= 512 && MAGIC.every((b, i) => bytes[i] === b);
}

/**
 * A file system in a file (MS-CFB). Total: chains that run in a circle or out of the file end there, and `broken` is set.
 * All streams together give no more bytes than the file has: honest files never share sectors, an attack makes thousands share one.
 */
export class CompoundFile {
  broken = false;
  readonly root: Entry;
  private readonly view: DataView;
  private readonly shift: number;
  private readonly sectors: number;
  private readonly table: Uint32Array;
  private readonly smallTable: Uint32Array;
  private readonly small: Uint8Array;
  private readonly directory: Uint8Array;
  private readonly met: Uint8Array;
  private room: number;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.room = bytes.length;
    // 512 in version 3, 4096 in version 4; the header fills one whole sector in both.
    this.shift = this.view.getUint16(30, true) === 12 ? 12 : 9;
    this.sectors = Math.max(0, Math.ceil(bytes.length / 2 ** this.shift) - 1);
    this.table = this.readTable();
    this.directory = this.chain(this.view.getUint32(48, true), COMPOUND_ENTRIES * ENTRY_BYTES);
    if (this.directory.length >= COMPOUND_ENTRIES * ENTRY_BYTES) this.broken = true;
    this.met = new Uint8Array(this.directory.length / ENTRY_BYTES);
    this.root = this.entry(0) ?? { name: '', kind: 'storage', child: NONE, start: NONE, size: 0 };
    this.small = this.chain(this.root.start, this.root.size);
    const small = this.chain(this.view.getUint32(60, true), bytes.length);
    this.smallTable = words(small);
  }

  /** What stands in a storage, by name. Each entry belongs to the first storage that asks: a circle of storages has no way round. */
  children(storage: Entry): ReadonlyMap<string, Entry> {
    const found = new Map<string, Entry>();
    const open = [storage.child];
    while (open.length > 0) {
      const at = open.pop() as number;
      if (at === NONE) continue;
      if (at >= this.met.length || this.met[at] === 1) {
        this.broken = true;
        continue;
      }
      this.met[at] = 1;
      const entry = this.entry(at);
      if (entry === null) continue;
      if (!found.has(entry.name)) found.set(entry.name, entry);
      const from = at * ENTRY_BYTES;
      open.push(word(this.directory, from + 68), word(this.directory, from + 72));
    }
    return found;
  }

  stream(entry: Entry): Uint8Array {
    if (entry.size > this.room) {
      this.broken = true;
      return new Uint8Array(0);
    }
    this.room -= entry.size;
    const content = entry.size < 4096 ? this.smallChain(entry.start, entry.size) : this.chain(entry.start, entry.size);
    if (content.length < entry.size) this.broken = true;
    return content;
  }

  private entry(at: number): Entry | null {
    const from = at * ENTRY_BYTES;
    const kind = this.directory[from + 66];
    if (kind !== 1 && kind !== 2 && kind !== 5) return null;
    const units = Math.min(31, Math.max(0, ((this.directory[from + 64] ?? 0) >> 1) - 1));
    let name = '';
    for (let i = 0; i < units; i++) name += String.fromCharCode((this.directory[from + 2 * i] as number) | ((this.directory[from + 2 * i + 1] as number) << 8));
    return {
      name,
      kind: kind === 2 ? 'stream' : 'storage',
      child: word(this.directory, from + 76),
      start: word(this.directory, from + 116),
      size: word(this.directory, from + 120),
    };
  }

  /** The sector table; its own sectors are listed in the header and in a chain of further lists. */
  private readTable(): Uint32Array {
    const perSector = 2 ** this.shift / 4;
    const wanted = Math.ceil(this.sectors / perSector);
    const places: number[] = [];
    for (let i = 0; i < HEADER_DIFAT && places.length < wanted; i++) places.push(this.view.getUint32(76 + 4 * i, true));
    let list = this.view.getUint32(68, true);
    for (let steps = 0; places.length < wanted && list < this.sectors && steps <= wanted; steps++) {
      const sector = words(this.sector(list));
      for (let i = 0; i < perSector - 1 && places.length < wanted; i++) places.push(sector[i] ?? NONE);
      list = sector[perSector - 1] ?? NONE;
    }
    const table = new Uint32Array(this.sectors).fill(NONE);
    places.forEach((place, k) => {
      if (place < this.sectors) table.set(words(this.sector(place)).subarray(0, this.sectors - k * perSector), k * perSector);
    });
    return table;
  }

  private sector(at: number): Uint8Array {
    const from = (at + 1) * 2 ** this.shift;
    return this.bytes.subarray(from, from + 2 ** this.shift);
  }

  private chain(start: number, size: number): Uint8Array {
    const each = 2 ** this.shift;
    const pieces: Uint8Array[] = [];
    let at = start;
    let n = 0;
    while (n < size && at < this.sectors) {
      // A chain longer than all sectors runs in a circle.
      if (pieces.length >= this.sectors) {
        this.broken = true;
        return new Uint8Array(0);
      }
      const piece = this.sector(at).subarray(0, size - n);
      pieces.push(piece);
      n += each;
      at = this.table[at] as number;
    }
    return join(pieces);
  }

  private smallChain(start: number, size: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    for (let at = start, n = 0; n < size && at < this.smallTable.length && at < LAST; n += 64) {
      pieces.push(this.small.subarray(at * 64, at * 64 + Math.min(64, size - n)));
      at = this.smallTable[at] as number;
    }
    return join(pieces);
  }
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 255) | ((bytes[at + 1] ?? 255) << 8) | ((bytes[at + 2] ?? 255) << 16) | ((bytes[at + 3] ?? 255) << 24)) >>> 0;
}

function words(bytes: Uint8Array): Uint32Array {
  const out = new Uint32Array(bytes.length >> 2);
  for (let i = 0; i < out.length; i++) out[i] = word(bytes, 4 * i);
  return out;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  let size = 0;
  for (const piece of pieces) size += piece.length;
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
