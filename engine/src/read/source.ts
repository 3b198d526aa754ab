import { latin1 } from '../ascii.js';
import type { Header } from '../model.js';
import { fieldColon, firstHeader, headerColon, readHeaders, readParameters } from './header.js';
import { HEADER_BYTES } from './limits.js';

/** The source of a mail that stands inside a text. `message` is it, mended where pasting broke it; `hasBody` false for headers alone. */
export type Source = { readonly start: number; readonly end: number; readonly header: Uint8Array; readonly message: Uint8Array; readonly hasBody: boolean };

export const KNOWN_FIELDS =
  /^(received|from|to|subject|date|message-id|return-path|delivered-to|mime-version|content-type|dkim-signature|authentication-results|reply-to|sender|cc|received-spf|list-[a-z]+|arc-[a-z-]+|x-[a-z0-9-]+|content-transfer-encoding|envelope-to|precedence)$/i;
// What servers and programs write and no person types above a letter: From, To and Subject alone stand above every forwarded text.
const MACHINE_FIELDS =
  /^(received|message-id|return-path|delivered-to|mime-version|dkim-signature|authentication-results|received-spf|arc-[a-z-]+|x-[a-z0-9-]+|content-transfer-encoding|content-type|envelope-to)$/;
const TRACE_FIELDS = /^(received|message-id|return-path|mime-version|delivered-to)$/;
const PERSON_FIELDS = /^(from|to|subject|date)$/;
/** A line above a block of headers that says so: docomo's "- mail header -", or what a page shows above a source. */
const HEADER_MARK =
  /(mail\s*header|internet headers|full headers|download original|copy to clipboard|\u30e1\u30fc\u30eb\u30d8\u30c3\u30c0|\u30d8\u30c3\u30c0\u30fc\u60c5\u5831|\u30af\u30ea\u30c3\u30d7\u30dc\u30fc\u30c9\u306b\u30b3\u30d4\u30fc)/i;
// A line of a folded field whose leading space was lost, when no field follows it.
const CONTINUED = /^([a-z0-9*_-]{1,30}\s{0,2}=|(by|with|for|id|via|from)\s|[A-Za-z0-9+/=]{24,}$|\(|=\?)/i;
const MARK_UNITS = 120;

/** True if the bytes begin with mail header fields, as a saved or pasted source does. */
export function beginsWithHeader(bytes: Uint8Array): boolean {
  let at = 0;
  let known = 0;
  for (let line = 0; line < 40 && at < bytes.length; line++) {
    const end = lineEnd(bytes, at);
    if (end === at || (end === at + 1 && bytes[at] === 13)) return known >= 2;
    if (bytes[at] !== 32 && bytes[at] !== 9) {
      const colon = fieldColon(bytes, at, end);
      if (colon < 0 && isObsolete(bytes, at, end)) {
        at = end + 1;
        continue;
      }
      if (colon < 0) return false;
      // Two are enough; the others need only be fields.
      if (known < 2 && KNOWN_FIELDS.test(latin1(bytes, at, colon))) known++;
    } else if (line === 0) return false;
    at = end + 1;
  }
  return known >= 2;
}

/** A field with white space in front of its colon that only programs write; it makes no header of words, and does not end one. */
export function isObsolete(bytes: Uint8Array, at: number, end: number): boolean {
  const colon = headerColon(bytes, at, end);
  return colon > 0 && MACHINE_FIELDS.test(latin1(bytes, at, colon).trimEnd().toLowerCase());
}

type Block = { readonly start: number; readonly names: Set<string>; readonly loose: number[]; lastField: number; readonly above: readonly number[] };

/** Different names that are kept of one block of fields. */
const FIELD_NAMES = 200;

/** The first source or header block in a text; null if there is none. One pass; what a person writes above or types as From and To is none. */
export function findSource(bytes: Uint8Array): Source | null {
  let block: Block | null = null;
  // The last two lines of words, of which one may say that headers follow: looked at only where a field stands below them.
  let older = -1;
  let newer = -1;
  for (let at = 0; at <= bytes.length; ) {
    const end = lineEnd(bytes, at);
    if (at < bytes.length && block !== null && isBlank(bytes, at, end)) {
      const next = foldedUntil(bytes, at);
      if (next > at) {
        at = next;
        continue;
      }
    }
    if (at >= bytes.length || isBlank(bytes, at, end)) {
      const found = block === null ? null : sourceOf(bytes, block, Math.min(at, bytes.length));
      if (found !== null) return found;
      if (block !== null) older = newer = -1;
      block = null;
    } else {
      const isFolded = bytes[at] === 32 || bytes[at] === 9;
      const place: number = isFolded ? -1 : fieldColon(bytes, at, end);
      const colon: number = place >= 0 && block !== null && block.loose.length > 0 && isFieldList(bytes, place, end) ? -1 : place;
      const name: string = colon < 0 ? '' : latin1(bytes, at, colon).toLowerCase();
      if (block === null) {
        if (name === '' || !KNOWN_FIELDS.test(name)) {
          older = newer;
          newer = at;
        } else block = { start: at, names: new Set([name]), loose: [], lastField: at, above: [older, newer].filter((line) => line >= 0) };
      } else if (colon >= 0) {
        if (block.names.size < FIELD_NAMES) block.names.add(name);
        block.lastField = at;
      } else if (!isFolded && isMark(bytes, at)) {
        // The table of a page ends here.
        older = -1;
        newer = at;
        block = null;
      } else if (!isFolded) block.loose.push(at);
    }
    at = end + 1;
  }
  return null;
}

/**
 * Where a field goes on behind a line of spaces, as in the reports of spam filters: the next field that is known, or `at` if none
 * follows its folded lines. A blank line with a stray space above words ends the header.
 */
function foldedUntil(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 32 && bytes[at] !== 9) return at;
  for (let k = at; k < bytes.length; k = lineEnd(bytes, k) + 1) {
    if (bytes[k] === 32 || bytes[k] === 9) continue;
    const colon = fieldColon(bytes, k, lineEnd(bytes, k));
    return colon > 0 && KNOWN_FIELDS.test(latin1(bytes, k, colon)) ? k : at;
  }
  return at;
}

