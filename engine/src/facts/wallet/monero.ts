import { keccak_256 } from '@noble/hashes/sha3.js';
import { base58xmr } from '@scure/base';
import { endsIn, type Found } from './address.js';

// Network bytes of monero/src/cryptonote_config.h: standard, integrated, subaddress; main, test and stage net.
const STANDARD: ReadonlyMap<number, Found['network']> = new Map([
  [18, 'main'],
  [42, 'main'],
  [53, 'test'],
  [63, 'test'],
  [24, 'test'],
  [36, 'test'],
]);
const INTEGRATED: ReadonlyMap<number, Found['network']> = new Map([
  [19, 'main'],
  [54, 'test'],
  [25, 'test'],
]);
/** Letters of 69 bytes (standard, subaddress) and of 77 (with a payment id), in Monero's blocks of 11 letters for 8 bytes. */
export const MONERO_LENGTHS: ReadonlySet<number> = new Set([95, 106]);

export function classifyMonero(address: string): Found | null {
  try {
    const bytes = base58xmr.decode(address);
    const network = (bytes.length === 69 ? STANDARD : INTEGRATED).get(bytes[0] as number);
    return network !== undefined && endsIn(bytes, keccak_256(bytes.subarray(0, -4))) ? { coin: 'XMR', network, address, sure: true } : null;
  } catch {
    return null;
  }
}
