import { expect, test } from 'vitest';
import { EdgeTable } from './edge-table.js';
import { graphOf } from './piece-graph.js';

/** The graph of some strings of classes, each with where its outputs stand. */
function graph(strings: readonly (readonly [classes: readonly number[], outputs: number])[]) {
  const edges = new EdgeTable(16);
  const outputs = [0];
  for (const [classes, place] of strings) {
    let node = 0;
    for (const cls of classes) {
      let to = edges.get(node, cls);
      if (to < 0) {
        to = outputs.push(0) - 1;
        edges.set(node, cls, to);
      }
      node = to;
    }
    outputs[node] = place;
  }
  return graphOf(edges, outputs.length, Int32Array.from(outputs));
}

const walk = (of: ReturnType<typeof graph>, classes: readonly number[]): number => classes.reduce((node, cls) => (node < 0 ? -1 : of.child(node, cls)), 0);

test('finds what was put in, and nothing else', () => {
  const wide = Array.from({ length: 40 }, (_, k) => [[7, 3 * k + 1], 70_000 + k] as const);
  const of = graph([[[1, 2, 3], 5], [[1, 2], 6], [[4, 2, 3], 5], ...wide]);
  expect(
    [
      [1, 2, 3],
      [1, 2],
      [4, 2, 3],
    ].map((classes) => of.outputs(walk(of, classes))),
  ).toEqual([5, 6, 5]);
  expect(wide.map(([classes]) => of.outputs(walk(of, classes)))).toEqual(wide.map(([, place]) => place));
  expect(of.outputs(walk(of, [1]))).toBe(0);
  expect([[2], [1, 3], [1, 2, 3, 3], [7, 2], [7, 200], [9]].map((classes) => walk(of, classes))).toEqual([-1, -1, -1, -1, -1, -1]);
  expect([of.begin(1), of.begin(2), of.begin(9)]).toEqual([walk(of, [1]), -1, -1]);
  expect([of.beginOutputs(1), of.beginOutputs(7)]).toEqual([0, 0]);
  expect(wide.every(([[, last]]) => of.mayGoOn(of.begin(7), last as number))).toBe(true);
  expect([of.mayGoOn(of.begin(1), 3), of.mayGoOn(of.begin(4), 9)]).toEqual([false, false]);
});

test('equal ends are one node, ends with other outputs are not', () => {
  const of = graph([
    [[1, 5, 6], 8],
    [[2, 5, 6], 8],
    [[3, 5, 6], 9],
  ]);
  expect(walk(of, [1])).toBe(walk(of, [2]));
  expect(walk(of, [1])).not.toBe(walk(of, [3]));
});

test('edges stand by their labels, rising, whatever came first', () => {
  const of = graph([
    [[9, 30], 1],
    [[9, 10], 2],
    [[9, 20], 3],
  ]);
  const node = walk(of, [9]);
  const edges = Array.from({ length: of.edges(node) }, (_, k) => [of.label(node, k), of.outputs(of.target(node, k))]);
  expect(edges).toEqual([
    [10, 2],
    [20, 3],
    [30, 1],
  ]);
});

test('of nothing: nothing', () => expect(graph([]).begin(1)).toBe(-1));
