/** One place of a row of letters that was read several times: what was read there, most often first. A letter that some did not read is ''. */
export type Column = { readonly text: string; readonly votes: number }[];

/** Readings of the same letters, one under the other: a column for each letter of the reading that is nearest to all, and one for what others read between two. */
export function columnsOf(readings: readonly string[]): Column[] {
  const middle = readings.reduce(
    (best, one) => {
      const far = readings.reduce((sum, other) => sum + distance(one, other), 0);
      return far < best.far ? { one, far } : best;
    },
    { one: '', far: Number.POSITIVE_INFINITY },
  ).one;
  // Even places are what stands between letters, odd ones are letters.
  const cells = Array.from({ length: middle.length * 2 + 1 }, () => new Map<string, number>());
  for (const reading of readings) {
    for (const [k, text] of aligned(middle, reading).entries()) {
      const cell = cells[k] as Map<string, number>;
      cell.set(text, (cell.get(text) ?? 0) + 1);
    }
  }
  return cells
    .map((cell, k) => {
      const own = k % 2 === 1 ? (middle[(k - 1) / 2] as string) : '';
      return [...cell].map(([text, votes]) => ({ text, votes: votes + (text === own ? 0.5 : 0) })).sort((a, b) => b.votes - a.votes);
    })
    .filter((column) => column.length > 1 || column[0]?.text !== '');
}

/** Most letters of one reading that are put beside another's. */
const LONGEST = 240;

function tableOf(a: string, b: string): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let j = 0; j < width; j++) table[j] = j;
  for (let i = 1; i <= a.length; i++) {
    table[i * width] = i;
    for (let j = 1; j < width; j++) {
      const same = (table[(i - 1) * width + j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      table[i * width + j] = Math.min(same, (table[(i - 1) * width + j] as number) + 1, (table[i * width + j - 1] as number) + 1);
    }
  }
  return table;
}

/** Letters that must be changed, put in or taken out (Levenshtein). */
export function distance(a: string, b: string): number {
  return tableOf(a.slice(0, LONGEST), b.slice(0, LONGEST)).at(-1) as number;
}

/** Of `b`, what stands at each letter of `a` (odd places) and between two of them (even places). */
function aligned(a: string, b: string): string[] {
  const [left, right] = [a.slice(0, LONGEST), b.slice(0, LONGEST)];
  const table = tableOf(left, right);
  const width = right.length + 1;
  const out = new Array<string>(a.length * 2 + 1).fill('');
  let [i, j] = [left.length, right.length];
  while (i > 0 || j > 0) {
    const here = table[i * width + j] as number;
    if (i > 0 && j > 0 && here === (table[(i - 1) * width + j - 1] as number) + (left[i - 1] === right[j - 1] ? 0 : 1)) {
      out[i * 2 - 1] = right[j - 1] as string;
      i--;
      j--;
    } else if (j > 0 && here === (table[i * width + j - 1] as number) + 1) {
      out[i * 2] = right[j - 1] + (out[i * 2] as string);
      j--;
    } else i--;
  }
  return out;
}
