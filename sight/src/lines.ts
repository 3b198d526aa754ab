import { type Raster, scaled, turned } from './raster.js';

/** Degrees to either side within which a page may lie askew; more is a picture that was turned on purpose. */
const MOST_ASKEW = 6;
/** Degrees below which turning costs more sharpness than it gains. */
const LEAST_ASKEW = 0.35;
/** Points of ink that are looked at. */
const POINTS = 30_000;
const INK = 128;

/** The page with its lines level: their ink falls into the fewest rows. */
export function level(raster: Raster): Raster {
  const points = inkOf(raster);
  if (points.length < 200) return raster;
  let best = 0;
  for (const [step, reach] of [
    [1, MOST_ASKEW],
    [0.25, 0.75],
    [0.1, 0.2],
  ] as const) {
    const middle = best;
    let most = -1;
    for (let angle = middle - reach; angle <= middle + reach + 1e-9; angle += step) {
      const sharp = sharpness(points, raster.height, angle);
      if (sharp > most * 1.002) {
        most = sharp;
        best = angle;
      }
    }
  }
  return Math.abs(best) < LEAST_ASKEW ? raster : turned(raster, (best * Math.PI) / 180);
}

/** Points where ink begins, going down: letters' upper edges, x and y by turns. */
function inkOf({ width, height, grey }: Raster): Int32Array {
  const step = Math.max(1, Math.ceil(width / 1_000));
  const found: number[] = [];
  for (let x = 0; x < width; x += step) {
    for (let y = 1; y < height; y++) {
      if ((grey[y * width + x] as number) < INK && (grey[(y - 1) * width + x] as number) >= INK) found.push(x - width / 2, y);
    }
  }
  const keep = Math.max(1, Math.ceil(found.length / 2 / POINTS));
  const out = new Int32Array(Math.floor(found.length / 2 / keep) * 2);
  for (let i = 0; i < out.length / 2; i++) {
    out[i * 2] = found[i * keep * 2] as number;
    out[i * 2 + 1] = found[i * keep * 2 + 1] as number;
  }
  return out;
}

function sharpness(points: Int32Array, height: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Uint32Array(height * 3);
  for (let i = 0; i < points.length; i += 2) {
    const row = Math.round((points[i + 1] as number) - (points[i] as number) * slope) + height;
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] as number) + 1;
  }
  let sum = 0;
  for (const n of rows) sum += n * n;
  return sum;
}

/** Pixels of a capital letter that the OCR reads best (tesseract-ocr documentation, "Improving the quality of the output": 20 to 40). */
const BEST = 26;
const SMALL = 20;
const TALL = 60;

/** The factor by which letters get a height that the OCR reads well, within `pixels` in all. */
export function factorFor(raster: Raster, pixels: number): number {
  const tall = heightOfLetters(raster);
  const wanted = tall === 0 ? 1 : tall < SMALL ? Math.min(3, BEST / tall) : tall > TALL ? BEST / tall : 1;
  return Math.min(wanted, Math.sqrt(pixels / (raster.width * raster.height)));
}

/** Height of capitals, by the rows of ink between white ones in several columns of the page; 0 where nothing is like a line. */
function heightOfLetters({ width, height, grey }: Raster): number {
  const heights: number[] = [];
  const strip = Math.max(40, Math.round(width / 8));
  for (let x0 = 0; x0 + strip <= width; x0 += strip) {
    let start = -1;
    for (let y = 0; y <= height; y++) {
      let ink = 0;
      if (y < height) for (let x = x0; x < x0 + strip; x++) if ((grey[y * width + x] as number) < INK) ink++;
      // A rule across the page is no letter.
      const isInk = ink >= 2 && ink < strip * 0.9;
      if (isInk && start < 0) start = y;
      if (isInk || start < 0) continue;
      if (y - start >= 5 && y - start <= 200) heights.push(y - start);
      start = -1;
    }
  }
  heights.sort((a, b) => a - b);
  // Most columns hold an ascender and a descender: a capital is some four fifths of what was measured.
  return heights.length < 3 ? 0 : (heights[Math.floor(heights.length * 0.7)] as number) * 0.8;
}

/** The page as the OCR wants it, and the factor that leads back. */
export function sized(raster: Raster, pixels: number): { readonly raster: Raster; readonly factor: number } {
  const factor = factorFor(raster, pixels);
  return Math.abs(factor - 1) < 0.15 && factor >= 1 ? { raster, factor: 1 } : { raster: scaled(raster, factor), factor };
}
