import { LONGEST, SHORTEST } from './classify.js';
import { undisguise } from './disguise.js';
import { GAP } from './joined.js';
import { isInsideLink } from './link.js';
import { TON_LETTERS } from './ton.js';
import type { Tries } from './tries.js';
import { LONE, lastBefore, ODD, type Runs } from './units.js';
import type { Placed } from './written.js';

/** Units of a disguised address: base64 of the longest, or noise beside every letter of a common one. */
const LONGEST_DISGUISE = Math.ceil(LONGEST / 3) * 4;
/** Units of a line of decoded text that goes on in the next one. */
const LINE = 24;
/** Words in quotes that may be what is to be taken out. */
const MOST_NOISE = 8;
const QUOTED = /["'“”«»„「『(]([A-Za-z0-9]{1,12})["'“”«»」』)]/g;
const REMOVED =
  /\b(?:remove|delete|erase|drop|omit|ignore|without|ohne|entferne|sans|supprimez|sin|quita|elimina|senza|togli|sem|retire)\s{1,4}(?:\w{1,16}\s{1,4}){0,3}?([A-Za-z0-9]{1,12})\b/gi;

/** What the message itself says is to be taken out: "remove the word SPAM". Language adds nothing but order, since the checksum decides. */
export function noiseIn(text: string): string[] {
  const noise = new Set<string>();
  for (const pattern of [QUOTED, REMOVED]) {
    for (const match of text.matchAll(pattern)) {
      if (noise.size >= MOST_NOISE) break;
      noise.add(match[1] as string);
    }
  }
  return [...noise];
}

/** A disguised address that begins at run `i`: in this run, on this line, or on this line and the next ones. */
export function repairedAt(
  text: string,
  runs: Runs,
  i: number,
  taken: Uint8Array,
  noise: () => readonly string[],
  tries: Tries,
): (Placed & { readonly last: number }) | null {
  const start = runs.start[i] as number;
  if (((runs.bits[i] as number) & (ODD | LONE)) === 0 && (runs.end[i] as number) - start < LINE) return null;
  const token = tokenAt(text, start, runs.end[i] as number);
  if (token !== null) {
    const found = undisguise(token, noise(), tries);
    if (found !== null) return { found, start, end: start + token.length, last: lastBefore(runs, i, start + token.length) };
  }
  const isBlockStart = i === 0 || !follows(text, runs, i, taken);
  if (!isBlockStart && (runs.end[i] as number) - start < SHORTEST) return null;
  let joined = '';
  for (let p = i; p < runs.count && (p === i || (isBlockStart && follows(text, runs, p, taken))); p++) {
    const end = runs.end[p] as number;
    if (joined.length + end - (runs.start[p] as number) > LONGEST_DISGUISE) return null;
    joined += text.slice(runs.start[p], end);
    const isLast = p + 1 >= runs.count || !follows(text, runs, p + 1, taken);
    const endsLine = isLast || text.slice(end, runs.start[p + 1]).includes('\n');
    if (joined.length < SHORTEST || !(p === i || (isBlockStart && endsLine))) continue;
    if (/[/@%&]/.test(text[start - 1] ?? ' ') || isInsideLink(text, start)) return null;
    const found = undisguise(joined, noise(), tries);
    if (found !== null) return { found, start, end, last: p };
  }
  return null;
}

/** TON addresses have - and _ inside: the whole token that begins here, if it has them and is long enough. */
function tokenAt(text: string, start: number, end: number): string | null {
  const dash = text.charCodeAt(end);
  if ((dash !== 45 && dash !== 95) || /[-_/@%&=.]/.test(text[start - 1] ?? ' ')) return null;
  const token = /^[A-Za-z0-9_-]+/.exec(text.slice(start, start + LONGEST_DISGUISE))?.[0] ?? '';
  return token.length >= TON_LETTERS && !isInsideLink(text, start) ? token : null;
}

/** Whether run `p` continues the pieces before it: both look like pieces, and little stands between them. */
function follows(text: string, runs: Runs, p: number, taken: Uint8Array): boolean {
  const from = runs.end[p - 1] as number;
  const to = runs.start[p] as number;
  if (to - from > GAP || taken[p] === 1 || taken[p - 1] === 1) return false;
  const arePieces = ((runs.bits[p] as number) & (ODD | LONE)) !== 0 && ((runs.bits[p - 1] as number) & (ODD | LONE)) !== 0;
  const isLine = from - (runs.start[p - 1] as number) >= LINE;
  if (!arePieces && !isLine) return false;
  const gap = text.slice(from, to);
  // The last line of base64 may be a few letters that look like a word.
  return (arePieces && !/[/:@]/.test(gap)) || (isLine && /^=?\s*\n[\s>]*$/.test(gap));
}
