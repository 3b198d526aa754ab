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
  let size = Math.min(bytes.length, TRIED);
  // Between two letters of any set, if there is an ASCII one.
  if (size < bytes.length) while (size > TRIED / 2 && (bytes[size - 1] as number) > 127) size--;
  const tried = wholeLetters(bytes.subarray(0, size));
  for (const c of tried) if (c < 32 && c !== 9 && c !== 10 && c !== 13 && c !== 12 && c !== 27 && c !== 14 && c !== 15) return false;
  return !/[\u0080-\u009f\ufffd]/.test(decodeText(tried, null).text);
}

/** Bytes of a decoded text that show whether it is one. */
const TRIED = 65_536;

/** UTF-8 without the pieces of letters at its ends: encoded lines that were copied in part are cut inside a letter. Other bytes stay. */
export function wholeLetters(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  let end = bytes.length;
  while (end > start && bytes.length - end < 3 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  const lead = bytes[end - 1] ?? 0;
  const wanted = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
  end = wanted > bytes.length - end ? end - 1 : bytes.length;
  if (start === 0 && end === bytes.length) return bytes;
  const trimmed = bytes.subarray(start, end);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(trimmed);
    return trimmed;
  } catch {
    return bytes;
  }
}
