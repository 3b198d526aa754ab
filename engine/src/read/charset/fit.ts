import type { Writing } from './letters.js';

// Weights of one character, in hundredths of a right letter.
const COMMON = 100;
const RARE = 50;
/** Letters of an alphabet stand in every set of its script: only how often they come tells one set from another. */
const RARE_IN_ALPHABET = 0;
const NEUTRAL = 60;
const STRANGE = -50;
const CONTROL = -200;
const HOLE = -400;
const MISPLACED = -100;
/** Behind another capital: in KOI8-R and windows-1251 small letters of one are capitals of the other. */
const SHOUTED = -30;

/** What every language has: quotes, dashes, signs. They tell little. */
const NEUTRALS = '‘’“”„–—…•€£§°®™©«»№\u00a0\u3000';

/** 1 a small letter, 2 a capital, 3 a letter without case, 0 no letter; by UTF-16 unit. */
const kinds = new Uint8Array(0x10000);
let kindsMade = false;

function makeKinds(): void {
  kindsMade = true;
  for (let unit = 0; unit < 0x1000; unit++) {
    const letter = String.fromCharCode(unit);
    if (/\p{Lu}/u.test(letter)) kinds[unit] = 2;
    else if (/\p{Ll}/u.test(letter)) kinds[unit] = 1;
    else if (/\p{L}/u.test(letter)) kinds[unit] = 3;
  }
}

const tables = new Map<Writing, Int16Array>();

function tableOf(writing: Writing): Int16Array {
  let table = tables.get(writing);
  if (table !== undefined) return table;
  table = new Int16Array(0x10000).fill(STRANGE);
  table.fill(CONTROL, 0x80, 0xa0);
  table.fill(CONTROL, 0xe000, 0xf900);
  for (const [weight, first, last] of writing.ranges) table.fill(weight, first, last + 1);
  for (const [weight, letters] of [[NEUTRAL, NEUTRALS], [writing.script === 'alphabet' ? RARE_IN_ALPHABET : RARE, writing.rare], [COMMON, writing.common]] as const)
    for (const letter of letters) table[letter.charCodeAt(0)] = weight;
  table[0xfffd] = HOLE;
  tables.set(writing, table);
  return table;
}

/** How well a text beyond ASCII fits a way of writing: the mean of its characters, 1 for a text of its common letters only. */
export function fit(text: string, writing: Writing): { readonly score: number; readonly count: number } {
  if (!kindsMade) makeKinds();
  const table = tableOf(writing);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    count++;
    sum += table[unit] as number;
    if (writing.script === 'wide') continue;
    const before = i === 0 ? 32 : text.charCodeAt(i - 1);
    const after = i + 1 === text.length ? 32 : text.charCodeAt(i + 1);
    const kind = kinds[unit] as number;
    // A capital behind a small letter; a sign between letters; a letter of another alphabet beside a Latin one.
    if (kind === 2 && kinds[before] === 1) sum += MISPLACED;
    else if (kind === 2 && kinds[before] === 2 && writing.script === 'alphabet') sum += SHOUTED;
    else if (kind === 0 && unit !== 0x2019 && kinds[before] !== 0 && kinds[after] !== 0 && (table[unit] as number) <= 0) sum += MISPLACED;
    else if (writing.script === 'alphabet' && kind !== 0 && (isLatin(before) || isLatin(after))) sum += MISPLACED;
    else if (isOpening(unit) && (kinds[before] as number) !== 0) sum += MISPLACED;
  }
  return { score: count === 0 ? 0 : sum / count / COMMON, count };
}

/** Spanish ¿ and ¡ stand before a word. */
function isOpening(unit: number): boolean {
  return unit === 0xbf || unit === 0xa1;
}

function isLatin(unit: number): boolean {
  return unit < 0x80 && kinds[unit] !== 0;
}
