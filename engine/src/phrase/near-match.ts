import { DIGIT, GAP, kindOfUnit, SINGLE } from '../fold/letters.js';
import { firstsOf, OUT_HEAD, type Phrases } from './compile.js';
import { HITS_PER_PHRASE, type Hit } from './match.js';
import { characterOf, mayBeAdded, mayBeTaken } from './near-characters.js';
import { type Edge, edgesOf } from './near-edges.js';
import type { Tokens } from './tokens.js';

/** Letters of a phrase for each error in it. */
export const LETTERS_PER_ERROR = 8;
/** Letters of a piece with an error in it: of fewer, what is left is no word. */
const PIECE_LETTERS = 4;
/** Pieces under way at one token. A page of OCR has some sixty; those that began first are kept. */
const THREADS = 2048;
/** Characters that may have stood where one was misread or lost. Few pieces branch wider behind their first two. */
const BRANCHES = 512;
/** Characters of a piece that were read rightly before one may be anything. */
const SOLID = 1;

const HALF = 1 << 25;

/** Letters or digits that may stand between characters of a script without spaces for one of them. */
const STRAY = 2;

/** A piece under way: its node, by which labels it came there (as a hash), its first token, letters and errors so far. */
type Thread = { readonly node: number; readonly path: number; readonly begin: number; readonly letters: number; readonly errors: number };
type Way = Pick<Thread, 'node' | 'path'>;
/** A piece that ended: `end` is a position. */
type Ended = { readonly end: number; readonly begin: number; readonly letters: number; readonly errors: number };

/**
 * Phrases in a text read from a picture, with at most one error in eight letters of the phrase and at least one: a letter misread, lost
 * or added, a space lost or added. Exact ones are found by `matchPhrases`. Linear: threads, ways to read a token and branches of a
 * thread are bounded. `steps` counts them.
 */
