import { base64nopad } from '@scure/base';
import type { Found } from './address.js';
import { classifySolana } from './base58.js';
import { classify, couldBegin, SHORTEST } from './classify.js';
import { classifyTon, TON_LETTERS } from './ton.js';
import type { Tries } from './tries.js';

/** Letters that were exchanged in one address: each has up to three readings, so 3^4 tries. */
const MOST_EXCHANGED = 4;

// Base58 has no 0, O, I, l: what they were taken for. Bech32 has no 1, b, i, o.
const BASE58_READINGS: Readonly<Record<string, string>> = { '0': 'oQD', O: 'oQD', I: '1iL', l: '1iL' };
const BECH32_READINGS: Readonly<Record<string, string>> = { '1': 'l', i: 'lj', I: 'L', o: '0', O: '0', b: '6', B: '8' };
const HEX_READINGS: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', i: '1' };

/** The address that a piece of text was made from, or null: read backwards, decoded, with letters taken out or put right. The checksum decides. */
export function undisguise(text: string, noise: readonly string[], tries: Tries): Found | null {
  const backwards = text.split('').reverse().join('');
  return (
    decided(backwards, tries) ??
    decoded(fromHex(text) ?? fromBase64(text), tries) ??
    withoutNoise(text, noise, tries) ??
    (/[0OIl1bio]/i.test(text) ? exchanged(text, tries) : null)
  );
}

function decided(text: string, tries: Tries): Found | null {
  if (!couldBegin(text) || !tries.take()) return null;
  const found = text.length === TON_LETTERS ? (classifyTon(text) ?? classify(text)) : classify(text);
  return found?.sure === true ? found : null;
}

function decoded(text: string | null, tries: Tries): Found | null {
  if (text === null) return null;
  const body = text.trim().replace(/^[a-z]{3,12}:(?=[A-Za-z0-9])/i, '');
  const found = decided(body, tries);
  if (found !== null) return found;
  // In hex or base64 even what has no checksum is told: no honest text hides the shape of an address there.
  if (/^0x[0-9a-f]{40}$/i.test(body)) return classify(body);
  return body.length >= 42 && body.length <= 44 ? classifySolana(body) : null;
}

function fromHex(text: string): string | null {
  const digits = text.replace(/^0x/i, '');
  if (digits.length < 2 * SHORTEST || digits.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(digits)) return null;
  let out = '';
  for (let i = 0; i < digits.length; i += 2) {
    const c = Number.parseInt(digits.slice(i, i + 2), 16);
    if (!isAddressByte(c)) return null;
    out += String.fromCharCode(c);
  }
  return out;
}

function fromBase64(text: string): string | null {
  // First byte a letter or digit: nothing else is decoded.
  if (!/^[MNOQ-WY-e]/.test(text)) return null;
  try {
    let out = '';
    for (const c of base64nopad.decode(text)) {
      if (!isAddressByte(c)) return null;
      out += String.fromCharCode(c);
    }
    return out;
  } catch {
    return null;
  }
}

function isAddressByte(c: number): boolean {
  return (c >= 48 && c <= 58) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 45 || c === 95 || c === 10 || c === 13 || c === 32;
}

/** "Remove the x": each letter that stands in the text twice or more, and each word that the message puts in quotes, is taken out in turn. */
function withoutNoise(text: string, noise: readonly string[], tries: Tries): Found | null {
  const counts = new Uint16Array(128);
  for (let i = 0; i < text.length; i++) counts[text.charCodeAt(i)] = (counts[text.charCodeAt(i)] as number) + 1;
  for (let c = 48; c <= 122; c++) {
    const count = counts[c] as number;
    if (count < 2 || !couldMeasure(text.length - count)) continue;
    const letter = String.fromCharCode(c);
    const found = decided(text.split(letter).join(''), tries);
    if (found !== null) return found;
  }
  for (const word of noise) {
    const parts = text.split(word);
    const found = parts.length < 2 ? null : decided(parts.join(''), tries);
    if (found !== null) return found;
  }
  return null;
}

/** Lengths that addresses have; from 95 on any, for unified ones of Zcash. */
function couldMeasure(size: number): boolean {
  return (size >= SHORTEST && size <= 36) || (size >= 42 && size <= 48) || (size >= 61 && size <= 64) || size === 78 || size === 88 || size >= 95;
}

function exchanged(text: string, tries: Tries): Found | null {
  if (!couldMeasure(text.length)) return null;
  if (text.length === 42 && /^[0Oo]x/i.test(text)) return onlyReading(text, '0x', HEX_READINGS, tries);
  const prefix = /^(bcrt|bc|tb|tltc|rltc|ltc|zs|tex|u)[1lI]/i.exec(text);
  if (prefix !== null) {
    const found = onlyReading(text, `${prefix[1]}1`, BECH32_READINGS, tries);
    if (found !== null) return found;
  }
  if ((text.length === 42 || text.length === 61) && /^[qpzr]/i.test(text)) {
    const found = onlyReading(text, '', BECH32_READINGS, tries);
    if (found !== null) return found;
  }
  const isBase58 = text.length <= 36 || text.length === 47 || text.length === 95 || text.length === 106;
  return isBase58 && /^[1-9ADLMQTXmnrtyIl]/.test(text) ? onlyReading(text, '', BASE58_READINGS, tries) : null;
}

/** Every reading of the exchanged letters after `prefix`; sure only if one alone passes. */
function onlyReading(text: string, prefix: string, readings: Readonly<Record<string, string>>, tries: Tries): Found | null {
  let letters = 0;
  for (let i = prefix.length; i < text.length; i++) if (readings[text[i] as string] !== undefined && ++letters > MOST_EXCHANGED) return null;
  if (letters === 0 && text.startsWith(prefix)) return null;
  let texts = [prefix];
  let from = prefix.length;
  for (let i = from; i <= text.length; i++) {
    const as = readings[text[i] ?? ''];
    if (as === undefined && i < text.length) continue;
    const between = text.slice(from, i);
    texts = texts.flatMap((t) => (as === undefined ? t + between : Array.from(as, (letter) => t + between + letter)));
    from = i + 1;
  }
  const found = texts.flatMap((t) => decided(t, tries) ?? []);
  const first = found[0];
  return first === undefined ? null : { ...first, sure: first.sure && found.length === 1 };
}
