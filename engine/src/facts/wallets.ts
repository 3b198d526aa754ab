import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { base58check, base58xmr, bech32, bech32m } from '@scure/base';
import { toBytes } from '../ascii.js';
import type { Stream, Wallet } from '../model.js';

type Found = Pick<Wallet, 'coin' | 'network' | 'sure'>;

/** Runs of letters and digits outside these lengths are no address of any coin here: 26 (short BTC) to 106 (XMR integrated). */
const SHORTEST = 26;
const LONGEST = 106;
/** Wallets kept of one message: letters give one to four; a dump of thousands is no letter. */
const MOST = 50;

const legacy = base58check(sha256);
// Version bytes: bitcoin/src/kernel/chainparams.cpp, litecoin/src/chainparams.cpp.
const VERSIONS: ReadonlyMap<number, Found> = new Map([
  [0x00, { coin: 'BTC', network: 'main', sure: true }],
  [0x05, { coin: 'BTC', network: 'main', sure: true }],
  [0x6f, { coin: 'BTC', network: 'test', sure: true }],
  [0xc4, { coin: 'BTC', network: 'test', sure: true }],
  [0x30, { coin: 'LTC', network: 'main', sure: true }],
  [0x32, { coin: 'LTC', network: 'main', sure: true }],
  [0x41, { coin: 'TRX', network: 'main', sure: true }],
]);
const SEGWIT: Readonly<Record<string, Pick<Wallet, 'coin' | 'network'>>> = {
  bc: { coin: 'BTC', network: 'main' },
  tb: { coin: 'BTC', network: 'test' },
  ltc: { coin: 'LTC', network: 'main' },
  tltc: { coin: 'LTC', network: 'test' },
};
// Monero network bytes: standard, integrated, subaddress; test and stage nets (src/cryptonote_config.h).
const MONERO: ReadonlyMap<number, 'main' | 'test'> = new Map([
  [18, 'main'],
  [19, 'main'],
  [42, 'main'],
  [53, 'test'],
  [54, 'test'],
  [63, 'test'],
  [24, 'test'],
  [25, 'test'],
  [36, 'test'],
]);

/** Wallet addresses in one folded text: a run of letters and digits proposes, its checksum decides. Linear in the text. */
export function findWallets(stream: Stream): Wallet[] {
  const wallets: Wallet[] = [];
  const { text, origin } = stream;
  let at = 0;
  while (at < text.length && wallets.length < MOST) {
    if (!isAddressUnit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < text.length && isAddressUnit(text.charCodeAt(end))) end++;
    const size = end - at;
    if (size >= SHORTEST && size <= LONGEST && !insideAddress(text, at, end)) {
      const address = text.slice(at, end);
      const found = classify(address);
      if (found !== null) {
        const span = { part: stream.part, start: origin[at] as number, end: (origin[end - 1] as number) + 1 };
        wallets.push({ ...found, address, form: 'written', where: 'text', span });
      }
    }
    at = end;
  }
  return wallets;
}

function isAddressUnit(c: number): boolean {
  return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}

/** A run that is part of a link, a path, a mail address or a longer token is not an address written for a reader. */
function insideAddress(text: string, at: number, end: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (before === ':' && /(bitcoin|litecoin|ethereum|monero|tron):$/i.test(text.slice(Math.max(0, at - 12), at))) return false;
  return /[/@=_%&+#]/.test(before) || /[@=_%]/.test(after) || (after === '/' && /[A-Za-z0-9]/.test(text[end + 1] ?? ' '));
}

/** The coin whose checksum holds, or null. `sure` is false where the form has no checksum (an ETH address in one case). */
export function classify(address: string): Found | null {
  if (/^0x[0-9a-f]{40}$/i.test(address)) return ethereum(address);
  const separator = address.lastIndexOf('1');
  const prefix = separator > 0 ? address.slice(0, separator).toLowerCase() : '';
  if (SEGWIT[prefix] !== undefined) return segwit(address, prefix);
  if (address.length === 95 || address.length === 106) return monero(address);
  if (address.length > 36) return null;
  try {
    const bytes = legacy.decode(address);
    return bytes.length === 21 ? (VERSIONS.get(bytes[0] as number) ?? null) : null;
  } catch {
    return null;
  }
}

/** BIP 173, BIP 350: version 0 ends in a bech32 checksum, later versions in bech32m; all upper or all lower case. */
function segwit(address: string, prefix: string): Found | null {
  if (address !== address.toLowerCase() && address !== address.toUpperCase()) return null;
  const lower = address.toLowerCase() as `${string}1${string}`;
  for (const [coder, isRight] of [
    [bech32, (v: number) => v === 0],
    [bech32m, (v: number) => v >= 1 && v <= 16],
  ] as const) {
    try {
      const { words } = coder.decode(lower, 90);
      const version = words[0] ?? -1;
      const size = coder.fromWords(words.slice(1)).length;
      const fits = version === 0 ? size === 20 || size === 32 : size >= 2 && size <= 40;
      if (isRight(version) && fits) return { ...(SEGWIT[prefix] as Pick<Wallet, 'coin' | 'network'>), sure: true };
    } catch {
      // Not this checksum.
    }
  }
  return null;
}

/** EIP-55: mixed case carries a checksum; one case carries none, and is then only the shape of an address. */
function ethereum(address: string): Found | null {
  const body = address.slice(2);
  const lower = body.toLowerCase();
  if (body === lower || body === body.toUpperCase()) return { coin: 'ETH', network: 'main', sure: false };
  const hash = keccak_256(toBytes(lower));
  for (let i = 0; i < 40; i++) {
    const nibble = ((hash[i >> 1] as number) >> (i % 2 === 0 ? 4 : 0)) & 15;
    const want = nibble >= 8 ? (lower[i] as string).toUpperCase() : lower[i];
    if (body[i] !== want) return null;
  }
  return { coin: 'ETH', network: 'main', sure: true };
}

function monero(address: string): Found | null {
  try {
    const bytes = base58xmr.decode(address);
    const body = bytes.subarray(0, -4);
    const sum = keccak_256(body).subarray(0, 4);
    const network = MONERO.get(bytes[0] as number);
    return network !== undefined && sum.every((b, i) => b === bytes[body.length + i]) ? { coin: 'XMR', network, sure: true } : null;
  } catch {
    return null;
  }
}
