import { TEXT_HEAD, TEXT_TAIL } from './limits.js';

/** The beginning and the end of a text that is too long to be read whole; `charset` is that of the end, which has no byte order mark. */
export type Windows = { readonly head: Uint8Array; readonly tail: Uint8Array; readonly charset: string | null };

/** Bytes within which a window looks for the end of a line, so that no letter or escape sequence is cut. */
const REACH = 4096;

export function windowsOf(bytes: Uint8Array, charset: string | null): Windows {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const isWide = marked !== null || /utf-?16|ucs-?2/i.test(charset ?? '');
  const even = (at: number): number => (isWide ? at + (at & 1) : at);
  const lastBreak = bytes.lastIndexOf(10, TEXT_HEAD - 1);
  const end = lastBreak > TEXT_HEAD - REACH ? even(lastBreak + 1) : even(beforeLetter(bytes, TEXT_HEAD));
  const from = bytes.length - TEXT_TAIL;
  const nextBreak = bytes.indexOf(10, from);
  const start = nextBreak >= 0 && nextBreak < from + REACH ? even(nextBreak + 1) : even(beforeLetter(bytes, from));
  return { head: bytes.subarray(0, end), tail: bytes.subarray(start), charset: marked ?? charset };
}

/** Back to where a letter of UTF-8 begins. */
function beforeLetter(bytes: Uint8Array, at: number): number {
  let k = at;
  while (k > at - 4 && ((bytes[k] as number) & 0xc0) === 0x80) k--;
  return k;
}
