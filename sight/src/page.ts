import type { Problem, SeenText } from '@hattari/engine';
import { type Reread, withAddresses } from './addresses.js';
import { codesIn } from './codes.js';
import { type Ground, groundOf, inked, isFlat } from './ground.js';
import type { Host } from './host.js';
import { latinOf } from './latin.js';
import { chatOf, textOf } from './layout.js';
import { OCR_PIXELS } from './limits.js';
import { level, sized } from './lines.js';
import type { Line, Ocr } from './ocr.js';
import { greyOf, type Pixels } from './pixels.js';
import { type Raster, whiten } from './raster.js';
import { faintest, mean, scriptOf } from './script.js';

/** What a page of pixels says: its words, its codes, and how well it could be read. */
export type PageSeen = {
  readonly texts: readonly SeenText[];
  readonly letters: number;
  readonly problem: Extract<Problem['id'], 'sight-no-words' | 'sight-faint'> | null;
};

/** Confidence, the mean of all words, below which a page may say something else. */
const FAINT = 70;
/** Letters below which nothing was read but smudges. */
const FEW = 3;

/** Reads the codes and the words of a picture or of a page that was drawn. `medium`: what its words are read out of. */
export async function readPage(pixels: Pixels, medium: 'image' | 'scan', ocr: Ocr, host: Host): Promise<PageSeen> {
  const raster = greyOf(pixels);
  const { texts: codes, boxes } = await codesIn(raster, host);
  const ground = groundOf(pixels);
  const straight = inked(raster, ground);
  // Dots of a code are no letters, and cost more than letters do.
  for (const box of boxes) whiten(straight, box);
  const page = level(straight);
  const { raster: best, factor } = sized(page, OCR_PIXELS);
  const { lines, repaired } = await readLines(best, ocr);
  const letters = lines.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  const flat = medium === 'image' && isFlat(ground) ? { flat: true as const } : {};
  const words: SeenText[] =
    letters < FEW
      ? []
      : [{ medium, ...(page === straight ? placed(lines, ground, factor) : { text: textOf(lines) }), ...flat, ...(repaired.length > 0 ? { repaired } : {}) }];
  const texts: SeenText[] = [...words, ...codes.map((text): SeenText => ({ medium: 'qr', text }))];
  if (letters < FEW) return { texts, letters, problem: codes.length > 0 ? null : 'sight-no-words' };
  return { texts, letters, problem: confidenceOf(lines) < FAINT ? 'sight-faint' : null };
}

function placed(lines: readonly Line[], ground: Ground, factor: number): Pick<SeenText, 'text' | 'bubbles'> {
  return chatOf(lines, ground, factor) ?? { text: textOf(lines) };
}

async function readLines(page: Raster, ocr: Ocr): Promise<Reread> {
  const { script, lines } = await inItsScript(page, ocr);
  if (script !== 'eng') return await withAddresses(lines, page, script, ocr);
  const language = latinOf(lines.map(({ text }) => text).join(' '));
  const own = language === 'eng' || !(await ocr.has(language)) ? lines : await ocr.read(page, language);
  return await withAddresses(own, page, 'latin', ocr);
}

/** The lines of a page in the script of most of it; where they were read badly, in the one of the worst of them if that is better. */
async function inItsScript(page: Raster, ocr: Ocr): Promise<{ readonly script: string; readonly lines: readonly Line[] }> {
  const script = await scriptOf(page, ocr);
  const lines = await ocr.read(page, script);
  if (lines.length === 0 || mean(lines) >= FAINT) return { script, lines };
  const other = await scriptOf(page, ocr, faintest(page, lines));
  const again = other === script ? [] : await ocr.read(page, other);
  return mean(again) > mean(lines) ? { script: other, lines: again } : { script, lines };
}

function confidenceOf(lines: readonly Line[]): number {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return lines.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}
