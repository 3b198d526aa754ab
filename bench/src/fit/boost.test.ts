import { chancesBy } from '@hattari/engine';
import { expect, test } from 'vitest';
import { boost, type Row } from './boost.js';

/** Two traits: `a` tells class 0 from 1 where `b` is missing, the other way round where it stands; the third says nothing. */
const rows: Row[] = Array.from({ length: 200 }, (_, k) => {
  const [a, b] = [k % 2, Math.floor(k / 2) % 2];
  return {
    traits: new Map([
      ['a', a],
      ['b', b],
      ['c', k % 7],
    ]),
    label: a ^ b,
  };
});

test('what only two traits together tell is learnt', () => {
  const trees = boost(rows, 'test', 2);
  for (const { traits, label } of rows.slice(0, 8)) {
    const [real, letter] = chancesBy(trees, traits, 2);
    expect(label === 0 ? real : letter).toBeGreaterThan(0.75);
  }
});

test('the same rows and seed give the same trees, another seed others', () => {
  expect(boost(rows, 'test', 2)).toEqual(boost(rows, 'test', 2));
  expect(boost(rows, 'test', 2)).not.toEqual(boost(rows, 'another', 2));
});
