import { EdgeTable } from './edge-table.js';
import { type Atom, type Choice, parsePattern } from './pattern.js';

/** One phrase to be found: which section of which language it speaks for. `id` is the index that a hit gives back. */
export type PhraseSource = { readonly line: string; readonly where: string };

/**
 * The compiled form of all phrases of all languages: two tries in flat arrays, so that it loads without being parsed.
 * Words -> classes (a word stands for itself and for every stem that begins it), classes -> pieces (Aho-Corasick),
 * pieces -> phrases (gaps).
 */
export type Phrases = {
  /** Trie of words, an edge (node, unit) -> node; per node the class of a whole word, and of the stem that ends there. */
  readonly wordEdges: EdgeTable;
  readonly wordClass: Int32Array;
  readonly stemClass: Int32Array;
  /** Aho-Corasick over classes. */
  readonly edges: EdgeTable;
  readonly fail: Int32Array;
  /** Next state on the fail path that has outputs, or 0. */
  readonly report: Int32Array;
  /** Outputs of state s: pieceOut[outFrom[s] .. outFrom[s + 1]). */
  readonly outFrom: Int32Array;
  /** Uses (slots) and, beside each, the number of tokens of this piece. */
  readonly outUse: Int32Array;
  readonly outTokens: Int32Array;
  /** Per use: its phrase, the widest gap before it in tokens (-1: first piece; 0: must touch), and 1 if it ends the phrase. */
  readonly usePhrase: Int32Array;
  readonly useGap: Int32Array;
  readonly useLast: Uint8Array;
  readonly phrases: number;
};

/** The class of every number that is not itself a word of some phrase. */
export const NUMBER_CLASS = 1;
/** Strings of one piece before it is cut in two touching pieces: keeps the trie's size near the sum, not the product, of choices. */
const PIECE_STRINGS = 96;
/** Strings of a piece that cannot be cut any further; more is the author's mistake. */
const PIECE_LIMIT = 20_000;

/** Throws `Error("where: sentence")` on the first phrase that cannot be read. */
export function compilePhrases(sources: readonly PhraseSource[]): Phrases {
  const patterns = sources.map(({ line, where }) => {
    try {
      return parsePattern(line);
    } catch (cause) {
      throw new Error(`${where}: ${(cause as Error).message}`);
    }
  });
  const classes = new Classes();
  for (const pattern of patterns)
    for (const piece of pattern.pieces) for (const choice of piece) for (const run of choice) for (const atom of run) classes.add(atom);
  classes.close();

  const usePhrase: number[] = [];
  const useGap: number[] = [];
  const useLast: number[] = [];
  const edges = new EdgeTable(1 << 12);
  const outputs: Map<number, number>[] = [new Map()];
  let states = 1;
  const addString = (string: readonly (readonly number[])[], use: number): void => {
    let fronts = [0];
    for (const set of string) {
      const next: number[] = [];
      for (const from of fronts) {
        for (const cls of set) {
          let to = edges.get(from, cls);
          if (to < 0) {
            to = states++;
            outputs.push(new Map());
            edges.set(from, cls, to);
          }
          next.push(to);
        }
      }
      fronts = next;
    }
    for (const state of fronts) (outputs[state] as Map<number, number>).set(use, string.length);
  };
  patterns.forEach((pattern, phrase) => {
    const where = sources[phrase]?.where ?? '';
    pattern.pieces.forEach((whole, p) => {
      const parts = cut(whole, classes, where);
      parts.forEach((piece, k) => {
        const use = usePhrase.length;
        usePhrase.push(phrase);
        useGap.push(k > 0 ? 0 : p > 0 ? pattern.gap : -1);
        useLast.push(p === pattern.pieces.length - 1 && k === parts.length - 1 ? 1 : 0);
        for (const run of product(piece))
          if (run.length > 0)
            addString(
              run.map((atom) => classes.of(atom)),
              use,
            );
      });
    });
  });
  return {
    ...classes.tables(),
    ...links(edges, outputs, states),
    usePhrase: Int32Array.from(usePhrase),
    useGap: Int32Array.from(useGap),
    useLast: Uint8Array.from(useLast),
    phrases: sources.length,
  };
}

/** Words and stems of all phrases, and which classes of text words each of them accepts. */
class Classes {
  private readonly words = new Map<string, number>();
  private readonly stems = new Map<string, number>();
  private readonly accepts = new Map<string, number[]>();
  private readonly numbers: number[] = [NUMBER_CLASS];

  add(atom: Atom): void {
    if (atom.form === 'number') return;
    const map = atom.form === 'word' ? this.words : this.stems;
    if (!map.has(atom.text)) map.set(atom.text, 0);
  }

