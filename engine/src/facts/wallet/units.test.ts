import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from './units.js';

type Told = readonly (readonly [start: number, end: number, bits: number])[];

function told(text: string, least: number): Told {
  const { count, start, end, bits } = runsOf(text, least);
  return Array.from({ length: count }, (_, i) => [start[i] as number, end[i] as number, bits[i] as number] as const);
}

const letters = fc.string({ unit: fc.constantFrom('a', 'Z', '7', '0', 'l'), maxLength: 40 });
const gaps = fc.string({ unit: fc.constantFrom(' ', '.', '\n', 'あ'), minLength: 1, maxLength: 25 });

test('long runs are those of all runs that are long, whatever stands between them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(letters, gaps)), letters, fc.integer({ min: 2, max: 24 }), (pieces, last, least) => {
      const text = pieces.flat().join('') + last;
      expect(told(text, least)).toEqual(told(text, 0).filter(([start, end]) => end - start >= least));
    }),
  );
});

test.each([
  // text            least   runs              why
  ['EQ ab 12345', 5, ['EQ', '12345'], 'what begins as an address of TON does is kept, since its signs part it'],
  ['ab EQab', 5, ['EQab'], 'wherever it stands'],
  ['ab xEQ', 5, [], 'but not inside a run'],
  ['12345', 5, ['12345'], 'a text of one run'],
  ['', 5, [], 'nothing'],
])('%j, runs of %d: %j (%s)', (text, least, wanted) => {
  expect(told(text, least).map(([start, end]) => text.slice(start, end))).toEqual(wanted);
});
