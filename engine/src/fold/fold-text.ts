import { unitsToText } from '../ascii.js';
import type { Trick } from '../contract.js';
import { latinLike } from './confusables.js';
import { RADICALS } from './confusables-data.js';
import { composeJamo, isJamo } from './jamo.js';
import { kindAt, LETTER } from './letters.js';
import { mayBeMixed, repairMixedWords } from './mixed-words.js';

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
  // Arabic as it is typed: final ya and ta marbuta either way, no hamza, letters that the alphabet lacks, a Persian keyboard.
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ک: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  ڤ: 'ف',
  پ: 'ب',
  چ: 'ج',
  ٱ: 'ا',
  ء: '',
  '٫': '.',
  '٬': ',',
  ...Object.fromEntries(Array.from('٠١٢٣٤٥٦٧٨٩', (digit, value) => [digit, String(value)])),
  ...Object.fromEntries(Array.from('۰۱۲۳۴۵۶۷۸۹', (digit, value) => [digit, String(value)])),
};
// Phonetic letters and small capitals: nobody writes a language in them, so they are what they look like in any word.
const PHONETIC = 'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpꞯqʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzɐaɑaɔcɘeəeǝeɛeɟjɡgɥhɩiɨiɯmɱmɲnŋnɵoɹrɾrɽrʁrʂsʃsʇtʈtʉuʊuʋvʌvʍwʎyʐzʒzʕcɖdɭlɳn';
const PHONETIC_TO = new Map<string, string>();
for (let i = 0; i < PHONETIC.length; i += 2) PHONETIC_TO.set(PHONETIC[i] as string, PHONETIC[i + 1] as string);

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

/** First unit of tag characters (U+E0000) and of the supplementary variation selectors: nothing of them is seen. */
const TAGS = 0xdb40;

/** True if folding left every unit where it was. */
export function isIdentity(origin: Uint32Array): boolean {
  return origin.buffer === counted.buffer;
}

/**
 * What a unit beyond ASCII folds to where it is a cluster by itself and becomes one unit, and what it tells: nearly all letters that are
 * not Latin. Filled as texts come by; 0: not asked yet, or not such a unit.
 */
const SINGLE = new Uint16Array(0x10000);
const TELLS = new Uint8Array(0x10000);
const [IS_FOREIGN, IS_JAMO, IS_DASH, IS_FULL_WIDTH, IS_RIGHT_TO_LEFT] = [1, 2, 4, 8, 16];

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
    c === 0x17b4 ||
    c === 0x17b5 ||
    c === 0x115f ||
    c === 0x1160 ||
    c === 0x3164 ||
    c === 0xffa0 ||
    (c >= 0xfe00 && c <= 0xfe0f) ||
    c === 0x61c ||
    c === 0x640 ||
    c === 0x2800 ||
    (c >= 0x180b && c <= 0x180f) ||
    (c >= 0xfff9 && c <= 0xfffb)
  );
}

const OVERRIDE = '\u202e';
/** Words stored backwards behind a right-to-left override (at most 2,000 units: a page of it is no word), as they are shown; every unit stays within its run. */
function unreversed(text: string): string {
  return text.replace(/\u202e([^\u202a-\u202e\u2066-\u2069\n]{1,2000})/g, (_, run: string) => OVERRIDE + [...run].reverse().join(''));
}

/** Letters of Hebrew, Arabic and the scripts between them. */
function isRightToLeft(c: number): boolean {
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc);
}

/** Tatweel, and the marks that apps put around names and numbers in texts from right to left: ordinary there. */
function isOrdinaryThere(c: number): boolean {
  return c === 0x640 || c === 0x61c || c === 0x200c || c === 0x200e || c === 0x200f || (c >= 0x202a && c <= 0x202c) || (c >= 0x2066 && c <= 0x2069);
}