/** Names behind a colon without a space: the list of signed fields in a DKIM signature whose folding was lost. */
function isFieldList(bytes: Uint8Array, colon: number, end: number): boolean {
  return /^[A-Za-z-]{2,40}(:|;|\r?$)/.test(latin1(bytes, colon + 1, Math.min(end, colon + 60)));
}

function isMark(bytes: Uint8Array, at: number): boolean {
  const end = lineEnd(bytes, at);
  if (end - at > MARK_UNITS) return false;
  const line = latin1(bytes, at, end);
  return HEADER_MARK.test(line) || (/[\u0080-\u00ff]/.test(line) && HEADER_MARK.test(new TextDecoder().decode(bytes.subarray(at, end))));
}

function sourceOf(bytes: Uint8Array, block: Block, blankAt: number): Source | null {
  if (block.names.size < 3) return null;
  const names = [...block.names];
  const machine = names.filter((name) => MACHINE_FIELDS.test(name)).length;
  const known = names.filter((name) => KNOWN_FIELDS.test(name)).length;
  const person = names.some((name) => PERSON_FIELDS.test(name));
  const isSource = known >= 4 && machine >= 2 && person && names.some((name) => TRACE_FIELDS.test(name));
  const isList = !isSource && known >= 3 && person && block.above.some((line) => isMark(bytes, line));
  if (!isSource && !isList) return null;
  // Lines behind the last field that do not look folded are words: the blank line above them was lost.
  const words = block.loose.find((at) => at > block.lastField && !CONTINUED.test(latin1(bytes, at, Math.min(lineEnd(bytes, at), at + 200))));
  const headerEnd = Math.min(words ?? blankAt, block.start + HEADER_BYTES);
  const header = folded(bytes, block.start, headerEnd, block.loose);
  const body = words ?? Math.min(lineEnd(bytes, blankAt) + 1, bytes.length);
  const hasBody = isSource && !isBlank(bytes, body, bytes.length);
  const end = hasBody ? sourceEnd(bytes, body, readHeaders(header)) : headerEnd;
  return { start: block.start, end, header, message: concat(header, Uint8Array.of(10), bytes.subarray(body, end)), hasBody };
}

