import { isBlank, lineEnd } from './source.js';
import { type Decoded, decodeBase64, decodeQuotedPrintable } from './transfer.js';

/** Bytes at the beginning of a decoded text that show whether it is one. */
const TRIED = 4096;

/**
 * Undoes a transfer encoding; what is no encoding stays as it is. Outlook gives the headers of a mail above its words already
 * decoded: there `base64` is a label on plain words, and undoing it would make noise of them.
 */
export function decodeTransfer(raw: Uint8Array, encoding: string): Decoded {
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(raw);
  if (encoding !== 'base64') return { bytes: raw, broken: false };
  const decoded = decodeBase64(raw);
  return holdsWords(raw) && isNoise(decoded.bytes) ? { bytes: raw, broken: false } : decoded;
}

/** Lines of several words: base64 has no space inside its lines. */
function holdsWords(raw: Uint8Array): boolean {
  const size = Math.min(raw.length, TRIED);
  for (let at = 0; at < size; ) {
    const end = Math.min(lineEnd(raw, at), size);
    if (!isBlank(raw, at, end)) return raw.subarray(at, end).some((c, i, line) => c > 127 || (c === 32 && i > 0 && (line[i + 1] ?? 32) > 32));
    at = end + 1;
  }
  return false;
}

/** Control characters that no text has: words taken for base64 give one in eight bytes. */
function isNoise(bytes: Uint8Array): boolean {
  const size = Math.min(bytes.length, TRIED);
  let control = 0;
  for (let i = 0; i < size; i++) {
    const c = bytes[i] as number;
    // Every second byte of UTF-16 is zero.
    if (c < 32 && c > 0 && c !== 9 && c !== 10 && c !== 13 && c !== 12 && c !== 27 && c !== 14 && c !== 15) control++;
  }
  return size === 0 || control * 40 > size || size < 16;
}
