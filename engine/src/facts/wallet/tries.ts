/** Checksums that joining and repairing may ask for: a fixed sum, and one for each so many units of text. */
const TRIES = 4096;
/** A text made of nothing but beginnings of addresses would else be hashed a dozen times over (1 MB of base58 rows: 15,625 more). */
const UNITS_A_TRY = 64;

/** Counts down; `take` is false when none is left. What stands first in a text is tried first, so that appended text takes nothing from it. */
export type Tries = { readonly take: () => boolean };

export function triesFor(text: string): Tries {
  let left = TRIES + Math.floor(text.length / UNITS_A_TRY);
  return { take: () => left-- > 0 };
}
