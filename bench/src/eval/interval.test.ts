import { expect, test } from 'vitest';
import { shareOf } from './interval.js';

test.each([
  // part, of, low, high: by sums of the binomial terms themselves, halved to the end in another program
  [0, 10, 0, 0.3084971, 'none of few'],
  [10, 10, 0.6915029, 1, 'all of few'],
  [5, 10, 0.187086, 0.812914, 'half'],
  [1, 20, 0.0012651, 0.2487328, 'one'],
  [27, 27, 0.8722971, 1, 'all of some'],
  [0, 10110, 0, 0.0003648, 'none of many: 1 - 0.025^(1/n)'],
  [81, 263, 0.2527367, 0.3676219, 'many: the fraction at work'],
])('%i of %i: %f to %f (%s)', (part, of, low, high) => {
  const share = shareOf(part, of);
  expect(share.low).toBeCloseTo(low, 5);
  expect(share.high).toBeCloseTo(high, 5);
});

test('of nothing nothing is known', () => expect(shareOf(0, 0)).toEqual({ part: 0, of: 0, low: 0, high: 1 }));

test('the interval holds the share and mirrors', () => {
  for (const of of [1, 7, 29, 31, 64, 400, 12345]) {
    for (const part of [0, 1, of >> 1, of]) {
      const share = shareOf(part, of);
      const mirror = shareOf(of - part, of);
      expect(share.low).toBeLessThanOrEqual(part / of);
      expect(share.high).toBeGreaterThanOrEqual(part / of);
      expect(share.low).toBeCloseTo(1 - mirror.high, 9);
    }
  }
});

test.each([
  [3, 2],
  [-1, 2],
  [0.5, 2],
  [Number.NaN, 2],
])('%d of %d is refused', (part, of) => expect(() => shareOf(part, of)).toThrow(RangeError));
