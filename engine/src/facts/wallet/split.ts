import { classify, couldBegin, LONGEST, SHORTEST } from './classify.js';
import { isInsideLink } from './link.js';
import { classifyTon, hasTonStart, TON_LETTERS } from './ton.js';
import type { Tries } from './tries.js';
import { BASE58, BECH32, classOf, HEX, lastBefore, type Runs } from './units.js';
import { mayBeTold, type Placed } from './written.js';

/** Units between two pieces: a line end with quote marks, brackets with stars; more is another sentence. */
export const GAP = 12;
/** First letters of all coins but Solana. */
const FIRST = /[0-9ADELMQTUXZkmnrtybBlPRqpzu]/;

/** An address whose pieces begin at run `i` and follow each other: over lines, spaced, starred, dotted, bracketed. Every end of a piece is tried. */
export function splitAt(text: string, runs: Runs, i: number, taken: Uint8Array, tries: Tries): (Placed & { readonly last: number }) | null {
  if (!FIRST.test(text[runs.start[i] as number] as string)) return null;
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
    if (mayBeTold(placed, text) && !isInsideLink(text, start)) return { ...placed, last: p };
  }
  return tonOver(text, start, runs, i, tries);
}

/** TON letters may be - and _, which are noise in every other address: read unit by unit, with and without each. */
function tonOver(text: string, start: number, runs: Runs, i: number, tries: Tries): (Placed & { readonly last: number }) | null {
  if (!/[EUk0]/.test(text[start] as string)) return null;
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
    return { found, start, end: at, last: lastBefore(runs, i, at) };
  }
  return null;
}
