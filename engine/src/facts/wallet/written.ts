import { unitAt } from '../../fold/letters.js';
import type { Found } from './address.js';
import { classify, LONGEST, SHORTEST } from './classify.js';
import { isInsideToken, standsAlone } from './link.js';
import { isNamed } from './nearby.js';
import { classifyTon, classifyTonRaw, TON_LETTERS } from './ton.js';
import type { Runs } from './units.js';

/** An address and where it stands in the folded text: half-open, from its first unit to its last. */
export type Placed = { readonly found: Found; readonly start: number; readonly end: number };

/** Where an address that stands in one piece begins at run `i`, or null. */
export function writtenAt(text: string, runs: Runs, i: number): Placed | null {
  const start = runs.start[i] as number;
  const end = runs.end[i] as number;
  const second = unitAt(text, start + 1);
  if (start + TON_LETTERS <= text.length && (second === 81 || second === 102)) {
    const ton = tonAt(text, start);
    if (ton !== null) return ton;
  }
  const size = end - start;
  if (size < SHORTEST || size > LONGEST) return null;
  return tonRawAt(text, start, end) ?? runAt(text, start, end);
}

/** True for an address that may be told: its checksum holds, or it stands alone and words nearby say what it is. */
export function mayBeTold({ found, start, end }: Placed, text: string): boolean {
  return found.sure || (standsAlone(text, start, end) && isNamed(text, start, end, found.coin));
}

function runAt(text: string, start: number, end: number): Placed | null {
  // Hashed before its surroundings are read: a checksum that holds is rarer than a link.
  const found = classify(text.slice(start, end));
  if (found === null || isInsideToken(text, start, end)) return null;
  const prefix = found.coin === 'BCH' ? found.address.slice(0, found.address.indexOf(':') + 1) : '';
  const hasPrefix = prefix !== '' && text.slice(Math.max(0, start - prefix.length), start).toLowerCase() === prefix;
  return { found, start: hasPrefix ? start - prefix.length : start, end };
}

/** TON addresses have - and _ (or + and /) inside, which end a run. */
function tonAt(text: string, start: number): Placed | null {
  const end = start + TON_LETTERS;
  if (/[-+A-Za-z0-9]/.test(text[end] ?? ' ') || /[-+]/.test(text[start - 1] ?? ' ') || isInsideToken(text, start, end)) return null;
  const found = classifyTon(text.slice(start, end));
  return found === null ? null : { found, start, end };
}

function tonRawAt(text: string, hash: number, end: number): Placed | null {
  if (end - hash !== 64 || text[hash - 1] !== ':') return null;
  const start = text[hash - 2] === '0' ? hash - 2 : hash - 3;
  if (start < 0 || /[A-Za-z0-9:]/.test(text[start - 1] ?? ' ') || isInsideToken(text, start, end)) return null;
  const found = classifyTonRaw(text.slice(start, end));
  return found === null ? null : { found, start, end };
}
