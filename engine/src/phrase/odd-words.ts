import { GAP, kindAt, LETTER, SINGLE } from '../fold/letters.js';
import { isJoint } from './boundaries.js';
import { CUT_UNITS, joinedPieces, jointWord } from './cut-words.js';
import { gluedWords, type Piece } from './glued-words.js';
import type { KnownWords } from './known-words.js';
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
export function oddSpelling(lower: string, at: number, to: number, known: KnownWords, slot: number, vocabulary: Vocabulary): Odd | null {
  // Asked at once: what is looked up below may take the slot.
  const goesOn = mayGoOn(lower, to, known, slot, vocabulary);
  const word = known.word(slot, lower, at, to);
  const next = to < lower.length ? lower.charCodeAt(to) : 32;
  const one = (found: { readonly end: number; readonly cls: number } | null, trick: Odd['trick'] = null): Odd | null =>
    found === null ? null : { pieces: [{ from: at, to: found.end, cls: found.cls }], end: found.end, trick };
  if (to - at === 1) {
    const run = loneLetters(lower, at);
    if (run !== null) {
      const cls = classOf(run.word, vocabulary);
      const glued = cls === 0 ? gluedWords(run.word, vocabulary) : null;
      const pieces = glued?.map((piece) => ({ from: run.at[piece.from] as number, to: (run.at[piece.to - 1] as number) + 1, cls: piece.cls }));
      return { pieces: pieces ?? [{ from: at, to: run.end, cls }], end: run.end, trick: run.spaced ? 'spaced' : null };
    }
    const parted = kindAt(lower, to) === SINGLE ? one(partedLetters(lower, at, vocabulary)) : null;
    if (parted !== null) return parted;
  }
  const joint = isJoint(next) ? one(jointWord(lower, at, to, vocabulary)) : null;
  if (joint !== null) return joint;
  const leet = word.digits || isLeetSign(next) ? leetWord(lower, at, vocabulary) : null;
  if (leet !== null && leet.end >= to) return one(leet, 'leet');
  const joined = goesOn ? one(joinedPieces(lower, at, to, word.node, word.cls, vocabulary)) : null;
  if (joined !== null) return joined;
  return word.glued === null ? null : { pieces: word.glued.map(({ from, to: end, cls }) => ({ from: at + from, to: at + end, cls })), end: to, trick: null };
}

/** False for most words, and then `oddSpelling` would give null: asked first, since it looks only at the word, by its slot, and a few units behind it. */
export function mayBeOdd(lower: string, at: number, to: number, known: KnownWords, slot: number, vocabulary: Vocabulary): boolean {
  if (to - at === 1 || known.isOdd(slot)) return true;
  if (to === lower.length) return false;
  const next = lower.charCodeAt(to);
  return isJoint(next) || isLeetSign(next) || mayGoOn(lower, to, known, slot, vocabulary);
}

/** Whether a known word goes on behind the signs or spaces at `to`, by the first two letters there: false of all but one in a hundred. */
function mayGoOn(lower: string, to: number, known: KnownWords, slot: number, { words, stemClass }: Vocabulary): boolean {
  if (!known.goesOn(slot)) return false;
  let at = to;
  while (at - to < CUT_UNITS && kindAt(lower, at) === GAP) at++;
  if (at === to || kindAt(lower, at) !== LETTER || !known.goesOnBy(slot, lower.charCodeAt(at))) return false;
  if (kindAt(lower, at + 1) !== LETTER) return true;
  const node = words.child(known.nodeAt(slot), lower.charCodeAt(at));
  return node > 0 && (stemClass[node] !== 0 || words.child(node, lower.charCodeAt(at + 1)) >= 0);
}
