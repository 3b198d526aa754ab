import { decode } from './decode.js';
import { fit } from './fit.js';
import { designationAt } from './iso-2022.js';
import { WRITINGS } from './letters.js';
import type { Charset } from './names.js';

/** Bytes that are looked at to tell a charset by its letters: some pages of text; more tells no more and costs. */
export const SAMPLE_BYTES = 8 * 1024;

/** A guess with less than this is none: text of an unknown set, or no text. */
const LEAST = 0.4;

/** `score` as `fit` has it; `count` of characters beyond ASCII that it rests on. */
export type Guess = { readonly charset: Charset; readonly score: number; readonly count: number };

/** The charset whose letters fit best, of those that use eight bits; windows-1252 where none does. */
export function guessByLetters(bytes: Uint8Array): Guess {
  const sample = sampleOf(bytes);
  const texts = new Map<Charset, string>();
  let best: Guess = { charset: 'windows-1252', score: LEAST, count: 0 };
  for (const writing of WRITINGS)
    for (const charset of writing.guesses) {
      const text = texts.get(charset) ?? decode(sample, charset);
      texts.set(charset, text);
      const { score, count } = fit(text, writing);
      if (score > best.score) best = { charset, score, count };
    }
  return best;
}

/** How well the letters, read in a charset, fit any way of writing. */
export function fitOf(bytes: Uint8Array, charset: Charset): number {
  const text = decode(sampleOf(bytes), charset);
  return WRITINGS.reduce((best, writing) => Math.max(best, fit(text, writing).score), Number.NEGATIVE_INFINITY);
}

/** The lines that hold bytes beyond ASCII, from the first on. */
export function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE_BYTES));
  let n = 0;
  let at = 0;
  while (at < bytes.length && n < sample.length) {
    const next = bytes.indexOf(10, at);
    const end = next < 0 ? bytes.length : next + 1;
    let high = at;
    while (high < end && (bytes[high] as number) < 0x80) high++;
    if (high < end) {
      // In a line without end, from a little before the first of them.
      const line = bytes.subarray(Math.max(at, high - 64), end).subarray(0, sample.length - n);
      sample.set(line, n);
      n += line.length;
    }
    at = end;
  }
  return sample.subarray(0, n);
}

/** The set of seven bits that the escapes of ISO 2022 designate, or null if there are none, or bytes of eight bits. */
export function iso2022Of(bytes: Uint8Array): 'iso-2022-jp' | 'iso-2022-kr' | 'iso-2022-cn' | null {
  let found: 'iso-2022-jp' | 'iso-2022-kr' | 'iso-2022-cn' | null = null;
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    const designation = designationAt(bytes, at);
    if (designation === null) continue;
    if (designation.place === 1) return designation.graphic === 'gb2312' ? 'iso-2022-cn' : designation.graphic === 'euc-kr' ? 'iso-2022-kr' : 'iso-2022-jp';
    found = 'iso-2022-jp';
  }
  return found;
}

/** UTF-16 or UTF-32 without a byte order mark, by where its zero bytes stand and by its letters; or null. */
export function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | null {
  const zeros = [0, 0, 0, 0];
  const size = Math.min(bytes.length, SAMPLE_BYTES) & ~3;
  const all = size === 0 ? bytes.length & ~1 : size;
  for (let i = 0; i < all; i++) if (bytes[i] === 0) zeros[i & 3] = (zeros[i & 3] as number) + 1;
  const [a, b, c, d] = zeros as [number, number, number, number];
  if (size > 0 && a > size / 5 && b > size / 8 && d < size / 40) return 'utf-32be';
  if (size > 0 && d > size / 5 && c > size / 8 && a < size / 40) return 'utf-32le';
  const charset = a + c > b + d ? 'utf-16be' : 'utf-16le';
  if (a + b + c + d > all / 5) return charset;
  // Beyond Latin only spaces and line ends have a zero: a few of them in a text of eight bits are dirt.
  const text = decode(bytes.subarray(0, all), charset);
  return WRITINGS.some((writing) => fit(text, writing).score >= FEW_ZEROS) ? charset : null;
}

/** What letters must be worth that lie behind few zero bytes. */
const FEW_ZEROS = 0.5;

/** The order of bytes in UTF-16 that may hold no zero byte, by spaces, line ends and the marks and kana of East Asia; or null. */
export function orderOf(bytes: Uint8Array): 'le' | 'be' | null {
  let le = 0;
  let be = 0;
  const size = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  for (let i = 0; i < size; i += 2) {
    const first = bytes[i] as number;
    const second = bytes[i + 1] as number;
    if (isUsual(first, second)) be++;
    if (isUsual(second, first)) le++;
  }
  return le > be * 4 ? 'le' : be > le * 4 ? 'be' : null;
}

function isUsual(high: number, low: number): boolean {
  return high === 0 ? low === 10 || low === 13 || low >= 32 : high === 0x30 && (low <= 2 || low > 0x40);
}
