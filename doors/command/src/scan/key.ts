/**
 * Where a file stands in the order of a scan: the number of the path that was named, and the names below it, byte by byte
 * (one unit a byte). Nothing else of a folder counts, so that the order is the same in every run.
 */
export type Key = { readonly top: number; readonly names: readonly string[] };

/** Negative if `a` comes before `b`, 0 if they are the same. */
export function compareKeys(a: Key, b: Key): number {
  if (a.top !== b.top) return a.top - b.top;
  for (let i = 0; i < a.names.length && i < b.names.length; i++) {
    const [x, y] = [a.names[i] as string, b.names[i] as string];
    if (x !== y) return x < y ? -1 : 1;
  }
  return a.names.length - b.names.length;
}
