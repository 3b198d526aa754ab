import { latin1 } from '../ascii.js';
import { decodeText } from './charset/charset.js';
import { isBase64Line, isBlank, lineEnd } from './source.js';

/** Shorter than this, base64 cannot be told from a word. */
const BASE64_LEAST = 40;

/** Nothing but base64, and enough of it. */
export function isBase64(bytes: Uint8Array): boolean {
  let size = 0;
  for (let at = 0; at < bytes.length; at = lineEnd(bytes, at) + 1) {
    const end = lineEnd(bytes, at);
    if (isBlank(bytes, at, end)) continue;
    if (!isBase64Line(bytes, at, end)) return false;
    size += end - at;
  }
  return size >= BASE64_LEAST;
}

/** Full lines of one length, as programs write them. */
export function isBlockOfLines(bytes: Uint8Array): boolean {
  const first = lineEnd(bytes, 0);
  const second = lineEnd(bytes, first + 1);
  return first >= 60 && second - first - 1 === first && second < bytes.length - 1;
}

/** Every "=" is an escape or a soft break, and there are several: words with a formula in them are none. */
export function isQuotedPrintable(bytes: Uint8Array): boolean {
  let high = 0;
  let soft = 0;
  for (let at = bytes.indexOf(61); at >= 0; at = bytes.indexOf(61, at + 1)) {
    const next = bytes[at + 1];
    if (next === 10 || next === 13) soft++;
    else if (/^[0-9A-F]{2}$/.test(latin1(bytes, at + 1, Math.min(bytes.length, at + 3)))) {
      if (next !== undefined && next >= 56) high++;
    } else return false;
  }
  return high >= 3 || soft >= 2;
}

/** No control characters, and no bytes that are no letters in UTF-8 or in the set that they look like. */
export function isLegible(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  for (const c of bytes.subarray(0, 65_536)) if (c < 32 && c !== 9 && c !== 10 && c !== 13 && c !== 12 && c !== 27 && c !== 14 && c !== 15) return false;
  return !/[\u0080-\u009f\ufffd]/.test(decodeText(bytes.subarray(0, 4096), null).text.slice(0, -4));
}
