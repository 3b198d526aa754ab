import { classify, couldBegin, LONGEST, SHORTEST } from './classify.js';
import { isInsideLink } from './link.js';
import { isNamed } from './nearby.js';
import { classifyTon, TON_LETTERS } from './ton.js';
import type { Tries } from './tries.js';
import { ODD, type Runs } from './units.js';
import type { Placed } from './written.js';

/** Units of a part that stands by itself: with fewer, words like iPhone or 48h are parts too. */
const SHORTEST_PART = 6;
const LONGEST_PART = 128;
/** Units of a word from which its consonants are looked at. */
const LONG_WORD = 10;
/** Parts in a row that are joined, and parts between two that belong together. */
const IN_A_ROW = 6;
const APART = 8;

type Piece = { readonly text: string; readonly start: number; readonly end: number; readonly first: number; readonly last: number };

/** Addresses given in parts with sentences between them ("first half ... second half ..."), in order or the other way round; their runs become taken. */
export function joinedParts(text: string, runs: Runs, taken: Uint8Array, tries: Tries): Placed[] {
  const parts = partsOf(text, runs, taken);
  if (parts.length < 2) return [];
  const used = new Set<Piece>();
  const placed: Placed[] = [];
  const join = (chosen: readonly Piece[]): boolean => {
    if (chosen.some((part) => used.has(part))) return false;
    const joined = chosen.map((part) => part.text).join('');
    if (joined.length < SHORTEST || joined.length > LONGEST || !/[0-9]|[a-z][A-Z]/.test(joined) || !tries.take()) return false;
    const found = joined.length === TON_LETTERS ? (classifyTon(joined) ?? classify(joined)) : classify(joined);
    if (found === null) return false;
    const start = Math.min(...chosen.map((part) => part.start));
    const end = Math.max(...chosen.map((part) => part.end));
    // Without a checksum there must be no other way to join them.
    if (!found.sure && (parts.length !== chosen.length || !isNamed(text, start, end, found.coin))) return false;
    for (const part of chosen) {
      used.add(part);
      taken.fill(1, part.first, part.last + 1);
    }
    placed.push({ found, start, end });
    return true;
  };
  parts.forEach((first, i) => {
    if (!couldBegin(first.text)) return;
    for (let n = 2; n <= IN_A_ROW; n++) if (join(parts.slice(i, i + n))) return;
    for (let away = 1; away <= APART; away++) {
      for (const second of [parts[i + away], parts[i - away]]) if (second !== undefined && join([first, second])) return;
    }
  });
  return placed;
}

function partsOf(text: string, runs: Runs, taken: Uint8Array): Piece[] {
  const parts: Piece[] = [];
  for (let i = 0; i < runs.count; i++) {
    const start = runs.start[i] as number;
    // TON has - and _ inside.
    let last = i;
    while (last + 1 < runs.count && runs.start[last + 1] === (runs.end[last] as number) + 1 && isDash(text.charCodeAt(runs.end[last] as number))) last++;
    let end = runs.end[last] as number;
    if (isDash(text.charCodeAt(end))) end++;
    const first = i;
    i = last;
    if (end - start < SHORTEST_PART || end - start > LONGEST_PART || taken[first] === 1 || !looksLikePart(text, runs, first, last)) continue;
    if (/[/@=%&#]/.test(text[start - 1] ?? ' ') || /[/@=%]/.test(text[end] ?? ' ') || isInsideLink(text, start)) continue;
    parts.push({ text: text.slice(start, end), start, end, first, last });
  }
  return parts;
}

function isDash(c: number): boolean {
  return c === 45 || c === 95;
}

/** A run that is no word; bech32 without a digit is told from words by five consonants in a row. */
function looksLikePart(text: string, runs: Runs, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (((runs.bits[i] as number) & ODD) !== 0) return true;
  const start = runs.start[first] as number;
  return first === last && (runs.end[last] as number) - start >= LONG_WORD && /[bcdfghjklmnpqrstvwxz]{5}/.test(text.slice(start, runs.end[last]));
}
