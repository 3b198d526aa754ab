import { classify } from './classify.js';
import { isInsideToken } from './link.js';
import type { Tries } from './tries.js';
import type { Runs } from './units.js';
import type { Placed } from './written.js';

/** Units of a run with a word at each end of the longest address but a unified one of Zcash. */
const LONGEST_RUN = 140;
const SHORTEST_RUN = 33;
/** Places in one run at which an address may begin: its own beginning, and these. */
const MOST_PLACES = 4;
const INSIDE = /bc1|ltc1|tb1|0x|zs1|(?<=[A-Za-z])[134]/g;

/** An address to which the word before or after it was glued, as when line ends are lost ("1Lf...zaAAfter that"). */
export function gluedAt(text: string, runs: Runs, i: number, tries: Tries): Placed | null {
  const start = runs.start[i] as number;
  const end = runs.end[i] as number;
  if (end - start < SHORTEST_RUN || end - start > LONGEST_RUN) return null;
  const run = text.slice(start, end);
  const places = [0];
  for (const match of run.matchAll(INSIDE)) if (match.index > 0 && places.length <= MOST_PLACES) places.push(match.index);
  for (const from of places) {
    for (const size of lengthsOf(run, from)) {
      if (from + size > run.length || !tries.take()) continue;
      const found = classify(run.slice(from, from + size));
      if (found?.sure === true && !isInsideToken(text, start, end)) return { found, start: start + from, end: start + from + size };
    }
  }
  return null;
}

/** Lengths of the common kinds, longest first, by how the address begins. */
function lengthsOf(run: string, from: number): readonly number[] {
  const head = run.slice(from, from + 5).toLowerCase();
  if (head.startsWith('bc1') || head.startsWith('tb1')) return [62, 42];
  if (head.startsWith('ltc1')) return [63, 43];
  if (head.startsWith('zs1')) return [78];
  if (head.startsWith('0x')) return [42];
  switch (run[from]) {
    case '1':
    case '3':
      return [34, 33, 32];
    case '4':
    case '8':
      return [106, 95];
    case 'L':
    case 'M':
    case 'D':
    case 'A':
    case '7':
      return [34, 33];
    case 'T':
      return [34];
    case 'X':
      return [47, 34];
    case 't':
      return [35];
    case 'r':
      return [34, 33, 32];
    case 'q':
    case 'p':
      return [42];
    default:
      return [];
  }
}