  close(): void {
    let next = NUMBER_CLASS + 1;
    for (const word of [...this.words.keys()].sort()) this.words.set(word, next++);
    for (const stem of [...this.stems.keys()].sort()) this.stems.set(stem, next++);
    for (const stem of this.stems.keys()) this.accepts.set(stem, []);
    const offer = (text: string, cls: number): void => {
      for (let k = 1; k <= text.length; k++) this.accepts.get(text.slice(0, k))?.push(cls);
    };
    for (const [word, cls] of this.words) {
      offer(word, cls);
      if (/^\p{Nd}/u.test(word)) this.numbers.push(cls);
    }
    for (const [stem, cls] of this.stems) offer(stem, cls);
  }

  of(atom: Atom): readonly number[] {
    if (atom.form === 'number') return this.numbers;
    if (atom.form === 'word') return [this.words.get(atom.text) as number];
    return this.accepts.get(atom.text) as number[];
  }

  tables(): Pick<Phrases, 'wordEdges' | 'wordClass' | 'stemClass'> {
    const wordEdges = new EdgeTable(1 << 12);
    const wordClass: number[] = [0];
    const stemClass: number[] = [0];
    const place = (text: string): number => {
      let node = 0;
      for (let k = 0; k < text.length; k++) {
        let to = wordEdges.get(node, text.charCodeAt(k));
        if (to < 0) {
          to = wordClass.length;
          wordClass.push(0);
          stemClass.push(0);
          wordEdges.set(node, text.charCodeAt(k), to);
        }
        node = to;
      }
      return node;
    };
    for (const [word, cls] of this.words) wordClass[place(word)] = cls;
    for (const [stem, cls] of this.stems) stemClass[place(stem)] = cls;
    return { wordEdges, wordClass: Int32Array.from(wordClass), stemClass: Int32Array.from(stemClass) };
  }
}

function strings(piece: readonly Choice[], classes: Classes): number {
  let n = 1;
  for (const choice of piece) {
    let sum = 0;
    for (const run of choice) sum += run.reduce((product, atom) => product * classes.of(atom).length, 1);
    n *= sum;
  }
  return n;
}

/** Cuts a piece where its strings would multiply; every cut piece keeps something that cannot be missing. */
function cut(piece: readonly Choice[], classes: Classes, where: string): readonly (readonly Choice[])[] {
  const parts: Choice[][] = [];
  let part: Choice[] = [];
  let solid = false;
  const isSolid = (choice: Choice): boolean => choice.every((run) => run.length > 0);
  piece.forEach((choice, k) => {
    const rest = piece.slice(k);
    if (solid && strings([...part, choice], classes) > PIECE_STRINGS && rest.some(isSolid)) {
      parts.push(part);
      part = [];
      solid = false;
    }
    part.push(choice);
    solid ||= isSolid(choice);
  });
  parts.push(part);
  for (const one of parts) {
    if (strings(one, classes) > PIECE_LIMIT)
      throw new Error(`${where}: too many variants in one phrase (over ${PIECE_LIMIT}); split it into two lines or shorten a list`);
  }
  return parts;
}

function product(piece: readonly Choice[]): readonly (readonly Atom[])[] {
  let runs: (readonly Atom[])[] = [[]];
  for (const choice of piece) runs = runs.flatMap((run) => choice.map((more) => [...run, ...more]));
  return runs;
}

function links(
  edges: EdgeTable,
  outputs: readonly Map<number, number>[],
  states: number,
): Pick<Phrases, 'edges' | 'fail' | 'report' | 'outFrom' | 'outUse' | 'outTokens'> {
  const fail = new Int32Array(states);
  const report = new Int32Array(states);
  const children: [number, number][][] = Array.from({ length: states }, () => []);
  edges.forEach((from, cls, to) => {
    children[from]?.push([cls, to]);
  });
  const queue: number[] = [0];
  for (let q = 0; q < queue.length; q++) {
    const state = queue[q] as number;
    for (const [cls, to] of children[state] as [number, number][]) {
      queue.push(to);
      if (state === 0) continue;
      let back = fail[state] as number;
      while (back !== 0 && edges.get(back, cls) < 0) back = fail[back] as number;
      const target = edges.get(back, cls);
      fail[to] = Math.max(target, 0);
    }
    if (state !== 0) {
      const f = fail[state] as number;
      report[state] = (outputs[f] as Map<number, number>).size > 0 ? f : (report[f] as number);
    }
  }
  const outFrom = new Int32Array(states + 1);
  const outUse: number[] = [];
  const outTokens: number[] = [];
  for (let s = 0; s < states; s++) {
    outFrom[s] = outUse.length;
    for (const [use, tokens] of outputs[s] as Map<number, number>) {
      outUse.push(use);
      outTokens.push(tokens);
    }
  }
  outFrom[states] = outUse.length;
  return { edges, fail, report, outFrom, outUse: Int32Array.from(outUse), outTokens: Int32Array.from(outTokens) };
}
