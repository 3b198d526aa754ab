import { unitAt } from '../../fold/letters.js';

/** What a unit of text may be part of: bits of one table, so that the text is read once. */
export const LETTER = 1;
export const BASE58 = 2;
export const BECH32 = 4;
export const HEX = 8;
/** A run that looks like a piece of an address: letters beside digits, or a capital inside (not a word, a name or a number). */
export const ODD = 16;
/** One or two units: letters that were spaced out. */
export const LONE = 32;

const LOWER = 64;
const UPPER = 128;
const DIGIT = 256;

const CLASSES = new Uint16Array(128);
function allow(letters: string, bits: number): void {
  for (const letter of letters) CLASSES[letter.charCodeAt(0)] = (CLASSES[letter.charCodeAt(0)] as number) | bits;
}
allow('abcdefghijklmnopqrstuvwxyz', LETTER | LOWER);
allow('ABCDEFGHIJKLMNOPQRSTUVWXYZ', LETTER | UPPER);
allow('0123456789', LETTER | DIGIT);
allow('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', BASE58);
// Letters of bech32 data, its separator, and of the prefixes of the coins here.
allow('qpzry9x8gf2tvdw0s3jn54khce6mua7lQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L1bBiI', BECH32);
// x for the 0x before it.
allow('0123456789abcdefABCDEFxX', HEX);

/** Class bits of one UTF-16 unit; 0 for what no address has. */
export function classOf(unit: number): number {
  return unit < 128 ? (CLASSES[unit] as number) : 0;
}

/** Runs of letters and digits in one text, in order: `start` and `end` (half-open) and class bits that all their units share, ODD, LONE. */
export type Runs = { readonly count: number; readonly start: Uint32Array; readonly end: Uint32Array; readonly bits: Uint8Array };

/** Units of a run from which it may be an address in one piece, or a disguised one. */
const LONG_RUN = 20;
/** Lone runs in a row from which they may be a spaced-out address; honest text has initials and sums. */
const LONE_IN_A_ROW = 8;

/** True when a text can hold an address at all: one pass, nothing allocated. */
export function mayHoldAddress(text: string): boolean {
  let odd = 0;
  let lone = 0;
  for (let at = 0; at < text.length; ) {
    if (classOf(text.charCodeAt(at)) === 0) {
      at++;
      continue;
    }
    const start = at;
    let any = 0;
    let inner = 0;
    for (; at < text.length; at++) {
      const c = classOf(text.charCodeAt(at));
      if (c === 0) break;
      any |= c;
      if (at > start) inner |= c;
    }
    if (at - start >= LONG_RUN) return true;
    lone = at - start <= 2 ? lone + 1 : 0;
    if (isOdd(any, inner)) odd++;
    if (odd >= 2 || lone >= LONE_IN_A_ROW) return true;
  }
  return false;
}

function isOdd(any: number, inner: number): boolean {
  if ((any & DIGIT) !== 0) return (any & (LOWER | UPPER)) !== 0;
  return (any & LOWER) !== 0 && (inner & UPPER) !== 0;
}

/** What an address of TON begins with, wherever it stands. */
const TON = /[EUk0][Qf]/;

/** Runs of a text: those of at least so many units, and those that begin as an address of TON does, whose signs part it. */
export function runsOf(text: string, least = 0): Runs {
  const runs = new RunList(least === 0 ? 256 : 16);
  // Of so many units one stands at each multiple of their number: nearly all of the text is passed over.
  if (least > 1 && !TON.test(text)) {
    for (let at = least - 1; at < text.length; at += least) {
      if (classOf(text.charCodeAt(at)) === 0) continue;
      let from = at;
      while (from > 0 && classOf(text.charCodeAt(from - 1)) !== 0) from--;
      const end = runEnd(text, at);
      if (end - from >= least) runs.add(text, from, end);
      // What stands there is no part of a run; the next one has a unit within `least` behind it.
      at = end;
    }
    return runs.close();
  }
  for (let at = 0; at < text.length; ) {
    if (classOf(text.charCodeAt(at)) === 0) {
      at++;
      continue;
    }
    const from = at;
    at = runEnd(text, from);
    if (at - from >= least || beginsAsTon(text, from)) runs.add(text, from, at);
  }
  return runs.close();
}

function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && classOf(text.charCodeAt(at)) !== 0) at++;
  return at;
}

class RunList {
  private count = 0;
  private start: Uint32Array<ArrayBuffer>;
  private end: Uint32Array<ArrayBuffer>;
  private bits: Uint8Array<ArrayBuffer>;

  constructor(private room: number) {
    this.start = new Uint32Array(room);
    this.end = new Uint32Array(room);
    this.bits = new Uint8Array(room);
  }

  add(text: string, from: number, end: number): void {
    const first = classOf(text.charCodeAt(from));
    let all = first;
    let inner = 0;
    for (let at = from + 1; at < end; at++) {
      const c = classOf(text.charCodeAt(at));
      all &= c;
      inner |= c;
    }
    if (this.count === this.room) this.grow();
    this.start[this.count] = from;
    this.end[this.count] = end;
    this.bits[this.count++] = (all & (LETTER | BASE58 | BECH32 | HEX)) | (isOdd(first | inner, inner) ? ODD : 0) | (end - from <= 2 ? LONE : 0);
  }

  close(): Runs {
    const { count, start, end, bits } = this;
    return { count, start, end, bits };
  }

  private grow(): void {
    this.room *= 2;
    this.start = grown(this.start, new Uint32Array(this.room));
    this.end = grown(this.end, new Uint32Array(this.room));
    this.bits = grown(this.bits, new Uint8Array(this.room));
  }
}

/** Its first letter is one of E, U, k, 0, its second Q or f. */
function beginsAsTon(text: string, at: number): boolean {
  const second = unitAt(text, at + 1);
  if (second !== 81 && second !== 102) return false;
  const first = text.charCodeAt(at);
  return first === 69 || first === 85 || first === 107 || first === 48;
}

function grown<T extends Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The last run from `i` on that begins before `end`. */
export function lastBefore(runs: Runs, i: number, end: number): number {
  let last = i;
  while (last + 1 < runs.count && (runs.start[last + 1] as number) < end) last++;
  return last;
}

/** Runs from the start of an address within which one must look like a piece of it. */
const WITHIN = 4;

/** Marks the runs at which pieces of an address may begin: one of the next few is no word, or all of them are single letters. */
export function pieceStarts(runs: Runs): Uint8Array {
  const starts = new Uint8Array(runs.count);
  let odd = WITHIN;
  let lone = 0;
  for (let i = runs.count - 1; i >= 0; i--) {
    const bits = runs.bits[i] as number;
    odd = (bits & ODD) !== 0 ? 0 : odd + 1;
    lone = (bits & LONE) !== 0 ? lone + 1 : 0;
    if (odd < WITHIN || lone >= WITHIN) starts[i] = 1;
  }
  return starts;
}

/** The first run that begins at `start` or after it. */
export function firstFrom(runs: Runs, start: number): number {
  let low = 0;
  let high = runs.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs.start[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
