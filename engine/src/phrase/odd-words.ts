import { GAP, kindOfUnit, SINGLE } from '../fold/letters.js';
import { isJoint } from './boundaries.js';
import { joinedPieces, jointWord } from './cut-words.js';
import { gluedWords, type Piece } from './glued-words.js';
import { isLeetSign, leetWord } from './leet.js';
import { loneLetters, partedLetters } from './lone-letters.js';
import { classOf, type Vocabulary } from './vocabulary.js';

/** What a word is that is not spelled as words are: the pieces that stand for it (offsets in the text), and where reading goes on. */
export type Odd = { readonly pieces: readonly Piece[]; readonly end: number; readonly trick: 'spaced' | 'leet' | null };

/**
 * Words spelled so that a filter would not know them: letters apart, digits for letters, words cut or run together. Each way
 * proposes; the vocabulary decides, so honest words stay what they are (null). The word stands at `at` to `to`; `node` is where
 * it ends in the trie (-1: nowhere), `own` its class. Bounded: a text of nothing but such words costs a small multiple.
 */
export function oddSpelling(lower: string, at: number, to: number, node: number, own: number, digits: boolean, vocabulary: Vocabulary): Odd | null {
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
    const parted = kindOfUnit(next) === SINGLE ? one(partedLetters(lower, at, vocabulary)) : null;
    if (parted !== null) return parted;
  }
  const joint = isJoint(next) ? one(jointWord(lower, at, to, vocabulary)) : null;
  if (joint !== null) return joint;
  const leet = digits || isLeetSign(next) ? leetWord(lower, at, vocabulary) : null;
  if (leet !== null && leet.end >= to) return one(leet, 'leet');
  const joined = node > 0 && mayGoOn(lower, to, node, vocabulary) ? one(joinedPieces(lower, at, to, node, own, vocabulary)) : null;
  if (joined !== null) return joined;
  const glued = (own === 0 || node < 0) && !digits ? gluedWords(lower.slice(at, to), vocabulary) : null;
  return glued === null ? null : { pieces: glued.map(({ from, to: end, cls }) => ({ from: at + from, to: at + end, cls })), end: to, trick: null };
}

/** Whether a known word goes on behind the sign or space at `to`: asked for nearly every word, answered by one look in the trie. */
function mayGoOn(lower: string, to: number, node: number, { words }: Vocabulary): boolean {
  if (to + 1 >= lower.length || kindOfUnit(lower.charCodeAt(to)) !== GAP || words.first[node] === words.first[node + 1]) return false;
  const behind = lower.charCodeAt(to + 1);
  return kindOfUnit(behind) === GAP || words.child(node, behind) >= 0;
}
