import type { EdgeTable } from './edge-table.js';

/** A node's numbers before its edges: how many these are, and where its outputs stand (low and high half; 0: it has none). */
const HEAD = 3;
/** Sixteen bits a number: half the memory that a text is matched in, and the processor waits for memory more than for anything. */
const MOST = 0xffff;
/** Edges of a node from which on halves are looked at first. */
const MANY = 4;
/**
 * Bits that are set for the edges of nodes right behind the root, some 190,000 of them: a sixth of the bits, so that of the steps that
 * lead nowhere (three of four) five in six are told by one look at 128 KB instead of a search in 5 MB.
 */
const MAY_BITS = 20;

/**
 * Strings of classes as a graph in which equal ends are one: a sixth of the nodes that a trie of the same strings has. A node is its
 * place in `table`: its head, the labels of its edges, rising, then where these lead (low and high half), so that a step touches
 * memory at one place. The root is at 0.
 */
export class PieceGraph {
  /** The root has thousands of edges and is where every failed walk begins again: by label, where it leads or -1, and the outputs there. */
  private readonly roots: Int32Array;
  private readonly may = new Int32Array(1 << (MAY_BITS - 5));

  constructor(readonly table: Uint16Array) {
    const edges = this.edges(0);
    this.roots = new Int32Array(edges === 0 ? 0 : 2 * (this.label(0, edges - 1) + 1)).fill(-1);
    for (let k = 0; k < edges; k++) {
      const node = this.target(0, k);
      const root = 2 * this.label(0, k);
      this.roots[root] = node;
      this.roots[root + 1] = this.outputs(node);
      for (let e = this.edges(node) - 1; e >= 0; e--) {
        const bit = bitOf(node, this.label(node, e));
        this.may[bit >>> 5] = (this.may[bit >>> 5] as number) | (1 << bit);
      }
    }
  }

  /** Where a string begins with a label, or -1. */
  begin(label: number): number {
    return 2 * label < this.roots.length ? (this.roots[2 * label] as number) : -1;
  }

  /** The outputs of the node where a string begins with a label. */
  beginOutputs(label: number): number {
    return this.roots[2 * label + 1] as number;
  }

  /** False for most labels that do not go on behind a node where strings begin. */
  mayGoOn(node: number, label: number): boolean {
    const bit = bitOf(node, label);
    return ((this.may[bit >>> 5] as number) & (1 << bit)) !== 0;
  }

  /** The node behind a label, or -1. */
  child(node: number, label: number): number {
    if (node === 0) return this.begin(label);
    const { table } = this;
    const edges = table[node] as number;
    const first = node + HEAD;
    let low = first;
    let high = first + edges;
    while (high - low > MANY) {
      const middle = (low + high) >> 1;
      if ((table[middle] as number) <= label) low = middle;
      else high = middle;
    }
    for (; low < high; low++) {
      if (table[low] !== label) continue;
      const at = first + edges + 2 * (low - first);
      return (table[at] as number) | ((table[at + 1] as number) << 16);
    }
    return -1;
  }

  /** Where the outputs of a node stand in the list of all; 0: it has none. */
  outputs(node: number): number {
    return (this.table[node + 1] as number) | ((this.table[node + 2] as number) << 16);
  }

  edges(node: number): number {
    return this.table.length === 0 ? 0 : (this.table[node] as number);
  }

  /** Of the edge `k` of a node. */
  label(node: number, k: number): number {
    return this.table[node + HEAD + k] as number;
  }

  target(node: number, k: number): number {
    const at = node + HEAD + this.edges(node) + 2 * k;
    return (this.table[at] as number) | ((this.table[at + 1] as number) << 16);
  }
}

function bitOf(node: number, label: number): number {
  return Math.imul(Math.imul(node, 0x85ebca6b) ^ label, 0x9e3779b1) >>> (32 - MAY_BITS);
}

