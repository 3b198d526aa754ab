import type { Trees } from '@hattari/engine';
import { randomOf } from '../disguise/random.js';

/** Traits of one text and the class that it is of. */
export type Row = { readonly traits: ReadonlyMap<string, number>; readonly label: number };

/** Chosen once on round 5 of the written cases, before round 6 was there. */
const ROUNDS = 250;
const RATE = 0.05;
const LEAVES = 8;
const FEWEST = 8;
const ROWS = 0.8;
const TRAITS = 0.4;
const EASE = 1;
/** Texts that must have a trait before a question may ask for it: what one text has says nothing of the next. */
const OFTEN = 5;
const BINS = 32;

type Binned = { readonly names: readonly string[]; readonly edges: readonly (readonly number[])[]; readonly bins: readonly Uint8Array[] };

/**
 * Gradient boosting of trees that grow where they gain most, for several classes (Friedman 2001; Ke et al. 2017 for the growth and the bins).
 * The same trees for the same rows and seed.
 */
export function boost(rows: readonly Row[], seed: string, classes: number, rounds = ROUNDS): Trees {
  const random = randomOf(seed);
  const binned = binsOf(rows);
  const odds = Array.from({ length: classes }, () => new Float64Array(rows.length));
  const trees: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    const chosen = rows.flatMap((_, k) => (random() < ROWS ? [k] : []));
    const likely = rows.map((_, k) => softmax(odds.map((of) => of[k] as number)));
    for (let label = 0; label < classes; label++) {
      const slope = Float64Array.from(rows, (row, k) => (likely[k]?.[label] as number) - (row.label === label ? 1 : 0));
      const bend = Float64Array.from(rows, (_, k) => {
        const p = likely[k]?.[label] as number;
        return (classes / (classes - 1)) * p * (1 - p);
      });
      const traits = binned.names.flatMap((_, trait) => (random() < TRAITS ? [trait] : []));
      const tree = grow(binned, chosen, traits, slope, bend);
      const nodes = flat(tree, binned);
      trees.push(nodes);
      const of = odds[label] as Float64Array;
      rows.forEach((_, k) => {
        of[k] = (of[k] as number) + answer(tree, binned, k);
      });
    }
  }
  return named(binned.names, trees);
}

function softmax(odds: readonly number[]): number[] {
  const most = Math.max(...odds);
  const powers = odds.map((x) => Math.exp(x - most));
  const whole = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / whole);
}

/** Each trait's values in at most so many bins; `edges[trait][bin]` is the highest value of a bin. */
function binsOf(rows: readonly Row[]): Binned {
  const often = new Map<string, number>();
  for (const { traits } of rows) for (const name of traits.keys()) often.set(name, (often.get(name) ?? 0) + 1);
  const names = [...often].flatMap(([name, n]) => (n >= OFTEN ? [name] : [])).sort();
  const edges = names.map((name) => {
    const values = rows.map(({ traits }) => traits.get(name) ?? 0).sort((a, b) => a - b);
    const distinct = [...new Set(values)];
    if (distinct.length <= BINS) return distinct;
    return [...new Set(Array.from({ length: BINS }, (_, k) => values[Math.floor(((k + 1) * values.length) / BINS) - 1] as number))];
  });
  const bins = names.map((name, trait) =>
    Uint8Array.from(rows, ({ traits }) => {
      const value = traits.get(name) ?? 0;
      const of = edges[trait] as readonly number[];
      const bin = of.findIndex((edge) => value <= edge);
      return bin < 0 ? of.length - 1 : bin;
    }),
  );
  return { names, edges, bins };
}

type Leaf = { readonly value: number };
type Node = Leaf | { readonly trait: number; readonly bin: number; readonly low: Node; readonly high: Node };

type Split = { readonly gain: number; readonly trait: number; readonly bin: number };
type Open = { readonly rows: readonly number[]; readonly split: Split | null; node: Node };

