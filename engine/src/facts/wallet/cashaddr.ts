import type { Found } from './address.js';

const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const NETWORKS: readonly (readonly [string, Found['network']])[] = [
  ['bitcoincash', 'main'],
  ['bchtest', 'test'],
  ['bchreg', 'regtest'],
];
// Bitcoin Cash specification, cashaddr.md: hash sizes in bytes by the low three bits of the version.
const SIZES = [20, 24, 28, 32, 40, 48, 56, 64];
/** Types in use: P2PKH, P2SH and the same two for tokens (CHIP-2022-02). */
const TYPES = 4;
/** Letters of the two hash sizes in use, 20 and 32 bytes. */
export const CASH_LENGTHS: ReadonlySet<number> = new Set([42, 61]);

/** A cashaddr without its prefix; the network is the one whose prefix makes the 40-bit checksum hold. Canonical with prefix. */
export function classifyCash(body: string): Found | null {
  const lower = body.toLowerCase();
  if (body !== lower && body !== body.toUpperCase()) return null;
  const words: number[] = [];
  for (const letter of lower) {
    const word = LETTERS.indexOf(letter);
    if (word < 0) return null;
    words.push(word);
  }
  if (!isPayload(words)) return null;
  for (const [prefix, network] of NETWORKS) {
    if (polymod([...Array.from(prefix, (c) => c.charCodeAt(0) & 31), 0, ...words]) === 0n) {
      return { coin: 'BCH', network, address: `${prefix}:${lower}`, sure: true };
    }
  }
  return null;
}

/** Version byte and hash fit each other, and the padding is zero. */
function isPayload(words: readonly number[]): boolean {
  const version = ((words[0] as number) << 3) | ((words[1] as number) >> 2);
  const bits = (words.length - 8) * 5;
  const size = SIZES[version & 7] as number;
  const padding = bits - 8 * (1 + size);
  return version >> 3 < TYPES && padding >= 0 && padding < 5 && ((words[words.length - 9] as number) & ((1 << padding) - 1)) === 0;
}

const GENERATORS = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];

function polymod(words: readonly number[]): bigint {
  let sum = 1n;
  for (const word of words) {
    const top = sum >> 35n;
    sum = ((sum & 0x07ffffffffn) << 5n) ^ BigInt(word);
    for (let i = 0; i < 5; i++) if (((top >> BigInt(i)) & 1n) === 1n) sum ^= GENERATORS[i] as bigint;
  }
  return sum ^ 1n;
}
