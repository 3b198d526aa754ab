import type { Found } from './address.js';
import { classifyBech32 } from './bech32.js';
import { mayHaveBeen, merged } from './misread.js';

// BIP 173 and BIP 350. The checksum is linear: what a changed letter does to it depends only on its place from the end and on the change, so
// that a table answers which one or two changes make it hold, and no reading is tried that cannot pass.
const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const CONSTANTS = [1, 0x2bc830a3];
const BITS = 30;
/** Letters of data that are put right: segwit of 32 bytes has 59. Longer addresses are none that letters name. */
const LONGEST = 64;
/** Readings of letters that cannot be right as they stand; more of them, and nothing is known of the address. */
const MOST_FORCED = 256;

function step(sum: number, value: number): number {
  const top = sum >>> 25;
  let next = ((sum & 0x1ffffff) << 5) ^ value;
  for (let i = 0; i < 5; i++) if (((top >> i) & 1) === 1) next ^= GENERATORS[i] as number;
  return next;
}

/** What a change of a value (xor) `k` letters before the end does to the checksum, at `k * 32 + change`; and back. */
const EFFECTS = new Int32Array(LONGEST * 32);
const CHANGES = new Map<number, number>();
for (let change = 1; change < 32; change++) {
  let sum = change;
  for (let k = 0; k < LONGEST; k++) {
    EFFECTS[k * 32 + change] = sum;
    CHANGES.set(sum, k * 32 + change);
    sum = step(sum, 0);
  }
}

/** Data of an address as numbers, and what each may have been instead; -1 for a letter that cannot be right. */
type Data = { readonly values: readonly number[]; readonly others: readonly (readonly number[])[] };

/** An address that passes, and how many readings (as a power of two) would have been taken as readily as it. */
export type Put = { readonly found: Found; readonly bits: number; readonly among: number };

/** The bech32 address that a text read from a picture was, its prefix apart: with letters changed, up to two too many, or one lost. */
export function putRight(prefix: string, read: string, missing: -2 | -1 | 0 | 1): Put | null {
  if (read.length > LONGEST) return null;
  const variants = [...(missing === 1 || missing === -1 ? merged(read, missing).map(dataOf) : []), ...variantsOf(dataOf(read), missing)];
  let start = 1;
  for (const letter of prefix) start = step(start, letter.charCodeAt(0) >> 5);
  start = step(start, 0);
  for (const letter of prefix) start = step(start, letter.charCodeAt(0) & 31);
  const asked = { n: 0 };
  const levels: readonly Level[] =
    missing === 0
      ? ['as-read', 'alike', 'two-alike', 'any', 'alike-and-any', 'any-two', 'two-alike-and-any']
      : missing === -1
        ? ['as-read', 'alike', 'two-alike']
        : ['as-read', 'alike'];
  for (const level of levels) {
    const found = new Map<string, Found>();
    for (const one of variants) {
      for (const values of forcedOf(one)) {
        for (const put of solutions(values, one, start, level, asked)) {
          const address = classifyBech32(`${prefix}1${put.map((value) => LETTERS[value]).join('')}`);
          if (address !== null) found.set(address.address, address);
        }
      }
    }
    const first = [...found.values()][0];
    // Two that pass alike: neither is told as sure, however rare.
    if (first !== undefined) return { found: first, bits: BITS, among: found.size > 1 ? BITS : Math.log2(Math.max(1, asked.n)) };
  }
  return null;
}

function dataOf(read: string): Data {
  const values: number[] = [];
  const others: number[][] = [];
  for (const letter of read) {
    values.push(LETTERS.indexOf(letter.toLowerCase()));
    others.push(
      [...new Set(Array.from(mayHaveBeen(letter), (other) => LETTERS.indexOf(other.toLowerCase())))].filter((value) => value >= 0 && value !== values.at(-1)),
    );
  }
  return { values, others };
}

