import { describe, expect, test } from 'vitest';
import { READINGS, withAddresses } from './addresses.js';
import type { Line, Ocr } from './ocr.js';

// Made from digests: nobody is paid here.
const BTC = '1CwGUkHAAtxEt5DR5EJY9HQgtjHYBgYmcg';
const PAGE = { width: 1_000, height: 4_000, grey: new Uint8Array(4_000_000).fill(255) };

/** Lines of a page, one below the other, each letter 20 dots wide. */
function linesOf(texts: readonly string[]): Line[] {
  return texts.map((text, k) => {
    const [y0, y1] = [20 + k * 60, 50 + k * 60];
    let x = 20;
    const words = text.split(' ').map((word) => {
      const box = { x0: x, y0, x1: x + word.length * 20, y1 };
      x = box.x1 + 20;
      return { text: word, confidence: 90, box };
    });
    return { text, confidence: 90, block: 0, words, box: { x0: 20, y0, x1: x - 20, y1 } };
  });
}

/** Reads what it is told to, whatever it is shown; the same readings again for each piece that is as wide. */
function ocrOf(read: (language: string, width: number) => string): { readonly ocr: Ocr; readonly count: () => number } {
  let count = 0;
  const ocr = {
    read: async (raster: { readonly width: number }, language: string): Promise<Line[]> => {
      count++;
      const text = read(language, raster.width);
      return text === '' ? [] : linesOf([text]);
    },
  };
  return { ocr: ocr as unknown as Ocr, count: () => count };
}

describe('an address of a page is read again', () => {
  test('one reading that is right stands, and nothing was put together', async () => {
    const { ocr, count } = ocrOf(() => BTC);
    const { lines, repaired } = await withAddresses(linesOf(['Pay now', BTC.replace('w', 'W')]), PAGE, 'latin', ocr);
    expect([lines.map(({ text }) => text), repaired, count()]).toEqual([['Pay now', BTC], [], 1]);
  });

  test('readings that slip at other letters are put together, and that is told', async () => {
    const slips: Readonly<Record<string, string>> = { fra: BTC.replace('w', 'W'), deu: BTC.replace('5D', 'SD'), eng: BTC.replace('Yg', 'Y9') };
    const { ocr } = ocrOf((language) => slips[language] ?? '');
    const { lines, repaired } = await withAddresses(linesOf([`to ${BTC.replace('w', 'W')} today please`]), PAGE, 'latin', ocr);
    expect([lines[0]?.text, repaired]).toEqual([`to ${BTC} today please`, [{ address: BTC, sure: true }]]);
  });

  test('one that goes on in the next line is read whole, each piece where it stands', async () => {
    const [first, second] = [BTC.slice(0, 24), BTC.slice(24)];
    const { ocr } = ocrOf((_language, width) => (width > 400 ? first : second));
    const { lines } = await withAddresses(linesOf([first.replace('w', 'W'), `${second.replace('m', 'n')} within two days`]), PAGE, 'latin', ocr);
    expect(lines.map(({ text }) => text)).toEqual([first, `${second} within two days`]);
  });

  test.each([
    ['nothing is read there', ''],
    ['words are', 'Kontakteundbilderallevon'],
  ])('where %s all stays as it was', async (_what, read) => {
    const { ocr } = ocrOf(() => read);
    const { lines } = await withAddresses(linesOf(['a line', BTC]), PAGE, 'latin', ocr);
    expect(lines.map(({ text }) => text)).toEqual(['a line', BTC]);
  });

  test('a page full of what cannot be read: a bounded number of readings, and no line is lost', async () => {
    const rows = Array.from({ length: 60 }, (_, k) => `1x${k}HAAtxEt5DR5EJY9HQgtjHYBgYmcg`);
    const { ocr, count } = ocrOf((language) => `1HAAtxEt5DR5EJY9HQgtjHYBg${language}7Kx`);
    const { lines } = await withAddresses(linesOf(rows), PAGE, 'latin', ocr);
    expect(lines.length).toBe(60);
    expect(count()).toBeLessThanOrEqual(READINGS + 4);
  });
});
