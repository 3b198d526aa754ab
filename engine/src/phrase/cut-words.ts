import { GAP, kindAt, LETTER, unitAt } from '../fold/letters.js';
import { APOSTROPHE, endsSentence, HYPHEN, isJoint, WORD_LIMIT, wordEnd } from './boundaries.js';
import { classOf, isWord, type Vocabulary } from './vocabulary.js';

/**
 * The chain of words parted by hyphens or apostrophes, if it is known as one word, or as a stem that reaches past its first
 * piece. Two words with a hyphen are one word in any case (an ex-colleague is no ex); more are a sentence. A known word behind one
 * letter and an apostrophe (l'adresse, d'argent) is itself, unless the two together are a word too (j'ai): stems of other
 * languages begin with nearly any letter.
 */
export function jointWord(lower: string, at: number, firstEnd: number, vocabulary: Vocabulary): { readonly end: number; readonly cls: number } | null {
  let to = firstEnd;
  let word = lower.slice(at, Math.min(to, at + WORD_LIMIT));
  let pieces = 1;
  while (isJoint(unitAt(lower, to)) && kindAt(lower, to + 1) === LETTER && word.length < WORD_LIMIT) {
    const more = wordEnd(lower, to + 1);
    word += lower.slice(to + 1, Math.min(more, to + 1 + WORD_LIMIT));
    to = more;
    pieces++;
  }
  if (pieces === 1) return null;
  const cls = classOf(word, vocabulary);
  if (pieces === 2 && unitAt(lower, firstEnd) === HYPHEN) return { end: to, cls };
  const isElided = pieces === 2 && firstEnd - at === 1 && unitAt(lower, firstEnd) === APOSTROPHE;
  if (isElided && !isWord(word, vocabulary) && classOf(lower, vocabulary, firstEnd + 1, to) !== 0) return null;
  return cls !== 0 && cls !== classOf(lower, vocabulary, at, firstEnd) ? { end: to, cls } : null;
}

/** Pieces that a word may have been cut into, and units between two of them. */
const PIECES = 4;
export const CUT_UNITS = 3;

/**
 * A word cut in pieces (by a space, a line's end, a sign): `node` is where its first piece ends in the trie. Only what makes
 * a known word, and only if one of the pieces is none by itself.
 */
export function joinedPieces(
  lower: string,
  from: number,
  firstEnd: number,
  firstNode: number,
  firstClass: number,
  vocabulary: Vocabulary,
): { readonly end: number; readonly cls: number } | null {
  const { words, wordClass, stemClass } = vocabulary;
  let node = firstNode;
  let at = firstEnd;
  let stem = 0;
  let whole = firstClass !== 0;
  for (let piece = 1; piece < PIECES; piece++) {
    const gap = at;
    while (at - gap < CUT_UNITS && kindAt(lower, at) === GAP) {
      if (endsSentence(lower, at)) return null;
      at++;
    }
    if (at === gap || kindAt(lower, at) !== LETTER) return null;
    const begin = at;
    while (at - from < WORD_LIMIT * 2 && kindAt(lower, at) === LETTER) {
      if (node >= 0) node = words.child(node, lower.charCodeAt(at));
      if (node < 0 && stem === 0) return null;
      if (node > 0 && stemClass[node] !== 0) stem = stemClass[node] as number;
      at++;
    }
    if (whole) whole = classOf(lower, vocabulary, begin, at) !== 0;
    const cls = (node > 0 && (wordClass[node] as number)) || stem;
    if (cls !== 0) return whole ? null : { end: at, cls };
  }
  return null;
}
