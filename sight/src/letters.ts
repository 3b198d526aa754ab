import { bySize } from './glyphs.js';
import type { Ocr } from './ocr.js';
import { type Raster, scaled } from './raster.js';

/** One way to read letters that are no words: the data of a language, and how much larger the piece is shown to them. */
export type Look = { readonly language: string; readonly factor: number };

/**
 * Data of languages in Latin letters: each learnt its letters by itself, and slips at other ones. In the order of how few they make in
 * addresses; the first three settle nearly all.
 */
export const LOOKS: readonly Look[] = [
  { language: 'fra', factor: 1 },
  { language: 'deu', factor: 1 },
  { language: 'eng', factor: 1 },
  { language: 'ita', factor: 1 },
  { language: 'fra', factor: 1.6 },
  { language: 'spa', factor: 1 },
  { language: 'deu', factor: 1.6 },
  { language: 'por', factor: 1 },
];

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** The name of a coin, or a word, in front of an address. */
const WORD = /^[A-Za-z]{2,12}$/;

/** The letters of a piece of a line: as its letters' sizes say, and as they were read; none where it is not one line. `first`: an address begins here. */
export async function lettersIn(piece: Raster, { language, factor }: Look, first: boolean, ocr: Ocr): Promise<readonly string[]> {
  const raster = scaled(piece, factor);
  const lines = await ocr.read(raster, language, 'line', LETTERS);
  const words = lines.length === 1 ? (lines[0]?.words ?? []).map(({ text }) => text) : [];
  const all = words.join('');
  const front = first && words.length > 1 && WORD.test(words[0] as string) ? (words[0] as string).length : 0;
  const read = all.slice(front);
  return read === '' ? [] : [(bySize(all, raster) ?? all).slice(front), read];
}
