import { latin1 } from '../ascii.js';
import { HEADER_BYTES } from './limits.js';
import { beginsWithHeader } from './source.js';

/** True if the bytes begin as an mbox does, blank lines and a byte order mark aside. */
export function isMbox(bytes: Uint8Array): boolean {
  return beginsAsMbox(bytes, true) === true;
}

/** Blank bytes above the first "From " line that are looked through: an endless run of them is no mbox. */
const BLANK_BYTES = 4096;

/** The same of the first bytes of a stream: null if more of it (`ended`: there is none) may change the answer. */
export function beginsAsMbox(head: Uint8Array, ended: boolean): boolean | null {
  if (head.length < 3 && !ended) return null;
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while ((head[at] === 10 || head[at] === 13) && at < BLANK_BYTES) at++;
  return fromLineAt(head, at, head.length, ended);
}

/** Bytes of a "From " line that are looked at: an address has at most 320. */
export const FROM_LINE = 400;

/** "From ", a sender and a date, or the sender alone above a header: "From now on I watch you" is a sentence of somebody's letter. */
export function isFromLine(bytes: Uint8Array, at: number): boolean {
  return fromLineAt(bytes, at, bytes.length, true) === true;
}

/** The same for a window of a stream that holds `size` bytes: null if the bytes behind it may change the answer. */
export function fromLineAt(bytes: Uint8Array, at: number, size: number, ended: boolean): boolean | null {
  if (!startsWithFrom(bytes, at, size)) return !ended && size - at < FROM.length && isPrefix(bytes, at, size) ? null : false;
  const stop = Math.min(size, at + FROM_LINE);
  const found = bytes.subarray(at, stop).indexOf(10);
  if (found < 0 && stop < at + FROM_LINE && !ended) return null;
  const line = latin1(bytes, at, found < 0 ? stop : at + found);
  if (/\b\d{1,2}:\d{2}(:\d{2})?\b/.test(line) && /\b(19|20)\d\d\b/.test(line)) return true;
  if (found < 0 || !/^From \S+\s*$/.test(line)) return false;
  const header = bytes.subarray(at + found + 1, Math.min(size, at + found + 1 + HEADER_BYTES));
  // What ends in a blank line, or is as long as a header may be, is decided whatever follows.
  if (!ended && header.length < HEADER_BYTES && !hasBlankLine(header)) return null;
  return beginsWithHeader(header);
}

const FROM = [70, 114, 111, 109, 32];

export function startsWithFrom(bytes: Uint8Array, at: number, size: number): boolean {
  return size - at >= FROM.length && isPrefix(bytes, at, size);
}

function isPrefix(bytes: Uint8Array, at: number, size: number): boolean {
  for (let k = 0; k < FROM.length && at + k < size; k++) if (bytes[at + k] !== FROM[k]) return false;
  return true;
}

function hasBlankLine(bytes: Uint8Array): boolean {
  if (bytes[0] === 10 || (bytes[0] === 13 && bytes[1] === 10)) return true;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10 || (bytes[at + 1] === 13 && bytes[at + 2] === 10)) return true;
  }
  return false;
}
