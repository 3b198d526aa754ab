import { DIGIT, kindAt } from '../fold/letters.js';
import type { Trie } from './trie.js';

/** Every word and stem that some phrase holds, and the everyday words of each language: a word of a text becomes its class. */
export type Vocabulary = {
  readonly words: Trie;
  /** Per node the class of the word that ends there, and of the stem; 0: none. */
  readonly wordClass: Int32Array;
  readonly stemClass: Int32Array;
  /** What else a class stands for: the next shorter stem that begins it, or 0. */
  readonly also: Int32Array;
};

/** The class of every number that is not itself a word of some phrase. */
export const NUMBER_CLASS = 1;

/** The class of a whole word (`from` to `to`): its own if it has one, else that of the longest stem that begins it, else number, else 0. */
export function classOf(text: string, { words, wordClass, stemClass }: Vocabulary, from = 0, to = text.length): number {
  let node = 0;
  let stem = 0;
  for (let k = from; k < to; k++) {
    node = words.child(node, text.charCodeAt(k));
    if (node < 0) break;
    stem = (stemClass[node] as number) || stem;
  }
  if (node > 0 && wordClass[node] !== 0) return wordClass[node] as number;
  if (stem !== 0) return stem;
  return kindAt(text, from) === DIGIT ? NUMBER_CLASS : 0;
}

/** Whether a word stands in the vocabulary as it is, not only by a stem that begins it. */
export function isWord(word: string, { words, wordClass }: Vocabulary): boolean {
  let node = 0;
  for (let k = 0; k < word.length && node >= 0; k++) node = words.child(node, word.charCodeAt(k));
  return node > 0 && wordClass[node] !== 0;
}
