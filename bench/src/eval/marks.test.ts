import { CLAIMS } from '@hattari/engine';
import { expect, test } from 'vitest';
import { claimsOf, markedLetters, unmarked } from './marks.js';
import type { Read } from './model.js';

test('marks come out of a letter, one inside another too', () => {
  const { text, marks } = unmarked('x', 'Hello. {{wallet|Pay {{amount|5 dollars}} to me}}.');
  expect(text).toBe('Hello. Pay 5 dollars to me.');
  expect(marks.map(({ id, start, end }) => [id, text.slice(start, end)])).toEqual([
    ['wallet', 'Pay 5 dollars to me'],
    ['amount', '5 dollars'],
  ]);
});

test.each(['{{amount|5', 'five}} dollars'])('%j does not close', (letter) => expect(() => unmarked('x', letter)).toThrow(/^x: wanted/));

test('every mark of our letters is a claim there is, and no brace is left', () => {
  const ids = CLAIMS.map(({ id }) => id as string);
  for (const { name, text, marks } of markedLetters()) {
    expect(text, name).not.toMatch(/[{}]/);
    for (const { id } of marks) expect(ids, name).toContain(id);
    expect(marks.length, name).toBeGreaterThan(2);
  }
});

test('told, in place, wrong and missed are counted', () => {
  const letters = [{ name: 'x', language: 'en', ...unmarked('x', '{{a|one}} two {{b|three}} {{a|four}}') }];
  const claims = [
    { id: 'a', places: [[13, 17]] },
    { id: 'c', places: [[4, 7]] },
  ];
  const found = { kind: 'bluff', family: null, flags: [], wallets: [], claims };
  const { precision, inPlace, recall, wrong, missed } = claimsOf('en', letters, [{ found } as unknown as Read]);
  expect([precision.part, precision.of, inPlace.part, recall.part, recall.of]).toEqual([1, 2, 1, 1, 2]);
  expect([wrong, missed]).toEqual([{ c: 1 }, { b: 1 }]);
});
