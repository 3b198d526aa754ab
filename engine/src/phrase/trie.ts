import type { EdgeTable } from './edge-table.js';

/**
 * A trie in flat arrays, its nodes numbered breadth first: the children of node n are the nodes `first[n]` to
 * `first[n + 1] - 1`, sorted by `label`. Half the size of a table of edges, and near in memory where it is walked.
 */
export class Trie {
  /** The root has thousands of children and is where every failed walk begins again: by label, its child or -1. */
  private readonly roots: Int32Array;

  constructor(
    readonly first: Int32Array,
    readonly label: Uint16Array,
  ) {
    const end = first[1] ?? 1;
    const widest = end > 1 ? (label[end - 1] as number) : 0;
    this.roots = new Int32Array(widest + 1).fill(-1);
    for (let node = 1; node < end; node++) this.roots[label[node] as number] = node;
  }

  /** The child of a node behind a label, or -1. */
  child(node: number, label: number): number {
    if (node === 0) return label < this.roots.length ? (this.roots[label] as number) : -1;
    let low = this.first[node] as number;
    let high = this.first[node + 1] as number;
    while (high - low > 4) {
      const middle = (low + high) >> 1;
      if ((this.label[middle] as number) <= label) low = middle;
      else high = middle;
    }
    for (; low < high; low++) if (this.label[low] === label) return low;
    return -1;
  }
}

/** Units of text fit, and twice the classes that all languages have: sixteen bits, since memory is what a walk waits for. */
const MOST_LABELS = 0xffff;

/** Numbers the nodes of a table of edges (0 is the root) breadth first. `place[old]` is a node's new number. */
export function trieOf(edges: EdgeTable, nodes: number): { readonly trie: Trie; readonly place: Int32Array } {
  const children: [number, number][][] = Array.from({ length: nodes }, () => []);
  edges.forEach((from, label, to) => {
    children[from]?.push([label, to]);
  });
  const first = new Int32Array(nodes + 1);
  const label = new Uint16Array(nodes);
  const place = new Int32Array(nodes);
  const queue = [0];
  for (let q = 0; q < queue.length; q++) {
    first[q] = queue.length;
    for (const [by, to] of (children[queue[q] as number] as [number, number][]).sort((a, b) => a[0] - b[0])) {
      place[to] = queue.length;
      if (by > MOST_LABELS) throw new RangeError(`trie: wanted labels up to ${MOST_LABELS}, got ${by}`);
      label[queue.length] = by;
      queue.push(to);
    }
  }
  first[nodes] = queue.length;
  return { trie: new Trie(first, label), place };
}
