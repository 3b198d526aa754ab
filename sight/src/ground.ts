import type { Pixels } from './pixels.js';
import type { Raster } from './raster.js';

/** Pixels across a tile at a width of 1,000: wider than a stroke of a letter, so that most of a tile is what the letter stands on. */
const TILE_OF_1000 = 8;
/** Steps of colour, of 256, up to which two neighbouring tiles are one ground: JPEG blurs by some four, bubbles differ by ten and more. */
const SAME = 7;
/** Share of all tiles from which on a ground carries words. */
const LARGE = 0.003;

/** What letters stand on, in tiles: of each the colour that most of it has, and to which ground it belongs. */
export type Ground = {
  readonly tile: number;
  readonly across: number;
  readonly down: number;
  /** Three bytes a tile. */
  readonly colour: Uint8Array;
  /** The ground of each tile, from 0; the first is the page. */
  readonly label: Int32Array;
  readonly areas: readonly Area[];
};

/** One ground: its box in tiles, half-open, how many tiles it has, and its mean colour. */
export type Area = { x0: number; y0: number; x1: number; y1: number; size: number; readonly colour: readonly [number, number, number] };

export function groundOf({ width, height, rgba }: Pixels): Ground {
  const tile = Math.max(4, Math.round((Math.min(width, height) * TILE_OF_1000) / 1000));
  const across = Math.max(1, Math.ceil(width / tile));
  const down = Math.max(1, Math.ceil(height / tile));
  const colour = new Uint8Array(across * down * 3);
  const count = new Uint16Array(512);
  for (let ty = 0; ty < down; ty++) {
    for (let tx = 0; tx < across; tx++)
      colour.set(modeOf(rgba, width, tx * tile, ty * tile, Math.min(width, (tx + 1) * tile), Math.min(height, (ty + 1) * tile), count), (ty * across + tx) * 3);
  }
  return { tile, across, down, colour, ...areasOf(colour, across, down) };
}

/** The mean of the pixels in the most frequent of 512 colours; transparent ones are white. */
function modeOf(rgba: Uint8Array, width: number, x0: number, y0: number, x1: number, y1: number, count: Uint16Array): [number, number, number] {
  count.fill(0);
  let best = 0;
  const keyAt = (k: number): number =>
    (rgba[k + 3] as number) < 128 ? 511 : ((rgba[k] as number) >> 5) * 64 + ((rgba[k + 1] as number) >> 5) * 8 + ((rgba[k + 2] as number) >> 5);
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const key = keyAt((y * width + x) * 4);
      count[key] = (count[key] as number) + 1;
      if ((count[key] as number) > (count[best] as number)) best = key;
    }
  }
  const sum = [0, 0, 0];
  let n = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const k = (y * width + x) * 4;
      if (keyAt(k) !== best) continue;
      n++;
      for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + ((rgba[k + 3] as number) < 128 ? 255 : (rgba[k + c] as number));
    }
  }
  return [(sum[0] as number) / n, (sum[1] as number) / n, (sum[2] as number) / n];
}

function areasOf(colour: Uint8Array, across: number, down: number): Pick<Ground, 'label' | 'areas'> {
  const label = new Int32Array(across * down).fill(-1);
  const found: Area[] = [];
  const stack: number[] = [];
  for (let seed = 0; seed < label.length; seed++) {
    if (label[seed] !== -1) continue;
    const id = found.length;
    const area = { x0: across, y0: down, x1: 0, y1: 0, size: 0 };
    const sum: [number, number, number] = [0, 0, 0];
    label[seed] = id;
    stack.push(seed);
    while (stack.length > 0) {
      const at = stack.pop() as number;
      const x = at % across;
      const y = (at - x) / across;
      area.size++;
      area.x0 = Math.min(area.x0, x);
      area.x1 = Math.max(area.x1, x + 1);
      area.y0 = Math.min(area.y0, y);
      area.y1 = Math.max(area.y1, y + 1);
      for (let c = 0; c < 3; c++) sum[c as 0] += colour[at * 3 + c] as number;
      for (const next of [x > 0 ? at - 1 : -1, x < across - 1 ? at + 1 : -1, y > 0 ? at - across : -1, y < down - 1 ? at + across : -1]) {
        if (next < 0 || label[next] !== -1 || differs(colour, at, next)) continue;
        label[next] = id;
        stack.push(next);
      }
    }
    found.push({ ...area, colour: [sum[0] / area.size, sum[1] / area.size, sum[2] / area.size] });
  }
  return largest(label, found, across, down);
}

