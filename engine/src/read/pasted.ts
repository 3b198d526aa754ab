import { latin1 } from '../ascii.js';
import type { PartId } from '../model.js';
import { decodeText } from './charset.js';
import { nameOfBinary } from './disguise.js';
import { readLetters } from './letters.js';
import { PART_DEPTH } from './limits.js';
import { beginsWithHeader, behindClosing, concat, findSource, isBase64Line, isBlank, lineEnd, type Source } from './source.js';
import { decodeBase64, decodeQuotedPrintable } from './transfer.js';
import type { Walk } from './walk.js';

const BREAK = Uint8Array.of(10);

/** A source out of what a mail program or page put around it when it was copied: ">" before each line, doubled line breaks. Words stay as they are. */
export function mended(bytes: Uint8Array): Uint8Array {
  for (const mend of [withoutQuotes, withoutDoubling]) {
    const tried = mend(bytes);
    if (tried !== null && findSource(tried)?.start === 0) return tried;
  }
  return bytes;
}

/** The source that a copied page shows below its own table, or whose first header was cut; null if a person's words stand above it. */
export function sourceAlone(bytes: Uint8Array): Source | null {
  const source = findSource(bytes);
  if (source === null || !source.hasBody) return null;
  return isPage(bytes.subarray(0, source.start)) ? source : null;
}

/** Bytes above a source that may be the page's table or the rest of a header. */
const ABOVE_BYTES = 8192;
const PAGE_ROWS = [
  /^(original message|message source|\u5143\u306e\u30e1\u30c3\u30bb\u30fc\u30b8|\u30e1\u30c3\u30bb\u30fc\u30b8\u306e\u30bd\u30fc\u30b9)/im,
  /^(message|\u30e1\u30c3\u30bb\u30fc\u30b8)\s?id\b/im,
  /^spf\s?[:\uff1a\t]/im,
  /^dkim\s?[:\uff1a\t]/im,
  /^dmarc\s?[:\uff1a\t]/im,
  /^download original/im,
  /^copy to clipboard/im,
];

function isPage(above: Uint8Array): boolean {
  if (above.length > ABOVE_BYTES) return false;
  if (isBlank(above, 0, above.length)) return true;
  const text = decodeText(above, null).text;
  if (PAGE_ROWS.filter((row) => row.test(text)).length >= 3) return true;
  // The rest of a folded header: lines that begin with a space, or as the lines of Received do.
  const lines = text.trimEnd().split('\n');
  return (
    lines.length <= 20 &&
    lines.every((line) => /^[ \t]+\S/.test(line) || /^(by|with|for|id)\s\S+/.test(line) || /^[a-z]{1,2}=\S+$/.test(line) || /^From - /.test(line))
  );
}

function withoutQuotes(bytes: Uint8Array): Uint8Array | null {
  const out = new Uint8Array(bytes.length);
  let n = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = lineEnd(bytes, at);
    const next = Math.min(end + 1, bytes.length);
    let from = at;
    if (bytes[at] === 62) from = bytes[at + 1] === 32 ? at + 2 : at + 1;
    else if (!isBlank(bytes, at, end)) return null;
    out.set(bytes.subarray(from, next), n);
    n += next - from;
    at = next;
  }
  return n < bytes.length ? out.subarray(0, n) : null;
}

/** Every second line is empty in the header, and so in all of it. */
function withoutDoubling(bytes: Uint8Array): Uint8Array | null {
  const out = new Uint8Array(bytes.length);
  let n = 0;
  let line = 0;
  for (let at = 0; at < bytes.length; line++) {
    const end = lineEnd(bytes, at);
    const next = Math.min(end + 1, bytes.length);
    const blank = isBlank(bytes, at, end);
    if (line < 8 && blank !== (line % 2 === 1)) return null;
    // Where the pairs break later on, a blank line too many is kept rather than a line of words lost.
    if (line % 2 === 0 || !blank) {
      out.set(bytes.subarray(at, next), n);
      n += next - at;
    }
    if (line % 2 === 1 && !blank) line++;
    at = next;
  }
  return line >= 8 ? out.subarray(0, n) : null;
}

/**
 * Reads a text that is no whole source: parts of one from a boundary line on, an encoded body alone, or words. `id` numbers the
 * text; what stands behind the parts is numbered on.
 */
