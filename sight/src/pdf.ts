import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import type { Problem, SeenText } from '@hattari/engine';
import type { Host } from './host.js';
import { FILE_BYTES, OCR_PIXELS, PAGE_LETTERS, PAGES } from './limits.js';
import type { Ocr } from './ocr.js';
import { readPage } from './page.js';
import { broken, type Found, megabytes, tooLarge } from './picture.js';

/** Points of PDF to pixels: 200 dots an inch. */
const SCALE = 200 / 72;

let library: Promise<PDFiumLibrary> | null = null;

/** Reads a PDF page by page: its text, and where it has none or shows pictures, what a drawing of the page says. `soFar` is told after each page. */
export async function readPdf(bytes: Uint8Array, name: string, ocr: Ocr, host: Host, soFar: (found: Found) => void): Promise<Found> {
  if (bytes.length > FILE_BYTES) return tooLarge(`${name}: ${megabytes(bytes.length)} > ${megabytes(FILE_BYTES)}`);
  library ??= start(host);
  let document: PDFiumDocument;
  try {
    document = await (await library).loadDocument(bytes);
  } catch (cause) {
    // Out of memory, or a fault within: the next file gets a new one.
    if (!(cause instanceof Error) || cause instanceof WebAssembly.RuntimeError) library = null;
    return /password/i.test(String(cause)) ? { texts: [], problems: [{ id: 'sight-locked', detail: name }] } : broken(name);
  }
  const problems = new Map<string, Problem>();
  const tell = (id: Problem['id'], detail: string): void => void problems.set(id, { id, detail });
  const texts: SeenText[] = [];
  const text: string[] = [];
  const found = (): Found => ({
    texts: [...(text.length > 0 ? [{ medium: 'pdf' as const, text: text.join('\n\n') }] : []), ...texts],
    problems: [...problems.values()],
  });
  const count = document.getPageCount();
  if (count === 0) return broken(name);
  if (count > PAGES) tell('sight-pages', `${name}: ${PAGES} / ${count}`);
  let letters = 0;
  try {
    for (let k = 0; k < Math.min(PAGES, count); k++) {
      const page = document.getPage(k);
      const raw = page.getText();
      const garbled = isGarbled(raw);
      const layer = raw.replaceAll('\r\n', '\n').replaceAll('\0', '');
      const written = lettersIn(layer);
      const drawn = written < PAGE_LETTERS || garbled || hasPicture(page) ? await readPage(await draw(page), 'scan', ocr, host) : null;
      // Signs that stand for nothing are no words: what is drawn is what a person sees.
      const isInstead = garbled && drawn !== null && drawn.letters > written * INSTEAD;
      if (written > 0 && !isInstead) text.push(layer);
      letters += isInstead ? 0 : written;
      if (drawn !== null) {
        const seen = isInstead || drawn.letters > written * 1.3 ? drawn.texts : drawn.texts.filter(({ medium }) => medium === 'qr');
        texts.push(...seen);
        letters += seen.length;
        if ((isInstead || written < PAGE_LETTERS) && drawn.problem === 'sight-faint') tell('sight-faint', name);
      }
      soFar(found());
    }
  } catch {
    library = null;
    tell('sight-broken', name);
    return found();
  }
  document.destroy();
  if (letters === 0) tell('sight-no-words', name);
  return found();
}

async function start(host: Host): Promise<PDFiumLibrary> {
  return await PDFiumLibrary.init({ wasmBinary: new Uint8Array(await host.wasm('pdf')).buffer });
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Letters that are read of a drawn page, of those of its text layer, from which on the drawing stands instead. */
const INSTEAD = 0.5;
/** Signs that stand for nothing, and their share of a page: one may be a bullet of some font, an address has thirty. */
const FEW_ODD = 2;
const ODD_SHARE = 0.005;
/** Latin letters of a page that say something of their vowels, and the share that is too small: codes of shapes in place of letters have some 10 %, languages 35 to 50 %. */
const LETTERS = 60;
const VOWELS = 0.2;

/** Fonts that do not say which letters they draw, or not of all: the text layer holds signs that stand for nothing, or letters without vowels. */
export function isGarbled(text: string): boolean {
  const odd = text.match(/[\ufffd\ufffe\ue000-\uf8ff\0-\x08\x0e-\x1f]/g)?.length ?? 0;
  if (odd > FEW_ODD && odd > text.length * ODD_SHARE) return true;
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  const vowels = latin.filter((letter) => /[aeiouy]/i.test(letter.normalize('NFD')[0] as string)).length;
  return latin.length >= LETTERS && vowels < latin.length * VOWELS;
}

/** Objects of a page among which a picture is looked for. */
const OBJECTS = 2_000;

function hasPicture(page: PDFiumPage): boolean {
  const count = Math.min(OBJECTS, page.getObjectCount());
  for (let i = 0; i < count; i++) if (page.getObject(i).type !== 'text' && page.getObject(i).type !== 'path') return true;
  return false;
}

async function draw(page: PDFiumPage): Promise<{ width: number; height: number; rgba: Uint8Array }> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(SCALE, Math.sqrt(OCR_PIXELS / Math.max(1, originalWidth * originalHeight)));
  const { width, height, data } = await page.render({ scale, render: 'bitmap' });
  // Blue and red may have changed places, which no letter minds.
  return { width, height, rgba: data };
}
