import { DIGIT, kindOfUnit } from '../fold/letters.js';
import { classBehindClitics } from './clitics.js';
import { gluedWords, type Piece } from './glued-words.js';
import type { Vocabulary } from './vocabulary.js';

/** What the vocabulary says of a word by itself. */
export type Word = {
  /** Where it ends in the trie; -1: nowhere. */
  readonly node: number;
  readonly cls: number;
  /** Bit k: letter k of a to z goes on behind it in the trie. */
  readonly letters: number;
  /** Its pieces, if it is words run together. */
  readonly glued: readonly Piece[] | null;
  readonly digits: boolean;
};

/** Words that are remembered. */
const SLOTS = 8192;
/** A slot is a line of the processor's memory: node, class, letters, marks and size, and the units of a word of at most 24. */
const SLOT = 16;
const LONGEST = 24;
const [NODE, CLASS, LETTERS, MARKS] = [0, 1, 2, 3];
const UNITS = 8;

/** The size stands below the marks. */
const SIZE = 0xff;
const HAS_DIGITS = 1 << 8;
const IS_GLUED = 1 << 9;
const GOES_ON = 1 << 10;

const FIRST_LETTER = 97;
const LAST_LETTER = 122;

/**
 * Words of texts, as the vocabulary knows them. A walk of the trie costs ten times as much a letter as a look at a word that was
 * asked for before, and most words were. A new word takes the slot of an old one: half a megabyte, whatever a mail holds.
 */
export class KnownWords {
  private readonly slots = new Int32Array((SLOTS + 1) * SLOT);
  private readonly units = new Uint16Array(this.slots.buffer);

  constructor(private readonly vocabulary: Vocabulary) {}

  /** The slot of the word from `from` to `to`, until the next one is asked for; `hash` is made of its units. */
  at(lower: string, from: number, to: number, hash: number): number {
    const size = to - from;
    const { slots, units } = this;
    // Long words are not remembered: the slot behind the others is asked anew each time.
    const slot = size > LONGEST ? SLOTS * SLOT : (hash >>> 19) * SLOT;
    const first = slot * 2 + UNITS;
    if (((slots[slot + MARKS] as number) & SIZE) === size) {
      let k = 0;
      while (k < size && units[first + k] === lower.charCodeAt(from + k)) k++;
      if (k === size) return slot;
    }
    const { node, cls, letters, glued, digits } = this.ask(lower, from, to);
    slots[slot + NODE] = node;
    slots[slot + CLASS] = cls;
    slots[slot + LETTERS] = letters;
    const goesOn = node > 0 && this.vocabulary.words.first[node] !== this.vocabulary.words.first[node + 1];
    slots[slot + MARKS] = (digits ? HAS_DIGITS : 0) | (glued === null ? 0 : IS_GLUED) | (goesOn ? GOES_ON : 0) | (size > LONGEST ? 0 : size);
    if (size <= LONGEST) for (let k = 0; k < size; k++) units[first + k] = lower.charCodeAt(from + k);
    return slot;
  }

  /** Where the word ends in the trie; -1: nowhere. */
  nodeAt(slot: number): number {
    return this.slots[slot + NODE] as number;
  }

  classAt(slot: number): number {
    return this.slots[slot + CLASS] as number;
  }

  /** The word has digits, or is words run together. */
  isOdd(slot: number): boolean {
    return ((this.slots[slot + MARKS] as number) & (HAS_DIGITS | IS_GLUED)) !== 0;
  }

  /** Some unit goes on behind the word in the trie. */
  goesOn(slot: number): boolean {
    return ((this.slots[slot + MARKS] as number) & GOES_ON) !== 0;
  }

  /** This unit goes on behind the word in the trie. */
  goesOnBy(slot: number, unit: number): boolean {
    if (unit >= FIRST_LETTER && unit <= LAST_LETTER) return ((this.slots[slot + LETTERS] as number) & (1 << (unit - FIRST_LETTER))) !== 0;
    return this.vocabulary.words.child(this.slots[slot + NODE] as number, unit) >= 0;
  }

  /** The word of a slot, which stands from `from` to `to`. */
  word(slot: number, lower: string, from: number, to: number): Word {
    const { slots } = this;
    const marks = slots[slot + MARKS] as number;
    if ((marks & IS_GLUED) !== 0) return this.ask(lower, from, to);
    const [node, cls, letters] = [slots[slot + NODE] as number, slots[slot + CLASS] as number, slots[slot + LETTERS] as number];
    return { node, cls, letters, glued: null, digits: (marks & HAS_DIGITS) !== 0 };
  }

  private ask(lower: string, from: number, to: number): Word {
    const { words, wordClass, stemClass } = this.vocabulary;
    let node = 0;
    let stem = 0;
    let digits = false;
    for (let at = from; at < to; at++) {
      const unit = lower.charCodeAt(at);
      if (kindOfUnit(unit) === DIGIT) digits = true;
      if (node < 0) continue;
      node = words.child(node, unit);
      if (node > 0 && stemClass[node] !== 0) stem = stemClass[node] as number;
    }
    const cls = (node > 0 && (wordClass[node] as number)) || stem || classBehindClitics(lower, from, to, this.vocabulary);
    const glued = (cls === 0 || node < 0) && !digits ? gluedWords(lower.slice(from, to), this.vocabulary) : null;
    let letters = 0;
    for (let child = node > 0 ? (words.first[node] as number) : 0; node > 0 && child < (words.first[node + 1] as number); child++) {
      const label = words.label[child] as number;
      if (label >= FIRST_LETTER && label <= LAST_LETTER) letters |= 1 << (label - FIRST_LETTER);
    }
    return { node, cls, letters, glued, digits };
  }
}

const KNOWN = new WeakMap<Vocabulary, KnownWords>();

export function knownWordsOf(vocabulary: Vocabulary): KnownWords {
  let known = KNOWN.get(vocabulary);
  if (known === undefined) {
    known = new KnownWords(vocabulary);
    KNOWN.set(vocabulary, known);
  }
  return known;
}
