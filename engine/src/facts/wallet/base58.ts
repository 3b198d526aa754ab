import { sha256 } from '@noble/hashes/sha2.js';
import { base58, base58xrp } from '@scure/base';
import { endsIn, type Found } from './address.js';

type Version = Pick<Found, 'coin' | 'network'>;

// Version bytes: chainparams of bitcoin, litecoin, dogecoin, dash (src/chainparams.cpp), java-tron (Constant.java). 0x6f, 0xc4 are shared by
// the test networks of several coins and 0x05 by Bitcoin's and old Litecoin's scripts: Bitcoin unless words nearby say otherwise.
const ONE_BYTE: ReadonlyMap<number, Version> = new Map([
  [0x00, { coin: 'BTC', network: 'main' }],
  [0x05, { coin: 'BTC', network: 'main' }],
  [0x6f, { coin: 'BTC', network: 'test' }],
  [0xc4, { coin: 'BTC', network: 'test' }],
  [0x30, { coin: 'LTC', network: 'main' }],
  [0x32, { coin: 'LTC', network: 'main' }],
  [0x3a, { coin: 'LTC', network: 'test' }],
  [0x1e, { coin: 'DOGE', network: 'main' }],
  [0x16, { coin: 'DOGE', network: 'main' }],
  [0x71, { coin: 'DOGE', network: 'test' }],
  [0x4c, { coin: 'DASH', network: 'main' }],
  [0x10, { coin: 'DASH', network: 'main' }],
  [0x8c, { coin: 'DASH', network: 'test' }],
  [0x13, { coin: 'DASH', network: 'test' }],
  [0x41, { coin: 'TRX', network: 'main' }],
]);
// Zcash protocol specification, 5.6.1.1: t1, t3 and tm, t2.
const TWO_BYTES: ReadonlyMap<number, Version> = new Map([
  [0x1cb8, { coin: 'ZEC', network: 'main' }],
  [0x1cbd, { coin: 'ZEC', network: 'main' }],
  [0x1d25, { coin: 'ZEC', network: 'test' }],
  [0x1cba, { coin: 'ZEC', network: 'test' }],
]);
// XLS-5d: X-address of an account and its tag.
const X_ADDRESS: ReadonlyMap<number, Version['network']> = new Map([
  [0x0544, 'main'],
  [0x0493, 'test'],
]);

/** Version, 20 bytes, checksum: BTC, LTC, DOGE, DASH, TRX; with a second version byte ZEC. Null where the checksum does not hold. */
export function classifyBase58(address: string): Found | null {
  const bytes = decode(base58, address);
  if (bytes === null) return null;
  const version = bytes.length === 25 ? ONE_BYTE.get(bytes[0] as number) : bytes.length === 26 ? TWO_BYTES.get(twoBytes(bytes)) : undefined;
  return version !== undefined && holds(bytes) ? { ...version, address, sure: true } : null;
}

/** XRP has base58 letters in an order of its own: r... (account) and X... (account and tag). */
export function classifyRipple(address: string): Found | null {
  const bytes = decode(base58xrp, address);
  if (bytes === null) return null;
  if (bytes.length === 25 && bytes[0] === 0) return holds(bytes) ? { coin: 'XRP', network: 'main', address, sure: true } : null;
  const network = bytes.length === 35 ? X_ADDRESS.get(twoBytes(bytes)) : undefined;
  return network !== undefined && holds(bytes) ? { coin: 'XRP', network, address, sure: true } : null;
}

/** A Solana account is a bare key of 32 bytes without any checksum: never sure, and only with words nearby (nearby.ts). */
export function classifySolana(address: string): Found | null {
  // Numbers, one-case words and hex digests of this length are no keys: a random key has them all.
  if (!/[0-9]/.test(address) || !/[a-z]/.test(address) || !/[A-Z]/.test(address)) return null;
  return decode(base58, address)?.length === 32 ? { coin: 'SOL', network: 'main', address, sure: false } : null;
}

function decode(coder: typeof base58, address: string): Uint8Array | null {
  try {
    return coder.decode(address);
  } catch {
    return null;
  }
}

function twoBytes(bytes: Uint8Array): number {
  return ((bytes[0] as number) << 8) | (bytes[1] as number);
}

function holds(bytes: Uint8Array): boolean {
  return endsIn(bytes, sha256(sha256(bytes.subarray(0, -4))));
}
