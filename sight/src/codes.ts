import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Host } from './host.js';
import { CODES } from './limits.js';
import { type Raster, scaled } from './raster.js';

/** Pixels in which codes are looked for: a code of a phone's photo is large in it. */
const PIXELS = 8_000_000;

let ready: Promise<void> | null = null;

/** What the QR codes of a picture hold (Aztec and Data Matrix too): rotated, inverted, several; each once. */
export async function codesIn(raster: Raster, host: Host): Promise<string[]> {
  ready ??= start(host);
  await ready;
  const { width, height, grey } = scaled(raster, Math.min(1, Math.sqrt(PIXELS / (raster.width * raster.height))));
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
  return [...new Set(found.filter(({ isValid }) => isValid).map(({ text }) => text))].filter((text) => text.trim() !== '');
}

async function start(host: Host): Promise<void> {
  // Without the bytes it would fetch them from somewhere.
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(await host.wasm('codes')).buffer }, fireImmediately: true });
}
