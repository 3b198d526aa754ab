import type { Address, Header } from '../model.js';
import { decodeWords } from './encoded-words.js';
import { structureOf } from './header.js';

// Looked for in pieces that hold no white space or comma, and anchored: a search through one long piece would be quadratic.
const ADDRESS = /^[^@]{1,320}@[^@]{1,320}$/;

/** Addresses of the first field of that name. */
export function addressesOf(headers: readonly Header[], name: string): Address[] {
  const header = headers.find((h) => h.name === name);
  return readAddresses(header === undefined ? null : structureOf(header));
}

/**
 * Addresses of a From or To field as it came: encoded words are decoded once the field is parsed, so that no name becomes an
 * address (RFC 2047, 6.2). Lenient: real scam mail has stray commas, missing brackets and quotes that do not end. Linear.
 */
export function readAddresses(value: string | null): Address[] {
  if (value === null) return [];
  const out: Address[] = [];
  const plain = withoutQuoted(value);
  let last = 0;
  for (const match of plain.matchAll(/<([^<>]{0,320})>/g)) {
    const before = value.slice(last, match.index).replace(/^[\s,;]+/, '');
    const inside = value.slice(match.index + 1, match.index + match[0].length - 1).trim();
    const bare = inside === '' ? bareAddresses(value.slice(last, match.index), plain.slice(last, match.index)).at(-1) : undefined;
    last = match.index + match[0].length;
    if (bare !== undefined) out.push({ name: '', address: bare });
    else if (decodeWords(inside) === inside) out.push({ name: nameOf(before), address: inside.toLowerCase() });
    else out.push({ name: nameOf(before) || nameOf(inside), address: '' });
  }
  if (out.length > 0) return out;
  const bare = bareAddresses(value, plain);
  // Nothing but what stands in quotes: mail programs show it as the sender.
  for (const address of bare.length > 0 ? bare : bareAddresses(value, value)) out.push({ name: '', address });
  return out.length > 0 || value.trim() === '' ? out : [{ name: decodeWords(value).trim(), address: '' }];
}

function nameOf(raw: string): string {
  return decodeWords(raw).replaceAll('"', '').trim();
}

/** The value with signs that part nothing in place of its quoted strings, unit by unit; a quoted local part (RFC 5321, 4.1.2) stays one piece. */
function withoutQuoted(value: string): string {
  let out = '';
  let from = 0;
  for (let at = value.indexOf('"'); at >= 0; at = value.indexOf('"', from)) {
    let end = at + 1;
    while (end < value.length && value[end] !== '"') end += value[end] === '\\' ? 2 : 1;
    // A quote that does not end is a sign like others.
    if (end >= value.length) break;
    out += value.slice(from, at) + (value[end + 1] === '@' ? 'q' : ' ').repeat(end + 1 - at);
    from = end + 1;
  }
  return out + value.slice(from);
}

/** Addresses without brackets; `plain` tells where pieces end. An encoded word is a name, whatever it holds. */
function bareAddresses(value: string, plain: string): string[] {
  const found: string[] = [];
  for (const { 0: piece, index } of plain.matchAll(/[^\s<>"(),;:]+/g)) {
    const address = value.slice(index, index + piece.length);
    if (ADDRESS.test(piece) && decodeWords(address) === address) found.push(address.toLowerCase());
  }
  return found;
}
