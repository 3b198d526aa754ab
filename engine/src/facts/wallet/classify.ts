import type { Found } from './address.js';
import { classifyBase58, classifyRipple } from './base58.js';
import { classifyBech32, hasPrefix } from './bech32.js';
import { CASH_LENGTHS, classifyCash } from './cashaddr.js';
import { classifyEthereum } from './ethereum.js';
import { classifyMonero, MONERO_LENGTHS } from './monero.js';
import { classifyTon, TON_LETTERS } from './ton.js';

/** Shortest address of any coin here: 26 letters of base58 (BTC), 25 (XRP). */
export const SHORTEST = 25;
/** Longest: a unified Zcash address with three receivers has 213 letters. */
export const LONGEST = 256;

const BASE58 = /^[1-9A-HJ-NP-Za-km-z]+$/;

/** The coin whose shape and checksum fit, or null (Solana has no checksum: bare.ts). Shape and length first: only what fits both is hashed. */
export function classify(text: string): Found | null {
  const size = text.length;
  if (size < SHORTEST || size > LONGEST) return null;
  if (size === 42 && text[0] === '0') return classifyEthereum(text);
  if (hasPrefix(text)) {
    const found = classifyBech32(text);
    if (found !== null) return found;
  }
  if (size === TON_LETTERS) return classifyTon(text);
  if (CASH_LENGTHS.has(size) && /^[qpzr]/i.test(text)) {
    const found = classifyCash(text);
    if (found !== null) return found;
  }
  if (!BASE58.test(text)) return null;
  if (MONERO_LENGTHS.has(size)) return /^[4578AB9]/.test(text) ? classifyMonero(text) : null;
  if (size === 47) return /^[XT]/.test(text) ? classifyRipple(text) : null;
  if (size > 36) return null;
  if (text[0] === 'r') return classifyRipple(text);
  return couldBeBase58Check(text) ? classifyBase58(text) : null;
}

/** Lengths that 25 or 26 bytes can have: each leading 1 is a zero byte, every other letter 0.7322 of one. */
function couldBeBase58Check(text: string): boolean {
  let ones = 0;
  while (text[ones] === '1') ones++;
  const bytes = ones + (text.length - ones) * 0.732241;
  return /^[13mn2LMQDA97Xy8tT]/.test(text) && bytes > 24 && bytes < 27;
}

/** Whether a text could be the beginning of an address: its first letters only. */
export function couldBegin(text: string): boolean {
  return /^(?:[1-9ADLMQTXmnrty]|[qpz]|[QPZR]|0x|bc|BC|tb|TB|ltc|LTC|tltc|rltc|zs|u1|U1|tex|utest|[EUk0]Q|[EUk0]f)/.test(text);
}
