import { GAP, kindAt, LETTER, SINGLE } from '../fold/letters.js';
import { DOT, WORD_LIMIT } from './boundaries.js';
import { classOf, type Vocabulary } from './vocabulary.js';

/** Letters standing alone in a row that make a word: "b i t c o i n". */
const SPACED_LETTERS = 4;
/** Signs between two lone letters: "b - i - t", "[b][i][t]". */
const JOINT_UNITS = 3;
/** Letters of one spaced-out run that are joined: a paragraph of letters, cut into words by what is known. */
export const RUN_LETTERS = 400;

export type LoneLetters = { readonly end: number; readonly word: string; readonly at: readonly number[]; readonly spaced: boolean };

/** R.A.T, "b i t c o i n", [b][i][t]: lone letters parted by the same signs. `at[k]` is where letter k stands. */
export function loneLetters(lower: string, from: number): LoneLetters | null {
  let to = from + 1;
  while (to - from <= JOINT_UNITS && kindAt(lower, to) === GAP) to++;
  // Behind "a" and "I" mostly stands a word.
  if (to === from + 1 || !isLone(lower, to)) return null;
  const joint = lower.slice(from + 1, to);
  if (joint.includes('\n\n')) return null;
  const at: number[] = [];
  let word = '';
  let k = from;
  while (word.length < RUN_LETTERS && isLone(lower, k)) {
    word += lower[k];
    at.push(k);
    // A line may end within the run where a space would stand.
    const broken = joint === ' ' && lower[k + 1] === '\n';
    if (!broken && !lower.startsWith(joint, k + 1)) break;
    k += 1 + joint.length;
  }
  const enough = joint === '.' ? 2 : SPACED_LETTERS;
  const last = at[at.length - 1] ?? from;
  return word.length >= enough ? { end: last + 1, word, at, spaced: joint.charCodeAt(0) !== DOT } : null;
}

function isLone(lower: string, at: number): boolean {
  if (kindAt(lower, at) !== LETTER) return false;
  const next = at + 1 < lower.length ? kindAt(lower, at + 1) : GAP;
  return next === GAP || next === SINGLE;
}

/** Letters of a word parted by one to three characters of a script without spaces. */
const NOISE_UNITS = 3;
const PARTED_LETTERS = 4;

export function partedLetters(lower: string, from: number, vocabulary: Vocabulary): { readonly end: number; readonly cls: number } | null {
  let word = '';
  let best: { end: number; cls: number } | null = null;
  for (let at = from; word.length < WORD_LIMIT && isLone(lower, at); ) {
    word += lower[at];
    const cls = word.length >= PARTED_LETTERS ? classOf(word, vocabulary) : 0;
    if (cls !== 0) best = { end: at + 1, cls };
    let next = at + 1;
    while (next - at <= NOISE_UNITS && kindAt(lower, next) === SINGLE) next++;
    if (next === at + 1) break;
    at = next;
  }
  return best;
}
