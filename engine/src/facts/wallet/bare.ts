import { classifySolana } from './base58.js';
import { GAP } from './joined.js';
import { isInsideLink, isInsideToken } from './link.js';
import { BASE58, type Runs } from './units.js';
import { mayBeTold, type Placed } from './written.js';

/** Letters of 32 random bytes in base58; shorter ones need zero bytes in front, and so many letters are ids of other things. */
const SHORTEST_KEY = 42;
const LONGEST_KEY = 44;
const BACKWARDS = /backward|revers|ruckwarts|a l'envers|al reves|al contrario|de tras|逆|反対|наоборот|задом/i;

/** A Solana account at run `i`, in one piece or in even pieces. It has no checksum: words nearby must say that it is one. */
export function solanaAt(text: string, runs: Runs, i: number, taken: Uint8Array): (Placed & { readonly last: number }) | null {
  const start = runs.start[i] as number;
  let joined = '';
  for (let p = i; p < runs.count && taken[p] === 0 && ((runs.bits[p] as number) & BASE58) !== 0; p++) {
    const end = runs.end[p] as number;
    if (p > i && (runs.start[p] as number) - (runs.end[p - 1] as number) > GAP) return null;
    if (joined.length + end - (runs.start[p] as number) > LONGEST_KEY) return null;
    joined += text.slice(runs.start[p], end);
    if (joined.length < SHORTEST_KEY || (p > i && !isEven(text, runs, i, p))) continue;
    if (p === i ? isInsideToken(text, start, end) : isInsideLink(text, start)) return null;
    const found = classifySolana(joined);
    if (found === null) continue;
    const placed = { found, start, end };
    // Read backwards it would pass as well: then nothing here can tell which of the two is meant.
    return mayBeTold(placed, text) && !BACKWARDS.test(text.slice(end, end + 80)) ? { ...placed, last: p } : null;
  }
  return null;
}

/** Only a pattern can say where such a key ends: pieces of one length (two halves may differ by one), parted alike, nothing alike around them. */
function isEven(text: string, runs: Runs, i: number, last: number): boolean {
  const size = (p: number): number => (runs.end[p] as number) - (runs.start[p] as number);
  const gap = (p: number): string => text.slice(runs.end[p], runs.start[p + 1]);
  for (let p = i; p < last; p++) if (gap(p) !== gap(i) || size(p) !== size(i)) return false;
  if (size(last) > size(i) + (last === i + 1 ? 1 : 0)) return false;
  const isAlike = (p: number, border: number): boolean => p >= 0 && p < runs.count && size(p) === size(i) && gap(border) === gap(i);
  return !isAlike(i - 1, i - 1) && (size(last) < size(i) || !isAlike(last + 1, last));
}
