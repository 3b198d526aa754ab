import { isAscii, latin1 } from '../../ascii.js';
import { decode } from './decode.js';
import { type Charset, readLabel } from './names.js';
import { SINGLE_BYTE } from './single-byte-data.js';
import { fitOf, guessByLetters, iso2022Of, orderOf, sampleOf, wideOf } from './sniff.js';
import { laxUtf8, strictUtf8 } from './unicode.js';

/**
 * `unknown` names a charset that could not be used; `mended` one that the bytes contradict, so that they were read as what they
 * are; `broken` says that some bytes were no text in the set they were read in.
 */
export type DecodedText = { readonly text: string; readonly unknown: string | null; readonly mended: string | null; readonly broken: boolean };

/** A reading of bytes, and the charset that it took them for. */
type Reading = { readonly text: string; readonly charset: Charset; readonly broken: boolean };

// A label is given up for another charset only on so many letters, and if that fits so much better (hundredths of a right letter).
const LETTERS = 8;
const WELL = 0.5;
const BETTER = 0.4;
/** The same between sets of two bytes, where a wrong one gives hardly a usual letter. */
const BETTER_IN_WIDE = 0.15;
/** The same for text that can be read in pairs without damage, which is seldom true of sets of one byte. */
const MUCH_BETTER = 0.6;
/** Letters of UTF-8 that another set does not give by chance; one of three bytes is enough. */
const LETTERS_OF_UTF8 = 4;
/** The same for sets whose letters lie above 0xBF, where UTF-8 has none but the first byte of a letter. */
const LETTERS_OF_UTF8_IN_SINGLE = 2;

/** Decodes bytes by a byte order mark, by their label unless they contradict it, else by what they look like. Total; never throws. */
export function decodeText(bytes: Uint8Array, label: string | null): DecodedText {
  const marked = byOrderMark(bytes);
  if (marked !== null) return { text: marked, unknown: null, mended: null, broken: marked.includes('\ufffd') };
  const claim = readLabel(label);
  if (claim.kind === 'none') return { ...outcome(byBytes(bytes)), mended: null };
  if (claim.kind === 'unknown') {
    const reading = byBytes(bytes);
    const isSure = reading.charset === 'utf-8' && !reading.broken && isConvincing(bytes, reading.text, LETTERS_OF_UTF8);
    return { ...outcome(reading), unknown: isSure ? null : claim.name, mended: isSure ? claim.name : null };
  }
  // Bytes of eight bits are no ASCII, whatever they are.
  const reading = /ascii/.test(claim.name) ? byBytes(bytes) : byLabel(bytes, claim.charset);
  return { ...outcome(reading), mended: isAs(claim.charset, reading, bytes) ? null : claim.name };
}

/** An order of bytes that mail names wrongly, and ASCII under any label, are no lies. */
function isAs(claimed: Charset, { charset, text, broken }: Reading, bytes: Uint8Array): boolean {
  return (
    charset === claimed ||
    (charset.slice(0, 5) === claimed.slice(0, 5) && charset.startsWith('utf-')) ||
    (charset === 'utf-8' && !broken && text.length === bytes.length)
  );
}

function outcome({ text, broken }: Reading): { text: string; unknown: null; broken: boolean } {
  return { text, unknown: null, broken };
}

function byOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return decode(bytes, c === 0 && d === 0 && bytes.length % 4 === 0 ? 'utf-32le' : 'utf-16le');
  if (a === 0xfe && b === 0xff) return decode(bytes, 'utf-16be');
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return decode(bytes, 'utf-32be');
  if (a === 0xef && b === 0xbb && c === 0xbf) return strictUtf8(bytes) ?? byBytes(bytes.subarray(3)).text;
  return null;
}

/** No label that says anything. ASCII, UTF-8 and ISO 2022 tell themselves, UTF-16 by its zero bytes; the rest by letters. */
function byBytes(bytes: Uint8Array): Reading {
  const own = bySelf(bytes, 2);
  if (own !== null) return own;
  const { charset } = guessByLetters(bytes);
  return reading(bytes, charset);
}

