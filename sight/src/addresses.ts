import { addressAmong, agreed, type PutTogether, sizesOf } from '@hattari/engine';
import { LOOKS, lettersIn } from './letters.js';
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

/** Digits of an address; what was made of words of another script has hardly any. */
const DIGITS = 3;
/** One address in ten has fewer: then digits, and capitals behind small letters, are this share of it; words have a capital each. */
const CHANGES = 1 / 6;
/** Readings of pieces on one page: some ten addresses. A page full of them is no letter, and each may cost a third of a second with its search. */
export const READINGS = 48;
/** Lines that one address is wrapped over: Monero's has 95 letters, and a phone shows some thirty-five. */
const PIECES = 4;

/** Lines whose addresses were read again with data for Latin letters; `repaired`: those that no single reading gave. */
export type Reread = { readonly lines: readonly Line[]; readonly repaired: readonly PutTogether[] };

/** Reads the addresses of a page again, by several data that vote: those of other scripts make words of them, or smudges. */
export async function withAddresses(lines: readonly Line[], page: Raster, script: string, ocr: Ocr): Promise<Reread> {
  const again = new Again(lines, page, ocr);
  const repaired: PutTogether[] = [];
  const out: Line[] = [];
  for (const [k, line] of lines.entries()) {
    const text: string[] = [];
    let isRead = false;
    for (const stretch of stretchesOf(line, script)) {
      if (stretch.mayBeAddress && !stretch.words.some((word) => again.taken.has(word))) {
        const together = await again.read(k, stretch.words);
        if (together !== null) repaired.push(together);
      }
      for (const words of runsOf(stretch.words, again.taken)) {
        const own = again.taken.get(words[0] as Word);
        isRead ||= own !== undefined;
        text.push(own ?? (stretch.isAddress ? words.map((word) => word.text).join(' ') : withoutSmudges(words, line.box.y1 - line.box.y0)));
      }
    }
    // What the OCR thinks of an address says nothing of the page.
    const confidence = isRead ? Math.max(line.confidence, READ) : line.confidence;
    out.push({ ...line, confidence, text: text.filter((piece) => piece !== '').join(' ') });
  }
  return { lines: out.filter((line) => line.text !== ''), repaired };
}

function isMixed(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0;
  const changes = text.match(/[a-z][A-Z]/g)?.length ?? 0;
  return ADDRESS.test(text) && (digits >= DIGITS || (digits > 0 && digits + changes >= text.length * CHANGES));
}

/** Words beside each other that one text stands for, and those beside each other that none does. */
function runsOf(words: readonly Word[], taken: ReadonlyMap<Word, string>): Word[][] {
  const runs: Word[][] = [];
  let last: string | undefined;
  for (const [k, word] of words.entries()) {
    const own = taken.get(word);
    if (k > 0 && own === last) runs.at(-1)?.push(word);
    else runs.push([word]);
    last = own;
  }
  return runs;
}

/** A piece of an address on one line, with all that was read there. */
type Piece = { readonly line: number; readonly words: readonly Word[]; readonly raster: Raster; readonly width: number; readonly readings: string[] };

class Again {
  /** What stands for words that were read again; a text that stands for several is given to each. */
  readonly taken = new Map<Word, string>();
  private left = READINGS;

  constructor(
    private readonly lines: readonly Line[],
    private readonly page: Raster,
    private readonly ocr: Ocr,
  ) {}

  /** Reads what may be an address from these words on; the address, if it had to be put together. */
  async read(line: number, words: readonly Word[]): Promise<PutTogether | null> {
    let pieces = [this.piece(line, boxOf(words))];
    let looks = 0;
    let isWidened = false;
    for (;;) {
      if (looks > 0) {
        const found = addressAmong(pieces.map(({ readings }) => readings));
        if (found !== null && (found.sure || looks === LOOKS.length)) {
          for (const [k, { words: own }] of pieces.entries()) for (const word of own) this.taken.set(word, found.pieces[k] as string);
          return found.read && found.sure ? null : { address: found.address, sure: found.sure };
        }
        const more: Piece[] | null = pieces.length < PIECES ? this.longer(pieces, isWidened) : null;
        if (more !== null) {
          isWidened ||= more.length === pieces.length;
          pieces = more;
          for (const piece of pieces) if (piece.readings.length === 0) for (let k = 0; k < looks; k++) await this.look(piece, k, piece === pieces[0]);
          continue;
        }
      }
      if (looks === LOOKS.length || this.left <= 0) break;
      for (const piece of pieces) await this.look(piece, looks, piece === pieces[0]);
      const first = pieces[0]?.readings[0] ?? '';
      if (looks === 0 && !isMixed(first)) return null;
      looks++;
    }
    const [text = ''] = agreed(pieces.map(({ readings }) => readings));
    if (text !== '') for (const word of pieces[0]?.words ?? []) this.taken.set(word, text);
    return null;
  }

  private async look(piece: Piece, k: number, isFirst: boolean): Promise<void> {
    this.left--;
    piece.readings.push(...(await lettersIn(piece.raster, LOOKS[k] as (typeof LOOKS)[number], isFirst, this.ocr)));
  }

  /** The pieces with what may belong to them: more of their last line, or the beginning of the next one; null where the address is whole. */
  private longer(pieces: readonly Piece[], isWidened: boolean): Piece[] | null {
    const texts = agreed(pieces.map(({ readings }) => readings));
    const letters = texts.join('').length;
    const sizes = sizesOf(texts.join(''));
    const missing = (sizes.find((size) => size > letters) ?? 0) - letters;
    if (missing <= 0 || sizes.some((size) => Math.abs(size - letters) <= 1)) return null;
    const last = pieces.at(-1) as Piece;
    const width = (pieces[0] as Piece).width / Math.max(1, (texts[0] as string).length);
    const own = this.lines[last.line] as Line;
    const box = boxOf(last.words);
    const room = (missing + 1.5) * width;
    if (!last.words.includes(own.words.at(-1) as Word)) {
      if (isWidened) return null;
      return [...pieces.slice(0, -1), this.piece(last.line, { ...box, x1: Math.min(own.box.x1, box.x1 + room) })];
    }
    const next = this.lines[last.line + 1];
    const tall = own.box.y1 - own.box.y0;
    if (next === undefined || next.box.y0 < (own.box.y0 + own.box.y1) / 2 || next.box.y0 - own.box.y1 > tall * 1.6) return null;
    const piece = this.piece(last.line + 1, { ...next.box, x1: Math.min(next.box.x1, next.box.x0 + room) });
    return piece.words.length === 0 ? null : [...pieces, piece];
  }

  private piece(line: number, box: Box): Piece {
    const own = this.lines[line] as Line;
    const tall = (own.box.y1 - own.box.y0) / 2;
    const words = own.words.filter((word) => (word.box.x0 + word.box.x1) / 2 >= box.x0 && (word.box.x0 + word.box.x1) / 2 <= box.x1);
    const raster = crop(this.page, {
      x0: box.x0 - tall,
      y0: Math.min(box.y0, own.box.y0) - tall / 2,
      x1: box.x1 + tall,
      y1: Math.max(box.y1, own.box.y1) + tall / 2,
    });
    return { line, words, raster, width: box.x1 - box.x0, readings: [] };
  }
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
