import { BER_DEPTH } from '../limits.js';

/** One element of BER (X.690): `start` to `end` is its content, `next` where the following one begins. */
export type Element = { readonly tag: number; readonly start: number; readonly end: number; readonly next: number; readonly cut: boolean };

export const CONSTRUCTED = 0x20;
export const TAG_OID = 0x06;
export const TAG_SEQUENCE = 0x30;

/** Reads the element at `at`; null if none begins there. Lengths that lead out of the bytes are cut to them. */
export function readElement(bytes: Uint8Array, at: number, limit: number): Element | null {
  const head = readHead(bytes, at, limit);
  if (head === null) return null;
  const { tag, start, size } = head;
  if (size !== null) {
    const end = Math.min(limit, start + size);
    return { tag, start, end, next: end, cut: start + size > limit };
  }
  // Indefinite: the end stands behind all that is inside. Walked without recursion, since depth is free for an attacker.
  let open = 1;
  let k = start;
  while (k < limit) {
    if (bytes[k] === 0 && bytes[k + 1] === 0) {
      open--;
      if (open === 0) return { tag, start, end: k, next: k + 2, cut: false };
      k += 2;
      continue;
    }
    const inner = readHead(bytes, k, limit);
    if (inner === null) break;
    if (inner.size === null) {
      open++;
      k = inner.start;
    } else k = inner.start + inner.size;
  }
  return { tag, start, end: limit, next: limit, cut: true };
}

function readHead(bytes: Uint8Array, at: number, limit: number): { tag: number; start: number; size: number | null } | null {
  if (at + 2 > limit) return null;
  const tag = bytes[at] as number;
  // Tags of several bytes stand nowhere in CMS.
  if ((tag & 0x1f) === 0x1f) return null;
  const first = bytes[at + 1] as number;
  if (first === 0x80) return (tag & CONSTRUCTED) !== 0 ? { tag, start: at + 2, size: null } : null;
  if (first < 0x80) return { tag, start: at + 2, size: first };
  const count = first & 0x7f;
  if (count > 5 || at + 2 + count > limit) return null;
  let size = 0;
  for (let i = 0; i < count; i++) size = size * 256 + (bytes[at + 2 + i] as number);
  return { tag, start: at + 2 + count, size };
}

/** The bytes of an OCTET STRING, also of one in pieces; null if it is nested beyond BER_DEPTH. */
export function octets(bytes: Uint8Array, element: Element): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  if (!gather(bytes, element, pieces, 0)) return null;
  let size = 0;
  for (const piece of pieces) size += piece.length;
  const all = new Uint8Array(size);
  let n = 0;
  for (const piece of pieces) {
    all.set(piece, n);
    n += piece.length;
  }
  return all;
}

function gather(bytes: Uint8Array, element: Element, pieces: Uint8Array[], depth: number): boolean {
  if ((element.tag & CONSTRUCTED) === 0) {
    pieces.push(bytes.subarray(element.start, element.end));
    return true;
  }
  if (depth >= BER_DEPTH) return false;
  let at = element.start;
  while (at < element.end) {
    const inner = readElement(bytes, at, element.end);
    if (inner === null || inner.next <= at) break;
    if (!gather(bytes, inner, pieces, depth + 1)) return false;
    at = inner.next;
  }
  return true;
}