/** Folded lines get back the space that they lost on the way. */
function folded(bytes: Uint8Array, start: number, end: number, loose: readonly number[]): Uint8Array {
  const inside = loose.filter((at) => at < end);
  const out = new Uint8Array(end - start + inside.length + 1);
  let n = 0;
  let from = start;
  for (const at of inside) {
    out.set(bytes.subarray(from, at), n);
    n += at - from;
    out[n++] = 32;
    from = at;
  }
  out.set(bytes.subarray(from, end), n);
  n += end - from;
  if (out[n - 1] !== 10) out[n++] = 10;
  return out.subarray(0, n);
}

/** Where a source ends for certain: at its closing boundary, or where its base64 does. What stands behind is somebody's words. */
export function sourceEnd(bytes: Uint8Array, body: number, headers: readonly Header[]): number {
  const boundary = readParameters(firstHeader(headers, 'content-type')).parameters.get('boundary');
  if (boundary !== undefined && boundary !== '') return behindClosing(bytes, body, boundary.trimEnd()) ?? bytes.length;
  if (!/^base64\b/i.test(firstHeader(headers, 'content-transfer-encoding') ?? '')) return bytes.length;
  let at = body;
  while (at < bytes.length) {
    const end = lineEnd(bytes, at);
    if (!isBlank(bytes, at, end) && !isBase64Line(bytes, at, end)) return at > body ? at : bytes.length;
    at = end + 1;
  }
  return bytes.length;
}

/** A line "--abc" with a field of a part's header right below it. */
export function firstBoundary(bytes: Uint8Array): { readonly at: number; readonly boundary: string } | null {
  let end = 0;
  for (let at = 0; at < bytes.length; at = end + 1) {
    end = lineEnd(bytes, at);
    // The next line begins with "C" or "c".
    if (bytes[at] !== 45 || bytes[at + 1] !== 45 || ((bytes[end + 1] ?? 0) | 32) !== 99) continue;
    const boundary = latin1(bytes, at + 2, Math.min(end, at + 202)).trimEnd();
    if (boundary === '' || /["\\]/.test(boundary)) continue;
    if (/^content-[a-z-]{1,30}:/i.test(latin1(bytes, end + 1, Math.min(bytes.length, end + 40)))) return { at, boundary };
  }
  return null;
}

/** The place behind the line "--boundary--"; null if there is none. */
export function behindClosing(bytes: Uint8Array, from: number, boundary: string): number | null {
  const mark = `--${boundary}--`;
  for (let at = from; at < bytes.length; at = lineEnd(bytes, at) + 1) {
    if (bytes[at] !== 45 || bytes[at + 1] !== 45 || latin1(bytes, at, Math.min(at + mark.length, bytes.length)) !== mark) continue;
    // "--b--x" is another boundary.
    if (isBlank(bytes, at + mark.length, lineEnd(bytes, at + mark.length))) {
      return Math.min(lineEnd(bytes, at) + 1, bytes.length);
    }
  }
  return null;
}

export function isBase64Line(bytes: Uint8Array, at: number, end: number): boolean {
  let stop = end;
  while (stop > at && (bytes[stop - 1] === 13 || bytes[stop - 1] === 32 || bytes[stop - 1] === 61)) stop--;
  for (let i = at; i < stop; i++) {
    const c = bytes[i] as number;
    if (!((c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 43 || c === 47)) return false;
  }
  return true;
}

const SHORT_LINE = 80;

export function lineEnd(bytes: Uint8Array, at: number): number {
  // Most lines are short: a call of `indexOf` for each costs more than they do.
  const near = Math.min(at + SHORT_LINE, bytes.length);
  for (let k = at; k < near; k++) if (bytes[k] === 10) return k;
  const next = bytes.indexOf(10, near);
  return next < 0 ? bytes.length : next;
}

export function isBlank(bytes: Uint8Array, at: number, end: number): boolean {
  for (let i = at; i < end; i++) {
    const c = bytes[i];
    if (c !== 32 && c !== 9 && c !== 13 && c !== 10) return false;
  }
  return true;
}

export function concat(...pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((n, piece) => n + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
