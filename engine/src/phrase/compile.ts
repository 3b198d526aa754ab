import { classOfBare } from './clitics.js';
import { EdgeTable } from './edge-table.js';
import { type Atom, type Choice, parsePattern } from './pattern.js';
import { graphOf, type PieceGraph } from './piece-graph.js';
import { trieOf } from './trie.js';
import { NUMBER_CLASS, type Vocabulary } from './vocabulary.js';

/** One phrase to be found: which section of which language it speaks for. `id` is the index that a hit gives back. */
export type PhraseSource = { readonly line: string; readonly where: string };

/**
 * The compiled form of all phrases of all languages: a trie and a graph in flat arrays, so that it loads without being parsed.
 * Words -> classes (a word stands for itself and for every stem that begins it), classes -> pieces, pieces -> phrases (gaps).
 */
export type Phrases = Vocabulary & {
  /** Pieces as strings of classes. */
  readonly pieces: PieceGraph;
  /**
   * At the place of each node's outputs: how many uses they are, a head (`tokensOf`, `firstsOf`), how many are whole phrases, then the uses:
   * whole phrases, other first pieces, all others, each rising.
   */
  readonly out: Uint16Array;
  /** Per use: its phrase, the widest gap before it in tokens (-1: first piece; 0: must touch), and 1 if it ends the phrase. */
  readonly usePhrase: Int32Array;
  readonly useGap: Int32Array;
  readonly useLast: Uint8Array;
  readonly phrases: number;
};

/** Numbers of a node's outputs before the uses. */
export const OUT_HEAD = 3;
/** Tokens of one piece at most, and first pieces that end at one node (the most have some hundred): what fits in the head of its outputs. */
const PIECE_TOKENS_BITS = 6;
const PIECE_TOKENS = (1 << PIECE_TOKENS_BITS) - 1;
const FIRST_PIECES = (1 << (16 - PIECE_TOKENS_BITS)) - 1;
/** Sixteen bits a number: half the memory that a text is matched in, and the processor waits for memory more than for anything. */
const MOST_USES = 0xffff;

/** Tokens of each piece that ends at a node: its depth. */
export function tokensOf(head: number): number {
  return head & PIECE_TOKENS;
}

/** First pieces among the outputs of a node, whole phrases too; they stand before the others. */
export function firstsOf(head: number): number {
  return head >> PIECE_TOKENS_BITS;
}

/** Strings of one piece before it is cut in two touching pieces: keeps the trie's size near the sum, not the product, of choices. */
const PIECE_STRINGS = 96;
/** Strings of a piece that cannot be cut any further; more is the author's mistake. */
const PIECE_LIMIT = 20_000;

