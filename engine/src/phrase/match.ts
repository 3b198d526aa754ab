import type { Phrases } from './compile.js';
import type { Tokens } from './tokens.js';

/** A phrase found: its index, and the half-open range of tokens it covers. */
export type Hit = { readonly phrase: number; readonly from: number; readonly to: number };

/** Hits of one phrase that are kept: enough to quote from, bounded on a text that repeats one sentence for megabytes. */
export const HITS_PER_PHRASE = 8;

/** Finds all phrases of all languages in one pass, linear in the text (amortised fail links, a bounded number of outputs a token). */
export function matchPhrases(tokens: Tokens, phrases: Phrases): readonly Hit[] {
  const { states, fail, report, outFrom, outUse, outTokens, usePhrase, useGap, useLast } = phrases;
  const { endA, endB, beginA, beginB, kept, touched } = memoryOf(phrases);
  const hits: Hit[] = [];
  let state = 0;
  for (let t = 0; t < tokens.count; t++) {
    const position = tokens.position[t] as number;
    if (t > 0 && position - (tokens.position[t - 1] as number) > 1) state = 0;
    const cls = tokens.cls[t] as number;
    if (cls === 0) {
      state = 0;
      continue;
    }
    let next = states.child(state, cls);
    while (next < 0 && state !== 0) {
      state = fail[state] as number;
      next = states.child(state, cls);
    }
    state = Math.max(next, 0);
    for (let s = state; s !== 0; s = report[s] as number) {
      for (let o = outFrom[s] as number; o < (outFrom[s + 1] as number); o++) {
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
