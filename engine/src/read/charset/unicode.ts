import { textOf } from './units.js';

const HOLE = 0xfffd;
const strict = new TextDecoder('utf-8', { fatal: true });
// Kept, not made anew each time: only those of UTF-8 forget what they were given before, in every browser.
const lax = new TextDecoder('utf-8');

/** The text, or null if a byte is no UTF-8. */
export function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

export function laxUtf8(bytes: Uint8Array): string {
  return lax.decode(bytes);
}

/** UTF-16 of either order; a byte order mark is passed over, a surrogate without its other half becomes U+FFFD. */
export function decodeUtf16(bytes: Uint8Array, order: 'le' | 'be'): string {
  return new TextDecoder(`utf-16${order}`).decode(bytes);
}

export function decodeUtf32(bytes: Uint8Array, order: 'le' | 'be'): string {
  const units = new Uint16Array(Math.ceil(bytes.length / 4) * 2);
  let n = 0;
  for (let i = 0; i < bytes.length; i += 4) {
    const four = [bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3]] as [number, ...(number | undefined)[]];
    const [a, b, c, d] = order === 'be' ? four : four.reverse();
    const point = d === undefined || a === undefined || b === undefined || c === undefined ? HOLE : ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    if (i === 0 && point === 0xfeff) continue;
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) units[n++] = HOLE;
    else if (point > 0xffff) {
      units[n++] = 0xd7c0 + (point >> 10);
      units[n++] = 0xdc00 | (point & 0x3ff);
    } else units[n++] = point;
  }
  return textOf(units, n);
}

const BASE64 = new Int8Array(256).fill(-1);
for (const [i, ch] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) BASE64[ch.charCodeAt(0)] = i;

/** UTF-7 (RFC 2152): UTF-16 in base64 between "+" and "-"; leniently, every byte of 7 bits may stand for itself. */
export function decodeUtf7(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let n = 0;
  let inside = false;
  let held = 0;
  let bits = 0;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i] as number;
    if (!inside) {
      if (c === 0x2b) {
        if (bytes[i + 1] === 0x2d) {
          units[n++] = c;
          i++;
        } else {
          inside = true;
          held = 0;
          bits = 0;
        }
      } else units[n++] = c < 0x80 ? c : HOLE;
      continue;
    }
    const value = BASE64[c] as number;
    if (value >= 0) {
      held = ((held << 6) | value) & 0x3fffff;
      bits += 6;
      if (bits >= 16) {
        bits -= 16;
        units[n++] = (held >> bits) & 0xffff;
      }
      continue;
    }
    // What is left is padding of zeros; more is a letter cut off.
    if (bits >= 6 || (held & ((1 << bits) - 1)) !== 0) units[n++] = HOLE;
    inside = false;
    if (c !== 0x2d) units[n++] = c < 0x80 ? c : HOLE;
  }
  if (inside && bits >= 6) units[n++] = HOLE;
  return textOf(units, n);
}
