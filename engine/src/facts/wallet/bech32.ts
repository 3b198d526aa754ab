import { bech32, bech32m } from '@scure/base';
import type { Found } from './address.js';

type Prefix = Pick<Found, 'coin' | 'network'> & { readonly kind: 'segwit' | 'sapling' | 'unified' | 'tex' };

// BIP 173; litecoin/src/chainparams.cpp; Zcash protocol specification 5.6.3.1, ZIP 316 (unified), ZIP 320 (TEX).
const PREFIXES: ReadonlyMap<string, Prefix> = new Map([
  ['bc', { coin: 'BTC', network: 'main', kind: 'segwit' }],
  ['tb', { coin: 'BTC', network: 'test', kind: 'segwit' }],
  ['bcrt', { coin: 'BTC', network: 'regtest', kind: 'segwit' }],
  ['ltc', { coin: 'LTC', network: 'main', kind: 'segwit' }],
  ['tltc', { coin: 'LTC', network: 'test', kind: 'segwit' }],
  ['rltc', { coin: 'LTC', network: 'regtest', kind: 'segwit' }],
  ['zs', { coin: 'ZEC', network: 'main', kind: 'sapling' }],
  ['ztestsapling', { coin: 'ZEC', network: 'test', kind: 'sapling' }],
  ['u', { coin: 'ZEC', network: 'main', kind: 'unified' }],
  ['utest', { coin: 'ZEC', network: 'test', kind: 'unified' }],
  ['tex', { coin: 'ZEC', network: 'main', kind: 'tex' }],
  ['textest', { coin: 'ZEC', network: 'test', kind: 'tex' }],
]);

/** Longest prefix with its separator. */
export const LONGEST_PREFIX = 13;
/** ZIP 316: F4Jumble takes at least 48 bytes, of which 16 are padding; a checksum of 30 bits over less would meet chance too often. */
const UNIFIED_BYTES = 48;

/** True when a text begins as a bech32 address of a coin here. */
export function hasPrefix(text: string): boolean {
  const at = text.indexOf('1');
  return at > 0 && at < LONGEST_PREFIX && PREFIXES.has(text.slice(0, at).toLowerCase());
}

/** All upper or all lower case; BIP 173 for version 0 and Sapling, BIP 350 for later versions, unified and TEX. */
export function classifyBech32(address: string): Found | null {
  const lower = address.toLowerCase();
  if (address !== lower && address !== address.toUpperCase()) return null;
  // The separator is the last 1: the letters of the data have none.
  const prefix = PREFIXES.get(lower.slice(0, lower.lastIndexOf('1')));
  if (prefix === undefined) return null;
  const { coin, network, kind } = prefix;
  const found: Found = { coin, network, address: lower, sure: true };
  if (kind === 'segwit') return isSegwit(lower) ? found : null;
  const bytes = kind === 'sapling' ? toBytes(bech32, lower, 0) : toBytes(bech32m, lower, 0);
  if (bytes === null) return null;
  const fits = kind === 'sapling' ? bytes.length === 43 : kind === 'tex' ? bytes.length === 20 : bytes.length >= UNIFIED_BYTES;
  return fits ? found : null;
}

function isSegwit(lower: string): boolean {
  // BIP 173: at most 90 letters; the first letter of the data is the version, q for 0.
  if (lower.length > 90) return false;
  const isFirst = lower[lower.lastIndexOf('1') + 1] === 'q';
  const size = toBytes(isFirst ? bech32 : bech32m, lower, 1)?.length ?? 0;
  return isFirst ? size === 20 || size === 32 : size >= 2 && size <= 40;
}

/** The bytes after `skip` words, or null where checksum or padding is wrong. */
function toBytes(coder: typeof bech32, lower: string, skip: 0 | 1): Uint8Array | null {
  try {
    const { words } = coder.decode(lower as `${string}1${string}`, false);
    if (skip === 1 && (words[0] as number) > 16) return null;
    return coder.fromWords(words.slice(skip));
  } catch {
    return null;
  }
}
