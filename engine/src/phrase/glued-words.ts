import { RUN_LETTERS } from './lone-letters.js';
import type { Vocabulary } from './vocabulary.js';

/** Shortest word that may be several run together, and the longest that is looked at. */
const GLUED_UNITS = 12;
/** A cut into words counts if this share of the letters stands in known words, and three of them have four letters. */
const GLUED_SHARE = 0.8;
const GLUED_WORDS = 3;
const LONG_WORD = 4;
/** Price of a letter that no known word covers; a known word costs 1, one with an ending that is not known 1 and its ending. */
const STRAY = 4;
const ENDING = 5;

// Of the cheapest cut up to each letter: what it costs, where its last word begins, and that word's class. One for all words.
const price = new Float64Array(RUN_LETTERS + 1);
const back = new Int32Array(RUN_LETTERS + 1);
const cls = new Int32Array(RUN_LETTERS + 1);

export type Piece = { readonly from: number; readonly to: number; readonly cls: number };

/** The known words of "ihavehackedyourdevice", by the cheapest cut, or null if it is not such a thing. */
export function gluedWords(word: string, { words, wordClass, stemClass }: Vocabulary): Piece[] | null {
  const size = word.length;
  if (size < GLUED_UNITS || size > RUN_LETTERS) return null;
  price.fill(Number.POSITIVE_INFINITY, 0, size + 1);
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
