import { DIGIT, GAP, isFullStop, kindAt, kindOfUnit, SINGLE, unitAt } from '../fold/letters.js';

/** Longest word that is looked at, in units; the longest real one in 31 languages is far below, a megabyte of "a" is not. */
export const WORD_LIMIT = 64;

export const DOT = 46;
const NEWLINE = 10;
const COMMA = 44;
export const APOSTROPHE = 39;
export const HYPHEN = 45;

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

/** Units of text for each blank line from which on blank lines are a way of writing (or of hiding), not the ends of paragraphs. */
const UNITS_PER_BLANK_LINE = 40;

/** True if so many blank lines stand in a text that sentences run across them. */
export function blankLinesCut(text: string): boolean {
  let blank = 0;
  for (let at = text.indexOf('\n\n'); at >= 0; blank++) {
    let end = at + 2;
    while (unitAt(text, end) === NEWLINE) end++;
    at = text.indexOf('\n\n', end);
  }
  return blank >= 4 && text.length / blank < UNITS_PER_BLANK_LINE;
}

/** `across`: sentences of this text run across blank lines. */
export function endsSentence(text: string, at: number, across = false): boolean {
  const c = text.charCodeAt(at);
  if (isFullStop(c)) return true;
  if (c === DOT) {
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : NEWLINE;
    return isSpace(next) || next === 34 || next === 41 || next === 0x300d;
  }
  if (c !== NEWLINE || across) return false;
  // A blank line; one line break alone is a space.
  let k = at + 1;
  while (k < text.length && (text.charCodeAt(k) === 32 || text.charCodeAt(k) === 13 || text.charCodeAt(k) === 9)) k++;
  return k < text.length && text.charCodeAt(k) === NEWLINE;
}

/** A number takes in its separators (1,300 and 0.05 are one token each), not its unit: "24hrs" is two tokens. */
export function numberEnd(text: string, from: number): number {
  let to = from + 1;
  for (;;) {
    while (kindAt(text, to) === DIGIT) to++;
    const c = unitAt(text, to);
    if (c !== DOT && c !== COMMA && c !== APOSTROPHE) return to;
    if (kindAt(text, to + 1) !== DIGIT) return to;
    to++;
  }
}

/** Lower case, unit for unit: where a letter would become longer (İ) it stays as it is. */
export function lowerSameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let out = '';
  for (const ch of text) {
    const l = ch.toLowerCase();
    out += l.length === ch.length ? l : ch;
  }
  return out;
}

/** Signs that join two words to one: e-mail, don't. */
export function isJoint(c: number): boolean {
  return c === HYPHEN || c === APOSTROPHE;
}
