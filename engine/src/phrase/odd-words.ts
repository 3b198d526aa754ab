import { GAP, kindOfUnit, LETTER, SINGLE } from '../fold/letters.js';
import { DOT, endsSentence, WORD_LIMIT, wordEnd } from './boundaries.js';
import { classOf, type Vocabulary } from './vocabulary.js';

/**
 * Words spelled so that a filter would not know them. Each way of spelling proposes; the vocabulary decides, so honest words
 * stay what they are. All bounded: a text of nothing but such words costs a small multiple of a plain one.
 */

/** Letters standing alone in a row that make a word: "b i t c o i n". */
const SPACED_LETTERS = 4;
/** Signs between two lone letters: "b - i - t", "[b][i][t]". */
const JOINT_UNITS = 3;
/** Letters of one spaced-out run that are joined: a paragraph of letters, cut into words by what is known. */
const RUN_LETTERS = 400;

export type LoneLetters = { readonly end: number; readonly word: string; readonly at: readonly number[]; readonly spaced: boolean };

/** R.A.T, "b i t c o i n", [b][i][t]: lone letters parted by the same signs. `at[k]` is where letter k stands. */
export function loneLetters(lower: string, from: number): LoneLetters | null {
  let joint = '';
  let to = from + 1;
  while (to < lower.length && to - from <= JOINT_UNITS && kindOfUnit(lower.charCodeAt(to)) === GAP) joint += lower[to++];
  if (joint === '' || joint.includes('\n\n')) return null;
  const at: number[] = [];
  let word = '';
  let k = from;
  while (word.length < RUN_LETTERS && kindOfUnit(lower.charCodeAt(k)) === LETTER && wordEnd(lower, k) === k + 1) {
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

/** Letters of a word parted by one to three characters of a script without spaces. */
const NOISE_UNITS = 3;
const PARTED_LETTERS = 4;

export function partedLetters(lower: string, from: number, vocabulary: Vocabulary): { readonly end: number; readonly cls: number } | null {
  let word = '';
  let best: { end: number; cls: number } | null = null;
  for (let at = from; word.length < WORD_LIMIT && kindOfUnit(lower.charCodeAt(at)) === LETTER && wordEnd(lower, at) === at + 1; ) {
    word += lower[at];
    const cls = word.length >= PARTED_LETTERS ? classOf(word, vocabulary) : 0;
    if (cls !== 0) best = { end: at + 1, cls };
    let next = at + 1;
    while (next - at <= NOISE_UNITS && kindOfUnit(lower.charCodeAt(next)) === SINGLE) next++;
    if (next === at + 1) break;
    at = next;
  }
  return best;
}

/** Pieces that a word may have been cut into, and units between two of them. */
const PIECES = 4;
const CUT_UNITS = 3;

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
    while (at < lower.length && at - gap < CUT_UNITS && kindOfUnit(lower.charCodeAt(at)) === GAP) {
      if (endsSentence(lower, at)) return null;
      at++;
    }
    if (at === gap || kindOfUnit(lower.charCodeAt(at)) !== LETTER) return null;
    const begin = at;
    while (at < lower.length && at - from < WORD_LIMIT * 2 && kindOfUnit(lower.charCodeAt(at)) === LETTER) {
      if (node >= 0) node = words.child(node, lower.charCodeAt(at));
      if (node < 0 && stem === 0) return null;
      if (node > 0 && stemClass[node] !== 0) stem = stemClass[node] as number;
      at++;
    }
    if (whole) whole = classOf(lower.slice(begin, at), vocabulary) !== 0;
    const cls = (node > 0 && (wordClass[node] as number)) || stem;
    if (cls !== 0) return whole ? null : { end: at, cls };
  }
  return null;
}

/** Shortest word that may be several run together, and the longest that is looked at. */
const GLUED_UNITS = 12;
/** A cut into words counts if this share of the letters stands in known words, and three of them have four letters. */
const GLUED_SHARE = 0.8;
const GLUED_WORDS = 3;
const LONG_WORD = 4;
/** Price of a letter that no known word covers; a known word costs 1, one with an ending that is not known 1 and its ending. */
const STRAY = 4;
const ENDING = 5;

export type Piece = { readonly from: number; readonly to: number; readonly cls: number };

/** The known words of "ihavehackedyourdevice", by the cheapest cut, or null if it is not such a thing. */
export function gluedWords(word: string, { words, wordClass, stemClass }: Vocabulary): Piece[] | null {
  const size = word.length;
  if (size < GLUED_UNITS || size > RUN_LETTERS) return null;
  const price = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const back = new Int32Array(size + 1).fill(-1);
  const cls = new Int32Array(size + 1);
  price[0] = 0;
  const offer = (from: number, to: number, cost: number, is: number): void => {
    const sum = (price[from] as number) + cost;
    if (sum >= (price[to] as number)) return;
    price[to] = sum;
    back[to] = from;
    cls[to] = is;
  };
  for (let from = 0; from < size; from++) {
    offer(from, from + 1, STRAY, 0);
    let node = 0;
    for (let at = from; at < size; at++) {
      node = words.child(node, word.charCodeAt(at));
      if (node < 0) break;
      if (wordClass[node] !== 0) offer(from, at + 1, at === from ? 2 : 1, wordClass[node] as number);
      if (stemClass[node] !== 0) for (let e = 0; e <= ENDING && at + 1 + e <= size; e++) offer(from, at + 1 + e, 1 + e * 0.5, stemClass[node] as number);
    }
  }
  const pieces: Piece[] = [];
  let covered = 0;
  let long = 0;
  for (let to = size; to > 0; to = back[to] as number) {
    const from = back[to] as number;
    pieces.push({ from, to, cls: cls[to] as number });
    if (cls[to] !== 0) covered += to - from;
    if (cls[to] !== 0 && to - from >= LONG_WORD) long++;
  }
  return covered >= size * GLUED_SHARE && long >= GLUED_WORDS ? pieces.reverse() : null;
}
