import { latin1 } from '../ascii.js';
import { beginsWithHeader } from './entity.js';
import { HEADER_BYTES } from './limits.js';

/**
 * Splits an mbox (mboxrd, mboxo) into its messages, in order, lazily: each a copy without the "From " line and with
 * one ">" taken off ">From " lines. A "From " line begins a message at the start of the file or behind a blank line.
 */
export function* splitMbox(bytes: Uint8Array): Generator<Uint8Array> {
  let start = -1;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let blankBefore = true;
  while (at < bytes.length) {
    const next = bytes.indexOf(10, at);
    const end = next < 0 ? bytes.length : next;
    if (blankBefore && isFromLine(bytes, at)) {
      if (start >= 0) yield unquote(bytes.subarray(start, at));
      start = Math.min(end + 1, bytes.length);
    }
    blankBefore = end === at || (end === at + 1 && bytes[at] === 13);
    at = end + 1;
  }
  if (start >= 0) yield unquote(bytes.subarray(start));
}

/** True if the bytes begin as an mbox does, blank lines and a byte order mark aside. */
export function isMbox(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === 10 || bytes[at] === 13) at++;
  return isFromLine(bytes, at);
}

/** Units of a "From " line in which its date stands: an address has at most 320. */
const FROM_LINE = 400;

/** "From ", a sender and a date, or the sender alone above a header: "From now on I watch you" is a sentence of somebody's letter. */
export function isFromLine(bytes: Uint8Array, at: number): boolean {
  if (!hasFrom(bytes, at)) return false;
  const next = bytes.indexOf(10, at);
  const line = latin1(bytes.subarray(at, Math.min(next < 0 ? bytes.length : next, at + FROM_LINE)));
  if (/\b\d{1,2}:\d{2}(:\d{2})?\b/.test(line) && /\b(19|20)\d\d\b/.test(line)) return true;
  return /^From \S+\s*$/.test(line) && next >= 0 && beginsWithHeader(bytes.subarray(next + 1, next + 1 + HEADER_BYTES));
}

function hasFrom(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 70 && bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 109 && bytes[at + 4] === 32;
}

function unquote(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let n = 0;
  let at = 0;
  while (at < bytes.length) {
    const next = bytes.indexOf(10, at);
    const end = next < 0 ? bytes.length : next + 1;
    let k = at;
    while (bytes[k] === 62) k++;
    const from = k > at && hasFrom(bytes, k) ? at + 1 : at;
    out.set(bytes.subarray(from, end), n);
    n += end - from;
    at = end;
  }
  return out.subarray(0, n);
}
