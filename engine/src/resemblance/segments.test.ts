import { expect, test } from 'vitest';
import type { Stream } from '../model.js';
import { besideOf } from './beside.js';
import { HEADS } from './resemblance.js';
import { segmentsOf } from './segments.js';
import { NO_ODDS } from './trees.js';

function streamOf(text: string): Stream {
  return { part: '1', kind: 'text', text, origin: Uint32Array.from({ length: text.length }, (_, k) => k) } as unknown as Stream;
}

const LINE = 'some words of somebody who writes a sentence of fifty. ';
const sizes = (text: string): number[] => segmentsOf([streamOf(text)], []).map((segment) => segment.text.length);

test.each([
  ['a paragraph each', `${LINE}\n\n${LINE}`, 2],
  ['a long one at the ends of sentences', LINE.repeat(20), 3],
  ['a few words tell nothing', 'yes\n\nno', 0],
  ['nothing', '', 0],
  ['no end of a sentence anywhere', 'a'.repeat(5_000), 1],
  ['blanks after a line, which lead nowhere', `${LINE}\n${' '.repeat(100_000)}${LINE}`, 1],
])('%s', (_why, text, segments) => expect(sizes(text).length).toBe(segments));

test('of very many those at both ends are looked at: thirty each', () => {
  const found = segmentsOf([streamOf(Array.from({ length: 500 }, (_, k) => `${LINE}${k}`).join('\n\n'))], []);
  expect(found.length).toBe(60);
  expect(found[0]?.text).toContain('0');
  expect(found.at(-1)?.text).toContain('499');
});

test('a claim marks the segment it stands in', () => {
  const text = `${LINE}\n\n${LINE}`;
  const at = LINE.length + 10;
  expect(segmentsOf([streamOf(text)], [{ part: '1', start: at, end: at + 5 }]).map(({ claims }) => claims)).toEqual([false, true]);
});

test('what is of another hand: the segment most like a real case, with and without claims, and most unlike a letter', () => {
  const odds = (real: number, letter: number): number[] => HEADS.map((head) => (head === 'real' ? real : head === 'letter' ? letter : -9));
  const segments = [
    { odds: odds(1, -2), claims: false },
    { odds: odds(2, 3), claims: true },
  ];
  expect(besideOf(segments)).toEqual({ real: 2, free: 1, gap: 3, end: 3, segments: 2 });
  expect(besideOf([])).toEqual({ real: NO_ODDS, free: NO_ODDS, gap: NO_ODDS, end: NO_ODDS, segments: 0 });
});
