import { DIGIT, GAP, kindOfUnit, LETTER, SINGLE } from '../fold/letters.js';
import { drawnLike } from '../fold/look-alike-kana.js';
import { blankLinesCut, DOT, endsSentence, WORD_LIMIT, wordEnd } from './boundaries.js';
import { isLeetSign, leetWord } from './leet.js';
import { gluedWords, joinedPieces, loneLetters, partedLetters } from './odd-words.js';
import { classOf, type Vocabulary } from './vocabulary.js';

/**
 * Words of a folded text. A script without spaces gives one token a character. `position` counts tokens, and jumps by
 * `SENTENCE` where a sentence ends, so that no phrase reaches across. `cls` is the token's class in the vocabulary.
 */
export type Tokens = {
  readonly count: number;
  readonly lower: string;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly position: Uint32Array;
  readonly cls: Int32Array;
  /** Tokens that are single characters of a script without spaces. */
  readonly singles: number;
  /** Words that were spelled so that a filter would not know them: letters apart, digits for letters, words run together or cut. */
  readonly spaced: number;
  /** Where words with digits or signs for letters begin. */
  readonly leet: readonly number[];
};

export const SENTENCE = 64;

const COMMA = 44;
const HYPHEN = 45;
const APOSTROPHE = 39;

/** Splits folded text into tokens and knows their classes. Linear in the text. */
export function tokenise(text: string, vocabulary: Vocabulary): Tokens {
  const lower = lowerSameLength(text);
  const { words, wordClass, stemClass } = vocabulary;
  const size = lower.length;
  const across = blankLinesCut(lower);
  let start = new Uint32Array((size >> 2) + 64);
  let end = new Uint32Array(start.length);
  let position = new Uint32Array(start.length);
  let cls = new Int32Array(start.length);
  let count = 0;
  let pos = 0;
  let singles = 0;
  let spaced = 0;
  const leet: number[] = [];
  const push = (from: number, to: number, is: number): void => {
    if (count === start.length) {
      start = widened(start, new Uint32Array(count * 2));
      end = widened(end, new Uint32Array(count * 2));
      position = widened(position, new Uint32Array(count * 2));
      cls = widened(cls, new Int32Array(count * 2));
    }
    start[count] = from;
    end[count] = to;
    cls[count] = is;
    position[count++] = pos++;
  };
  let at = 0;
  while (at < size) {
    const c = lower.charCodeAt(at);
    const kind = kindOfUnit(c);
    if (kind === GAP) {
      if (c !== 32) {
        const odd = isLeetSign(c) && kindOfUnit(at + 1 < size ? lower.charCodeAt(at + 1) : 32) === LETTER ? leetWord(lower, at, vocabulary) : null;
        if (odd !== null) {
          push(at, odd.end, odd.cls);
          leet.push(at);
          at = odd.end;
          continue;
        }
        if (endsSentence(lower, at, across)) pos += SENTENCE;
      }
      at++;
      continue;
    }
    if (kind === SINGLE) {
      const node = words.child(0, drawnLike(c));
      push(at, at + 1, node < 0 ? 0 : (wordClass[node] as number));
      singles++;
      at++;
      continue;
    }
    if (kind === DIGIT) {
      const odd = isLeetSign(c) && hasLetterSoon(lower, at) ? leetWord(lower, at, vocabulary) : null;
      const to = odd?.end ?? numberEnd(lower, at);
      push(at, to, odd?.cls ?? classOf(lower.slice(at, Math.min(to, at + WORD_LIMIT)), vocabulary));
      if (odd !== null) leet.push(at);
      at = to;
      continue;
    }
    let node = 0;
    let stem = 0;
    let to = at;
    let digits = false;
    for (; to < size; to++) {
      const unit = lower.charCodeAt(to);
      const is = kindOfUnit(unit);
      if (is !== LETTER && is !== DIGIT) break;
      if (is === DIGIT) digits = true;
      if (node < 0) continue;
      node = words.child(node, unit);
      if (node > 0 && stemClass[node] !== 0) stem = stemClass[node] as number;
    }
    const own = (node > 0 && (wordClass[node] as number)) || stem;
    const next = to < size ? lower.charCodeAt(to) : 32;
    if (to - at === 1) {
      const run = loneLetters(lower, at);
      if (run !== null) {
        const known = classOf(run.word, vocabulary);
        const glued = known === 0 ? gluedWords(run.word, vocabulary) : null;
        if (glued === null) push(at, run.end, known);
        else for (const piece of glued) push(run.at[piece.from] as number, (run.at[piece.to - 1] as number) + 1, piece.cls);
        if (run.spaced) spaced++;
        at = run.end;
        continue;
      }
      const parted = kindOfUnit(next) === SINGLE ? partedLetters(lower, at, vocabulary) : null;
      if (parted !== null) {
        push(at, parted.end, parted.cls);
        at = parted.end;
        continue;
      }
    }
    // "e-mail", "don't": one word where a phrase or an everyday word is written so, else its pieces.
    if (isJoint(next)) {
      const joined = jointWord(lower, at, to, vocabulary);
      if (joined !== null) {
        push(at, joined.end, joined.cls);
        at = joined.end;
        continue;
      }
    }
    const odd = digits || isLeetSign(next) ? leetWord(lower, at, vocabulary) : null;
    if (odd !== null && odd.end >= to) {
      push(at, odd.end, odd.cls);
      leet.push(at);
      at = odd.end;
      continue;
    }
    if (node > 0 && to + 1 < size && kindOfUnit(next) === GAP) {
      const joined = joinedPieces(lower, at, to, node, own, vocabulary);
      if (joined !== null) {
        push(at, joined.end, joined.cls);
        at = joined.end;
        continue;
      }
    }
    const glued = (own === 0 || node < 0) && !digits ? gluedWords(lower.slice(at, to), vocabulary) : null;
    if (glued === null) push(at, to, own);
    else for (const piece of glued) push(at + piece.from, at + piece.to, piece.cls);
    at = to;
  }
  return {
    count,
    lower,
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    position: position.subarray(0, count),
    cls: cls.subarray(0, count),
    singles,
    spaced,
    leet,
  };
}

