const NONE: readonly number[] = [];

// Base58, by first letter. 25 bytes are 34 letters, fewer by chance or with zero bytes in front; Monero has 95 and 106, an X-address 47.
const BY_LETTER: Readonly<Record<string, readonly number[]>> = {
  '1': [34, 33, 32, 31, 30],
  '2': [35],
  '3': [34, 33, 32],
  '4': [106, 95],
  '5': [106, 95],
  '7': [106, 95, 34, 33],
  '8': [106, 95, 34],
  '9': [106, 95, 34],
  A: [106, 95, 34, 33],
  B: [106, 95],
  D: [34, 33],
  L: [34, 33],
  M: [34, 33],
  Q: [61, 42, 34],
  R: [61, 42],
  T: [47, 34],
  X: [47, 34],
  m: [34, 33],
  n: [34, 33],
  p: [61, 42],
  P: [61, 42],
  q: [61, 42],
  r: [61, 42, 35, 34, 33, 32],
  t: [35],
  y: [34],
  z: [61, 42],
  Z: [61, 42],
};
// By prefix: 20 and 32 bytes of segwit, Sapling, TEX, and the unified addresses of one, two and three receivers (ZIP 316).
const BY_PREFIX: readonly (readonly [string, readonly number[]])[] = [
  ['bc1', [62, 42]],
  ['tb1', [62, 42]],
  ['bcrt1', [64, 44]],
  ['ltc1', [63, 43]],
  ['tltc1', [64, 44]],
  ['rltc1', [64, 44]],
  ['zs1', [78]],
  ['ztestsapling1', [88]],
  ['u1', [213, 178, 141, 106]],
  ['utest1', [217, 182, 145, 110]],
  ['tex1', [42]],
  ['textest1', [46]],
  ['0x', [42]],
];

/** Lengths that an address can have which begins at `from`, longest first; the same beginning never fits many, so that tries stay few. */
export function lengthsAt(text: string, from: number): readonly number[] {
  const second = text[from + 1] ?? '';
  if (/[1bcslteuTBCSLEUxX]/.test(second)) {
    const head = text.slice(from, from + 13).toLowerCase();
    for (const [prefix, lengths] of BY_PREFIX) if (head.startsWith(prefix)) return lengths;
  }
  return BY_LETTER[text[from] as string] ?? NONE;
}

const REACH: Readonly<Record<string, number>> = { u: 218, U: 218, z: 89, Z: 89, b: 65, B: 107, l: 65, L: 65, t: 65, T: 65, '0': 43, Q: 62, R: 62 };

/** Letters that an address may have whose first one this is, and one more, so that its end is seen; 0 for what begins none. */
export function reachOf(first: string): number {
  return REACH[first] ?? (BY_LETTER[first] !== undefined ? Math.max(...(BY_LETTER[first] as readonly number[])) + 1 : 0);
}
