import { keccak_256 } from '@noble/hashes/sha3.js';
import { toBytes } from '../../ascii.js';
import type { Found } from './address.js';
import { type Put, putRight } from './bech32-slips.js';
import { classifyCash } from './cashaddr.js';
import { classify } from './classify.js';
import { lengthsAt } from './lengths.js';
import { type Alphabet, mayBe } from './misread.js';
import { classifyTon, TON_LETTERS } from './ton.js';

/**
 * One way to take the beginning of a text read from a picture for an address: `skip` letters are its prefix, the rest is of `alphabet`
 * and has one of `sizes` letters. `decide` asks the checksum about one reading; `bits`: how many bits of it must agree by chance.
 */
export type Kind = {
  readonly alphabet: Alphabet;
  readonly skip: number;
  readonly sizes: readonly number[];
  readonly decide: (reading: string, seen: string) => { readonly found: Found; readonly bits: number } | null;
  /** Where the checksum itself says what was misread. */
  readonly solve?: (seen: string, missing: -2 | -1 | 0 | 1) => Put | null;
};

const same = (letter: string): string => letter;
const lower = (letter: string): string => letter.toLowerCase();
const BASE58: Alphabet = { letters: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', fold: same };
const BECH32: Alphabet = { letters: 'qpzry9x8gf2tvdw0s3jn54khce6mua7l', fold: lower };
const HEX: Alphabet = { letters: '0123456789abcdef', fold: lower };
const TON: Alphabet = { letters: `${BASE58.letters}0OIl-_`, fold: same };

/** Those that letters name; test networks are no demand. */
const PREFIXES = ['bc1', 'ltc1', 'zs1', 'u1', 'tex1'];
/** Lengths of base58 that letters have: shorter ones are a matter of chance, and each costs as many readings again. */
const BASE58_SIZES = new Set([33, 34, 35, 47, 95, 106]);
const CHECK_BITS = 32;
const BECH32_BITS = 30;
const CASH_BITS = 40;
const TON_BITS = 16;

/** Every kind of address that a text may begin with, if some of its letters were read wrongly. */
export function kindsAt(text: string): Kind[] {
  const kinds: Kind[] = [];
  for (const prefix of PREFIXES) if (begins(text, prefix, lower)) kinds.push(bech32Of(prefix));
  if (begins(text, '0x', lower)) kinds.push({ alphabet: HEX, skip: 2, sizes: [40], decide: decideEthereum });
  if (begins(text, 'q', lower) || begins(text, 'p', lower)) kinds.push({ alphabet: BECH32, skip: 0, sizes: [42, 61], decide: decideCash });
  for (const start of ['EQ', 'UQ']) if (begins(text, start, same)) kinds.push({ alphabet: TON, skip: 0, sizes: [TON_LETTERS], decide: decideTon });
  const sizes = new Set<number>();
  for (const first of '13LMDXTrt48A') if (mayBe(text[0] as string, first)) for (const size of lengthsAt(first, 0)) if (BASE58_SIZES.has(size)) sizes.add(size);
  if (sizes.size > 0) kinds.push({ alphabet: BASE58, skip: 0, sizes: [...sizes], decide: decideBase58 });
  return kinds;
}

function begins(text: string, prefix: string, fold: (letter: string) => string): boolean {
  for (let at = 0; at < prefix.length; at++) if (text[at] === undefined || !mayBe(text[at] as string, prefix[at] as string, fold)) return false;
  return true;
}

function bech32Of(prefix: string): Kind {
  return {
    alphabet: BECH32,
    skip: prefix.length,
    sizes: lengthsAt(prefix, 0).map((size) => size - prefix.length),
    decide: (reading) => proven(classify(prefix + reading), BECH32_BITS),
    ...(prefix === 'bc1' || prefix === 'ltc1' ? { solve: (seen, missing) => putRight(prefix.slice(0, -1), seen, missing) } : {}),
  };
}

function decideBase58(reading: string): ReturnType<Kind['decide']> {
  return proven(classify(reading), CHECK_BITS);
}

function decideCash(reading: string): ReturnType<Kind['decide']> {
  return proven(classifyCash(reading), CASH_BITS);
}

function decideTon(reading: string): ReturnType<Kind['decide']> {
  return proven(classifyTon(reading), TON_BITS);
}

function proven(found: Found | null, bits: number): ReturnType<Kind['decide']> {
  return found?.sure === true ? { found, bits } : null;
}

/**
 * EIP-55 writes its checksum in the case of the letters. What was read as capital or small counts where the two are drawn unlike (not
 * C) and the letter was not changed; each such letter is one bit. In one case there is no checksum, and nothing is proved.
 */
function decideEthereum(reading: string, seen: string): ReturnType<Kind['decide']> {
  const hash = keccak_256(toBytes(reading));
  let address = '0x';
  let capitals = 0;
  let small = 0;
  let agree = true;
  for (let i = 0; i < 40; i++) {
    const letter = reading[i] as string;
    const isCapital = letter > '9' && (((hash[i >> 1] as number) >> (i % 2 === 0 ? 4 : 0)) & 15) >= 8;
    address += isCapital ? letter.toUpperCase() : letter;
    const read = seen[i] as string;
    if (letter <= '9' || letter === 'c' || read.toLowerCase() !== letter) continue;
    if (read === letter) small++;
    else capitals++;
    agree &&= isCapital === (read !== letter);
  }
  const found: Found = { coin: 'ETH', network: 'main', address, sure: true };
  if (capitals === 0 || small === 0) return { found: { ...found, sure: false }, bits: 0 };
  return agree ? { found, bits: capitals + small } : null;
}