/** A letter within the next units: otherwise a number is a number. */
function hasLetterSoon(lower: string, at: number): boolean {
  for (let k = at + 1; k < at + 4; k++) if (k < lower.length && kindOfUnit(lower.charCodeAt(k)) === LETTER) return true;
  return false;
}

function widened<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** A word of a phrase or of a list of everyday words, and whether a sentence ended before it. */
export type Word = { readonly text: string; readonly behindEnd: boolean };

/** The words of an author's phrase: no vocabulary yet, so a hyphened, dotted or spaced word is always one. */
export function phraseWords(text: string): Word[] {
  const lower = lowerSameLength(text);
  const found: Word[] = [];
  let behindEnd = false;
  const push = (word: string): void => {
    found.push({ text: word, behindEnd });
    behindEnd = false;
  };
  for (let at = 0; at < lower.length; ) {
    const c = lower.charCodeAt(at);
    const kind = kindOfUnit(c);
    if (kind === GAP) {
      behindEnd ||= endsSentence(lower, at);
      at++;
    } else if (kind === SINGLE) {
      push(String.fromCharCode(drawnLike(c)));
      at++;
    } else if (kind === DIGIT) {
      const to = numberEnd(lower, at);
      push(lower.slice(at, to));
      at = to;
    } else {
      let to = wordEnd(lower, at);
      const run = to - at === 1 ? loneLetters(lower, at) : null;
      let word = run?.word ?? lower.slice(at, to);
      to = run?.end ?? to;
      while (run === null && isJoint(lower.charCodeAt(to)) && to + 1 < lower.length && kindOfUnit(lower.charCodeAt(to + 1)) === LETTER) {
        const more = wordEnd(lower, to + 1);
        word += lower.slice(to + 1, more);
        to = more;
      }
      push(word.slice(0, WORD_LIMIT));
      at = to;
    }
  }
  return found;
}

function isJoint(c: number): boolean {
  return c === HYPHEN || c === APOSTROPHE;
}

/**
 * The chain of words parted by hyphens or apostrophes, if it is known as one word, or as a stem that reaches past its first
 * piece. Two words with a hyphen are one word in any case (an ex-colleague is no ex); more are a sentence.
 */
function jointWord(lower: string, at: number, firstEnd: number, vocabulary: Vocabulary): { readonly end: number; readonly cls: number } | null {
  let to = firstEnd;
  let word = lower.slice(at, Math.min(to, at + WORD_LIMIT));
  let pieces = 1;
  while (isJoint(lower.charCodeAt(to)) && to + 1 < lower.length && kindOfUnit(lower.charCodeAt(to + 1)) === LETTER && word.length < WORD_LIMIT) {
    const more = wordEnd(lower, to + 1);
    word += lower.slice(to + 1, Math.min(more, to + 1 + WORD_LIMIT));
    to = more;
    pieces++;
  }
  if (pieces === 1) return null;
  const cls = classOf(word, vocabulary);
  if (pieces === 2 && lower.charCodeAt(firstEnd) === HYPHEN) return { end: to, cls };
  return cls !== 0 && cls !== classOf(lower.slice(at, firstEnd), vocabulary) ? { end: to, cls } : null;
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
