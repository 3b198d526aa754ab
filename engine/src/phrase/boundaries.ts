import { GAP, isFullStop, kindOfUnit, SINGLE } from '../fold/letters.js';

/** Longest word that is looked at, in units; the longest real one in 31 languages is far below, a megabyte of "a" is not. */
export const WORD_LIMIT = 64;

export const DOT = 46;
const NEWLINE = 10;

export function isSpace(c: number): boolean {
  return c === 32 || c === NEWLINE || c === 9 || c === 13 || c === 0xa0 || c === 0x3000;
}

export function wordEnd(text: string, from: number): number {
  let to = from;
  while (to < text.length) {
    const kind = kindOfUnit(text.charCodeAt(to));
    if (kind === GAP || kind === SINGLE) break;
    to++;
  }
  return to;
}

export function endsSentence(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (isFullStop(c)) return true;
  if (c === DOT) {
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : NEWLINE;
    return isSpace(next) || next === 34 || next === 41 || next === 0x300d;
  }
  if (c !== NEWLINE) return false;
  // A blank line; one line break alone is a space.
  let k = at + 1;
  while (k < text.length && (text.charCodeAt(k) === 32 || text.charCodeAt(k) === 13 || text.charCodeAt(k) === 9)) k++;
  return k < text.length && text.charCodeAt(k) === NEWLINE;
}
