import { classify, couldBegin, LONGEST, SHORTEST } from './classify.js';
import { isInsideLink } from './link.js';
import { classifyTon, hasTonStart, TON_LETTERS } from './ton.js';
import type { Tries } from './tries.js';
import { BASE58, BECH32, classOf, HEX, LONE, ODD, type Runs } from './units.js';
import { mayBeTold, type Placed } from './written.js';

/** Units between two pieces: a line end with quote marks, brackets with stars; more is another sentence. */
export const GAP = 12;
/** Runs from the start within which one must look like a piece of an address. */
const ODD_WITHIN = 4;

/** An address whose pieces begin at run `i` and follow each other: over lines, spaced, starred, dotted, bracketed. Every end of a piece is tried. */
export function splitAt(text: string, runs: Runs, i: number, taken: Uint8Array, tries: Tries): (Placed & { readonly last: number }) | null {
  if (!couldStart(text, runs, i)) return null;
  const start = runs.start[i] as number;
  let joined = '';
  let alive = BASE58 | BECH32 | HEX;
  for (let p = i; p < runs.count && taken[p] === 0; p++) {
    const from = runs.start[p] as number;
    const end = runs.end[p] as number;
    if (p > i && from - (runs.end[p - 1] as number) > GAP) break;
    alive &= runs.bits[p] as number;
    if (alive === 0 || joined.length + end - from > LONGEST) break;
    joined += text.slice(from, end);
    if (p === i || joined.length < SHORTEST) continue;
    if (!couldBegin(joined)) return tonOver(text, start, runs, i, tries);
    if (!/[0-9]/.test(joined) || !tries.take()) continue;
    const found = classify(joined);
    if (found === null) continue;
    const placed = { found, start, end };
    if (found.coin === 'SOL' && !isEven(text, runs, i, p)) continue;
    if (mayBeTold(placed, text) && !isInsideLink(text, start)) return { ...placed, last: p };
  }
  return tonOver(text, start, runs, i, tries);
}

/** Cheap and loose: the first letter of some coin, and near it a run that is no word. */
function couldStart(text: string, runs: Runs, i: number): boolean {
  const first = text[runs.start[i] as number] as string;
  if (!/[0-9ADELMQTUXZkmnrtybBlPRqpzu]/.test(first)) return false;
  let lone = 0;
  for (let p = i; p < i + ODD_WITHIN && p < runs.count; p++) {
    const bits = runs.bits[p] as number;
    if ((bits & ODD) !== 0) return true;
    if ((bits & LONE) !== 0) lone++;
  }
  return lone === ODD_WITHIN;
}

/** TON letters may be - and _, which are noise in every other address: read unit by unit, with and without each. */
function tonOver(text: string, start: number, runs: Runs, i: number, tries: Tries): (Placed & { readonly last: number }) | null {
  for (const extra of ['-_', '_', '-', '']) {
    let joined = '';
    let gap = 0;
    let at = start;
    for (; at < text.length && joined.length < TON_LETTERS && gap <= GAP; at++) {
      const isLetter = classOf(text.charCodeAt(at)) !== 0 || extra.includes(text[at] as string);
      gap = isLetter ? 0 : gap + 1;
      if (isLetter) joined += text[at];
      if (joined.length === 2 && !hasTonStart(joined)) return null;
    }
    if (joined.length < TON_LETTERS || classOf(text.charCodeAt(at)) !== 0 || !tries.take()) continue;
    const found = classifyTon(joined);
    if (found === null) continue;
    let last = i;
    while (last + 1 < runs.count && (runs.start[last + 1] as number) < at) last++;
    return { found, start, end: at, last };
  }
  return null;
}

/** Without a checksum only a pattern can say where an address ends: pieces of one length, parted alike, and nothing alike after them. */
function isEven(text: string, runs: Runs, i: number, last: number): boolean {
  const size = (p: number): number => (runs.end[p] as number) - (runs.start[p] as number);
  const gap = (p: number): string => text.slice(runs.end[p], runs.start[p + 1]);
  for (let p = i; p < last; p++) if (gap(p) !== gap(i) || size(p) !== size(i)) return false;
  if (size(last) > size(i)) return false;
  const isAlike = (p: number, border: number): boolean => p >= 0 && p < runs.count && size(p) === size(i) && gap(border) === gap(i);
  return !isAlike(i - 1, i - 1) && (size(last) < size(i) || !isAlike(last + 1, last));
}
