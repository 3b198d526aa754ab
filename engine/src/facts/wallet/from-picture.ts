import type { Found } from './address.js';
import type { Put } from './bech32-slips.js';
import { isInsideLink } from './link.js';
import { readings, SIGNS } from './misread.js';
import { type Kind, kindsAt } from './reading-kinds.js';
import { mayBeTold, type Placed } from './written.js';

/** Readings of one row of letters: all of three changed letters of an address in base58 or bech32, which is what a poor photo does to one. */
const READINGS_OF_ROW = 40_960;
/** The same of a row with two changed letters, and of one with a letter lost or won: what most slips are, so that they come first. */
const READINGS_OF_FEW = 6_144;
/** Letters that are missing in what was read, whether its end is cut off, and the readings of each: the likeliest way first. */
const WAYS = [
  [0, false, READINGS_OF_FEW],
  [0, true, READINGS_OF_FEW / 3],
  [-1, false, READINGS_OF_FEW],
  [1, false, READINGS_OF_FEW],
  [-2, false, READINGS_OF_FEW],
  [0, false, READINGS_OF_ROW],
] as const;
/** Readings from one beginning: it may be of more than one kind, end at more than one place, and have lost a letter or won one. */
const READINGS_OF_ONE = 3 * READINGS_OF_ROW;
/** Readings of one message: two addresses that cannot be read, some three seconds; a picture full of them is no letter. */
export const READINGS_OF_MESSAGE = 4 * READINGS_OF_ROW;
/** How many readings a message took so far. */
export type Spent = { readings: number };
/** A reading is sure if one chance in so many (as a power of two) lets a wrong one pass, all readings that were asked for counted. */
const SURE_BITS = 10;
/** Units between two pieces of one address: a line's end with what borders a bubble. More is another word. */
const GAP = 4;
const IN_A_GAP = /^[\s.,'`·:;~_-]*$/;
const LONGEST = 222;
/** Share of the letters that must stand in pieces that are no words. */
const ODD_SHARE = 0.6;
/** Units of a first piece: a shorter one is not told from a word or a number of the letter. */
const FIRST_PIECE = 3;

const PIECE = new RegExp(`[A-Za-z0-9${SIGNS.replace(/[[\]$|?]/g, '\\$&')}]+`, 'g');

/** Letters that are read of another script behind an address. */
const GLUED = 2;
const BORDER = /[^A-Za-z0-9]+$/;

type Piece = { readonly text: string; readonly start: number; readonly end: number; readonly isOdd: boolean };

/**
 * Addresses in a text read from a picture whose letters were read wrongly, by their checksums: a bounded number of readings each,
 * those nearest to what was read first. Sure only where one reading alone passes, and chance would not pass another. What stands
 * in `known` was found already. Linear in the text but for the readings, whose number is fixed.
 */
export function misreadIn(text: string, known: readonly Placed[], spent: Spent): Placed[] {
  const pieces = piecesOf(text, known);
  const placed: Placed[] = [];
  for (let i = 0; i < pieces.length && spent.readings < READINGS_OF_MESSAGE; i++) {
    const first = pieces[i] as Piece;
    if (first.text.length < FIRST_PIECE) continue;
    const kinds = kindsAt(first.text);
    if (kinds.length === 0) continue;
    const ends = endsOf(text, pieces, i);
    if (ends.length === 0 || isInsideLink(text, first.start) || /[/@]/.test(text[first.start - 1] ?? ' ')) continue;
    const budget = { left: Math.min(READINGS_OF_MESSAGE - spent.readings, READINGS_OF_ONE) };
    const before = budget.left;
    const one = nearest(kinds, ends, budget);
    spent.readings += before - budget.left;
    if (one === null) continue;
    const end = (pieces[one.last] as Piece).end;
    const address = { found: one.found, start: first.start, end };
    if (!mayBeTold(address, text)) continue;
    placed.push(address);
    i = one.last;
  }
  return placed;
}

/** Joined text from a first piece to each that may be the last one. `cut`: without the letters at its end, which may be of other words. */
type End = { readonly joined: string; readonly last: number; readonly cut: boolean };

/** The reading that passes with the fewest letters changed, of the lengths that an address has, then of those one off. */
function nearest(kinds: readonly Kind[], ends: readonly End[], budget: { left: number }): { readonly found: Found; readonly last: number } | null {
  for (const [missing, wantsCut, row] of WAYS) {
    for (const { joined, last, cut } of ends) {
      if (cut !== wantsCut) continue;
      for (const kind of kinds) {
        const size = joined.length - kind.skip + missing;
        if (!kind.sizes.includes(size)) continue;
        const seen = joined.slice(kind.skip);
        const found = kind.solve !== undefined ? solved(kind.solve(seen, missing)) : missing === -2 ? null : readingOf(seen, kind, missing, row, budget);
        if (found !== null) return { found, last };
      }
    }
  }
  return null;
}

function solved(put: Put | null): Found | null {
  return put === null ? null : { ...put.found, sure: put.found.sure && put.bits - put.among >= SURE_BITS };
}

function readingOf(seen: string, kind: Kind, missing: -1 | 0 | 1, row: number, budget: { left: number }): Found | null {
  let passed: { readonly found: Found; readonly bits: number } | null = null;
  let level = 0;
  let asked = 0;
  let others = 0;
  const most = Math.min(budget.left, row);
  readings(seen, kind.alphabet, missing, (reading, changed) => {
    // All with as few changes are asked, so that "one alone" is true.
    if ((passed !== null && changed > level) || asked === most) return false;
    asked++;
    const one = kind.decide(reading, missing === 0 ? seen : reading);
    if (one === null) return true;
    if (passed === null) {
      passed = one;
      level = changed;
    } else if (one.found.address !== (passed as { found: Found }).found.address) others++;
    return true;
  });
  budget.left -= asked;
  if (passed === null) return null;
  const { found, bits } = passed as { found: Found; bits: number };
  return { ...found, sure: found.sure && others === 0 && bits - Math.log2(asked) >= SURE_BITS };
}

function piecesOf(text: string, known: readonly Placed[]): Piece[] {
  const pieces: Piece[] = [];
  let k = 0;
  for (const match of text.matchAll(PIECE)) {
    const start = match.index;
    const end = start + match[0].length;
    while (k < known.length && (known[k] as Placed).end <= start) k++;
    const cover = known[k];
    if (cover !== undefined && cover.start < end) continue;
    pieces.push({ text: match[0], start, end, isOdd: /[0-9$§£€|]/.test(match[0]) ? /[A-Za-z]/.test(match[0]) : /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(match[0]) });
  }
  return pieces;
}

function endsOf(text: string, pieces: readonly Piece[], from: number): End[] {
  const ends: End[] = [];
  let joined = '';
  let odd = 0;
  for (let p = from; p < pieces.length; p++) {
    const piece = pieces[p] as Piece;
    if (p > from) {
      const gap = text.slice((pieces[p - 1] as Piece).end, piece.start);
      if (gap.length > GAP || !IN_A_GAP.test(gap)) break;
    }
    joined += piece.text;
    if (joined.length > LONGEST) break;
    if (piece.isOdd) odd += piece.text.length;
    if (joined.length < 32 || odd < joined.length * ODD_SHARE) continue;
    ends.push({ joined, last: p, cut: false });
    // The border of a bubble or a table is a letter too many.
    const bare = joined.replace(BORDER, '');
    if (bare !== joined) ends.push({ joined: bare, last: p, cut: false });
    // What stands behind it without a space, in another script, is read as a letter or two.
    for (let glued = 1; glued <= GLUED && piece.text.length > FIRST_PIECE + glued; glued++) ends.push({ joined: joined.slice(0, -glued), last: p, cut: true });
  }
  return ends;
}
