import { asciiText, latin1, toBytes } from '../ascii.js';
import type { Header } from '../model.js';
import { decodeText } from './charset/charset.js';
import { decodeWords } from './encoded-words.js';

/** Header fields of one block, in order, unfolded, encoded words decoded (RFC 5322, RFC 2047; raw 8-bit is sniffed). */
export function readHeaders(block: Uint8Array): Header[] {
  const text = asciiText(block);
  return text === null ? readMixedHeaders(block) : readAsciiHeaders(block, text);
}

/** The common case, on one string: a block of ASCII without escape sequences of ISO-2022. */
function readAsciiHeaders(block: Uint8Array, text: string): Header[] {
  const headers: Header[] = [];
  let name = '';
  let from = 0;
  let to = -1;
  const close = (): void => {
    if (to < 0) return;
    const raw = text.slice(from, to);
    headers.push(fieldOf(name, raw.includes('\x1b') ? textOf(block.subarray(from, to), null) : raw));
  };
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    // What ends a line is no part of a field; between two lines of one it is unfolded.
    const stop = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    const first = text.charCodeAt(at);
    if (to >= 0 && (first === 32 || first === 9)) to = stop;
    else {
      const colon = headerColon(block, at, end);
      if (colon > 0) {
        close();
        name = text.slice(at, colon).trimEnd().toLowerCase();
        from = colon + 1;
        to = stop;
      }
    }
    at = end + 1;
  }
  close();
  return headers;
}

function readMixedHeaders(block: Uint8Array): Header[] {
  const fields: { name: string; from: number; to: number }[] = [];
  let at = 0;
  while (at < block.length) {
    let end = block.indexOf(10, at);
    if (end < 0) end = block.length;
    const first = block[at];
    const open = fields.at(-1);
    if (open !== undefined && (first === 32 || first === 9)) open.to = end;
    else {
      const colon = headerColon(block, at, end);
      if (colon > 0) fields.push({ name: latin1(block, at, colon).trim().toLowerCase(), from: colon + 1, to: end });
    }
    at = end + 1;
  }
  const type = fields.find((field) => field.name === 'content-type');
  const charset = type === undefined ? null : charsetOf(latin1(block, type.from, type.to));
  return fields.map(({ name, from, to }) => fieldOf(name, textOf(block.subarray(from, to), charset)));
}

/** The charset of the body, in which raw bytes of a header mostly are too; never one whose bytes are no ASCII. */
function charsetOf(type: string): string | null {
  const charset = readParameters(type).parameters.get('charset') ?? null;
  return charset === null || /utf-?(?:7|16|32)|ucs|unicode/i.test(charset) ? null : charset;
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

/** As `fieldColon`, with white space in front of the colon (RFC 5322, 4.5): only where a header is certain, for people write "Note : like this". */
export function headerColon(bytes: Uint8Array, start: number, end: number): number {
  let stop = start;
  while (stop < end && stop < start + 80 && (bytes[stop] as number) > 32 && (bytes[stop] as number) < 127 && bytes[stop] !== 58) stop++;
  let colon = stop;
  while (colon < end && colon < start + 80 && (bytes[colon] === 32 || bytes[colon] === 9)) colon++;
  return stop > start && bytes[colon] === 58 && colon < end ? colon : -1;
}

export function firstHeader(headers: readonly Header[], name: string): string | null {
  return headers.find((h) => h.name === name)?.value ?? null;
}

/** What of a field parts it into addresses, hosts and results: never what an encoded word holds. */
export function structureOf({ value, raw }: Header): string {
  return raw ?? value;
}

function textOf(bytes: Uint8Array, charset: string | null): string {
  return bytes.some((c) => c > 127 || c === 27) ? decodeText(bytes, charset).text : latin1(bytes);
}

// Fields that are more than words: in them an encoded word must not become an address, a host or a result (RFC 2047, 5 and 6.2).
const STRUCTURED =
  /^(?:(?:resent-)?(?:from|to|cc|bcc|sender|reply-to|message-id)|return-path|delivered-to|(?:x-)?envelope-(?:to|from)|x-original-to|x-delivered-to|x-apparently-to|received(?:-spf)?|authentication-results|dkim-signature|arc-[a-z-]+)$/;

function fieldOf(name: string, text: string): Header {
  const raw = (text.includes('\n') || text.includes('\r') ? text.replace(/\r?\n[ \t]|[\r\n]/g, ' ') : text).trim();
  const value = decodeWords(raw).trim();
  return value !== raw && STRUCTURED.test(name) ? { name, value, raw } : { name, value };
}

type Piece = { readonly index: number; readonly isExtended: boolean; readonly text: string };

/** Continuations of one parameter that are put together: the longest names have some tens. */
const PIECES = 1_000;

const NONE: ReadonlyMap<string, string> = new Map();

/** `type/subtype` in lower case and its parameters; RFC 2231 continuations, in whatever order, and charsets are put together. */
export function readParameters(value: string | null): { readonly value: string; readonly parameters: ReadonlyMap<string, string> } {
  if (value === null) return { value: '', parameters: NONE };
  if (!value.includes(';')) return { value: value.trim().toLowerCase(), parameters: NONE };
  const parameters = new Map<string, string>();
  const continued = new Map<string, Piece[]>();
  const extended = new Set<string>();
  const head = value.split(';', 1)[0] as string;
  const pattern = /;\s*([^=;\s]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.){0,4000})"?|([^;]{0,4000}))/g;
  for (const match of value.slice(head.length).matchAll(pattern)) {
    const [, rawName, quoted, bare] = match as unknown as [string, string, string | undefined, string | undefined];
    const [name, ...marks] = rawName.toLowerCase().split('*') as [string, ...string[]];
    const text = quoted !== undefined ? quoted.replace(/\\(.)/g, '$1') : (bare ?? '').trim();
    const isExtended = rawName.endsWith('*');
    const number = marks.find((mark) => /^\d{1,3}$/.test(mark));
    // Of two that say the same, mail programs take the first; a decoy boundary must not hide the parts they show.
    if (number !== undefined) {
      const pieces = continued.get(name) ?? [];
      const index = Number(number);
      if (pieces.length < PIECES && !pieces.some((piece) => piece.index === index)) pieces.push({ index, isExtended, text });
      continued.set(name, pieces);
    } else if (isExtended && !extended.has(name)) {
      extended.add(name);
      parameters.set(name, joined([{ index: 0, isExtended, text }]));
    } else if (!parameters.has(name)) parameters.set(name, decodeWords(text));
  }
  for (const [name, pieces] of continued) if (!extended.has(name)) parameters.set(name, joined(pieces.sort((a, b) => a.index - b.index)));
  return { value: head.trim().toLowerCase(), parameters };
}

/** The charset stands before the first piece; pieces are joined as bytes, because senders cut inside a letter. */
function joined(pieces: readonly Piece[]): string {
  if (!pieces.some((piece) => piece.isExtended)) return decodeWords(pieces.map((piece) => piece.text).join(''));
  let charset = 'utf-8';
  const bytes = pieces.map(({ isExtended, text }, i) => {
    if (!isExtended) return text;
    const parts = text.split("'");
    if (i === 0 && parts.length >= 3) charset = parts[0] as string;
    const body = i === 0 && parts.length >= 3 ? parts.slice(2).join("'") : text;
    return body.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  });
  return decodeText(toBytes(bytes.join('')), charset).text;
}
