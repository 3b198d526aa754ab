import { latin1 } from '../../ascii.js';
import { classOf } from './units.js';

/** Units between two pieces: a line end with quote marks, brackets with stars; more is another sentence. */
export const GAP = 12;

/** The address units of a text with all between them left out; a line feed stands where the gap was too wide. `at[k]` is where letter k stood. */
export type Joined = { readonly letters: string; readonly at: Uint32Array };

/** A first piece of an address in a text (half-open), and how many letters it may have from there. */
export type Beginning = { readonly start: number; readonly end: number; readonly reach: number };

/**
 * Letters and digits, and what `extra` adds, from each beginning (in order) as far as it reaches; what `taken` covers is a gap too wide.
 * Linear, and made once a text: no beginning is walked from again.
 */
export function joinUnits(
  text: string,
  extra: string,
  begins: readonly Beginning[],
  taken: readonly { readonly start: number; readonly end: number }[],
): Joined {
  let letters = new Uint8Array(1024);
  let at = new Uint32Array(1024);
  let n = 0;
  let gap = 0;
  let left = 0;
  let begin = 0;
  let cover = 0;
  for (let i = 0; i < text.length; i++) {
    const next = begins[begin];
    if (next !== undefined && i >= next.start) {
      left = Math.max(left, next.reach);
      begin++;
    }
    if (left === 0) {
      if (next === undefined) break;
      // Nothing reaches here: on to the next beginning.
      gap = GAP + 1;
      i = next.start - 1;
      continue;
    }
    const covered = taken[cover];
    if (covered !== undefined && i >= covered.start) {
      cover++;
      if (i >= covered.end) {
        i--;
        continue;
      }
      gap = GAP + 1;
      i = covered.end - 1;
      continue;
    }
    const c = text.charCodeAt(i);
    if (classOf(c) === 0 && !(c < 128 && extra.includes(text[i] as string))) {
      gap++;
      continue;
    }
    if (n + 2 > letters.length) {
      const more = new Uint8Array(2 * letters.length);
      more.set(letters);
      letters = more;
      const moreAt = new Uint32Array(2 * at.length);
      moreAt.set(at);
      at = moreAt;
    }
    if (gap > GAP && n > 0) {
      letters[n] = 10;
      at[n++] = i;
    }
    gap = 0;
    left--;
    letters[n] = c;
    at[n++] = i;
  }
  return { letters: latin1(letters, 0, n), at: at.subarray(0, n) };
}

/** True when a piece begins at letter `k` of the joined text: it did not follow directly on the one before. */
export function beginsPiece({ letters, at }: Joined, k: number): boolean {
  return k === 0 || letters.charCodeAt(k - 1) === 10 || (at[k] as number) - (at[k - 1] as number) > 1;
}
