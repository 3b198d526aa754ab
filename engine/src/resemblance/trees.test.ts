import { expect, test } from 'vitest';
import { CLASSES, checkTrees, type Trees, weighedBy } from './trees.js';

const flat = [-1, 0];
/** At most one claim: nothing said; more: log-odds of 2 for a letter. */
const trees: Trees = { traits: ['claims'], trees: [flat, [0, 1, 5, -1, 0, -1, 2], flat, flat, flat] };

test.each([
  [0, 0.2],
  [1, 0.2],
  [2, Math.exp(2) / (Math.exp(2) + 4)],
])('%d claims', (claims, letter) => {
  const weighing = weighedBy(trees, new Map([['claims', claims]]));
  expect(weighing.letter).toBeCloseTo(letter, 9);
  expect(CLASSES.reduce((sum, name) => sum + weighing[name], 0)).toBeCloseTo(1, 9);
});

test('a trait that is not named is 0; without trees all are alike', () => {
  expect(weighedBy(trees, new Map()).letter).toBeCloseTo(0.2, 9);
  expect(weighedBy({ traits: [], trees: [] }, new Map()).real).toBe(0.2);
});

test.each([
  ['leads back', [0, 1, 0, -1, 0, -1, 2]],
  ['leads out', [0, 1, 9, -1, 0, -1, 2]],
  ['asks for a trait nobody named', [1, 1, 5, -1, 0, -1, 2]],
  ['no number', [-1, Number.NaN]],
  ['empty', []],
])('%s: refused', (_why, tree) => {
  expect(() => checkTrees({ traits: ['claims'], trees: [tree] })).toThrow(/wanted trees/);
});
