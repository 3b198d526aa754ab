import { isFirstOut, type Phrases, PIECE_TOKENS, useOfOut } from './compile.js';
import type { Tokens } from './tokens.js';

/** A phrase found: its index, and the half-open range of tokens it covers. */
export type Hit = { readonly phrase: number; readonly from: number; readonly to: number };

/** Hits of one phrase that are kept: enough to quote from, bounded on a text that repeats one sentence for megabytes. */
export const HITS_PER_PHRASE = 8;

/** Pieces that may be under way at one token: at most 9 in texts made of nothing but phrases; one made to hold more loses the youngest. */
const THREADS = 64;

/**
 * Finds all phrases of all languages in one pass. A token stands for its word and every stem that begins it, so a handful of
 * pieces is under way at once; linear in the text, since threads and outputs of a token are bounded. What is not meant (chance
 * words of another language) is no hit, however often it stands there.
 */
export function matchPhrases(tokens: Tokens, phrases: Phrases, isMeant: (hit: Hit) => boolean = () => true): readonly Hit[] {
  const { pieces, also, outFrom, out, usePhrase, useGap, useLast } = phrases;
  const { ends, open, kept, touched } = memoryOf(phrases);
  let isOpen = false;
  const hits: Hit[] = [];
  let threads = new Int32Array(THREADS);
  let next = new Int32Array(THREADS);
  let alive = 0;
  for (let t = 0; t < tokens.count; t++) {
    const position = tokens.position[t] as number;
    const cls = tokens.cls[t] as number;
    if (cls === 0) {
      alive = 0;
      continue;
    }
    if (t > 0 && position - (tokens.position[t - 1] as number) > 1) {
      alive = 0;
      if (isOpen) open.fill(0);
      isOpen = false;
    }
    let born = 0;
    for (let k = 0; k <= alive; k++) {
      // The oldest first, so that of two pieces that end here the longer one is remembered; a new one begins last.
      const node = k < alive ? (threads[k] as number) : 0;
      for (let c = cls; c !== 0; c = also[c] as number) {
        const to = pieces.child(node, c);
        if (to >= 0 && born < THREADS) next[born++] = to;
      }
    }
    for (let k = 0; k < born; k++) {
      const node = next[k] as number;
      for (let o = outFrom[node] as number; o < (outFrom[node + 1] as number); o++) {
        const packed = out[o] as number;
        const use = useOfOut(packed);
        let begin = t + 1 - (packed & PIECE_TOKENS);
        if (!isFirstOut(packed)) {
          if (((open[(use - 1) >> 5] as number) & (1 << (use - 1))) === 0) continue;
          const before = (use - 1) * SLOTS;
          const at = tokens.position[begin] as number;
          const gap = useGap[use] as number;
          if (isNear(ends[before] as number, at, gap)) begin = ends[before + 1] as number;
          else if (isNear(ends[before + 2] as number, at, gap)) begin = ends[before + 3] as number;
          else continue;
        }
        if (useLast[use] === 1) {
          const phrase = usePhrase[use] as number;
          if ((kept[phrase] as number) >= HITS_PER_PHRASE) continue;
          const hit = { phrase, from: begin, to: t + 1 };
          if (isMeant(hit)) {
            if (kept[phrase] === 0) touched.push(-1 - phrase);
            kept[phrase] = (kept[phrase] as number) + 1;
            hits.push(hit);
          }
          continue;
        }
        const slot = use * SLOTS;
        if (ends[slot] === position + 1) continue;
        if (ends[slot] === -1) touched.push(use);
        ends[slot + 2] = ends[slot] as number;
        ends[slot + 3] = ends[slot + 1] as number;
        ends[slot] = position + 1;
        ends[slot + 1] = begin;
        open[use >> 5] = (open[use >> 5] as number) | (1 << use);
        isOpen = true;
      }
    }
    [threads, next] = [next, threads];
    alive = born;
  }
  open.fill(0);
  for (const mark of touched) {
    if (mark < 0) kept[-1 - mark] = 0;
    else {
      ends[mark * SLOTS] = -1;
      ends[mark * SLOTS + 2] = -1;
    }
  }
  touched.length = 0;
  return hits;
}

/** Of each piece the last two ends are remembered: the latest may overlap the piece that comes next, the one before it does not. */
const SLOTS = 4;

type Memory = {
  /** Per use: end and begin of its last piece, end and begin of the one before; an end of -1 is none. */
  readonly ends: Int32Array;
  /**
   * Per use one bit: its piece ended in this sentence. A token is the second piece of some forty phrases, whose first nearly
   * never stands there: this is small enough to be asked each time.
   */
  readonly open: Int32Array;
  readonly kept: Uint8Array;
  /** Uses (and, as -1 - n, phrases) whose memory is to be wiped: laying out the whole for each text would cost more than matching it. */
  readonly touched: number[];
};
const MEMORIES = new WeakMap<Phrases, Memory>();

function memoryOf(phrases: Phrases): Memory {
  let memory = MEMORIES.get(phrases);
  if (memory === undefined) {
    const uses = phrases.usePhrase.length;
    memory = {
      ends: new Int32Array(uses * SLOTS).fill(-1),
      open: new Int32Array((uses >> 5) + 1),
      kept: new Uint8Array(phrases.phrases),
      touched: [],
    };
    MEMORIES.set(phrases, memory);
  }
  return memory;
}

function isNear(end: number, at: number, gap: number): boolean {
  return end >= 0 && at >= end && at - end <= gap;
}
