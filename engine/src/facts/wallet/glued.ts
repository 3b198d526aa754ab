import { classify } from './classify.js';
import { lengthsAt } from './lengths.js';
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
    for (const size of lengthsAt(run, from)) {
      if (!isWord(run.slice(0, from)) || !isWord(run.slice(from + size)) || from + size > run.length || !tries.take()) continue;
      const found = classify(run.slice(from, from + size));
      if (found?.sure === true && !isInsideToken(text, start, end)) return { found, start: start + from, end: start + from + size };
    }
  }
  return null;
}

/** Nothing, I, or letters alone: with digits or one letter too many it is another token, or an address with a slip. */
function isWord(text: string): boolean {
  return text === '' || text === 'I' || /^[A-Za-z]{2,}$/.test(text);
}
