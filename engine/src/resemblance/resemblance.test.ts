import { describe, expect, test } from 'vitest';
import { BUCKETS, featuresOf } from './features.js';
import { HEADS, likenessOf, logOdds, packWeights, type Resemblance, readWeights } from './resemblance.js';

const none = HEADS.map(() => 0);
const model = (real: number): Resemblance => ({
  languages: ['en'],
  bias: HEADS.map((head) => (head === 'real' ? real : -9)),
  scale: none,
  threshold: none.map(() => 1),
  alone: 2,
  doubt: 0,
  unlike: -1,
  trees: { traits: [], trees: [] },
  families: { traits: [], trees: [] },
  weights: new Int8Array(BUCKETS * HEADS.length),
});

describe('features', () => {
  test.each([
    ['digits are all one', '12 euros', '98 euros', true],
    ['blanks are one', 'send  it\nnow', 'send it now', true],
    ['small and great letters are one', 'Send', 'send', true],
    ['words are told apart', 'send it', 'sent it', false],
    ['beyond the window nothing counts', `${'a'.repeat(8_000)}secret${'b'.repeat(4_000)}`, `${'a'.repeat(8_000)}sEcret ${'b'.repeat(4_000)}`, true],
  ])('%s', (_why, one, other, same) => {
    const of = (text: string): number[] => [...featuresOf([text])].sort((a, b) => a - b);
    expect(JSON.stringify(of(one)) === JSON.stringify(of(other))).toBe(same);
  });

  test('a text of any size has features of a window only, and the next text begins anew', () => {
    const large = Array.from({ length: 200_000 }, (_, k) => String.fromCharCode(97 + ((k * 7919) % 26), 97 + ((k * 104_729) % 26))).join('');
    expect(featuresOf([large]).length).toBeLessThan(12_001 * 5);
    expect(featuresOf(['send it now'])).toEqual(featuresOf(['send it now']));
    expect(featuresOf([''])).toEqual(new Uint32Array(0));
  });
});

describe('how like a text is', () => {
  test.each([
    [2, 'surely'],
    [1, 'likely'],
    [0, 'maybe'],
    [-0.5, null],
    [-1.5, 'hardly'],
  ])('log-odds of %d: %s', (odds, how) => {
    const told = likenessOf(model(odds), logOdds(model(odds), ['some words'])).find(({ to }) => to === 'real')?.how ?? null;
    expect(told).toBe(how);
  });
});

describe('a file of weights', () => {
  test('is read as it was written', () => {
    const given = { ...model(0.5), weights: Int8Array.from({ length: BUCKETS * HEADS.length }, (_, k) => (k % 255) - 127) };
    expect(readWeights(packWeights(given))).toEqual(given);
  });

  test.each([
    ['no line', new Uint8Array(9)],
    ['a line without an end', new Uint8Array(9_000).fill(32)],
    ['too few weights', packWeights(model(0)).subarray(0, 5_000)],
  ])('%s: refused in a sentence', (_what, bytes) => expect(() => readWeights(bytes)).toThrow(/^weights: wanted/));
});
