import { unitsToText } from '../ascii.js';
import type { Trick } from '../contract.js';
import { isLatin, latinLookAlike } from './confusables.js';
import { GAP, kindOfUnit, SINGLE } from './letters.js';

/** Text as it is matched (case kept), and for each of its UTF-16 units the offset in the original that it came from. */
export type FoldedText = { readonly text: string; readonly origin: Uint32Array; readonly tricks: ReadonlySet<Trick> };

// Unicode does not decompose these, so NFKD leaves them standing (Polish ł, Danish ø, Turkish ı, German ß).
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŧ: 't',
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  þ: 'th',
  ð: 'd',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '‐': '-',
  '‑': '-',
};

/** Marks in a row that are writing (Vietnamese has two); more are noise. */
const MARKS_OF_WRITING = 2;
/** Dropped invisible units in one text before it is called a trick: a stray soft hyphen or BOM is not one. */
const INVISIBLE_BEFORE_TRICK = 3;

/** Units that one letter may become: ㌖ is six kana; U+FDFA would be eighteen, and a mail full of it a gigabyte. */
const LONGEST_EXPANSION = 6;

const BEYOND_ASCII = /[^\0-\x7f]/;
const NO_TRICKS: ReadonlySet<Trick> = new Set();
let counted = new Uint32Array(0);

/** 0, 1, 2 ...: where the units of a text come from that folding leaves as it is. Views of one table: not to be written to. */
function identity(size: number): Uint32Array {
  if (size > counted.length) counted = new Uint32Array(Math.max(size, counted.length * 2, 4096)).map((_, i) => i);
  return counted.subarray(0, size);
}

const cache = new Map<string, string>();
const CACHE_LIMIT = 20_000;

function isInvisible(c: number): boolean {
  return (
    (c >= 0x200b && c <= 0x200f) ||
    (c >= 0x202a && c <= 0x202e) ||
    (c >= 0x2060 && c <= 0x206f) ||
    c === 0xfeff ||
    c === 0xad ||
    c === 0x180e ||
    c === 0x34f ||
    c === 0x115f ||
    c === 0x1160 ||
    c === 0x3164 ||
    c === 0xffa0 ||
    (c >= 0xfe00 && c <= 0xfe0f)
  );
}

