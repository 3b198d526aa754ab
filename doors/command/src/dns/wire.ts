import { MESSAGE_BYTES } from '@hattari/engine';

/** Bytes, lines and fields of a header that is looked at. Gathering the lines of one long field takes time by their square. */
const HEADER_BYTES = 256 * 1024;
const HEADER_LINES = 8_000;
/** Lines of a body, and of those the ones of nothing but white space: each takes an object in every kind of digest. A mail of 50 MB has 700,000 lines. */
const BODY_LINES = 1_000_000;
const BLANK_LINES = 100_000;

/** A message as it travelled: lines end in CR LF. `body`: where its header has ended. */
export type Wire = { readonly message: Buffer; readonly body: number };

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

/**
 * A message as it travelled; a saved file has the line ends of its machine, signatures are over those of the wire. Nothing stands
 * above its header, and a blank line ends that. Null for what has no header, or is beyond the limits.
 */
export function asOnTheWire(bytes: Uint8Array): Wire | null {
  if (bytes.length > MESSAGE_BYTES) return null;
  const start = headerStart(bytes);
  const header = headerEnd(bytes, start);
  if (header === null || !bodyFits(bytes, header)) return null;
  const out = Buffer.allocUnsafe(bytes.length - start + bareFeeds(bytes, start) + 4);
  let to = 0;
  let body = 0;
  for (let at = start; at < bytes.length; at++) {
    let byte = bytes[at] as number;
    if (at === header) body = to;
    if (byte === LF && (at === start || bytes[at - 1] !== CR)) out[to++] = CR;
    // RFC 5322 knows no lone CR; a long row of them in a header would be searched by its square.
    if (byte === CR && at < header && bytes[at + 1] !== LF) byte = SPACE;
    out[to++] = byte;
  }
  if (header === bytes.length) {
    const tail = out.toString('latin1', Math.max(0, to - 4), to);
    to += out.write(tail.endsWith('\r\n\r\n') ? '' : tail.endsWith('\r\n') ? '\r\n' : '\r\n\r\n', to);
    body = to;
  }
  return { message: out.subarray(0, to), body };
}

/** Past blank lines and the "From " line of a mailbox. */
function headerStart(bytes: Uint8Array): number {
  let at = 0;
  while (bytes[at] === LF || bytes[at] === CR || bytes[at] === SPACE) at++;
  if (Buffer.from(bytes.subarray(at, at + 5)).toString('latin1') !== 'From ') return at;
  const end = bytes.indexOf(LF, at);
  return end < 0 ? bytes.length : end + 1;
}

/** Where the body begins; the length of all if there is none; null if it is no header or too large a one. */
function headerEnd(bytes: Uint8Array, start: number): number | null {
  let lines = 0;
  for (let at = start; ; ) {
    const feed = bytes.indexOf(LF, at);
    const end = feed < 0 ? bytes.length : feed;
    if (at === end || (end === at + 1 && bytes[at] === CR)) return at === start ? null : Math.min(bytes.length, end + 1);
    if (end - start > HEADER_BYTES || ++lines > HEADER_LINES) return null;
    if (lines === 1 && !isField(bytes, at, end)) return null;
    if (feed < 0) return bytes.length;
    at = end + 1;
  }
}

/** A name of printable ASCII and a colon (RFC 5322, 2.2). */
function isField(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === 58) return at > start;
    if (byte < 33 || byte > 126) return false;
  }
  return false;
}

function bodyFits(bytes: Uint8Array, from: number): boolean {
  let lines = 0;
  let blank = 0;
  let empty = true;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === LF) {
      if (++lines > BODY_LINES || (empty && ++blank > BLANK_LINES)) return false;
      empty = true;
    } else if (byte !== CR && byte !== SPACE && byte !== TAB) empty = false;
  }
  return true;
}

function bareFeeds(bytes: Uint8Array, from: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LF, from); at >= 0; at = bytes.indexOf(LF, at + 1)) if (at === from || bytes[at - 1] !== CR) count++;
  return count;
}
