/** One entry of a compound file's directory (MS-CFB 2.6), by hand, so that it can lie. */
export type Entry = {
  readonly name: string;
  /** 1 storage, 2 stream, 5 root. */
  readonly type: number;
  readonly left?: number;
  readonly right?: number;
  readonly child?: number;
  readonly start?: number;
  readonly size?: number;
};

export type Compound = {
  readonly entries: readonly Entry[];
  /** Sector table; what is not given is free. */
  readonly table: readonly number[];
  readonly header?: (head: Buffer) => void;
  /** Sectors of 512 bytes behind the table and the directory. */
  readonly data?: Uint8Array;
};

const FREE = 0xffffffff;
export const END = 0xfffffffe;
const TABLE = 0xfffffffd;

/** Sector 0 is the table, 1 and following the directory, then `data`. The chain of the directory is written; all else is `table`'s. */
export function compound({ entries, table, header, data = new Uint8Array(0) }: Compound): Uint8Array {
  const directorySectors = Math.ceil(entries.length / 4);
  const tableSectors = Math.ceil((1 + directorySectors + table.length) / 127);
  const head = Buffer.alloc(512, 0xff);
  head.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.writeUInt16LE(0x3e, 24);
  head.writeUInt16LE(3, 26);
  head.writeUInt16LE(0xfffe, 28);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(tableSectors, 44);
  head.writeUInt32LE(tableSectors, 48);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(END, 60);
  head.writeUInt32LE(END, 68);
  for (let k = 0; k < Math.min(109, tableSectors); k++) head.writeUInt32LE(k, 76 + k * 4);
  header?.(head);
  const sectors = Buffer.alloc(tableSectors * 512, 0xff);
  for (let k = 0; k < tableSectors; k++) sectors.writeUInt32LE(TABLE, k * 4);
  for (let k = 0; k < directorySectors; k++) sectors.writeUInt32LE(k === directorySectors - 1 ? END : tableSectors + k + 1, (tableSectors + k) * 4);
  table.forEach((next, k) => {
    const at = (tableSectors + directorySectors + k) * 4;
    if (at + 4 <= sectors.length) sectors.writeUInt32LE(next >>> 0, at);
  });
  const directory = Buffer.alloc(directorySectors * 512);
  entries.forEach(({ name, type, left = FREE, right = FREE, child = FREE, start = 0, size = 0 }, k) => {
    const at = k * 128;
    const wide = Buffer.from(`${name}\0`, 'utf16le').subarray(0, 64);
    wide.copy(directory, at);
    directory.writeUInt16LE(wide.length, at + 64);
    directory[at + 66] = type;
    directory[at + 67] = 1;
    directory.writeUInt32LE(left, at + 68);
    directory.writeUInt32LE(right, at + 72);
    directory.writeUInt32LE(child, at + 76);
    directory.writeUInt32LE(start >>> 0, at + 116);
    directory.writeUInt32LE(size >>> 0, at + 120);
  });
  return Buffer.concat([head, sectors, directory, data]);
}