/** What tells itself. With `trust`, so many right letters of UTF-8 outweigh a damaged one. */
function bySelf(bytes: Uint8Array, trust: number): Reading | null {
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null && !utf8.includes('\x1b') && !utf8.includes('\0')) return { text: utf8, charset: 'utf-8', broken: false };
  const wide = bytes.includes(0) ? wideOf(bytes) : null;
  if (wide !== null) return reading(bytes, wide);
  const seven = isAscii(bytes) ? iso2022Of(bytes) : null;
  if (seven !== null) return reading(bytes, seven);
  if (utf8 !== null) return { text: utf8, charset: 'utf-8', broken: false };
  const { letters, holes } = countUtf8(laxUtf8(sampleOf(bytes)));
  return letters >= holes * trust ? { text: laxUtf8(bytes), charset: 'utf-8', broken: true } : null;
}

function byLabel(bytes: Uint8Array, charset: Charset): Reading {
  switch (charset) {
    case 'utf-8':
      return bySelf(bytes, 1) ?? byBytes(bytes);
    case 'utf-16le':
    case 'utf-16be':
    case 'utf-32le':
    case 'utf-32be':
      return byWideLabel(bytes, charset);
    case 'iso-2022-jp':
    case 'iso-2022-kr':
    case 'iso-2022-cn':
    case 'hz-gb-2312':
    case 'utf-7': {
      const wide = bytes.includes(0) ? wideOf(bytes) : null;
      if (wide !== null) return reading(bytes, wide);
      const isOwn = isAscii(bytes) || (charset.startsWith('iso') && iso2022Of(bytes) !== null);
      return isOwn ? reading(bytes, charset) : byBytes(bytes);
    }
    default:
      return byEightBitLabel(bytes, charset);
  }
}

function byEightBitLabel(bytes: Uint8Array, charset: Charset): Reading {
  const own = bySelf(bytes, 2);
  if (own !== null && (own.charset !== 'utf-8' || charset === 'windows-1252' || isConvincing(bytes, own.text, lettersWanted(charset)))) return own;
  if (isAscii(bytes)) return { text: latin1(bytes), charset, broken: false };
  const labelled = reading(bytes, charset);
  const claimed = fitOf(bytes, charset);
  const isWide = !(charset in SINGLE_BYTE);
  if (claimed >= 1 - (isWide ? BETTER_IN_WIDE : BETTER)) return labelled;
  const guess = guessByLetters(bytes);
  const isGuessWide = !(guess.charset in SINGLE_BYTE);
  const margin = isWide ? (isGuessWide ? BETTER_IN_WIDE : labelled.broken ? BETTER : MUCH_BETTER) : BETTER;
  if (guess.count < LETTERS || guess.score < WELL || guess.score - claimed < margin) return labelled;
  const guessed = reading(bytes, guess.charset);
  // Sets that differ only in letters that do not stand there are one.
  return guessed.text === labelled.text ? labelled : guessed;
}

function byWideLabel(bytes: Uint8Array, charset: Charset): Reading {
  const wide = wideOf(bytes);
  if (wide !== null) return reading(bytes, wide);
  // Text without a zero byte that is wholly UTF-8, and mostly ASCII, is none of UTF-16 (programs write this into a page's head).
  if (!bytes.includes(0) && bytes.length > LETTERS) {
    const utf8 = strictUtf8(bytes);
    if (utf8 !== null && countAscii(utf8) > utf8.length * 0.7) return { text: utf8, charset: 'utf-8', broken: false };
  }
  const order = charset.startsWith('utf-16') ? orderOf(bytes) : null;
  return reading(bytes, order === null ? charset : `utf-16${order}`);
}

function reading(bytes: Uint8Array, charset: Charset): Reading {
  const text = decode(bytes, charset);
  return { text, charset, broken: text.includes('\ufffd') };
}

/** True if the bytes, which are UTF-8, can hardly be text of another set. */
function isConvincing(bytes: Uint8Array, text: string, wanted: number): boolean {
  const { letters, holes } = countUtf8(text);
  return letters >= wanted || bytes.length - text.length - 2 * holes > letters;
}

function lettersWanted(charset: Charset): number {
  // Thai and Persian letters lie below 0xC0 too.
  const isHigh = charset in SINGLE_BYTE && charset !== 'windows-874' && charset !== 'windows-1256';
  return isHigh ? LETTERS_OF_UTF8_IN_SINGLE : LETTERS_OF_UTF8;
}

function countUtf8(text: string): { letters: number; holes: number } {
  let letters = 0;
  let holes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) holes++;
    else if (unit > 0x7f) letters++;
  }
  return { letters, holes };
}

function countAscii(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0x80) n++;
  return n;
}
