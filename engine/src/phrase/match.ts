import { firstsOf, OUT_HEAD, type Phrases, tokensOf } from './compile.js';
import { openPiecesOf } from './open-pieces.js';
import type { Tokens } from './tokens.js';

/** A phrase found: its index, and the half-open range of tokens it covers. */
export type Hit = { readonly phrase: number; readonly from: number; readonly to: number };

/** Hits of one phrase that are kept: enough to quote from, bounded on a text that repeats one sentence for megabytes. */
export const HITS_PER_PHRASE = 8;

/** Pieces that may be under way at one token: at most 9 in texts made of nothing but phrases; one made to hold more loses the youngest. */
const THREADS = 64;
let threads = new Int32Array(THREADS);
let next = new Int32Array(THREADS);
/** Where the outputs of each of `next` stand. */
const ends = new Int32Array(THREADS);

/**
 * Finds all phrases of all languages in one pass. A token stands for its word and every stem that begins it, so a handful of
 * pieces is under way at once; linear in the text, since threads and outputs of a token are bounded. What is not meant (chance
 * words of another language) is no hit, however often it stands there.
 */
export function matchPhrases(tokens: Tokens, phrases: Phrases, isMeant: (hit: Hit) => boolean = () => true): readonly Hit[] {
  const { pieces, also, out, usePhrase, useLast } = phrases;
  const open = openPiecesOf(phrases);
  open.begin(tokens);
  const hits: Hit[] = [];
  const add = (use: number, from: number, t: number): void => {
    const phrase = usePhrase[use] as number;
    if ((open.kept[phrase] as number) >= HITS_PER_PHRASE) return;
    const hit = { phrase, from, to: t + 1 };
    if (!isMeant(hit)) return;
    open.kept[phrase] = (open.kept[phrase] as number) + 1;
    hits.push(hit);
  };
  let alive = 0;
  // Of the threads, those that began before the last token.
  let older = 0;
  for (let t = 0; t < tokens.count; t++) {
    const cls = tokens.cls[t] as number;
    if (cls === 0) {
      alive = 0;
      continue;
    }
    if (t > 0 && (tokens.position[t] as number) - (tokens.position[t - 1] as number) > 1) {
      alive = 0;
      open.forget();
    }
    let born = 0;
    // The oldest first, so that of two pieces that end here the longer one is remembered; a new one begins last.
    for (let k = 0; k < alive; k++) {
      const node = threads[k] as number;
      for (let c = cls; c !== 0; c = also[c] as number) {
        if (k >= older && !pieces.mayGoOn(node, c)) continue;
        const to = pieces.child(node, c);
        if (to < 0 || born === THREADS) continue;
        ends[born] = pieces.outputs(to);
        next[born++] = to;
      }
    }
    older = born;
    for (let c = cls; c !== 0; c = also[c] as number) {
      const to = pieces.begin(c);
      if (to < 0 || born === THREADS) continue;
      ends[born] = pieces.beginOutputs(c);
      next[born++] = to;
    }
    for (let k = 0; k < born; k++) {
      const place = ends[k] as number;
      if (place === 0) continue;
      const stop = place + OUT_HEAD + (out[place] as number);
      const head = out[place + 1] as number;
      const first = t + 1 - tokensOf(head);
      const others = place + OUT_HEAD + firstsOf(head);
      const before = hits.length;
      for (let o = place + OUT_HEAD, whole = o + (out[place + 2] as number); o < whole; o++) add(out[o] as number, first, t);
      open.endFirsts(place, first, t);
      const single = hits.length;
      const awaited = open.await(others, stop);
      for (let i = 0; i < awaited; i++) {
        const use = open.found[i] as number;
        const from = open.beginOf(use, first);
        if (from < 0) continue;
        if (useLast[use] === 1) add(use, from, t);
        else open.end(use, from, t);
      }
      // In the order of the phrases, whether they have one piece or several.
      if (single > before && hits.length > single) hits.push(...hits.splice(before).sort((a, b) => a.phrase - b.phrase));
    }
    [threads, next] = [next, threads];
    alive = born;
  }
  for (const { phrase } of hits) open.kept[phrase] = 0;
  return hits;
}
