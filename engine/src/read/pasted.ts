import { decodeText } from './charset/charset.js';
import { isFromLine } from './from-line.js';
import { countWords } from './pasted-headers.js';
import { findSource, isBlank, lineEnd, type Source } from './source.js';

/** A source out of what a mail program or page put around it when it was copied: ">" before each line, doubled line breaks. Words stay as they are. */
export function mended(bytes: Uint8Array): Uint8Array {
  for (const mend of [withoutQuotes, withoutDoubling]) {
    const tried = mend(bytes);
    const source = tried === null ? null : findSource(tried);
    if (tried !== null && source !== null && isPage(tried.subarray(0, source.start))) return tried;
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
/** Words from which a line above a source is somebody's. */
const FEW_WORDS = 3;
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
  if (isBlank(above, 0, above.length) || (isFromLine(above, 0) && lineEnd(above, 0) >= above.length - 2)) return true;
  const text = decodeText(above, null).text;
  if (isTable(text)) return true;
  // The rest of a folded header: lines that begin with a space, or as the lines of Received do.
  const lines = text.trimEnd().split('\n');
  return (
    lines.length <= 20 &&
    countWords(text, FEW_WORDS) < FEW_WORDS &&
    lines.every(
      (line) => /^[ \t]+\S/.test(line) || /^(by|for|id|with (e?smtp|lmtp|http|mapi))\S{0,9}\s+[\w<([]\S*[.@\d]/i.test(line) || /^[a-z]{1,2}=\S+$/.test(line),
    )
  );
}

function isTable(text: string): boolean {
  return PAGE_ROWS.filter((row) => row.test(text)).length >= 3;
}

/** The first lines of its header were not copied. */
export function isCutAbove({ start }: Source, bytes: Uint8Array): boolean {
  return !isBlank(bytes, 0, start) && !isTable(decodeText(bytes.subarray(0, Math.min(start, ABOVE_BYTES)), null).text);
}

function withoutQuotes(bytes: Uint8Array): Uint8Array | null {
  let first = 0;
  while (bytes[first] === 10 || bytes[first] === 13 || bytes[first] === 32) first++;
  if (bytes[first] !== 62) return null;
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
  if (!isDoubled(bytes)) return null;
  const out = new Uint8Array(bytes.length);
  let n = 0;
  let line = 0;
  for (let at = 0; at < bytes.length; line++) {
    const end = lineEnd(bytes, at);
    const next = Math.min(end + 1, bytes.length);
    const blank = isBlank(bytes, at, end);
    // Where the pairs break later on, a blank line too many is kept rather than a line of words lost.
    if (line % 2 === 0 || !blank) {
      out.set(bytes.subarray(at, next), n);
      n += next - at;
    }
    if (line % 2 === 1 && !blank) line++;
    at = next;
  }
  return line >= DOUBLED ? out.subarray(0, n) : null;
}

/** The first lines, every second of which must be blank: nearly no source is so, and then none of it is copied. */
function isDoubled(bytes: Uint8Array): boolean {
  let at = 0;
  for (let line = 0; line < DOUBLED && at < bytes.length; line++) {
    const end = lineEnd(bytes, at);
    if (isBlank(bytes, at, end) !== (line % 2 === 1)) return false;
    at = end + 1;
  }
  return true;
}

/** Lines from which on a text is one of doubled lines. */
const DOUBLED = 8;