/** Edges of some nodes in flat arrays: those of node n stand from `first[n]` to `first[n + 1] - 1`. */
type Edges = { readonly first: Int32Array; readonly label: Int32Array; readonly to: Int32Array };

/**
 * Makes one of the nodes of a trie (a table of edges, 0 the root, no edge to a lower number) that have equal outputs and lead to equal
 * nodes, and lays them down breadth first. `outputs[n]` is where the outputs of node n stand.
 */
export function graphOf(edges: EdgeTable, nodes: number, outputs: Int32Array): PieceGraph {
  const all = edgesOf(edges, nodes);
  const { first, label, to } = all;
  const size = (node: number): number => (first[node + 1] as number) - (first[node] as number);
  const same = new Int32Array(nodes);
  const known = new Int32Array(1 << Math.ceil(Math.log2(nodes * 2 + 2))).fill(-1);
  const isEqual = (a: number, b: number): boolean => {
    if (outputs[a] !== outputs[b] || size(a) !== size(b)) return false;
    for (let k = size(a), x = first[a] as number, y = first[b] as number; k > 0; k--, x++, y++) if (label[x] !== label[y] || to[x] !== to[y]) return false;
    return true;
  };
  // What an edge leads to has a higher number, so it is settled already.
  for (let node = nodes - 1; node >= 0; node--) {
    let hash = Math.imul(outputs[node] as number, 0x9e3779b1);
    for (let e = first[node] as number; e < (first[node + 1] as number); e++) {
      to[e] = same[to[e] as number] as number;
      hash = Math.imul(hash ^ (label[e] as number), 0x85ebca6b) ^ (to[e] as number);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    }
    let at = (hash ^ (hash >>> 16)) & (known.length - 1);
    while (known[at] !== -1 && !isEqual(known[at] as number, node)) at = (at + 1) & (known.length - 1);
    if (known[at] === -1) known[at] = node;
    same[node] = known[at] as number;
  }
  return laidDown(all, outputs, nodes);
}

function edgesOf(edges: EdgeTable, nodes: number): Edges {
  const first = new Int32Array(nodes + 1);
  const sorted: [number, number, number][] = [];
  edges.forEach((from, label, to) => {
    if (label > MOST) throw new RangeError(`pieces: wanted labels up to ${MOST}, got ${label}`);
    sorted.push([from, label, to]);
    first[from + 1] = (first[from + 1] as number) + 1;
  });
  sorted.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (let node = 0; node < nodes; node++) first[node + 1] = (first[node + 1] as number) + (first[node] as number);
  return { first, label: Int32Array.from(sorted, ([, label]) => label), to: Int32Array.from(sorted, ([, , to]) => to) };
}

function laidDown({ first, label, to }: Edges, outputs: Int32Array, nodes: number): PieceGraph {
  const place = new Int32Array(nodes).fill(-1);
  const queue = [0];
  let size = 0;
  const lay = (node: number): void => {
    place[node] = size;
    size += HEAD + 3 * ((first[node + 1] as number) - (first[node] as number));
  };
  lay(0);
  for (let q = 0; q < queue.length; q++) {
    const node = queue[q] as number;
    for (let e = first[node] as number; e < (first[node + 1] as number); e++) {
      if (place[to[e] as number] !== -1) continue;
      lay(to[e] as number);
      queue.push(to[e] as number);
    }
  }
  const table = new Uint16Array(size);
  for (const node of queue) {
    let at = place[node] as number;
    const edges = (first[node + 1] as number) - (first[node] as number);
    table[at++] = edges;
    table[at++] = (outputs[node] as number) & MOST;
    table[at++] = (outputs[node] as number) >>> 16;
    for (let e = first[node] as number; e < (first[node + 1] as number); e++, at++) {
      table[at] = label[e] as number;
      const target = place[to[e] as number] as number;
      const where = at + edges + (e - (first[node] as number));
      table[where] = target & MOST;
      table[where + 1] = target >>> 16;
    }
  }
  return new PieceGraph(table);
}
