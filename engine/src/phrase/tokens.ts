import { DIGIT, GAP, kindOfUnit, LETTER, SINGLE } from '../fold/letters.js';
import { drawnLike } from '../fold/look-alike-kana.js';
import { blankLinesCut, endsSentence, lowerSameLength, numberEnd, WORD_LIMIT } from './boundaries.js';
import { isLeetSign, leetWord } from './leet.js';
import { oddSpelling } from './odd-words.js';
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
    const odd = oddSpelling(lower, at, to, node, own, digits, vocabulary);
    if (odd === null) push(at, to, own);
    else for (const piece of odd.pieces) push(piece.from, piece.to, piece.cls);
    if (odd?.trick === 'spaced') spaced++;
    if (odd?.trick === 'leet') leet.push(at);
    at = odd?.end ?? to;
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
