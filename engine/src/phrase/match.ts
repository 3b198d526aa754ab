import type { Phrases } from './compile.js';
import type { Tokens } from './tokens.js';

/** A phrase found: its index, and the half-open range of tokens it covers. */
export type Hit = { readonly phrase: number; readonly from: number; readonly to: number };

/** Hits of one phrase that are kept: enough to quote from, bounded on a text that repeats one sentence for megabytes. */
export const HITS_PER_PHRASE = 8;

/** Pieces that may be under way at one token: a few in real texts; a text made to hold more loses the youngest. */
const THREADS = 256;

/**
 * Finds all phrases of all languages in one pass. A token stands for its word and every stem that begins it, so a handful of
 * pieces is under way at once; linear in the text, since threads and outputs of a token are bounded.
 */
export function matchPhrases(tokens: Tokens, phrases: Phrases): readonly Hit[] {
  const { pieces, also, outFrom, outUse, outTokens, usePhrase, useGap, useLast } = phrases;
  const { endA, endB, beginA, beginB, kept, touched } = memoryOf(phrases);
  const hits: Hit[] = [];
  let threads = new Int32Array(THREADS);
  let next = new Int32Array(THREADS);
  let alive = 0;
  for (let t = 0; t < tokens.count; t++) {
    const position = tokens.position[t] as number;
    const cls = tokens.cls[t] as number;
    if (cls === 0 || (t > 0 && position - (tokens.position[t - 1] as number) > 1)) alive = 0;
    if (cls === 0) continue;
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
        const use = outUse[o] as number;
        const first = t - (outTokens[o] as number) + 1;
        const gap = useGap[use] as number;
        let begin = first;
        if (gap >= 0) {
          const at = tokens.position[first] as number;
          const before = use - 1;
          if (isNear(endA[before] as number, at, gap)) begin = beginA[before] as number;
          else if (isNear(endB[before] as number, at, gap)) begin = beginB[before] as number;
          else continue;
        }
        if (useLast[use] === 1) {
          const phrase = usePhrase[use] as number;
          if ((kept[phrase] as number) < HITS_PER_PHRASE) {
            if (kept[phrase] === 0) touched.push(-1 - phrase);
            kept[phrase] = (kept[phrase] as number) + 1;
            hits.push({ phrase, from: begin, to: t + 1 });
          }
        } else if (endA[use] !== position + 1) {
          if (endA[use] === -1) touched.push(use);
          endB[use] = endA[use] as number;
          beginB[use] = beginA[use] as number;
          endA[use] = position + 1;
          beginA[use] = begin;
        }
      }
    }
    [threads, next] = [next, threads];
    alive = born;
  }
  for (const mark of touched) {
    if (mark < 0) kept[-1 - mark] = 0;
    else {
      endA[mark] = -1;
      endB[mark] = -1;
    }
  }
  touched.length = 0;
  return hits;
}

/** Of each piece the last two ends are remembered: the latest may overlap the piece that comes next, the one before it does not. */
type Memory = {
  readonly endA: Int32Array;
  readonly endB: Int32Array;
  readonly beginA: Int32Array;
  readonly beginB: Int32Array;
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
      endA: new Int32Array(uses).fill(-1),
      endB: new Int32Array(uses).fill(-1),
      beginA: new Int32Array(uses),
      beginB: new Int32Array(uses),
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
