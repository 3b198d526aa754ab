import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Host } from './host.js';
import { CODES } from './limits.js';
import { type Box, type Raster, scaled } from './raster.js';

/** Pixels in which codes are looked for: a code of a phone's photo is large in it. */
const PIXELS = 8_000_000;

let ready: Promise<void> | null = null;

/** What the codes of a picture hold, each once, and where they stand. */
export type Codes = { readonly texts: readonly string[]; readonly boxes: readonly Box[] };

/** The QR codes of a picture (Aztec and Data Matrix too): rotated, inverted, several. */
export async function codesIn(raster: Raster, host: Host): Promise<Codes> {
  ready ??= start(host);
  await ready;
  const factor = Math.min(1, Math.sqrt(PIXELS / (raster.width * raster.height)));
  const { width, height, grey } = scaled(raster, factor);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < grey.length; i++) data.fill(grey[i] as number, i * 4, i * 4 + 3).fill(255, i * 4 + 3, i * 4 + 4);
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, {
    formats: ['QRCode', 'MicroQRCode', 'Aztec', 'DataMatrix'],
    tryHarder: true,
    tryInvert: true,
    tryRotate: true,
    tryDownscale: true,
    maxNumberOfSymbols: CODES,
  });
  const valid = found.filter(({ isValid, text }) => isValid && text.trim() !== '');
  const boxes = valid.map(({ position: { topLeft, topRight, bottomLeft, bottomRight } }) => {
    const x = [topLeft, topRight, bottomLeft, bottomRight].map((point) => point.x / factor);
    const y = [topLeft, topRight, bottomLeft, bottomRight].map((point) => point.y / factor);
    return { x0: Math.min(...x), y0: Math.min(...y), x1: Math.max(...x), y1: Math.max(...y) };
  });
  return { texts: [...new Set(valid.map(({ text }) => text))], boxes };
}

async function start(host: Host): Promise<void> {
  // Without the bytes it would fetch them from somewhere.
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(await host.wasm('codes')).buffer }, fireImmediately: true });
}
