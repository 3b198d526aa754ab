import { createCanvas, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import { useFont } from './fonts.js';
import type { Page } from './model.js';
import { wrap } from './wrap.js';

/** A4 in points, and the letter on it. */
const WIDTH = 595;
const HEIGHT = 842;
const MARGIN = 56;
const BODY = 12;
const LEADING = 19;
/** Pixels a point of a page that was scanned: 150 dots an inch. */
const SCAN = 150 / 72;

/** A letter as a PDF whose words can be copied. */
export function written(page: Page): Uint8Array {
  const document = new PDFDocument({ title: page.name });
  eachSheet(page, (lines) => {
    const context = sheetOf(document);
    useFont(context, page, BODY);
    context.fillStyle = '#000000';
    // Letters set apart by nothing keep "fi" two letters: a ligature has no name in the file.
    context.letterSpacing = '0.01px';
    lines.forEach((line, k) => void context.fillText(line, MARGIN, MARGIN + (k + 1) * LEADING));
    document.endPage();
  });
  return document.close();
}

/** A letter as a PDF that holds a picture of each sheet, as scanners make them. */
export function scanned(page: Page): Uint8Array {
  const document = new PDFDocument({ title: page.name });
  eachSheet(page, (lines) => {
    const sheet = createCanvas(Math.round(WIDTH * SCAN), Math.round(HEIGHT * SCAN));
    const ink = sheet.getContext('2d');
    ink.fillStyle = '#fbfaf6';
    ink.fillRect(0, 0, sheet.width, sheet.height);
    ink.scale(SCAN, SCAN);
    useFont(ink, page, BODY);
    ink.fillStyle = '#151515';
    lines.forEach((line, k) => void ink.fillText(line, MARGIN, MARGIN + (k + 1) * LEADING));
    sheetOf(document).drawImage(sheet, 0, 0, WIDTH, HEIGHT);
    document.endPage();
  });
  return document.close();
}

/** The context of a new sheet, which the library's types name by the browser's one. */
function sheetOf(document: PDFDocument): SKRSContext2D {
  return document.beginPage(WIDTH, HEIGHT) as SKRSContext2D;
}

function eachSheet(page: Page, draw: (lines: readonly string[]) => void): void {
  const measure = createCanvas(10, 10).getContext('2d');
  useFont(measure, page, BODY);
  const lines = wrap(measure, page.text, WIDTH - 2 * MARGIN);
  const fit = Math.floor((HEIGHT - 2 * MARGIN) / LEADING);
  for (let at = 0; at < lines.length; at += fit) draw(lines.slice(at, at + fit));
}
