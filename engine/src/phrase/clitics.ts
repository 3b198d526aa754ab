import { WORD_LIMIT } from './boundaries.js';
import type { Vocabulary } from './vocabulary.js';

/** Letters that a word keeps behind what was written in front of it: with two left, half of a dictionary would do. */
const LEAST_LETTERS = 3;
/** Behind "and" and "so" alone, which stand before any word, two: "and all", "and in". */
const LEAST_BEHIND_AND = 2;

/** The article of Arabic: it says nothing to a phrase, which may have it or not. */
const ARTICLE = '\u0627\u0644';

const [AND, SO] = ['و', 'ف'];

const [FIRST, LAST] = [0x621, 0x64a];

/**
 * Arabic writes small words together with the next one: "and", "so", "with", "for", "as", the article; Egypt and the Levant "on the" and
 * "this" too. As folded, the shortest first: what leaves most of a word says most of it.
 */
const SMALL_WORDS: readonly string[] = [
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'ال',
  'لل',
  'وب',
  'ول',
  'فب',
  'فل',
  'وال',
  'فال',
  'بال',
  'كال',
  'عال',
  'هال',
  'ولل',
  'فلل',
  'وبال',
  'وكال',
  'فبال',
];

/** And the "will" and "is doing" of a verb: a phrase about what was done must not be found in what will be, if both stand in phrases. */
const OF_VERBS: readonly string[] = ['س', 'ه', 'ح', 'بي', 'وس', 'وه', 'وح', 'فس', 'فه', 'فح', 'وبي', 'وبت'];

const IN_FRONT: readonly string[] = [...SMALL_WORDS, ...OF_VERBS];

function isArabic(c: number): boolean {
  return c >= FIRST && c <= LAST;
}

/** The word of a phrase without the article, as it is looked up: whoever writes phrases need not think of it. */
export function withoutArticle(word: string): string {
  return word.startsWith(ARTICLE) && word.length >= ARTICLE.length + LEAST_LETTERS ? word.slice(ARTICLE.length) : word;
}

/**
 * The class of an Arabic word that the vocabulary has only without what is written in front of it, or 0. For words that it has not as
 * they are; at most so many walks of the trie as there are ways to begin.
 */
export function classBehindClitics(lower: string, from: number, to: number, vocabulary: Vocabulary): number {
  if (!isArabic(lower.charCodeAt(from)) || to - from > WORD_LIMIT) return 0;
  for (const clitic of IN_FRONT) {
    const least = clitic === AND || clitic === SO ? LEAST_BEHIND_AND : LEAST_LETTERS;
    if (to - from < clitic.length + least || !lower.startsWith(clitic, from)) continue;
    const cls = classFrom(lower, from + clitic.length, to, vocabulary);
    if (cls !== 0) return cls;
  }
  return 0;
}

/** For a word that has phrases of its own: the same word without what stands in front of it, if `known` tells a class of that. */
export function classOfBare(word: string, known: (text: string) => number): number {
  if (!isArabic(word.charCodeAt(0))) return 0;
  for (const clitic of SMALL_WORDS) {
    if (word.length < clitic.length + LEAST_LETTERS || !word.startsWith(clitic)) continue;
    const cls = known(word.slice(clitic.length));
    if (cls !== 0) return cls;
  }
  return 0;
}

function classFrom(lower: string, from: number, to: number, { words, wordClass, stemClass }: Vocabulary): number {
  let node = 0;
  let stem = 0;
  for (let at = from; at < to; at++) {
    node = words.child(node, lower.charCodeAt(at));
    if (node < 0) return stem;
    stem = (stemClass[node] as number) || stem;
  }
  return (wordClass[node] as number) || stem;
}
