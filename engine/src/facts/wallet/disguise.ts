import { base64nopad } from '@scure/base';
import type { Found } from './address.js';
import { classify, couldBegin, SHORTEST } from './classify.js';
import { classifyTon, TON_LETTERS } from './ton.js';
import type { Tries } from './tries.js';

/** Letters that were exchanged in one address: each has up to three readings, so 3^5 tries. */
const MOST_EXCHANGED = 5;

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
  // In hex or base64 even a one-case address of Ethereum is told: no honest text hides one there.
  return /^0x[0-9a-f]{40}$/i.test(body) ? classify(body) : null;
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
  const letters = new Set<string>();
  const seen = new Set<string>();
  for (const letter of text) (seen.has(letter) ? letters : seen).add(letter);
  for (const word of [...noise, ...letters]) {
    const parts = text.split(word);
    if (parts.length < 2) continue;
    const found = decided(parts.join(''), tries);
    if (found !== null) return found;
  }
  return null;
}

function exchanged(text: string, tries: Tries): Found | null {
  if (/^[0Oo]x/i.test(text) && text.length === 42) return onlyReading(text, `0x`, HEX_READINGS, tries);
  const prefix = /^(bcrt|bc|tb|tltc|rltc|ltc|zs|tex|u)[1lI]/i.exec(text);
  if (prefix !== null) {
    const found = onlyReading(text, `${prefix[1]}1`, BECH32_READINGS, tries);
    if (found !== null) return found;
  }
  if (/^[qpzr]/i.test(text) && (text.length === 42 || text.length === 61)) {
    const found = onlyReading(text, '', BECH32_READINGS, tries);
    if (found !== null) return found;
  }
  return text.length > 106 ? null : onlyReading(text, '', BASE58_READINGS, tries);
}

/** Every reading of the exchanged letters after `prefix`; sure only if one alone passes. */
function onlyReading(text: string, prefix: string, readings: Readonly<Record<string, string>>, tries: Tries): Found | null {
  let texts = [prefix];
  let exchangedLetters = 0;
  for (const letter of text.slice(prefix.length)) {
    const as = readings[letter];
    if (as === undefined) texts = texts.map((t) => t + letter);
    else if (++exchangedLetters > MOST_EXCHANGED) return null;
    else texts = texts.flatMap((t) => Array.from(as, (l) => t + l));
  }
  if (exchangedLetters === 0 && texts[0] === text) return null;
  const found = texts.flatMap((t) => decided(t, tries) ?? []);
  const first = found[0];
  return first === undefined ? null : { ...first, sure: first.sure && found.length === 1 };
}
