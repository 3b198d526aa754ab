import type { Writing } from './letters.js';

// Weights of one character, in hundredths of a right letter.
const COMMON = 100;
const RARE = 50;
/** Letters of an alphabet stand in every set of its script: only how often they come tells one set from another. */
const RARE_IN_ALPHABET = 0;
const NEUTRAL = 100;
const SIGN = 60;
const STRANGE = -50;
const CONTROL = -200;
const HOLE = -200;
const MISPLACED = -100;
/** A capital, or a letter beyond Latin, that no letter stands beside: mostly a sign of another set. */
const ALONE = -60;
/** Behind another capital: in KOI8-R and windows-1251 small letters of one are capitals of the other. */
const SHOUTED = -30;
/** One small letter before a capital for so many capitals makes them no text in capitals. */
const CAPITALS = 40;

/** What every language has: quotes, dashes, signs. They tell nothing. */
const NEUTRALS = '‘’“”„–—…•€£§°®™©«»‹›№·\u00a0\u3000';
/** What may stand between two letters. */
const BETWEEN = '’‘–—…·•\u00a0';
/** Signs of the sets of Western Europe, of which a text without letters beyond ASCII is taken to be. */
const WESTERN_SIGNS = '¢¥¤±¼½¾¹²³µ´¨';

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
  const isWestern = writing.guesses[0] === 'windows-1252';
  const weighed: readonly (readonly [weight: number, letters: string])[] = [
    [NEUTRAL, NEUTRALS],
    [isWestern ? SIGN : STRANGE, WESTERN_SIGNS],
    [writing.script === 'alphabet' ? RARE_IN_ALPHABET : RARE, writing.rare],
    [COMMON, writing.common],
  ];
  for (const [weight, letters] of weighed) for (const letter of letters) table[letter.charCodeAt(0)] = weight;
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
  let turns = 0;
  let capitals = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    count++;
    sum += table[unit] as number;
    if (writing.script === 'wide') continue;
    const before = i === 0 ? 32 : text.charCodeAt(i - 1);
    const after = i + 1 === text.length ? 32 : text.charCodeAt(i + 1);
    const kind = kinds[unit] as number;
    const isAlone = kinds[before] === 0 && kinds[after] === 0;
    if (isAlone && kind !== 0 && (kind === 2 || writing.script === 'alphabet')) sum += ALONE;
    // A capital behind a small letter; a sign between letters; a letter of another alphabet beside a Latin one.
    if (kind === 2 && kinds[before] === 1) {
      sum += MISPLACED;
      turns++;
    } else if (kind === 2 && kinds[before] === 2 && writing.script === 'alphabet') capitals++;
    else if (kind === 0 && kinds[before] !== 0 && kinds[after] !== 0 && !BETWEEN.includes(text[i] as string)) sum += MISPLACED;
    else if (writing.script === 'alphabet' && kind !== 0 && (isLatin(before) || isLatin(after))) sum += MISPLACED;
    else if (isOpening(unit) && (kinds[before] as number) !== 0) sum += MISPLACED;
  }
  if (turns * CAPITALS >= capitals) sum += capitals * SHOUTED;
  return { score: count === 0 ? 0 : sum / count / COMMON, count };
}

/** Spanish ¿ and ¡ stand before a word. */
function isOpening(unit: number): boolean {
  return unit === 0xbf || unit === 0xa1;
}

function isLatin(unit: number): boolean {
  return unit < 0x80 && kinds[unit] !== 0;
}
