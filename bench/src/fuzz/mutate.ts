import type { Random } from '../disguise/model.js';
import { join, pick, randomBytes } from '../pieces.js';
import { MARKS, SAMPLES } from './words.js';

/** Bytes that a message made here has at most. */
const SIZE = 300_000;

type Change = (random: Random, bytes: Uint8Array, at: number, length: number) => Uint8Array;

const CHANGES: readonly Change[] = [
  (random, bytes, at) => join(bytes.subarray(0, at), pick(random, MARKS), bytes.subarray(at)),
  (random, bytes, at, length) => join(bytes.subarray(0, at), pick(random, MARKS), bytes.subarray(at + length)),
  (_, bytes, at, length) => join(bytes.subarray(0, at), bytes.subarray(at + length)),
  (random, bytes, at, length) =>
    join(bytes.subarray(0, at), ...Array.from({ length: 1 + Math.floor(random() ** 4 * 400) }, () => bytes.subarray(at, at + length)), bytes.subarray(at)),
  (random, bytes, at) => join(bytes.subarray(0, at), randomBytes(random, 1 + Math.floor(random() * 8)), bytes.subarray(at)),
  (_, bytes, at) => bytes.subarray(0, at),
  (random, bytes, at, length) => {
    const other = pick(random, SAMPLES);
    const from = Math.floor(random() * other.length);
    return join(bytes.subarray(0, at), other.subarray(from, from + length * 10), bytes.subarray(at));
  },
  (random, bytes, at) => {
    const out = Uint8Array.from(bytes);
    if (out.length > 0) out[at % out.length] = Math.floor(random() * 256);
    return out;
  },
  (random, bytes, at, length) => {
    const to = Math.floor(random() * bytes.length);
    return join(bytes.subarray(0, at), bytes.subarray(to, to + length), bytes.subarray(at));
  },
];

/** None to some changes at places of its own choosing. */
export function mutated(random: Random, given: Uint8Array): Uint8Array {
  let bytes = given;
  for (let k = 0, n = Math.floor(random() ** 2 * 12); k < n; k++) {
    const at = Math.floor(random() * bytes.length);
    bytes = pick(random, CHANGES)(random, bytes, at, Math.floor(random() ** 3 * 500)).subarray(0, SIZE);
  }
  return bytes.subarray(0, SIZE);
}