function differs(colour: Uint8Array, a: number, b: number): boolean {
  for (let c = 0; c < 3; c++) if (Math.abs((colour[a * 3 + c] as number) - (colour[b * 3 + c] as number)) > SAME) return true;
  return false;
}

/** Only large grounds stay, the largest first; tiles of ink and the like (-1) are later taken for what is beside them. */
function largest(label: Int32Array, found: readonly Area[], across: number, down: number): Pick<Ground, 'label' | 'areas'> {
  const least = Math.max(6, across * down * LARGE);
  const order = found
    .map((area, id) => ({ area, id }))
    .filter(({ area }, _k, all) => area.size >= least || all.length === 1)
    .sort((a, b) => b.area.size - a.area.size);
  const place = new Map(order.map(({ id }, k) => [id, k]));
  for (let i = 0; i < label.length; i++) label[i] = place.get(label[i] as number) ?? -1;
  return { label, areas: order.map(({ area }) => area) };
}

/**
 * Black on white, whatever it was: how far each pixel is from the ground around it, stretched so that the ink is black. Dark screens,
 * coloured bubbles and the shadow on a photographed page become the same page. Where two grounds meet, both are ground.
 */
export function inked(raster: Raster, ground: Ground): Raster {
  const { width, height, grey } = raster;
  const { light, beyond } = lightOf(ground);
  const out = new Uint8Array(grey.length);
  const histogram = new Uint32Array(256);
  for (let y = 0; y < height; y++) {
    const row = Math.min(ground.down - 1, Math.floor(y / ground.tile)) * ground.across;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const tile = row + Math.floor(x / ground.tile);
      const off = Math.min(Math.abs((grey[at] as number) - (light[tile] as number)), Math.abs((grey[at] as number) - (beyond[tile] as number)));
      out[at] = off;
      histogram[off] = (histogram[off] as number) + 1;
    }
  }
  const stretch = 255 / strongest(histogram, grey.length);
  for (let i = 0; i < out.length; i++) out[i] = 255 - Math.min(255, (out[i] as number) * stretch);
  return { width, height, grey: out };
}

/** Share of a picture that must be even, and how far (of 256) a tile may be from the mean of its ground. */
const EVEN_SHARE = 0.8;
const EVEN = 14;

/** True where nearly all of it is grounds of one colour each: a page, a screen. A photo has hardly any, whatever is written across it. */
export function isFlat({ colour, label, areas }: Ground): boolean {
  let even = 0;
  for (let i = 0; i < label.length; i++) {
    const mean = areas[label[i] as number]?.colour;
    if (mean?.every((c, k) => Math.abs(c - (colour[i * 3 + k] as number)) <= EVEN) === true) even++;
  }
  return even >= label.length * EVEN_SHARE;
}

/** The distance that one pixel in three hundred keeps: that of the ink, not of a speck. */
function strongest(histogram: Uint32Array, all: number): number {
  let left = all / 300;
  let at = 255;
  while (at > 60 && left > (histogram[at] as number)) left -= histogram[at--] as number;
  return at;
}

type Light = { readonly light: Uint8Array; readonly beyond: Uint8Array };

/** The brightness of each tile's ground, a tile of ink having that of the nearest tile beside it; and of the ground beyond its edge, its own where none is. */
function lightOf({ across, down, colour, label: known }: Ground): Light {
  const light = new Uint8Array(across * down);
  const label = known.slice();
  const queue = new Int32Array(across * down);
  let end = 0;
  for (let i = 0; i < light.length; i++) {
    if (label[i] === -1) continue;
    light[i] = 0.299 * (colour[i * 3] as number) + 0.587 * (colour[i * 3 + 1] as number) + 0.114 * (colour[i * 3 + 2] as number);
    queue[end++] = i;
  }
  if (end === 0) return { light: light.fill(255), beyond: light };
  const beside = (at: number): readonly number[] => {
    const x = at % across;
    return [x > 0 ? at - 1 : -1, x < across - 1 ? at + 1 : -1, at - across, at + across < light.length ? at + across : -1];
  };
  for (let k = 0; k < end; k++) {
    const at = queue[k] as number;
    for (const next of beside(at)) {
      if (next < 0 || label[next] !== -1) continue;
      label[next] = label[at] as number;
      light[next] = light[at] as number;
      queue[end++] = next;
    }
  }
  const beyond = light.slice();
  for (let at = 0; at < light.length; at++) for (const next of beside(at)) if (next >= 0 && label[next] !== label[at]) beyond[at] = light[next] as number;
  return { light, beyond };
}
