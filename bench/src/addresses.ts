import { createHash } from 'node:crypto';
import type { Coin, Wallet } from '@hattari/engine';
import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { base58, base58check, base58xmr, base58xrp, base64urlnopad, bech32, bech32m } from '@scure/base';

/** A valid address made from a name: its key is a digest of that name, so that nobody owns it. `address` is canonical. */
export type Generated = { readonly coin: Coin; readonly kind: string; readonly network: Wallet['network']; readonly address: string; readonly sure: boolean };

/** One address a coin, in the form most letters use. */
export function addressesOf(name: string): Readonly<Record<Coin, string>> {
  const all = everyAddressOf(name);
  const of = (kind: string): string => (all.find((a) => a.kind === kind) as Generated).address;
  return {
    BTC: (digestOf(name)[63] as number) % 2 === 0 ? of('BTC bech32') : of('BTC legacy'),
    ETH: of('ETH').toLowerCase(),
    XMR: of('XMR'),
    LTC: of('LTC legacy'),
    TRX: of('TRX'),
    BCH: of('BCH'),
    DOGE: of('DOGE'),
    DASH: of('DASH'),
    ZEC: of('ZEC t1'),
    XRP: of('XRP'),
    SOL: of('SOL'),
    TON: of('TON'),
  };
}

function digestOf(name: string): Buffer {
  return createHash('sha512').update(`hattari sample ${name}`).digest();
}

/** Every kind of address that the engine knows, in a fixed order. */
export function everyAddressOf(name: string): Generated[] {
  const digest = digestOf(name);
  const hash = new Uint8Array(digest.subarray(0, 20));
  const long = new Uint8Array(digest.subarray(20, 52));
  const check = base58check(sha256);
  const legacy = (...version: number[]): string => check.encode(Uint8Array.from([...version, ...hash]));
  const segwit = (prefix: string, version: number, program: Uint8Array): string =>
    (version === 0 ? bech32 : bech32m).encode(prefix, [version, ...bech32.toWords(program)], false);
  const plain = (coder: typeof bech32, prefix: string, bytes: Uint8Array): string => coder.encode(prefix, bech32.toWords(bytes), false);
  const monero = (version: number, body: Uint8Array): string => {
    const bytes = Uint8Array.from([version, ...body]);
    return base58xmr.encode(Uint8Array.from([...bytes, ...keccak_256(bytes).subarray(0, 4)]));
  };
  const ripple = (bytes: readonly number[]): string => base58xrp.encode(Uint8Array.from([...bytes, ...sha256(sha256(Uint8Array.from(bytes))).subarray(0, 4)]));
  const row = (coin: Coin, kind: string, address: string, network: Wallet['network'] = 'main', sure = true): Generated => ({
    coin,
    kind,
    network,
    address,
    sure,
  });
  return [
    row('BTC', 'BTC legacy', legacy(0)),
    row('BTC', 'BTC script', legacy(5)),
    row('BTC', 'BTC bech32', segwit('bc', 0, hash)),
    row('BTC', 'BTC bech32 script', segwit('bc', 0, long)),
    row('BTC', 'BTC taproot', segwit('bc', 1, long)),
    row('BTC', 'BTC test', legacy(0x6f), 'test'),
    row('BTC', 'BTC test bech32', segwit('tb', 0, hash), 'test'),
    row('BTC', 'BTC regtest', segwit('bcrt', 1, long), 'regtest'),
    row('LTC', 'LTC legacy', legacy(0x30)),
    row('LTC', 'LTC script', legacy(0x32)),
    row('LTC', 'LTC bech32', segwit('ltc', 0, hash)),
    row('BCH', 'BCH', cashaddr('bitcoincash', 0, hash)),
    row('BCH', 'BCH script', cashaddr('bitcoincash', 8, hash)),
    row('DOGE', 'DOGE', legacy(0x1e)),
    row('DASH', 'DASH', legacy(0x4c)),
    row('ZEC', 'ZEC t1', legacy(0x1c, 0xb8)),
    row('ZEC', 'ZEC t3', legacy(0x1c, 0xbd)),
    row('ZEC', 'ZEC sapling', plain(bech32, 'zs', new Uint8Array(digest.subarray(0, 43)))),
    row('ZEC', 'ZEC unified', plain(bech32m, 'u', Uint8Array.from([...digest, ...hash.subarray(0, 19)]))),
    row('ETH', 'ETH', ethereum(hash)),
    row('TRX', 'TRX', legacy(0x41)),
    row('XMR', 'XMR', monero(18, digest)),
    row('XMR', 'XMR subaddress', monero(42, digest)),
    row('XMR', 'XMR integrated', monero(19, Uint8Array.from([...digest, ...hash.subarray(0, 8)]))),
    row('XRP', 'XRP', ripple([0, ...hash])),
    row('XRP', 'XRP X-address', ripple([5, 0x44, ...hash, 1, 57, 0, 0, 0, 0, 0, 0, 0])),
    row('SOL', 'SOL', base58.encode(long), 'main', false),
    row('TON', 'TON', ton(0x51, long)),
  ];
}

/** EIP-55. */
function ethereum(hash: Uint8Array): string {
  const lower = Buffer.from(hash).toString('hex');
  const sum = Buffer.from(keccak_256(new TextEncoder().encode(lower))).toString('hex');
  return `0x${Array.from(lower, (c, i) => (Number.parseInt(sum[i] as string, 16) >= 8 ? c.toUpperCase() : c)).join('')}`;
}

/** Bitcoin Cash specification, cashaddr.md; `version` is type and size. */
function cashaddr(prefix: string, version: number, hash: Uint8Array): string {
  const words = bech32.toWords(Uint8Array.from([version, ...hash]));
  let sum = 1n;
  for (const word of [...Array.from(prefix, (c) => c.charCodeAt(0) & 31), 0, ...words, 0, 0, 0, 0, 0, 0, 0, 0]) {
    const top = sum >> 35n;
    sum = ((sum & 0x07ffffffffn) << 5n) ^ BigInt(word);
    [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n].forEach((generator, i) => {
      if (((top >> BigInt(i)) & 1n) === 1n) sum ^= generator;
    });
  }
  sum ^= 1n;
  const check = Array.from({ length: 8 }, (_, i) => Number((sum >> BigInt(5 * (7 - i))) & 31n));
  return `${prefix}:${[...words, ...check].map((word) => 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'[word]).join('')}`;
}

/** TEP-2, workchain 0. */
function ton(tag: number, hash: Uint8Array): string {
  const body = [tag, 0, ...hash];
  let crc = 0;
  for (const byte of body) {
    crc ^= byte << 8;
    for (let i = 0; i < 8; i++) crc = ((crc & 0x8000) !== 0 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return base64urlnopad.encode(Uint8Array.from([...body, crc >> 8, crc & 255]));
}
