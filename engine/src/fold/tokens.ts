import { DIGIT, GAP, isFullStop, kindOfUnit, LETTER, SINGLE } from './letters.js';

/**
 * Words of a folded text, lower-cased. A script without spaces gives one token a character. `position` counts tokens, and
 * jumps by `SENTENCE` where a sentence ends, so that no phrase reaches across.
 */
export type Tokens = {
  readonly count: number;
  readonly lower: string;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly position: Uint32Array;
};

export const SENTENCE = 64;
/** Longest word that is looked at, in units; the longest real one in 31 languages is far below, a megabyte of "a" is not. */
const WORD_LIMIT = 64;
/** Letters standing alone in a row that make a word: "b i t c o i n". */
const SPACED_LETTERS = 4;

const DOT = 46;
const COMMA = 44;
const HYPHEN = 45;
const APOSTROPHE = 39;
const NEWLINE = 10;

function isSpace(c: number): boolean {
  return c === 32 || c === NEWLINE || c === 9 || c === 13 || c === 0xa0 || c === 0x3000;
}

/** Splits folded text into tokens. Linear; `joined` words (dotted, hyphened, spaced-out letters) keep their whole span. */
export function tokenise(text: string): Tokens & { readonly word: (token: number) => string; readonly spaced: number } {
  const lower = lowerSameLength(text);
  const start: number[] = [];
  const end: number[] = [];
  const position: number[] = [];
  const joined = new Map<number, string>();
  let at = 0;
  let pos = 0;
  let spaced = 0;
  const size = lower.length;
  const push = (from: number, to: number): void => {
    start.push(from);
    end.push(to);
    position.push(pos++);
  };
  while (at < size) {
    const c = lower.charCodeAt(at);
    const kind = kindOfUnit(c);
    if (kind === GAP) {
      if (endsSentence(lower, at)) pos += SENTENCE;
      at++;
      continue;
    }
    if (kind === SINGLE) {
      push(at, at + 1);
      at++;
      continue;
    }
    let to = wordEnd(lower, at);
    const run = to - at === 1 && kind === LETTER ? loneLetters(lower, at) : null;
    if (run !== null) {
      joined.set(start.length, run.word);
      if (run.spaced) spaced++;
      push(at, run.end);
      at = run.end;
      continue;
    }
    let word = '';
    // "e-mail", "don't": one word; a number keeps its separators out of it.
    while (kind === LETTER && to + 1 < size && isJoint(lower.charCodeAt(to)) && kindOfUnit(lower.charCodeAt(to + 1)) === LETTER && to - at < WORD_LIMIT) {
      if (word === '') word = lower.slice(at, to);
      const more = wordEnd(lower, to + 1);
      word += lower.slice(to + 1, more);
      to = more;
    }
    if (kind === DIGIT) to = numberEnd(lower, at);
    if (word !== '') joined.set(start.length, word);
    push(at, to);
    at = to;
  }
  return {
    count: start.length,
    lower,
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    position: Uint32Array.from(position),
    spaced,
    word: (token) => joined.get(token) ?? lower.slice(start[token], Math.min(end[token] as number, (start[token] as number) + WORD_LIMIT)),
  };
}

function isJoint(c: number): boolean {
  return c === HYPHEN || c === APOSTROPHE;
}

function wordEnd(text: string, from: number): number {
  let to = from;
  while (to < text.length) {
    const kind = kindOfUnit(text.charCodeAt(to));
    if (kind === GAP || kind === SINGLE) break;
    to++;
  }
  return to;
}

/** A number takes in its separators (1,300 and 0.05 are one token each), not its unit: "24hrs" is two tokens. */
function numberEnd(text: string, from: number): number {
  let to = from + 1;
  for (;;) {
    while (to < text.length && kindOfUnit(text.charCodeAt(to)) === DIGIT) to++;
    const c = text.charCodeAt(to);
    if (c !== DOT && c !== COMMA && c !== APOSTROPHE) return to;
    if (kindOfUnit(text.charCodeAt(to + 1) || 32) !== DIGIT) return to;
    to++;
  }
}

/** R.A.T and "b i t c o i n": lone letters parted by one and the same sign. */
function loneLetters(text: string, from: number): { end: number; word: string; spaced: boolean } | null {
  const joint = text.charCodeAt(from + 1);
  if (joint !== DOT && joint !== 32 && joint !== 42 && joint !== 95 && joint !== HYPHEN) return null;
  let at = from;
  let word = '';
  while (kindOfUnit(text.charCodeAt(at)) === LETTER && wordEnd(text, at) === at + 1) {
    word += text[at];
    if (text.charCodeAt(at + 1) !== joint || word.length >= WORD_LIMIT) {
      at++;
      break;
    }
    at += 2;
  }
  if (text.charCodeAt(at - 1) === joint && kindOfUnit(text.charCodeAt(at)) === LETTER) {
    // The row ended at a whole word: its joint is not ours.
    at -= 1;
  }
  const enough = joint === DOT ? 2 : SPACED_LETTERS;
  return word.length >= enough ? { end: Math.min(at, text.length), word, spaced: joint !== DOT } : null;
}

function endsSentence(text: string, at: number): boolean {
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

function lowerSameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let out = '';
  for (const ch of text) {
    const l = ch.toLowerCase();
    out += l.length === ch.length ? l : ch;
  }
  return out;
}