function grow(binned: Binned, rows: readonly number[], traits: readonly number[], slope: Float64Array, bend: Float64Array): Node {
  const open = (of: readonly number[]): Open => ({ rows: of, split: splitOf(binned, of, traits, slope, bend), node: { value: leafOf(of, slope, bend) } });
  const leaves = [open(rows)];
  const parents = new Map<Open, readonly [Split, Open, Open]>();
  const root = leaves[0] as Open;
  while (leaves.length < LEAVES) {
    const best = leaves.reduce<Open | null>((a, b) => ((b.split?.gain ?? 0) > (a?.split?.gain ?? 0) ? b : a), null);
    if (best === null || best.split === null) break;
    const { trait, bin } = best.split;
    const of = binned.bins[trait] as Uint8Array;
    const low = open(best.rows.filter((k) => (of[k] as number) <= bin));
    const high = open(best.rows.filter((k) => (of[k] as number) > bin));
    parents.set(best, [best.split, low, high]);
    leaves.splice(leaves.indexOf(best), 1, low, high);
  }
  const built = (of: Open): Node => {
    const parent = parents.get(of);
    return parent === undefined ? of.node : { trait: parent[0].trait, bin: parent[0].bin, low: built(parent[1]), high: built(parent[2]) };
  };
  return built(root);
}

function leafOf(rows: readonly number[], slope: Float64Array, bend: Float64Array): number {
  let g = 0;
  let h = 0;
  for (const k of rows) {
    g += slope[k] as number;
    h += bend[k] as number;
  }
  return Math.round((1000 * -RATE * g) / (h + EASE)) / 1000;
}

/** The question that parts these rows best; null where none gains. */
function splitOf(binned: Binned, rows: readonly number[], traits: readonly number[], slope: Float64Array, bend: Float64Array): Split | null {
  if (rows.length < 2 * FEWEST) return null;
  let best: Split | null = null;
  const g = new Float64Array(BINS);
  const h = new Float64Array(BINS);
  const n = new Int32Array(BINS);
  for (const trait of traits) {
    const of = binned.bins[trait] as Uint8Array;
    const last = (binned.edges[trait] as readonly number[]).length - 1;
    if (last === 0) continue;
    g.fill(0);
    h.fill(0);
    n.fill(0);
    let sumG = 0;
    let sumH = 0;
    for (const k of rows) {
      const bin = of[k] as number;
      g[bin] = (g[bin] as number) + (slope[k] as number);
      h[bin] = (h[bin] as number) + (bend[k] as number);
      n[bin] = (n[bin] as number) + 1;
      sumG += slope[k] as number;
      sumH += bend[k] as number;
    }
    const whole = (sumG * sumG) / (sumH + EASE);
    let lowG = 0;
    let lowH = 0;
    let lowN = 0;
    for (let bin = 0; bin < last; bin++) {
      lowG += g[bin] as number;
      lowH += h[bin] as number;
      lowN += n[bin] as number;
      if (lowN < FEWEST || rows.length - lowN < FEWEST) continue;
      const gain = (lowG * lowG) / (lowH + EASE) + ((sumG - lowG) * (sumG - lowG)) / (sumH - lowH + EASE) - whole;
      if (gain > 1e-9 && gain > (best?.gain ?? 0)) best = { gain, trait, bin };
    }
  }
  return best;
}

function answer(tree: Node, binned: Binned, row: number): number {
  let node = tree;
  while ('trait' in node) node = (binned.bins[node.trait]?.[row] as number) <= node.bin ? node.low : node.high;
  return node.value;
}

function flat(node: Node, binned: Binned): number[] {
  const nodes: number[] = [];
  const add = (of: Node): void => {
    if ('value' in of) {
      nodes.push(-1, of.value);
      return;
    }
    const at = nodes.length;
    nodes.push(of.trait, binned.edges[of.trait]?.[of.bin] as number, 0);
    add(of.low);
    nodes[at + 2] = nodes.length;
    add(of.high);
  };
  add(node);
  return nodes;
}

/** Only the traits that some question asks for are kept. */
function named(names: readonly string[], trees: readonly (readonly number[])[]): Trees {
  const asked = new Set<number>();
  for (const tree of trees) for (let at = 0; at < tree.length; at += tree[at] === -1 ? 2 : 3) if (tree[at] !== -1) asked.add(tree[at] as number);
  const kept = [...asked].sort((a, b) => a - b);
  const place = new Map(kept.map((trait, k) => [trait, k]));
  return {
    traits: kept.map((trait) => names[trait] as string),
    trees: trees.map((tree) => {
      const nodes = [...tree];
      for (let at = 0; at < nodes.length; at += nodes[at] === -1 ? 2 : 3) if (nodes[at] !== -1) nodes[at] = place.get(nodes[at] as number) as number;
      return nodes;
    }),
  };
}
