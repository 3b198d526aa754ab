import { DIGIT, GAP, kindAt, kindOfUnit, LETTER, SINGLE } from '../fold/letters.js';
import { drawnLike } from '../fold/look-alike-kana.js';
import { blankLinesCut, endsSentence, lowerSameLength, numberEnd, WORD_LIMIT } from './boundaries.js';
import { knownWordsOf } from './known-words.js';
import { isLeetSign, leetWord } from './leet.js';
import { mayBeOdd, oddSpelling } from './odd-words.js';
import { TokenList } from './token-list.js';
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
  const { words, wordClass } = vocabulary;
  const known = knownWordsOf(vocabulary);
  const size = lower.length;
  const across = blankLinesCut(lower);
  // A token has a unit at least.
  const list = new TokenList(size);
  let singles = 0;
  let spaced = 0;
  const leet: number[] = [];
  let at = 0;
  while (at < size) {
    const c = lower.charCodeAt(at);
    if (c === 32) {
      at++;
      continue;
    }
    const kind = kindOfUnit(c);
    if (kind === LETTER) {
      let hash = Math.imul(c, 0x85ebca6b);
      let to = at + 1;
      for (; to < size; to++) {
        const unit = lower.charCodeAt(to);
        const is = kindOfUnit(unit);
        if (is !== LETTER && is !== DIGIT) break;
        hash = Math.imul(hash ^ unit, 0x9e3779b1);
      }
      const slot = known.at(lower, at, to, hash);
      const cls = known.classAt(slot);
      const odd = mayBeOdd(lower, at, to, known, slot, vocabulary) ? oddSpelling(lower, at, to, known, slot, vocabulary) : null;
      if (odd === null) list.push(at, to, cls);
      else for (const piece of odd.pieces) list.push(piece.from, piece.to, piece.cls);
      if (odd?.trick === 'spaced') spaced++;
      if (odd?.trick === 'leet') leet.push(at);
      at = odd?.end ?? to;
      continue;
    }
    if (kind === GAP) {
      const odd = isLeetSign(c) && kindAt(lower, at + 1) === LETTER ? leetWord(lower, at, vocabulary) : null;
      if (odd !== null) {
        list.push(at, odd.end, odd.cls);
        leet.push(at);
        at = odd.end;
        continue;
      }
      if (endsSentence(lower, at, across)) list.position += SENTENCE;
      at++;
      continue;
    }
    if (kind === SINGLE) {
      const node = words.child(0, drawnLike(c));
      list.push(at, at + 1, node < 0 ? 0 : (wordClass[node] as number));
      singles++;
      at++;
      continue;
    }
    const odd = isLeetSign(c) && hasLetterSoon(lower, at) ? leetWord(lower, at, vocabulary) : null;
    const to = odd?.end ?? numberEnd(lower, at);
    list.push(at, to, odd?.cls ?? classOf(lower, vocabulary, at, Math.min(to, at + WORD_LIMIT)));
    if (odd !== null) leet.push(at);
    at = to;
  }
  return { count: list.count, lower, ...list.close(), singles, spaced, leet };
}

/** A letter within the next units: otherwise a number is a number. */
function hasLetterSoon(lower: string, at: number): boolean {
  for (let k = at + 1; k < at + 4; k++) if (kindAt(lower, k) === LETTER) return true;
  return false;
}
