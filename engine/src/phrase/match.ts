import { DIGIT, kindOfUnit } from '../fold/letters.js';
import type { Tokens } from '../fold/tokens.js';
import { NUMBER_CLASS, type Phrases } from './compile.js';

/** A phrase found: its index, and the half-open range of tokens it covers. */
export type Hit = { readonly phrase: number; readonly from: number; readonly to: number };

/** Hits of one phrase that are kept: enough to quote from, bounded on a text that repeats one sentence for megabytes. */
export const HITS_PER_PHRASE = 8;

type Words = Tokens & { readonly word: (token: number) => string };

/** Finds all phrases of all languages in one pass, linear in the text (amortised fail links, a bounded number of outputs a token). */
export function matchPhrases(tokens: Words, phrases: Phrases): readonly Hit[] {
  const { edges, fail, report, outFrom, outUse, outTokens, usePhrase, useGap, useLast } = phrases;
  const uses = usePhrase.length;
  // Of each piece the last two ends are remembered: the latest may overlap the piece that comes next, the one before it does not.
  const endA = new Int32Array(uses).fill(-1);
  const endB = new Int32Array(uses).fill(-1);
  const beginA = new Int32Array(uses);
  const beginB = new Int32Array(uses);
  const kept = new Uint8Array(phrases.phrases);
  const hits: Hit[] = [];
  let state = 0;
  for (let t = 0; t < tokens.count; t++) {
    const position = tokens.position[t] as number;
    if (t > 0 && position - (tokens.position[t - 1] as number) > 1) state = 0;
    const cls = classOf(tokens, t, phrases);
    if (cls === 0) {
      state = 0;
      continue;
    }
    let next = edges.get(state, cls);
    while (next < 0 && state !== 0) {
      state = fail[state] as number;
      next = edges.get(state, cls);
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
            kept[phrase] = (kept[phrase] as number) + 1;
            hits.push({ phrase, from: begin, to: t + 1 });
          }
        } else if (endA[use] !== position + 1) {
          endB[use] = endA[use] as number;
          beginB[use] = beginA[use] as number;
          endA[use] = position + 1;
          beginA[use] = begin;
        }
      }
    }
  }
  return hits;
}

function isNear(end: number, at: number, gap: number): boolean {
  return end >= 0 && at >= end && at - end <= gap;
}

/** The class of a token: the word itself if some phrase holds it, else its longest stem, else number, else 0. */
function classOf(tokens: Words, token: number, { wordEdges, wordClass, stemClass }: Phrases): number {
  const word = tokens.word(token);
  let node = 0;
  let stem = 0;
  let k = 0;
  for (; k < word.length; k++) {
    node = wordEdges.get(node, word.charCodeAt(k));
    if (node < 0) break;
    stem = (stemClass[node] as number) || stem;
  }
  if (k === word.length && node >= 0 && wordClass[node] !== 0) return wordClass[node] as number;
  if (stem !== 0) return stem;
  return kindOfUnit(word.charCodeAt(0)) === DIGIT ? NUMBER_CLASS : 0;
}
