import { isAscii, latin1, toBytes } from '../ascii.js';
import type { Address, Header } from '../model.js';
import { decodeText } from './charset/charset.js';
import { decodeBase64, decodeQuotedPrintable } from './transfer.js';

/** Header fields of one block, in order, unfolded, encoded words decoded (RFC 5322, RFC 2047; raw 8-bit is sniffed). */
export function readHeaders(block: Uint8Array): Header[] {
  return isAscii(block) ? readAsciiHeaders(block) : readMixedHeaders(block);
}

/** The common case, on one string: a block of ASCII without escape sequences of ISO-2022. */
function readAsciiHeaders(block: Uint8Array): Header[] {
  const headers: Header[] = [];
  const text = latin1(block);
  let name = '';
  let from = 0;
  let to = -1;
  const close = (): void => {
    if (to < 0) return;
    const raw = text.slice(from, to);
    headers.push({ name, value: raw.includes('\x1b') ? headerText(block.subarray(from, to)) : unfolded(raw) });
  };
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const first = text.charCodeAt(at);
    if (to >= 0 && (first === 32 || first === 9)) to = end;
    else {
      const colon = fieldColon(block, at, end);
      if (colon > 0) {
        close();
        name = text.slice(at, colon).toLowerCase();
        from = colon + 1;
        to = end;
      }
    }
    at = end + 1;
  }
  close();
  return headers;
}

function readMixedHeaders(block: Uint8Array): Header[] {
  const headers: Header[] = [];
  let open: { name: string; from: number; to: number } | null = null;
  const close = (): void => {
    if (open !== null) headers.push({ name: open.name, value: headerText(block.subarray(open.from, open.to)) });
    open = null;
  };
  let at = 0;
  while (at < block.length) {
    let end = block.indexOf(10, at);
    if (end < 0) end = block.length;
    const first = block[at];
    if (open !== null && (first === 32 || first === 9)) open.to = end;
    else {
      const colon = fieldColon(block, at, end);
      if (colon > 0) {
        close();
        open = { name: latin1(block, at, colon).trim().toLowerCase(), from: colon + 1, to: end };
      }
    }
    at = end + 1;
  }
  close();
  return headers;
}

/** Position of the colon of a field line, or -1 if the line is none. Field names are printable ASCII without a space. */
export function fieldColon(bytes: Uint8Array, start: number, end: number): number {
  for (let i = start; i < end && i < start + 80; i++) {
    const c = bytes[i] as number;
    if (c === 58) return i > start ? i : -1;
    if (c < 33 || c > 126) return -1;
  }
  return -1;
}

export function firstHeader(headers: readonly Header[], name: string): string | null {
  return headers.find((h) => h.name === name)?.value ?? null;
}

function headerText(raw: Uint8Array): string {
  const text = raw.some((c) => c > 127 || c === 27) ? decodeText(raw, null).text : latin1(raw);
  return unfolded(text);
}

function unfolded(text: string): string {
  const line = /[\r\n]/.test(text) ? text.replace(/\r?\n[ \t]/g, ' ').replace(/[\r\n]/g, ' ') : text;
  return decodeWords(line).trim();
}

const ENCODED = /=\?([^?\s]{1,60})\?([bq])\?([^?]*)\?=/gi;

/** RFC 2047 encoded words; adjoining ones of one charset are joined as bytes first, because senders cut inside a letter. */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  let out = '';
  let last = 0;
  let held: { charset: string; bytes: Uint8Array[] } | null = null;
  const flush = (): void => {
    if (held === null) return;
    out += decodeText(join(held.bytes), held.charset).text;
    held = null;
  };
  for (const match of text.matchAll(ENCODED)) {
    const [whole, label, encoding, body] = match as unknown as [string, string, string, string];
    const between = text.slice(last, match.index);
    const charset = (label.split('*')[0] as string).toLowerCase();
    const source = toBytes(encoding.toLowerCase() === 'q' ? body.replaceAll('_', ' ') : body);
    const bytes = (encoding.toLowerCase() === 'b' ? decodeBase64(source) : decodeQuotedPrintable(source)).bytes;
    if (held !== null && between.trim() === '' && held.charset === charset) held.bytes.push(bytes);
    else {
      const glued = held !== null && between.trim() === '';
      flush();
      out += glued ? '' : between;
      held = { charset, bytes: [bytes] };
    }
    last = match.index + whole.length;
  }
  flush();
  return out + text.slice(last);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** `type/subtype` in lower case and its parameters; RFC 2231 continuations and charsets are put together. */
export function readParameters(value: string | null): { readonly value: string; readonly parameters: ReadonlyMap<string, string> } {
  const parameters = new Map<string, string>();
  if (value === null) return { value: '', parameters };
  const head = value.split(';', 1)[0] as string;
  const pattern = /;\s*([^=;\s]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.){0,4000})"?|([^;]{0,4000}))/g;
  for (const match of value.slice(head.length).matchAll(pattern)) {
    const [, rawName, quoted, bare] = match as unknown as [string, string, string | undefined, string | undefined];
    const [name, ...marks] = rawName.toLowerCase().split('*') as [string, ...string[]];
    const text = quoted !== undefined ? quoted.replace(/\\(.)/g, '$1') : (bare ?? '').trim();
    const extended = rawName.endsWith('*');
    const piece = extended ? percentDecoded(text, marks[0] === '' || marks[0] === '0') : decodeWords(text);
    const isContinuation = marks.some((m) => /^\d+$/.test(m));
    // Of two that say the same, mail programs take the first; a decoy boundary must not hide the parts they show.
    if (isContinuation) parameters.set(name, (parameters.get(name) ?? '') + piece);
    else if (!parameters.has(name) || extended) parameters.set(name, piece);
  }
  return { value: head.trim().toLowerCase(), parameters };
}

function percentDecoded(text: string, hasCharset: boolean): string {
  const [charset, body] = hasCharset && text.split("'").length >= 3 ? [text.split("'")[0] as string, text.split("'").slice(2).join("'")] : ['utf-8', text];
  const source = body.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decodeText(toBytes(source), charset).text;
}

// Looked for in pieces that hold no white space or comma, and anchored: a search through one long piece would be quadratic.
const ADDRESS = /^[^@]{1,320}@[^@]{1,320}$/;

/** Addresses of a From or To field, leniently: real scam mail has stray commas, missing brackets and several addresses in a name. */
export function readAddresses(value: string | null): Address[] {
  if (value === null) return [];
  const out: Address[] = [];
  const bracketed = [...value.matchAll(/<([^<>]{0,320})>/g)];
  if (bracketed.length > 0) {
    let last = 0;
    for (const match of bracketed) {
      const name = value
        .slice(last, match.index)
        .replace(/^[\s,;]+/, '')
        .replaceAll('"', '')
        .trim();
      out.push({ name, address: (match[1] as string).trim().toLowerCase() });
      last = match.index + match[0].length;
    }
    return out;
  }
  for (const piece of value.split(/[\s<>"(),;:]+/)) if (ADDRESS.test(piece)) out.push({ name: '', address: piece.toLowerCase() });
  return out.length > 0 || value.trim() === '' ? out : [{ name: value.trim(), address: '' }];
}