export function matchNearly(tokens: Tokens, phrases: Phrases, isMeant: (hit: Hit) => boolean = () => true, steps = { taken: 0 }): readonly Hit[] {
  const { pieces, also, out, usePhrase, useGap, useLast } = phrases;
  const edges = edgesOf(tokens, phrases, steps);
  const ended = new Map<number, readonly Ended[]>();
  const kept = new Map<number, number>();
  const hits: Hit[] = [];
  const at: Map<number, Thread>[] = Array.from({ length: tokens.count + 1 }, () => new Map());
  const sizes = lettersOf(tokens);
  const isSingle = (t: number): boolean => kindOfUnit(tokens.lower.charCodeAt(tokens.start[t] as number)) === SINGLE;

  const arrive = (thread: Thread, to: number): void => {
    steps.taken++;
    if (thread.errors * LETTERS_PER_ERROR > thread.letters + 2 * LETTERS_PER_ERROR - 1) return;
    const here = at[to] as Map<number, Thread>;
    const key = thread.path * 4 + Math.min(3, thread.errors);
    if (here.size >= THREADS || here.has(key)) return;
    here.set(key, thread);
    if (thread.errors === 0 || thread.letters >= PIECE_LETTERS) finish(thread, to);
  };
  const finish = ({ node, begin, letters, errors }: Thread, to: number): void => {
    const end = (tokens.position[to - 1] as number) + 1;
    const place = pieces.outputs(node);
    if (place === 0) return;
    const from = place + OUT_HEAD;
    const stop = from + (out[place] as number);
    const others = from + firstsOf(out[place + 1] as number);
    for (let o = from; o < stop; o++) {
      const use = out[o] as number;
      let whole: Ended = { end, begin, letters, errors };
      if (o >= others) {
        const before = fewest(ended.get(use - 1) ?? [], tokens.position[begin] as number, useGap[use] as number);
        if (before === undefined) continue;
        whole = { end, begin: before.begin, letters: letters + before.letters, errors: errors + before.errors };
      }
      if (useLast[use] === 1) keep(usePhrase[use] as number, whole, to);
      else ended.set(use, withEnd(ended.get(use), whole));
    }
  };
  const keep = (phrase: number, { begin, letters, errors }: Ended, to: number): void => {
    if (errors === 0 || errors * LETTERS_PER_ERROR > letters || (kept.get(phrase) ?? 0) >= HITS_PER_PHRASE) return;
    const hit = { phrase, from: begin, to };
    if (!isMeant(hit)) return;
    kept.set(phrase, (kept.get(phrase) ?? 0) + 1);
    hits.push(hit);
  };
  const step = (thread: Thread, edge: Edge, t: number): void => {
    let nodes: readonly Way[] = [thread];
    for (const cls of edge.classes) {
      const next: Way[] = [];
      for (const { node, path } of nodes) {
        for (let c = cls; c !== 0; c = also[c] as number) {
          const to = pieces.child(node, c);
          steps.taken++;
          if (to >= 0) next.push({ node: to, path: pathBy(path, c) });
        }
      }
      nodes = next;
    }
    const to = t + edge.tokens;
    let { letters } = thread;
    for (let k = t; k < to; k++) letters += sizes[k] as number;
    for (const { node, path } of nodes) arrive({ node, path, begin: thread.begin, letters, errors: thread.errors + edge.errors }, to);
  };
  const slip = (thread: Thread, t: number): void => {
    // A character too many, misread, or lost: any that the piece could go on with.
    const { node, path, begin, letters } = thread;
    const read = tokens.lower.charCodeAt(tokens.start[t] as number);
    if (mayBeAdded(read)) arrive({ node, path, begin, letters, errors: 1 }, t + 1);
    const branches = Math.min(pieces.edges(node), BRANCHES);
    for (let k = 0; k < branches; k++) {
      const label = pieces.label(node, k);
      const meant = characterOf(label, phrases);
      steps.taken++;
      if (meant === undefined) continue;
      const child = { node: pieces.target(node, k), path: pathBy(path, label), begin, errors: 1 };
      if (mayBeTaken(read, meant)) arrive({ ...child, letters: letters + 1 }, t + 1);
      for (const edge of edges[t] as readonly Edge[]) {
        if (edge.errors === 0) step({ ...child, letters }, edge, t);
      }
    }
  };

  for (let t = 0; t < tokens.count; t++) {
    const isNew = t > 0 && (tokens.position[t] as number) - (tokens.position[t - 1] as number) > 1;
    const here = isNew ? new Map<number, Thread>() : (at[t] as Map<number, Thread>);
    at[t] = new Map();
    if (isNew) ended.clear();
    for (const edge of edges[t] as readonly Edge[]) {
      for (const thread of here.values()) step(thread, edge, t);
      step({ node: 0, path: 0, begin: t, letters: 0, errors: 0 }, edge, t);
    }
    if (t > 0 && isSingle(t - 1) && (isSingle(t) || (sizes[t] as number) <= STRAY))
      for (const thread of here.values()) if (thread.errors === 0 && thread.letters >= SOLID) slip(thread, t);
  }
  return hits;
}

/** Equal ends of different pieces are one node: by what led there they are told apart. Fifty bits of a hash, so that with its errors it is a whole number. */
function pathBy(path: number, label: number): number {
  const low = Math.imul((path % HALF) ^ label, 0x9e3779b1) >>> 7;
  const high = Math.imul(Math.floor(path / HALF) ^ Math.imul(label, 0x85ebca6b), 0x2c1b3c6d) >>> 7;
  return high * HALF + ((low ^ (low >>> 11)) % HALF);
}

/** Letters of each token; a number counts as none, since any number will do. */
function lettersOf(tokens: Tokens): Uint8Array {
  const sizes = new Uint8Array(tokens.count);
  for (let t = 0; t < tokens.count; t++) {
    for (let k = tokens.start[t] as number; k < (tokens.end[t] as number) && (sizes[t] as number) < 255; k++) {
      const kind = kindOfUnit(tokens.lower.charCodeAt(k));
      if (kind !== GAP && kind !== DIGIT) sizes[t] = (sizes[t] as number) + 1;
    }
  }
  return sizes;
}

/** Of the ends that a gap reaches back to from `from`, the one with the fewest errors. */
function fewest(ends: readonly Ended[], from: number, gap: number): Ended | undefined {
  let best: Ended | undefined;
  for (const one of ends) if (from >= one.end && from - one.end <= gap && (best === undefined || one.errors < best.errors)) best = one;
  return best;
}

/** The last two ends, of pieces with as few errors as may be first. */
function withEnd(ends: readonly Ended[] | undefined, one: Ended): readonly Ended[] {
  const others = (ends ?? []).filter((other) => other.end !== one.end || other.errors !== one.errors);
  return [one, ...others].slice(0, 4);
}