function isBidi(c: number): boolean {
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/** Combining marks that may sit on a Latin, Greek, Cyrillic letter or on kana (half-width voicing marks too). */
function isMark(c: number): boolean {
  return (
    (c >= 0x300 && c <= 0x36f) ||
    (c >= 0x483 && c <= 0x489) ||
    (c >= 0x1ab0 && c <= 0x1aff) ||
    (c >= 0x1dc0 && c <= 0x1dff) ||
    (c >= 0x20d0 && c <= 0x20ff) ||
    c === 0x3099 ||
    c === 0x309a ||
    c === 0xff9e ||
    c === 0xff9f ||
    (c >= 0xfe20 && c <= 0xfe2f)
  );
}

function stripMarks(text: string): string {
  let out = '';
  for (const ch of text.normalize('NFD')) {
    const c = ch.codePointAt(0) as number;
    if (!isMark(c)) out += UNDECOMPOSED[ch] ?? ch;
  }
  return out;
}

/** Kana keep their voicing marks (か and が are two letters); European letters lose theirs. */
function foldCluster(cluster: string): string {
  const known = cache.get(cluster);
  if (known !== undefined) return known;
  const whole = cluster.normalize('NFKC');
  const composed = whole.length > LONGEST_EXPANSION ? cluster : whole;
  const c = composed.charCodeAt(0);
  let folded = composed;
  if (c < 0x590 || (c >= 0x1e00 && c <= 0x1fff) || isMark(c)) folded = stripMarks(composed);
  else if (UNDECOMPOSED[composed] !== undefined) folded = UNDECOMPOSED[composed] as string;
  if (cache.size < CACHE_LIMIT) cache.set(cluster, folded);
  return folded;
}

/**
 * Folds one text: NFKC, accents and invisible characters away, look-alike letters to what they look like. Case is kept,
 * because wallets need it. Total, linear, and folding twice changes nothing.
 */
export function foldText(original: string): FoldedText {
  if (!BEYOND_ASCII.test(original)) return { text: original, origin: identity(original.length), tricks: NO_TRICKS };
  const tricks = new Set<Trick>();
  let units = new Uint16Array(original.length + 16);
  let origin = new Uint32Array(original.length + 16);
  let n = 0;
  let invisible = 0;
  let foreign = false;
  const emit = (text: string, at: number): void => {
    if (n + text.length > units.length) {
      const size = units.length * 2 + text.length;
      const u = new Uint16Array(size);
      u.set(units);
      units = u;
      const o = new Uint32Array(size);
      o.set(origin);
      origin = o;
    }
    for (let k = 0; k < text.length; k++) {
      units[n] = text.charCodeAt(k);
      origin[n++] = at;
    }
  };
  for (let i = 0; i < original.length; ) {
    const c = original.charCodeAt(i);
    const next = i + 1 < original.length ? original.charCodeAt(i + 1) : 0;
    if (c < 0x80 && next < 0x300) {
      units[n] = c;
      origin[n++] = i++;
      if (n === units.length) emit('', i);
      continue;
    }
    if (isInvisible(c)) {
      if (isBidi(c)) tricks.add('bidi');
      else invisible++;
      i++;
      continue;
    }
    let end = i + 1;
    if (c >= 0xd800 && c <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) end++;
    const marksFrom = end;
    while (end < original.length && isMark(original.charCodeAt(end))) end++;
    if (end - marksFrom > MARKS_OF_WRITING) tricks.add('combining-marks');
    // A tower of thousands of marks is one cluster: normalising it whole would be quadratic, and no letter bears more than a few.
    const folded = foldCluster(original.slice(i, Math.min(end, marksFrom + 8)));
    if (c >= 0xff01 && c <= 0xff5e && kindOfUnit(folded.charCodeAt(0)) === 1) tricks.add('full-width');
    if (c > 0x36f && latinLookAlike(folded.charCodeAt(0)) !== 0) foreign = true;
    emit(folded, i);
    i = end;
  }
  if (invisible > INVISIBLE_BEFORE_TRICK) tricks.add('zero-width');
  if (foreign && repairLookAlikes(units, n)) tricks.add('look-alike-letters');
  return { text: unitsToText(units, n), origin: origin.slice(0, n), tricks };
}

/** Words that mix Latin letters with letters drawn like them become Latin; so do words made of look-alikes alone when their own script is not used anywhere else. */
function repairLookAlikes(units: Uint16Array, n: number): boolean {
  let own = 0;
  for (let i = 0; i < n; i++) {
    const c = units[i] as number;
    if (c >= 0x370 && c <= 0x58f && latinLookAlike(c) === 0 && kindOfUnit(c) === 1) own++;
  }
  let repaired = false;
  for (let i = 0; i < n; ) {
    if (kindOfUnit(units[i] as number) !== 1) {
      i++;
      continue;
    }
    let end = i;
    let latin = 0;
    let alike = 0;
    let other = 0;
    while (end < n && kindOfUnit(units[end] as number) === 1) {
      const c = units[end] as number;
      if (isLatin(c)) latin++;
      else if (latinLookAlike(c) !== 0) alike++;
      else other++;
      end++;
    }
    if (alike > 0 && other === 0 && (latin > 0 || own === 0)) {
      for (let k = i; k < end; k++) units[k] = latinLookAlike(units[k] as number) || (units[k] as number);
      repaired = true;
    }
    i = end;
  }
  return repaired;
}

/** Letters of one script with every letter parted by noise of another (I運行 ☆hぞa...): the Latin letters alone, or null if the text is not like that. */
export function withoutNoise(folded: FoldedText): FoldedText | null {
  const { text } = folded;
  if (!BEYOND_ASCII.test(text)) return null;
  let lone = 0;
  let latin = 0;
  let single = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (kindOfUnit(c) === SINGLE) single++;
    if (!isLatin(c)) continue;
    latin++;
    const before = i > 0 ? text.charCodeAt(i - 1) : 32;
    const after = i + 1 < text.length ? text.charCodeAt(i + 1) : 32;
    if (!isLatin(before) && !isLatin(after) && (kindOfUnit(before) === SINGLE || kindOfUnit(after) === SINGLE)) lone++;
  }
  // Honest Japanese text has lone Latin letters too (A社, Xさん), but never most of hundreds.
  if (lone < 80 || lone < latin * 0.5 || single < lone || single > lone * 5) return null;
  const units = new Uint16Array(text.length);
  const origin = new Uint32Array(text.length);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x80 && (kindOfUnit(c) !== GAP || c > 0x2190)) continue;
    units[n] = c;
    origin[n++] = folded.origin[i] as number;
  }
  return { text: unitsToText(units, n), origin: origin.slice(0, n), tricks: new Set<Trick>(['noise-letters']) };
}
