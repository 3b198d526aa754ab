import type { Bubble, SeenText } from '@hattari/engine';
import type { Area, Ground } from './ground.js';
import type { Line } from './ocr.js';
import type { Box } from './raster.js';

/** The words of a page in the order in which they are read, with lines that were only wrapped joined again. */
export function textOf(lines: readonly Line[]): string {
  let text = '';
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && lines[to]?.block === lines[from]?.block) to++;
    text += `${text === '' ? '' : '\n\n'}${paragraphsOf(lines.slice(from, to))}`;
    from = to;
  }
  return text;
}

/** Share of a block's width that a line may lack and still be full: the next word did not fit. */
const LACK = 0.15;

function paragraphsOf(lines: readonly Line[]): string {
  const left = Math.min(...lines.map(({ box }) => box.x0));
  const right = Math.max(...lines.map(({ box }) => box.x1));
  let text = '';
  let above: Line | null = null;
  for (const line of lines) {
    if (above !== null) text += isWrapped(above, line, left, right) ? glue(above.text, line.text) : '\n';
    // A word parted at the end of its line.
    if (text.endsWith('\u00ad')) text = text.slice(0, -1);
    text += line.text;
    above = line;
  }
  return text;
}

function isWrapped(above: Line, below: Line, left: number, right: number): boolean {
  const tall = above.box.y1 - above.box.y0;
  const width = right - left;
  const isFull = right - above.box.x1 <= Math.max(width * LACK, tall * 3) || above.box.x0 - left > width * LACK;
  return isFull && below.box.y0 - above.box.y1 < tall * 1.3 && width > tall * 6;
}

const UNSPACED = /[\u0e00-\u0e7f\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]/;

function glue(above: string, below: string): string {
  return UNSPACED.test(above.at(-1) ?? '') && UNSPACED.test(below[0] ?? '') ? '' : ' ';
}

type Placed = Bubble['side'];
type Balloon = { readonly box: Box; readonly side: Placed };

/** Share of the width from which on something is a bubble, and up to which; a bar across the screen is none. */
const NARROWEST = 0.08;
const WIDEST = 0.92;
/** Share of its box that a bubble fills: letters and round corners take the rest. */
const FULL = 0.55;
/** By how much of the width one margin is wider than the other. */
const LOPSIDED = 0.06;
/** Margins of a bubble on its own side, of the width: on the left there may be a face beside it. */
const MARGIN_LEFT = 0.24;
const MARGIN_RIGHT = 0.14;
/** How far the edges of bubbles on one side may lie apart, of the width. */
const EDGE = 0.035;

/** Bubbles of a chat, if the page is one: some on the left, some on the right, each side in a row, none beside another. */
function balloonsOf(ground: Ground): readonly Balloon[] | null {
  const { tile, across, areas } = ground;
  const page = areas.reduce((most, area) => (boxed(area) > boxed(most) ? area : most), areas[0] as Area);
  const found: Balloon[] = [];
  for (const area of areas) {
    const width = (area.x1 - area.x0) / across;
    if (area === page || width < NARROWEST || width > WIDEST || area.size < boxed(area) * FULL || area.y1 - area.y0 < 3) continue;
    const left = area.x0 / across;
    const right = 1 - area.x1 / across;
    const side = left - right > LOPSIDED && right < MARGIN_RIGHT ? 'right' : right - left > LOPSIDED && left < MARGIN_LEFT ? 'left' : null;
    if (side !== null) found.push({ side, box: { x0: area.x0 * tile, y0: area.y0 * tile, x1: area.x1 * tile, y1: area.y1 * tile } });
  }
  const edges = {
    left: found.filter(({ side }) => side === 'left').map(({ box }) => box.x0),
    right: found.filter(({ side }) => side === 'right').map(({ box }) => box.x1),
  };
  if (edges.left.length === 0 || edges.right.length === 0) return null;
  for (const side of [edges.left, edges.right]) if (Math.max(...side) - Math.min(...side) > across * tile * EDGE) return null;
  found.sort((a, b) => a.box.y0 - b.box.y0);
  for (const [k, { box }] of found.entries()) if (k > 0 && box.y0 < (found[k - 1] as Balloon).box.y1 - tile * 2) return null;
  return found;
}

function boxed({ x0, y0, x1, y1 }: Area): number {
  return (x1 - x0) * (y1 - y0);
}

/** A page of a chat with its bubbles, from above to below; null where it is none. `factor` leads from the lines' pixels to those of the ground. */
export function chatOf(lines: readonly Line[], ground: Ground, factor: number): Pick<SeenText, 'text' | 'bubbles'> | null {
  const balloons = balloonsOf(ground);
  if (balloons === null) return null;
  const within = balloons.map((): Line[] => []);
  const pieces: { readonly y: number; readonly lines: readonly Line[]; readonly side: Placed | null }[] = [];
  for (const line of lines) {
    const x = (line.box.x0 + line.box.x1) / 2 / factor;
    const y = (line.box.y0 + line.box.y1) / 2 / factor;
    const k = balloons.findIndex(({ box }) => x >= box.x0 && x < box.x1 && y >= box.y0 && y < box.y1);
    if (k < 0) pieces.push({ y, lines: [line], side: null });
    else within[k]?.push(line);
  }
  for (const [k, { box, side }] of balloons.entries()) {
    const own = (within[k] as Line[]).sort((a, b) => a.box.y0 - b.box.y0);
    if (own.length > 0) pieces.push({ y: (box.y0 + box.y1) / 2, lines: own, side });
  }
  pieces.sort((a, b) => a.y - b.y);
  let text = '';
  const bubbles: Bubble[] = [];
  for (const { lines: own, side } of pieces) {
    if (text !== '') text += '\n';
    const start = text.length;
    text += paragraphsOf(own);
    if (side !== null) bubbles.push({ start, end: text.length, side });
  }
  return new Set(bubbles.map(({ side }) => side)).size === 2 ? { text, bubbles } : null;
}
