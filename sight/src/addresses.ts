import { type Line, type Ocr, type Word, withoutSmudges } from './ocr.js';
import { type Box, crop, type Raster } from './raster.js';

/** Letters in a row, of digits and letters mixed, that are an address or a link and no word. */
const ADDRESS = /[A-Za-z0-9]{14,}/;
const MIXED = /\d.*[A-Za-z]|[A-Za-z].*\d/;
/** Width of a stretch that may hold an address, in heights of its line: eighteen letters and more. */
const WIDE = 9;
/** Widths of a character, in heights of its line, from which on a word is too wide for its letters: whatever it is, it was not read. */
const STRETCHED = 1.6;

/** Confidence of a line, 0 to 100, below which none of its words were read. */
const UNREAD = 50;
/** That of one whose address was read again. */
const READ = 80;

/** What stands in an address: in any, in bech32 with its prefix, and in hexadecimal. No O, I, l where none can be. */
const ALL = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BECH32 = /^[bB8][cC][1lI]/;
const BECH32_LETTERS = '023456789acdefghjklmnpqrstuvwxyzb1';
const HEXADECIMAL = /^[0O]x/;
const HEX_LETTERS = '0123456789abcdefABCDEFx';

/** Lines whose addresses are read again with data for Latin letters and nothing else: those of other scripts make words of them, or smudges. */
export async function withAddresses(lines: readonly Line[], page: Raster, script: string, ocr: Ocr): Promise<Line[]> {
  const out: Line[] = [];
  for (const line of lines) {
    const text: string[] = [];
    let isRead = false;
    for (const stretch of stretchesOf(line, script)) {
      const again = stretch.mayBeAddress ? await readAgain(boxOf(stretch.words), line, page, ocr) : null;
      const own = stretch.words.map((word) => word.text).join('');
      isRead ||= again !== null;
      if (again !== null && stretch.isAddress) {
        text.push(fittest([own.replace(/[.,;:]$/, ''), again]));
        continue;
      }
      text.push(again ?? (stretch.isAddress ? stretch.words.map((word) => word.text).join(' ') : withoutSmudges(stretch.words, line.box.y1 - line.box.y0)));
    }
    // What the OCR thinks of an address says nothing of the page.
    const confidence = isRead ? Math.max(line.confidence, READ) : line.confidence;
    out.push({ ...line, confidence, text: text.filter((piece) => piece !== '').join(' ') });
  }
  return out.filter((line) => line.text !== '');
}

/** `isAddress`: by its letters; `mayBeAddress`: by its width, whatever its letters are. */
type Stretch = { readonly words: readonly Word[]; readonly isAddress: boolean; readonly mayBeAddress: boolean };

/** The words of a line, those beside each other that may be of an address as one stretch. */
function stretchesOf(line: Line, script: string): Stretch[] {
  const tall = line.box.y1 - line.box.y0;
  const stretches: { words: Word[]; odd: boolean }[] = [];
  for (const word of line.words) {
    const odd = line.confidence < UNREAD || isOdd(word, tall, script);
    const last = stretches.at(-1);
    if (last !== undefined && last.odd === odd) last.words.push(word);
    else stretches.push({ words: [word], odd });
  }
  return stretches.map(({ words, odd }) => {
    const { x0, x1 } = boxOf(words);
    const joined = words.map(({ text }) => text).join('');
    const isAddress = odd && ADDRESS.test(joined) && MIXED.test(joined);
    return { words, isAddress, mayBeAddress: isAddress || (odd && x1 - x0 >= tall * WIDE) };
  });
}

function isOdd({ text, box }: Word, tall: number, script: string): boolean {
  if (script === 'latin') return ADDRESS.test(text) || (MIXED.test(text) && text.length >= 4);
  return !/[^\x21-\x7e£€§©®°]/.test(text) || box.x1 - box.x0 > text.length * tall * STRETCHED;
}

function boxOf(words: readonly Word[]): Box {
  return {
    x0: Math.min(...words.map(({ box }) => box.x0)),
    y0: Math.min(...words.map(({ box }) => box.y0)),
    x1: Math.max(...words.map(({ box }) => box.x1)),
    y1: Math.max(...words.map(({ box }) => box.y1)),
  };
}

/** The letters of an address in a box of the page, or null where none is read there. */
async function readAgain(box: Box, line: Line, page: Raster, ocr: Ocr): Promise<string | null> {
  const tall = (line.box.y1 - line.box.y0) / 2;
  const piece = crop(page, {
    x0: box.x0 - tall,
    y0: Math.min(box.y0, line.box.y0) - tall / 2,
    x1: box.x1 + tall,
    y1: Math.max(box.y1, line.box.y1) + tall / 2,
  });
  const any = await lettersIn(piece, ALL, ocr);
  if (!ADDRESS.test(any) || (any.match(/\d/g)?.length ?? 0) < DIGITS) return null;
  const only = BECH32.test(any) ? BECH32_LETTERS : HEXADECIMAL.test(any) ? HEX_LETTERS : null;
  return only === null ? any : fittest([any, await lettersIn(piece, only, ocr)]);
}

/** Digits of an address; what was made of words of another script has hardly any. */
const DIGITS = 3;

/** Letters of the addresses that are met most: base58 of 25 bytes, segwit of both kinds, Ethereum. */
const LENGTHS = new Set([33, 34, 42, 62]);

/** The one of some readings with the fewest letters that cannot be right; a length that no address has counts as one, a prefix as two. */
export function fittest(readings: readonly string[]): string {
  const faults = (text: string): number => {
    const body = text.replace(/^bc1|^0x/, '');
    const odd = body === text ? (/^(?:[bB8h][ce]|[0OQ]x)/.test(text) ? 2 : (text.match(/[^1-9A-HJ-NP-Za-km-z]/g)?.length ?? 0)) : 0;
    const wrong = text.startsWith('bc1')
      ? (body.match(/[^02-9ac-hj-np-z]/g)?.length ?? 0)
      : text.startsWith('0x')
        ? (body.match(/[^0-9a-fA-F]/g)?.length ?? 0)
        : 0;
    return odd + wrong + (LENGTHS.has(text.length) ? 0 : 1);
  };
  return readings.reduce((best, text) => (faults(text) < faults(best) ? text : best));
}

async function lettersIn(piece: Raster, letters: string, ocr: Ocr): Promise<string> {
  const lines = await ocr.read(piece, 'eng', 'line', letters);
  // The OCR is sure of words that it knows; of an address never.
  return lines.length === 1 ? (lines[0] as Line).words.map(({ text }) => text).join('') : '';
}