function isBidi(c: number): boolean {
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/** Combining marks that may sit on a Latin, Greek, Cyrillic letter or on kana (half-width voicing marks too). */
function isMark(c: number): boolean {
  return (
    (c >= 0x300 && c <= 0x36f) ||
    (c >= 0x483 && c <= 0x489) ||
    (c >= 0x591 && c <= 0x5bd) ||
    (c >= 0x610 && c <= 0x61a) ||
    (c >= 0x64b && c <= 0x65f) ||
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

const RADICAL = new Map<number, string>();
for (let i = 0; i < RADICALS.length; i += 2) RADICAL.set(RADICALS.charCodeAt(i), RADICALS[i + 1] as string);

/** Letters of pictures (🅱, 🅑, 🇧) and of scripts beyond the first plane that are drawn like Latin ones; NFKC leaves them. */
function astralLetter(cp: number): string {
  for (const first of [0x1f150, 0x1f170, 0x1f1e6]) if (cp >= first && cp < first + 26) return String.fromCharCode(65 + cp - first);
  const latin = latinLike(cp);
  return latin === 0 ? '' : String.fromCharCode(latin);
}

/** Kana keep their voicing marks (か and が are two letters); all other letters lose their marks. */
function foldCluster(cluster: string): string {
  const known = cache.get(cluster);
  if (known !== undefined) return known;
  const whole = cluster.normalize('NFKC');
  const composed = whole.length > LONGEST_EXPANSION ? cluster : whole;
  const c = composed.charCodeAt(0);
  let folded = composed;
  if (c < 0x700 || (c >= 0x1e00 && c <= 0x1fff) || isMark(c)) folded = stripMarks(composed);
  else if (c >= 0xd800 && c <= 0xdbff) folded = astralLetter(composed.codePointAt(0) as number) || composed;
  else if (c >= 0x2e80 && c <= 0x2eff) folded = RADICAL.get(c) ?? composed;
  else if (composed.length > 1) folded = [...composed].filter((ch, i) => i === 0 || !isMark(ch.charCodeAt(0))).join('');
  folded = PHONETIC_TO.get(folded) ?? UNDECOMPOSED[folded] ?? folded;
  // Some compatibility forms hold an invisible letter (Arabic tatweel).
  if (folded.length > 1 || isInvisible(folded.charCodeAt(0))) folded = [...folded].filter((ch) => !isInvisible(ch.charCodeAt(0))).join('');
  if (cache.size < CACHE_LIMIT) cache.set(cluster, folded);
  return folded;
}

function isSurrogate(c: number): boolean {
  return c >= 0xd800 && c <= 0xdfff;
}

/** What a cluster that begins with `c` tells of its text. */
function toldBy(c: number, folded: string): number {
  const isFullWidth = c >= 0xff01 && c <= 0xff5e && kindAt(folded, 0) === LETTER;
  const isForeign = folded !== '' && mayBeMixed(folded.charCodeAt(0));
  const hasJamo = folded !== '' && isJamo(folded.charCodeAt(folded.length >> 1));
  const told = (isForeign ? IS_FOREIGN : 0) | (hasJamo ? IS_JAMO : 0) | (isDash(c) ? IS_DASH : 0) | (isFullWidth ? IS_FULL_WIDTH : 0);
  return isRightToLeft(c) ? told | IS_RIGHT_TO_LEFT : told;
}

function isKatakana(c: number): boolean {
  return (c >= 0x30a1 && c <= 0x30fa) || c === 0x30fc || (c >= 0xff66 && c <= 0xff9d);
}

const FULL_WIDTH_HYPHEN = 0xff0d;

function isDash(c: number): boolean {
  return (c >= 0x2012 && c <= 0x2015) || c === 0x2212 || c === 0x2500 || c === 0x2501;
}

/** Between katakana a dash or a line stands for the long sign ー. */
function lengthen(units: Uint16Array, n: number): void {
  for (let k = 1; k + 1 < n; k++) {
    if (isDash(units[k] as number) && isKatakana(units[k - 1] as number) && isKatakana(units[k + 1] as number)) units[k] = 0x30fc;
  }
}

/**
 * Folds one text: NFKC, accents and invisible characters away, look-alike letters to what they look like. Case is kept,
 * because wallets need it. Total, linear, and folding twice changes nothing.
 */
export function foldText(given: string): FoldedText {
  if (!BEYOND_ASCII.test(given)) return { text: given, origin: identity(given.length), tricks: NO_TRICKS };
  const original = given.includes(OVERRIDE) ? unreversed(given) : given;
  const tricks = new Set<Trick>();
  let units = new Uint16Array(original.length + 16);
  let origin = new Uint32Array(original.length + 16);
  let n = 0;
  let invisible = 0;
  let ordinaryThere = 0;
  let turnedAsThere = false;
  let told = 0;
  const emit = (text: string, at: number): void => {
    if (n + text.length >= units.length) {
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
  const tell = (tells: number): void => {
    told |= tells;
    if ((tells & IS_FULL_WIDTH) !== 0) tricks.add('full-width');
  };
  const size = original.length;
  for (let i = 0; i < size; ) {
    const c = original.charCodeAt(i);
    const next = i + 1 < size ? original.charCodeAt(i + 1) : 0;
    // A run of ASCII, but for its last unit, behind which a mark may stand: most of most texts.
    if (c < 0x80 && next < 0x80) {
      const stop = Math.min(size - 1, i + units.length - n - 1);
      const from = i;
      for (let unit = c; i < stop; ) {
        const following = original.charCodeAt(i + 1);
        if (following >= 0x80) break;
        units[n] = unit;
        origin[n++] = i++;
        unit = following;
      }
      if (i > from) continue;
    }
    const single = c < 0x80 ? (next < 0x300 ? c : 0) : next < 0x300 || !isMark(next) ? (SINGLE[c] as number) : 0;
    if (single !== 0) {
      units[n] = single;
      origin[n++] = i++;
      if (c >= 0x80) tell(TELLS[c] as number);
      if (n === units.length) emit('', i);
      continue;
    }
    if (isInvisible(c)) {
      if (isOrdinaryThere(c)) {
        if (isBidi(c)) turnedAsThere = true;
        else ordinaryThere++;
      } else if (isBidi(c)) tricks.add('bidi');
      else invisible++;
      i++;
      continue;
    }
    if (c === TAGS) {
      invisible++;
      i += 2;
      continue;
    }
    if (c === FULL_WIDTH_HYPHEN && n > 0 && isKatakana(units[n - 1] as number)) {
      told |= IS_DASH;
      emit('―', i++);
      continue;
    }
    let end = i + 1;
    if (c >= 0xd800 && c <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) end++;
    const marksFrom = end;
    while (end < size && isMark(original.charCodeAt(end))) end++;
    if (end - marksFrom > MARKS_OF_WRITING) tricks.add('combining-marks');
    // A tower of thousands of marks is one cluster: normalising it whole would be quadratic, and no letter bears more than a few.
    const folded = foldCluster(original.slice(i, Math.min(end, marksFrom + 8)));
    const tells = toldBy(c, folded);
    tell(tells);
    if (end === i + 1 && c >= 0x80 && !isSurrogate(c) && c !== FULL_WIDTH_HYPHEN && folded.length === 1) {
      SINGLE[c] = folded.charCodeAt(0);
      TELLS[c] = tells;
    }
    emit(folded, i);
    i = end;
  }
  if ((told & IS_RIGHT_TO_LEFT) === 0) {
    invisible += ordinaryThere;
    if (turnedAsThere) tricks.add('bidi');
  }
  if (invisible > INVISIBLE_BEFORE_TRICK) tricks.add('zero-width');
  if ((told & IS_DASH) !== 0) lengthen(units, n);
  if ((told & IS_JAMO) !== 0) n = composeJamo(units, origin, n);
  if ((told & IS_FOREIGN) !== 0 && repairMixedWords(units, n)) tricks.add('look-alike-letters');
  return { text: unitsToText(units, n), origin: origin.slice(0, n), tricks };
}
