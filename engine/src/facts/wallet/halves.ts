import { classify, couldBegin, LONGEST, SHORTEST } from './classify.js';
import { isInsideLink } from './link.js';
import { isNamed } from './nearby.js';
import { TON_LETTERS, classifyTon } from './ton.js';
import type { Tries } from './tries.js';
import type { Placed } from './written.js';

/** Letters of a part that stands by itself: with fewer, words like iPhone or 48h are parts too. */
const PART = /[A-Za-z0-9](?:[A-Za-z0-9_-]{4,126})[A-Za-z0-9_-]/g;
/** Parts in a row that are joined, and parts between two that belong together. */
const IN_A_ROW = 6;
const APART = 8;

type Piece = { readonly text: string; readonly start: number; readonly end: number };

/** Addresses given in parts with sentences between them ("first half ... second half ..."), in order or the other way round. */
export function joinedParts(text: string, isTaken: (start: number, end: number) => boolean, tries: Tries): Placed[] {
  const parts = partsOf(text, isTaken);
  const used = new Set<Piece>();
  const placed: Placed[] = [];
  const join = (chosen: readonly Piece[]): boolean => {
    if (chosen.some((part) => used.has(part))) return false;
    const joined = chosen.map((part) => part.text).join('');
    if (joined.length < SHORTEST || joined.length > LONGEST || !/[0-9]/.test(joined) || !tries.take()) return false;
    const found = joined.length === TON_LETTERS ? (classifyTon(joined) ?? classify(joined)) : classify(joined);
    if (found === null) return false;
    const start = Math.min(...chosen.map((part) => part.start));
    const end = Math.max(...chosen.map((part) => part.end));
    // Without a checksum there must be no other way to join them.
    if (!found.sure && (parts.length !== chosen.length || !isNamed(text, start, end, found.coin))) return false;
    for (const part of chosen) used.add(part);
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

function partsOf(text: string, isTaken: (start: number, end: number) => boolean): Piece[] {
  const parts: Piece[] = [];
  for (const match of text.matchAll(PART)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!looksLikePart(match[0]) || isTaken(start, end) || /[/@=%&#]/.test(text[start - 1] ?? ' ') || /[/@=%]/.test(text[end] ?? ' ')) continue;
    if (!isInsideLink(text, start)) parts.push({ text: match[0], start, end });
  }
  return parts;
}

function looksLikePart(text: string): boolean {
  return (/[0-9]/.test(text) && /[A-Za-z]/.test(text)) || /[a-z].*[A-Z]/.test(text) || /[A-Z]{2}.*[a-z]/.test(text);
}
