import { randomOf } from '../disguise/random.js';
import { join, KB, pick, randomBytes } from '../pieces.js';
import { samples } from '../samples.js';
import type { Hostile } from './model.js';

const CUTS = 8;
const CHANGES = 4;
const RANDOM = [0, 1, 2, 3, 10, 100, 1 * KB, 10 * KB, 100 * KB, 1000 * KB];
const MAGIC: readonly (readonly [string, string])[] = [
  ['gzip', '1f8b0800'],
  ['zip', '504b0304'],
  ['PDF', '255044462d312e37'],
  ['PNG', '89504e470d0a1a0a'],
  ['JPEG', 'ffd8ffe0'],
  ['compound file', 'd0cf11e0a1b11ae1'],
  ['TNEF', '789f3e22'],
  ['RTF', '7b5c72746631'],
  ['UTF-8 mark', 'efbbbf'],
  ['UTF-16 mark', 'fffe'],
  ['mailbox', '46726f6d20'],
  ['mail', '46726f6d3a20'],
  ['page', '3c68746d6c3e'],
];

/** Samples cut and changed, and bytes that are nothing at all. */
export function broken(): readonly Hostile[] {
  return [
    ...samples().flatMap(({ name, bytes }) => {
      const random = randomOf(`broken ${name}`);
      const cut = Array.from({ length: CUTS }, (): Hostile => {
        const size = Math.floor(random() * bytes.length);
        return { id: `${name} cut at ${size}`, why: 'a download that broke', bytes: () => bytes.subarray(0, size) };
      });
      const changed = Array.from({ length: CHANGES }, (_, k): Hostile => {
        const seed = `broken ${name} ${k}`;
        return { id: `${name} changed, ${k}`, why: 'a disk that broke', bytes: () => changedBytes(bytes, seed) };
      });
      return [...cut, ...changed];
    }),
    ...RANDOM.map((size): Hostile => ({ id: `${size} random bytes`, why: 'no message at all', bytes: () => randomBytes(randomOf(`random ${size}`), size) })),
    ...MAGIC.map(
      ([name, hex]): Hostile => ({
        id: `random behind the mark of ${name}`,
        why: 'another form than it says',
        bytes: () => join(Buffer.from(hex, 'hex'), randomBytes(randomOf(`magic ${name}`), 20 * KB)),
      }),
    ),
    ...MAGIC.map(([name, hex]): Hostile => ({ id: `the mark of ${name} alone`, why: 'a form without anything in it', bytes: () => Buffer.from(hex, 'hex') })),
  ];
}

/** One byte in a hundred is another. */
function changedBytes(bytes: Uint8Array, seed: string): Uint8Array {
  const random = randomOf(seed);
  const out = Uint8Array.from(bytes);
  for (let k = 0; k < bytes.length / 100; k++)
    out[Math.floor(random() * out.length)] = pick(random, [0, 10, 13, 34, 38, 45, 60, 61, 128, 255, Math.floor(random() * 256)]);
  return out;
}