export function readLoose(walk: Walk, bytes: Uint8Array, number: number, depth: number): void {
  const id: PartId = String(number);
  const first = depth < PART_DEPTH ? firstBoundary(bytes) : null;
  // Boundary lines inside a source belong to it.
  if (first !== null && findSource(bytes.subarray(0, first.at)) !== null) {
    readLetters(walk, bytes, null, id, depth);
    return;
  }
  if (first === null) {
    readEncoded(walk, bytes, id, depth);
    return;
  }
  const before = bytes.subarray(0, first.at);
  const isPartHeader = /^content-[a-z-]{1,30}:/i.test(latin1(before, 0, Math.min(before.length, 60)));
  const end = behindClosing(bytes, first.at, first.boundary) ?? bytes.length;
  // The boundary line above a part's headers was not copied.
  const from = isPartHeader ? concat(toLine(`--${first.boundary}`), bytes.subarray(0, end)) : bytes.subarray(first.at, end);
  if (!isPartHeader && !isBlank(before, 0, before.length)) readEncoded(walk, before, `${id}/above`, depth);
  walk.entity(concat(toLine(`Content-Type: multipart/mixed; boundary="${first.boundary}"`), BREAK, from), id, depth + 1);
  const after = bytes.subarray(end);
  if (!isBlank(after, 0, after.length)) readLoose(walk, after, number + 1, depth + 1);
}

function toLine(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length + 1);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  bytes[text.length] = 10;
  return bytes;
}

/** A line "--abc" with a field of a part's header right below it. */
export function firstBoundary(bytes: Uint8Array): { readonly at: number; readonly boundary: string } | null {
  for (let at = 0; at < bytes.length; at = lineEnd(bytes, at) + 1) {
    if (bytes[at] !== 45 || bytes[at + 1] !== 45) continue;
    const end = lineEnd(bytes, at);
    const boundary = latin1(bytes, at + 2, Math.min(end, at + 202)).trimEnd();
    if (boundary === '' || /["\\]/.test(boundary)) continue;
    if (/^content-[a-z-]{1,30}:/i.test(latin1(bytes, end + 1, Math.min(bytes.length, end + 40)))) return { at, boundary };
  }
  return null;
}

function readEncoded(walk: Walk, bytes: Uint8Array, id: PartId, depth: number): void {
  const decoded = isBase64(bytes) ? decodeBase64(bytes).bytes : isQuotedPrintable(bytes) ? decodeQuotedPrintable(bytes).bytes : null;
  if (decoded === null) readLetters(walk, bytes, null, id, depth);
  else if (isText(decoded)) {
    if (beginsWithHeader(decoded)) walk.message(decoded, id, depth + 1);
    else if (/^\s*<(!doctype|html|body|div|p|table)\b/i.test(latin1(decoded, 0, Math.min(decoded.length, 200)))) walk.text(decoded, null, 'html', id);
    else readLetters(walk, decoded, null, id, depth);
  } else {
    const name = nameOfBinary(decoded.subarray(0, 16));
    // Lines of one length are an encoded file; one long word may be a key, a token, a hash.
    if (name !== 'binary' || isBlockOfLines(bytes)) walk.tell({ id: 'not-text', detail: name });
    readLetters(walk, bytes, null, id, depth);
  }
}

/** Shorter than this, base64 cannot be told from a word. */
const BASE64_LEAST = 40;

function isBase64(bytes: Uint8Array): boolean {
  let size = 0;
  for (let at = 0; at < bytes.length; at = lineEnd(bytes, at) + 1) {
    const end = lineEnd(bytes, at);
    if (isBlank(bytes, at, end)) continue;
    if (!isBase64Line(bytes, at, end)) return false;
    size += end - at;
  }
  return size >= BASE64_LEAST;
}

function isBlockOfLines(bytes: Uint8Array): boolean {
  const first = lineEnd(bytes, 0);
  const second = lineEnd(bytes, first + 1);
  return first >= 60 && second - first - 1 === first && second < bytes.length - 1;
}

/** Every "=" is an escape or a soft break, and there are several: words with a formula in them are none. */
function isQuotedPrintable(bytes: Uint8Array): boolean {
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
function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  for (const c of bytes.subarray(0, 65_536)) if (c < 32 && c !== 9 && c !== 10 && c !== 13 && c !== 12 && c !== 27 && c !== 14 && c !== 15) return false;
  return !/[\u0080-\u009f\ufffd]/.test(decodeText(bytes.subarray(0, 4096), null).text.slice(0, -4));
}
