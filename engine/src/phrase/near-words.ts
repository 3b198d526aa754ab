import { kindOfUnit, LETTER } from '../fold/letters.js';
import { WORD_LIMIT } from './boundaries.js';
import { classOf, type Vocabulary } from './vocabulary.js';

/** Shortest word that is put right: two letters are near half of all words of two letters. */
const SHORTEST = 3;
/** Letters of a stem before the place where the ending is free: with fewer, one error and any ending are no word any more. */
const STEM_LETTERS = 5;
/** A word of so many letters may have two errors: one in eight. */
const LONG_WORD = 16;
/** Words that one may have been: three letters are near some fifty of 31 languages. */
const MOST = 64;
/** Nodes that are visited for one word: its first letter is one of some 400, every later one of a handful. */
const STEPS = 8192;

/** Letters that are drawn alike, in one case: a known word read for another one differs in these only. */
const ALIKE = ['oceaqd', 'iljtf', 'nhurm', 'vyuw', 'gqy', 'bh', 'sz', 'kx', 'рпн', 'иннц', 'сео', 'бв', 'шщ', 'лп', 'зэ', 'ьы', 'гт'];
const IS_ALIKE = new Set(ALIKE.flatMap((group) => Array.from(group, (a) => Array.from(group, (b) => a + b)).flat()));

/** A class that a word may have been, and the errors it then has. */
export type Near = { readonly cls: number; readonly errors: number };

/** `any`: one error of any kind (a long word: two); `alike`: one letter read for one that is drawn like it, as a known word may be. */
export type Slips = 'any' | 'alike';

/** The words and stems of the vocabulary that a word read from a picture may have been, not counting itself; the time is bounded. */
export function nearWords(word: string, vocabulary: Vocabulary, slips: Slips, steps = { taken: 0 }): Near[] {
  if (word.length < SHORTEST || word.length > WORD_LIMIT) return [];
  const { words, wordClass, stemClass } = vocabulary;
  const own = classOf(word, vocabulary);
  const most = slips === 'any' && word.length >= LONG_WORD ? 2 : 1;
  const found = new Map<number, number>();
  const last = steps.taken + STEPS;
  const add = (cls: number, errors: number): void => {
    if (cls !== 0 && cls !== own && (found.has(cls) || found.size < MOST) && errors < (found.get(cls) ?? 3)) found.set(cls, errors);
  };
  const walk = (at: number, node: number, errors: number): void => {
    if (steps.taken++ >= last) return;
    if (errors > 0 && at >= STEM_LETTERS) add(stemClass[node] as number, errors);
    if (at === word.length && errors > 0) add(wordClass[node] as number, errors);
    const c = word.charCodeAt(at);
    if (at < word.length) {
      const same = words.child(node, c);
      if (same >= 0) walk(at + 1, same, errors);
    }
    if (errors === most) return;
    if (slips === 'any' && at < word.length) walk(at + 1, node, errors + 1);
    for (const child of node === 0 ? lettersOf(vocabulary) : childrenOf(vocabulary, node)) {
      const label = words.label[child] as number;
      if (slips === 'alike') {
        if (at < word.length && label !== c && IS_ALIKE.has((word[at] as string) + String.fromCharCode(label))) walk(at + 1, child, errors + 1);
        continue;
      }
      if (at < word.length && label !== c) walk(at + 1, child, errors + 1);
      walk(at, child, errors + 1);
    }
  };
  walk(0, 0, 0);
  return [...found].map(([cls, errors]) => ({ cls, errors }));
}

function* childrenOf({ words }: Vocabulary, node: number): Iterable<number> {
  for (let child = words.first[node] as number; child < (words.first[node + 1] as number); child++) yield child;
}

const LETTERS = new WeakMap<Vocabulary, readonly number[]>();

/** The root's children that are letters: the others, thousands, are words by themselves. */
function lettersOf(vocabulary: Vocabulary): readonly number[] {
  let letters = LETTERS.get(vocabulary);
  if (letters === undefined) {
    letters = [...childrenOf(vocabulary, 0)].filter((child) => kindOfUnit(vocabulary.words.label[child] as number) === LETTER);
    LETTERS.set(vocabulary, letters);
  }
  return letters;
}
