import type { Problem, SeenText } from '@hattari/engine';
import { claimedBy } from './header.js';
import { isHeif, pixelsOfHeif, sizeOfHeif } from './heif.js';
import type { Host } from './host.js';
import { FILE_BYTES, PIXELS, SMALLEST } from './limits.js';
import type { Ocr } from './ocr.js';
import { pixelsOf } from './pixels.js';
import { readPage } from './page.js';

/** What was read in one file. */
export type Found = { readonly texts: readonly SeenText[]; readonly problems: readonly Problem[] };

/** Reads a picture: its words and its codes. Total; its header is believed before anything is unpacked, and only where it is small. */
export async function readPicture(bytes: Uint8Array, name: string, ocr: Ocr, host: Host): Promise<Found> {
  if (bytes.length > FILE_BYTES) return tooLarge(`${name}: ${megabytes(bytes.length)} > ${megabytes(FILE_BYTES)}`);
  const heif = isHeif(bytes) ? host.heif : undefined;
  const claimed = heif === undefined ? claimedBy(bytes) : { ...sizeOfHeif(bytes), frames: 1, orientation: 1 };
  if (claimed === null) return { texts: [], problems: [{ id: 'sight-form', detail: name }] };
  const { width, height, frames, orientation } = claimed;
  if (width * height > PIXELS) return tooLarge(`${name}: ${width} x ${height} > ${PIXELS / 1_000_000} megapixels`);
  if (width === 0 || height === 0) return broken(name);
  // Within 12 dots of height or width nothing can be written.
  if (width < SMALLEST || height < SMALLEST) return { texts: [], problems: [] };
  const pixels = heif === undefined ? await pixelsOf(bytes, orientation, host) : await pixelsOfHeif(bytes, heif);
  if (pixels === null || pixels.width * pixels.height > PIXELS) return broken(name);
  const { texts, problem } = await readPage(pixels, 'image', ocr, host);
  const problems: Problem[] = problem === null ? [] : [{ id: problem, detail: name }];
  if (frames > 1) problems.push({ id: 'sight-pages', detail: `${name}: 1 / ${frames}` });
  return { texts, problems };
}

export function broken(name: string): Found {
  return { texts: [], problems: [{ id: 'sight-broken', detail: name }] };
}

export function tooLarge(detail: string): Found {
  return { texts: [], problems: [{ id: 'sight-too-large', detail }] };
}

export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
