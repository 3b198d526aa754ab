import type { Box, Raster } from './raster.js';

/** Ink is what is darker than this. */
const INK = 140;
/** Share of the height of the line below which a speck is no letter. */
const SPECK = 0.12;
/** Share of the narrower one by which two pieces of ink stand above each other, and are one letter: the dot of an i. */
const ABOVE = 0.5;

/** The letters of one line as pieces of ink, from left to right. What touches is one piece. */
export function glyphsOf(line: Raster): Box[] {
  const pieces = piecesOf(line);
  const tall = heightOf(pieces);
  if (tall === 0) return [];
  const middle = median(pieces.filter((box) => box.y1 - box.y0 > tall * 0.5).map((box) => (box.y0 + box.y1) / 2));
  const glyphs: Box[] = [];
  for (const box of pieces) {
    // Of the lines above and below there are only pieces at the edge.
    if (Math.max(box.y1 - box.y0, box.x1 - box.x0) < tall * SPECK || box.y1 < middle - tall * 0.9 || box.y0 > middle + tall * 0.75) continue;
    const last = glyphs.at(-1);
    const shared = last === undefined ? 0 : Math.min(last.x1, box.x1) - Math.max(last.x0, box.x0);
    if (last !== undefined && shared > Math.min(last.x1 - last.x0, box.x1 - box.x0) * ABOVE) {
      glyphs[glyphs.length - 1] = {
        x0: Math.min(last.x0, box.x0),
        y0: Math.min(last.y0, box.y0),
        x1: Math.max(last.x1, box.x1),
        y1: Math.max(last.y1, box.y1),
      };
    } else glyphs.push(box);
  }
  return glyphs.filter((box) => box.y1 - box.y0 > tall * 0.4);
}

/** Pieces of ink that hang together, by their left edge. */
function piecesOf({ width, height, grey }: Raster): Box[] {
  const isSeen = new Uint8Array(grey.length);
  const found: Box[] = [];
  const stack: number[] = [];
  for (let seed = 0; seed < grey.length; seed++) {
    if (isSeen[seed] === 1 || (grey[seed] as number) >= INK) continue;
    let [x0, y0, x1, y1] = [width, height, 0, 0];
    isSeen[seed] = 1;
    stack.push(seed);
    while (stack.length > 0) {
      const at = stack.pop() as number;
      const x = at % width;
      const y = (at - x) / width;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x + 1);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y + 1);
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const next = at + dy * width + dx;
          if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height || isSeen[next] === 1 || (grey[next] as number) >= INK) continue;
          isSeen[next] = 1;
          stack.push(next);
        }
      }
    }
    found.push({ x0, y0, x1, y1 });
  }
  return found.sort((a, b) => a.x0 - b.x0);
}

/** The height of capitals: few pieces are as high, since small ones and dots are most. */
function heightOf(pieces: readonly Box[]): number {
  const heights = pieces.map(({ y0, y1 }) => y1 - y0).sort((a, b) => a - b);
  return heights.length < 8 ? 0 : (heights[Math.floor(heights.length * 0.75)] as number);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Letters whose capital differs in size only. */
const SIZES = 'cosuvwxz';
/** Of the height of a capital: how high a small letter is at most, and how far a letter hangs below the line at least. */
const SMALL = 0.87;
const HANGS = 0.12;
/** Letters that hang below the line, and what is read for them that does not, and back. */
const HANGING: Readonly<Record<string, string>> = { P: 'p', Y: 'y', '9': 'g' };
const STANDING: Readonly<Record<string, string>> = { p: 'P', y: 'Y' };

/** A reading with capitals and small letters as their sizes say, which the OCR does not look at; null where letters touch or their number is another. */
export function bySize(reading: string, line: Raster): string | null {
  const glyphs = glyphsOf(line);
  if (glyphs.length !== reading.length) return null;
  const { ground, capital } = measured(reading, glyphs);
  if (capital === 0) return null;
  return Array.from(reading, (letter, k) => {
    const { x0, y0, x1, y1 } = glyphs[k] as Box;
    const level = ground((x0 + x1) / 2);
    const rises = (level - y0) / capital;
    const hangs = (y1 - level) / capital > HANGS;
    if (SIZES.includes(letter.toLowerCase())) return rises < SMALL ? letter.toLowerCase() : letter.toUpperCase();
    return (hangs ? HANGING[letter] : STANDING[letter]) ?? letter;
  }).join('');
}

/** Where the letters stand, at each place of a line that may still be aslant, and how high a capital is. */
function measured(reading: string, glyphs: readonly Box[]): { readonly ground: (x: number) => number; readonly capital: number } {
  const standing = glyphs.filter((_, k) => /[0-9A-IK-PR-Zabcdefhiklmnorstuvwxz]/.test(reading[k] as string));
  const half = Math.floor(standing.length / 2);
  const [left, right] = [standing.slice(0, half), standing.slice(half)];
  const point = (of: readonly Box[]): readonly [number, number] => [median(of.map(({ x0, x1 }) => (x0 + x1) / 2)), median(of.map(({ y1 }) => y1))];
  const [ax, ay] = point(left);
  const [bx, by] = point(right);
  const slope = bx - ax < 1 ? 0 : (by - ay) / (bx - ax);
  const ground = (x: number): number => ay + (x - ax) * slope;
  const high = glyphs.flatMap(({ x0, x1, y0 }, k) => (/[0-9A-HK-NRTbdhkl]/.test(reading[k] as string) ? [ground((x0 + x1) / 2) - y0] : []));
  return { ground, capital: high.length < 5 ? 0 : median(high) };
}
