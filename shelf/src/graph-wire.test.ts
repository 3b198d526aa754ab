import { expect, test } from 'vitest';
import { putTogether, takenApart } from './graph-wire.js';

/** Three nodes: the root with two edges, one of them over the first sixteen bits of outputs, a leaf that both lead to. */
const TABLE = Uint16Array.from([2, 0, 0, 4, 9, 9, 0, 15, 0, 1, 1, 2, 7, 15, 0, 0, 3, 0]);

test('a graph that travelled is the same', () => {
  const apart = takenApart(TABLE);
  expect(apart).toEqual({
    edges: Int32Array.of(2, 1, 0),
    outputs: Int32Array.of(0, 131_073, 3),
    labels: Int32Array.of(4, 9, 7),
    targets: Int32Array.of(1, 2, 2),
  });
  const again = new Uint16Array(TABLE.length);
  putTogether(apart, again);
  expect(again).toEqual(TABLE);
});
