import { classify } from './classify.js';
import { type Beginning, beginsPiece, type Joined, joinUnits } from './joined.js';
import { lengthsAt, reachOf } from './lengths.js';
import { isInsideLink } from './link.js';
import { classifyTon, TON_LETTERS } from './ton.js';
import type { Tries } from './tries.js';
import type { Runs } from './units.js';
import { mayBeTold, type Placed } from './written.js';

/**
 * Addresses whose pieces follow each other: over lines, spaced, starred, dotted, bracketed. Wherever a piece begins and the length
 * of some coin ends at the end of a piece, the checksum is asked. `starts` marks the runs at which pieces may begin.
 */
export function joinedPieces(text: string, runs: Runs, starts: Uint8Array, written: readonly Placed[], tries: Tries): Placed[] {
  const placed: Placed[] = [];
  const begins: Beginning[] = [];
  for (let i = 0; i < runs.count; i++) {
    const start = runs.start[i] as number;
    const reach = starts[i] === 1 ? reachOf(text[start] as string) : 0;
    if (reach === 0) continue;
    begins.push({ start, end: runs.end[i] as number, reach });
  }
  const joined = joinUnits(text, '', begins, written);
  let next = 0;
  for (let k = 0; k < joined.letters.length; k++) {
    if (joined.letters.charCodeAt(k) === 10) continue;
    while (next < begins.length && (begins[next] as Beginning).start < (joined.at[k] as number)) next++;
    const begin = begins[next];
    if (begin === undefined || begin.start !== joined.at[k]) continue;
    const found = splitAt(text, joined, k, begin.end, tries);
    if (found === null) continue;
    placed.push(found);
    while (k + 1 < joined.letters.length && (joined.at[k + 1] as number) < found.end) k++;
  }
  for (const ton of tonPieces(text, written, tries)) if (!placed.some((p) => p.start < ton.end && ton.start < p.end)) placed.push(ton);
  return placed;
}

function splitAt(text: string, joined: Joined, k: number, firstEnd: number, tries: Tries): Placed | null {
  const start = joined.at[k] as number;
  for (const size of lengthsAt(joined.letters, k)) {
    // One piece alone is not split, and an address does not end inside a piece.
    if (k + size > joined.letters.length || (k + size < joined.letters.length && !beginsPiece(joined, k + size))) continue;
    const end = (joined.at[k + size - 1] as number) + 1;
    if (end <= firstEnd) continue;
    const letters = joined.letters.slice(k, k + size);
    if (letters.includes('\n') || !/[0-9]|[a-z][A-Z]/.test(letters) || !tries.take()) continue;
    const found = classify(letters);
    if (found === null) continue;
    const placed = { found, start, end };
    if (!found.sure && isDump(text, firstEnd, end)) continue;
    if (mayBeTold(placed, text) && !isInsideLink(text, start)) return placed;
  }
  return null;
}

/** Hex that goes on after 40 digits, or has an offset and a colon before it, is a dump of memory and no address of Ethereum. */
function isDump(text: string, firstEnd: number, end: number): boolean {
  return text[firstEnd] === ':' || /^[^A-Za-z0-9]{1,12}[0-9a-f]{2,}(?![A-Za-z0-9])/i.test(text.slice(end, end + 60));
}

/** A piece that begins as a TON address does; if its first two letters are parted, so is the third. */
const TON_START = /(?<![A-Za-z0-9])[EUk0](?:[Qf]|[^A-Za-z0-9]{1,12}[Qf](?![A-Za-z0-9]))/g;

/** TON addresses looked for in one text: each is compared with the ones before it. */
const MOST_TON = 500;

/** TON letters may be - and _, which are noise in every other address: read with and without each. */
function tonPieces(text: string, written: readonly Placed[], tries: Tries): Placed[] {
  const placed: Placed[] = [];
  const begins = Array.from(text.matchAll(TON_START), (match) => ({ start: match.index, end: match.index + match[0].length, reach: TON_LETTERS + 1 }));
  if (begins.length === 0) return placed;
  for (const extra of ['-_', '_', '-', '']) {
    const joined = joinUnits(text, extra, begins, written);
    for (const match of joined.letters.matchAll(/[EUk0][Qf]/g)) {
      const k = match.index;
      const end = k + TON_LETTERS;
      if (!beginsPiece(joined, k) || end > joined.letters.length || (end < joined.letters.length && !beginsPiece(joined, end))) continue;
      if (placed.length === MOST_TON || !tries.take()) return placed;
      const found = classifyTon(joined.letters.slice(k, end));
      const [from, to] = [joined.at[k] as number, (joined.at[end - 1] as number) + 1];
      if (found !== null && !placed.some((p) => p.start < to && from < p.end)) placed.push({ found, start: from, end: to });
    }
  }
  return placed;
}
