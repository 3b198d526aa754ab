import { keccak_256 } from '@noble/hashes/sha3.js';
import { toBytes } from '../../ascii.js';
import type { Found } from './address.js';

const SHAPE = /^0x[0-9a-f]{40}$/i;

/** EIP-55: mixed case carries a checksum, and a wrong one makes it no address; one case carries none and is only the shape of one. */
export function classifyEthereum(address: string): Found | null {
  if (!SHAPE.test(address)) return null;
  const body = address.slice(2);
  const lower = body.toLowerCase();
  const canonical = `0x${withChecksum(lower)}`;
  const oneCase = body === lower || body === body.toUpperCase();
  if (!oneCase && canonical.slice(2) !== body) return null;
  // An address whose own checksum form is one case has passed it all the same, but by chance as far as a reader can tell.
  return { coin: 'ETH', network: 'main', address: canonical, sure: !oneCase };
}

function withChecksum(lower: string): string {
  const hash = keccak_256(toBytes(lower));
  let body = '';
  for (let i = 0; i < 40; i++) {
    const nibble = ((hash[i >> 1] as number) >> (i % 2 === 0 ? 4 : 0)) & 15;
    body += nibble >= 8 ? (lower[i] as string).toUpperCase() : lower[i];
  }
  return body;
}