/** Throws `Error("where: sentence")` on the first phrase that cannot be read. `known` are words that get a class without standing in a phrase. */
export function compilePhrases(sources: readonly PhraseSource[], known: readonly string[] = []): Phrases {
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
  for (const text of known) classes.add({ form: 'word', text });
  classes.close();

  const usePhrase: number[] = [];
  const useGap: number[] = [];
  const useLast: number[] = [];
  const edges = new EdgeTable(1 << 12);
  const outputs: Map<number, number>[] = [new Map()];
  let nodes = 1;
  const addString = (string: readonly number[], use: number): void => {
    if (string.length > PIECE_TOKENS) throw new Error(`more than ${PIECE_TOKENS} words in one piece of a phrase; put a “...” between`);
    let node = 0;
    for (const cls of string) {
      let to = edges.get(node, cls);
      if (to < 0) {
        to = nodes++;
        outputs.push(new Map());
        edges.set(node, cls, to);
      }
      node = to;
    }
    (outputs[node] as Map<number, number>).set(use, string.length);
  };
  patterns.forEach((pattern, phrase) => {
    const where = sources[phrase]?.where ?? '';
    pattern.pieces.forEach((whole, p) => {
      const parts = cut(whole, where);
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
  if (usePhrase.length > MOST_USES) throw new Error(`phrases: wanted at most ${MOST_USES} pieces in all languages, got ${usePhrase.length}`);
  return {
    ...classes.vocabulary(),
    ...piecesOf(edges, outputs, nodes, useGap, useLast),
    usePhrase: Int32Array.from(usePhrase),
    useGap: Int32Array.from(useGap),
    useLast: Uint8Array.from(useLast),
    phrases: sources.length,
  };
}

/** Words and stems of all phrases, numbered. */
class Classes {
  private readonly words = new Map<string, number>();
  private readonly stems = new Map<string, number>();

  add(atom: Atom): void {
    if (atom.form === 'number') return;
    const map = atom.form === 'word' ? this.words : this.stems;
    if (!map.has(atom.text)) map.set(atom.text, 0);
  }

  close(): void {
    let next = NUMBER_CLASS + 1;
    for (const map of [this.words, this.stems]) for (const text of [...map.keys()].sort()) map.set(text, next++);
  }

  of(atom: Atom): number {
    if (atom.form === 'number') return NUMBER_CLASS;
    return (atom.form === 'word' ? this.words : this.stems).get(atom.text) as number;
  }

  vocabulary(): Vocabulary {
    const edges = new EdgeTable(1 << 12);
    let nodes = 1;
    const ends = (texts: ReadonlyMap<string, number>): (readonly [number, number])[] =>
      [...texts].map(([text, cls]) => {
        let node = 0;
        for (let k = 0; k < text.length; k++) {
          let to = edges.get(node, text.charCodeAt(k));
          if (to < 0) {
            to = nodes++;
            edges.set(node, text.charCodeAt(k), to);
          }
          node = to;
        }
        return [node, cls];
      });
    const words = ends(this.words);
    const stems = ends(this.stems);
    const { trie, place } = trieOf(edges, nodes);
    const wordClass = new Int32Array(nodes);
    const stemClass = new Int32Array(nodes);
    for (const [node, cls] of words) wordClass[place[node] as number] = cls;
    for (const [node, cls] of stems) stemClass[place[node] as number] = cls;
    return { words: trie, wordClass, stemClass, also: this.also() };
  }

  /**
   * For each class the longest stem, shorter than itself or of its own letters, that begins it, or else what it is without an Arabic "and"
   * or "the" in front; numbers are numbers too.
   */
  private also(): Int32Array {
    const also = new Int32Array(NUMBER_CLASS + 1 + this.words.size + this.stems.size);
    for (const [text, cls] of [...this.words, ...this.stems]) {
      const isStem = this.stems.get(text) === cls;
      let longest = isStem || !/^\p{Nd}/u.test(text) ? 0 : NUMBER_CLASS;
      for (let k = 1; k <= text.length - (isStem ? 1 : 0); k++) longest = this.stems.get(text.slice(0, k)) ?? longest;
      also[cls] = longest || classOfBare(text, (bare) => this.longestOf(bare));
    }
    return also;
  }

  /** The class of a whole word: its own, or that of the longest stem that begins it, or 0. */
  private longestOf(text: string): number {
    const whole = this.words.get(text);
    if (whole !== undefined) return whole;
    for (let k = text.length; k > 0; k--) {
      const cls = this.stems.get(text.slice(0, k));
      if (cls !== undefined) return cls;
    }
    return 0;
  }
}

function strings(piece: readonly Choice[]): number {
  return piece.reduce((n, choice) => n * choice.length, 1);
}

/** Cuts a piece where its strings would multiply; every cut piece keeps something that cannot be missing. */
function cut(piece: readonly Choice[], where: string): readonly (readonly Choice[])[] {
  const parts: Choice[][] = [];
  let part: Choice[] = [];
  let solid = false;
  const isSolid = (choice: Choice): boolean => choice.every((run) => run.length > 0);
  piece.forEach((choice, k) => {
    const rest = piece.slice(k);
    if (solid && strings([...part, choice]) > PIECE_STRINGS && rest.some(isSolid)) {
      parts.push(part);
      part = [];
      solid = false;
    }
    part.push(choice);
    solid ||= isSolid(choice);
  });
  parts.push(part);
  for (const one of parts) {
    if (strings(one) > PIECE_LIMIT)
      throw new Error(`${where}: too many variants in one phrase (over ${PIECE_LIMIT}); split it into two lines or shorten a list`);
  }
  return parts;
}

function product(piece: readonly Choice[]): readonly (readonly Atom[])[] {
  let runs: (readonly Atom[])[] = [[]];
  for (const choice of piece) runs = runs.flatMap((run) => choice.map((more) => [...run, ...more]));
  return runs;
}

function piecesOf(
  edges: EdgeTable,
  outputs: readonly Map<number, number>[],
  count: number,
  useGap: readonly number[],
  useLast: readonly number[],
): Pick<Phrases, 'pieces' | 'out'> {
  const places = new Int32Array(count);
  const known = new Map<string, number>();
  // What stands at 0 is no output.
  const out: number[] = [0];
  for (let node = 0; node < count; node++) {
    const ended = outputs[node] as ReadonlyMap<number, number>;
    const uses = [...ended.keys()];
    if (uses.length === 0) continue;
    // First pieces before the others: these are asked for only where something is open. Uses rise, as they were given out.
    const isFirst = (use: number): boolean => (useGap[use] as number) < 0;
    const whole = uses.filter((use) => isFirst(use) && useLast[use] === 1);
    const firsts = [...whole, ...uses.filter((use) => isFirst(use) && useLast[use] === 0)];
    if (firsts.length > FIRST_PIECES) throw new Error(`more than ${FIRST_PIECES} phrases that begin with the same words`);
    if (uses.length > MOST_USES) throw new Error(`more than ${MOST_USES} phrases that hold the same words`);
    const tokens = ended.get(uses[0] as number) as number;
    const others = uses.filter((use) => !isFirst(use));
    const list = [uses.length, tokens | (firsts.length << PIECE_TOKENS_BITS), whole.length, ...firsts, ...others];
    const key = list.join(' ');
    let place = known.get(key);
    if (place === undefined) {
      place = out.length;
      known.set(key, place);
      for (const number of list) out.push(number);
    }
    places[node] = place;
  }
  return { pieces: graphOf(edges, count, places), out: Uint16Array.from(out) };
}
