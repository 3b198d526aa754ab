import { createHash } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { base58check, base58xmr, bech32 } from '@scure/base';

/** Valid addresses made from a name: their keys are digests of that name, so that nobody owns them. */
export function addressesOf(name: string): Readonly<Record<'BTC' | 'ETH' | 'XMR' | 'LTC' | 'TRX', string>> {
  const digest = createHash('sha512').update(`hattari sample ${name}`).digest();
  const hash = new Uint8Array(digest.subarray(0, 20));
  const check = base58check(sha256);
  const version = (v: number): Uint8Array => Uint8Array.from([v, ...hash]);
  const monero = Uint8Array.from([18, ...digest]);
  return {
    BTC: (digest[63] as number) % 2 === 0 ? bech32.encode('bc', [0, ...bech32.toWords(hash)]) : check.encode(version(0)),
    ETH: `0x${Buffer.from(hash).toString('hex')}`,
    XMR: base58xmr.encode(Uint8Array.from([...monero, ...keccak_256(monero).subarray(0, 4)])),
    LTC: check.encode(version(0x30)),
    TRX: check.encode(version(0x41)),
  };
}