/** The data with letters taken out, or with one put in that may be any. */
function* variantsOf(data: Data, missing: -2 | -1 | 0 | 1): Iterable<Data> {
  const { values, others } = data;
  if (missing === 0) yield data;
  if (missing === 1) for (let at = 0; at <= values.length; at++) yield { values: values.toSpliced(at, 0, -1), others: others.toSpliced(at, 0, []) };
  if (missing >= 0) return;
  for (let at = 0; at < values.length; at++) {
    const one = { values: values.toSpliced(at, 1), others: others.toSpliced(at, 1) };
    if (missing === -1) yield one;
    else for (let next = at; next < one.values.length; next++) yield { values: one.values.toSpliced(next, 1), others: one.others.toSpliced(next, 1) };
  }
}

/** The data with each letter that cannot be right put in every way it may have been. */
function forcedOf({ values, others }: Data): readonly (readonly number[])[] {
  let all: number[][] = [[...values]];
  for (const [at, value] of values.entries()) {
    if (value >= 0) continue;
    const ways = others[at]?.length === 0 ? Array.from({ length: 32 }, (_, k) => k) : (others[at] as readonly number[]);
    if (all.length * ways.length > MOST_FORCED) return [];
    all = all.flatMap((one) => ways.map((way) => one.with(at, way)));
  }
  return all;
}

/** How the letters were changed that can stand: not at all, for one drawn alike, for two, for any one, and so on. */
type Level = 'as-read' | 'alike' | 'two-alike' | 'any' | 'alike-and-any' | 'any-two' | 'two-alike-and-any';

function* solutions(values: readonly number[], { values: read, others }: Data, start: number, level: Level, asked: { n: number }): Iterable<readonly number[]> {
  let sum = start;
  for (const value of values) sum = step(sum, value);
  const size = values.length;
  const effect = (at: number, to: number): number => EFFECTS[(size - 1 - at) * 32 + ((values[at] as number) ^ to)] as number;
  const alike = read.flatMap((value, at) => (value < 0 ? [] : (others[at] as readonly number[]).map((to) => ({ at, to }))));
  /** The one change that makes up for `rest`, anywhere. */
  const anywhere = (rest: number, from: readonly number[]): readonly number[] | null => {
    const change = CHANGES.get(rest);
    const at = change === undefined ? -1 : size - 1 - (change >> 5);
    return change === undefined || at < 0 ? null : from.with(at, (from[at] as number) ^ (change & 31));
  };
  // The first letter is the version, and says which checksum it is.
  for (const constant of [CONSTANTS[values[0] === 0 ? 0 : 1] as number]) {
    const rest = sum ^ constant;
    const any = size * 31;
    if (level === 'as-read') {
      asked.n++;
      if (rest === 0) yield values;
    } else if (level === 'alike') {
      asked.n += alike.length;
      for (const { at, to } of alike) if (effect(at, to) === rest) yield values.with(at, to);
    } else if (level === 'two-alike') {
      asked.n += (alike.length * alike.length) / 2;
      for (const a of alike)
        for (const b of alike) if (a.at < b.at && (effect(a.at, a.to) ^ effect(b.at, b.to)) === rest) yield values.with(a.at, a.to).with(b.at, b.to);
    } else if (level === 'any') {
      asked.n += any;
      const one = anywhere(rest, values);
      if (one !== null) yield one;
    } else if (level === 'alike-and-any') {
      asked.n += alike.length * any;
      for (const { at, to } of alike) {
        const one = anywhere(rest ^ effect(at, to), values.with(at, to));
        if (one !== null) yield one;
      }
    } else if (level === 'two-alike-and-any') {
      asked.n += (alike.length * alike.length * any) / 2;
      for (const a of alike) {
        for (const b of alike) {
          const one = a.at < b.at ? anywhere(rest ^ effect(a.at, a.to) ^ effect(b.at, b.to), values.with(a.at, a.to).with(b.at, b.to)) : null;
          if (one !== null) yield one;
        }
      }
    } else {
      asked.n += (any * any) / 2;
      for (let at = 0; at < size; at++) {
        for (let to = 0; to < 32; to++) {
          const one = to === values[at] ? null : anywhere(rest ^ effect(at, to), values.with(at, to));
          if (one !== null) yield one;
        }
      }
    }
  }
}
