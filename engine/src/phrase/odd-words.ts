import { GAP, kindAt, LETTER, SINGLE } from '../fold/letters.js';
import { isJoint } from './boundaries.js';
import { CUT_UNITS, joinedPieces, jointWord } from './cut-words.js';
import { gluedWords, type Piece } from './glued-words.js';
import type { KnownWords, Word } from './known-words.js';
import { isLeetSign, leetWord } from './leet.js';
import { loneLetters, partedLetters } from './lone-letters.js';
import { classOf, type Vocabulary } from './vocabulary.js';

/** What a word is that is not spelled as words are: the pieces that stand for it (offsets in the text), and where reading goes on. */
export type Odd = { readonly pieces: readonly Piece[]; readonly end: number; readonly trick: 'spaced' | 'leet' | null };

/**
 * Words spelled so that a filter would not know them: letters apart, digits for letters, words cut or run together. Each way
 * proposes; the vocabulary decides, so honest words stay what they are (null). The word stands at `at` to `to`. Bounded: a text
 * of nothing but such words costs a small multiple.
 */
export function oddSpelling(lower: string, at: number, to: number, word: Word, vocabulary: Vocabulary): Odd | null {
  const next = to < lower.length ? lower.charCodeAt(to) : 32;
  const one = (found: { readonly end: number; readonly cls: number } | null, trick: Odd['trick'] = null): Odd | null =>
    found === null ? null : { pieces: [{ from: at, to: found.end, cls: found.cls }], end: found.end, trick };
  if (to - at === 1) {
    const run = loneLetters(lower, at);
    if (run !== null) {
      const known = classOf(run.word, vocabulary);
      const glued = known === 0 ? gluedWords(run.word, vocabulary) : null;
      const pieces = glued?.map(({ from, to: end, cls }) => ({ from: run.at[from] as number, to: (run.at[end - 1] as number) + 1, cls }));
      return { pieces: pieces ?? [{ from: at, to: run.end, cls: known }], end: run.end, trick: run.spaced ? 'spaced' : null };
    }
    const parted = kindAt(lower, to) === SINGLE ? one(partedLetters(lower, at, vocabulary)) : null;
    if (parted !== null) return parted;
  }
  const joint = isJoint(next) ? one(jointWord(lower, at, to, vocabulary)) : null;
  if (joint !== null) return joint;
  const leet = word.digits || isLeetSign(next) ? leetWord(lower, at, vocabulary) : null;
  if (leet !== null && leet.end >= to) return one(leet, 'leet');
  const joined = word.node > 0 ? one(joinedPieces(lower, at, to, word.node, word.cls, vocabulary)) : null;
  if (joined !== null) return joined;
  return word.glued === null ? null : { pieces: word.glued.map(({ from, to: end, cls }) => ({ from: at + from, to: at + end, cls })), end: to, trick: null };
}

/** False for most words, and then `oddSpelling` would give null: asked first, since it looks only at the word, by its slot, and a few units behind it. */
export function mayBeOdd(lower: string, at: number, to: number, known: KnownWords, slot: number): boolean {
  if (to - at === 1 || known.isOdd(slot)) return true;
  if (to === lower.length) return false;
  const next = lower.charCodeAt(to);
  return isJoint(next) || isLeetSign(next) || (known.goesOn(slot) && mayGoOn(lower, to, known, slot));
}

/** Whether a known word goes on behind the signs or spaces at `to`. */
function mayGoOn(lower: string, to: number, known: KnownWords, slot: number): boolean {
  let at = to;
  while (at - to < CUT_UNITS && kindAt(lower, at) === GAP) at++;
  return at > to && kindAt(lower, at) === LETTER && known.goesOnBy(slot, lower.charCodeAt(at));
}
