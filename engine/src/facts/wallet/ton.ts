import { base64urlnopad } from '@scure/base';
import type { Found } from './address.js';

// TEP-2: tag (bounceable 0x11, else 0x51; 0x80 added on test networks), workchain, 32 bytes, CRC-16.
const TAG = 0x51;
const BOUNCEABLE = 0x11;
const TEST = 0x80;
/** Letters of 36 bytes. */
export const TON_LETTERS = 48;
/** First two letters that the tags and workchains 0 and -1 can give. */
const STARTS = new Set(['EQ', 'UQ', 'kQ', '0Q', 'Ef', 'Uf', 'kf', '0f']);
const RAW = /^(0|-1):([0-9a-f]{64})$/i;

export function hasTonStart(text: string): boolean {
  return STARTS.has(text.slice(0, 2));
}

/** The user-friendly form, base64 in either alphabet. Canonical: not bounceable, URL alphabet, as wallets show their own address. */
export function classifyTon(address: string): Found | null {
  if (address.length !== TON_LETTERS || !hasTonStart(address)) return null;
  try {
    const bytes = base64urlnopad.decode(address.replace(/\+/g, '-').replace(/\//g, '_'));
    const tag = (bytes[0] as number) & ~TEST;
    const workchain = bytes[1];
    if ((tag !== TAG && tag !== BOUNCEABLE) || (workchain !== 0 && workchain !== 255)) return null;
    if (crc16(bytes.subarray(0, 34)) !== (((bytes[34] as number) << 8) | (bytes[35] as number))) return null;
    const isTest = ((bytes[0] as number) & TEST) !== 0;
    return { coin: 'TON', network: isTest ? 'test' : 'main', address: friendly(bytes.slice(0, 34), isTest), sure: true };
  } catch {
    return null;
  }
}

/** Workchain and hash in hex, `0:1f..`: no checksum, so only with words nearby. */
export function classifyTonRaw(address: string): Found | null {
  const match = RAW.exec(address);
  if (match === null) return null;
  const bytes = new Uint8Array(34);
  bytes[1] = match[1] === '0' ? 0 : 255;
  for (let i = 0; i < 32; i++) bytes[i + 2] = Number.parseInt((match[2] as string).slice(2 * i, 2 * i + 2), 16);
  return { coin: 'TON', network: 'main', address: friendly(bytes, false), sure: false };
}

function friendly(body: Uint8Array, isTest: boolean): string {
  const bytes = new Uint8Array(36);
  bytes.set(body);
  bytes[0] = isTest ? TAG | TEST : TAG;
  const crc = crc16(bytes.subarray(0, 34));
  bytes[34] = crc >> 8;
  bytes[35] = crc & 255;
  return base64urlnopad.encode(bytes);
}

/** CRC-16/XMODEM. */
function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let i = 0; i < 8; i++) crc = ((crc & 0x8000) !== 0 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}
