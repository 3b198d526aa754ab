import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable, widthOf, wrap } from './wrap.js';

describe('wrapping', () => {
  test.each([
    ['one two three', 8, ['one two', 'three'], 'at spaces'],
    ['あいうえお', 4, ['あい', 'うえ', 'お'], 'full-width characters take two columns'],
    ['あい、うえ', 4, ['あ', 'い、', 'うえ'], 'a comma does not begin a line'],
    ['あ「いう」', 4, ['あ', '「い', 'う」'], 'a bracket does not end a line'],
    ['bc1qw508d6qejxtdg', 10, ['bc1qw508d6', 'qejxtdg'], 'what has no space is cut'],
    ['세 가지 질문에 모두', 12, ['세 가지', '질문에 모두'], 'Korean breaks at its spaces'],
    ['', 10, [], 'nothing'],
  ])('%j in %d columns: %j (%s)', (text, columns, lines) => expect(wrap(text, columns)).toEqual(lines));

  test('law: no line is wider than asked, and nothing but spaces is lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'あ', '、', '「', '」', '漢', '.', '!'), maxLength: 80 }),
        fc.integer({ min: 10, max: 60 }),
        (text, columns) => {
          const lines = wrap(text, columns);
          // A sign that must not begin a line may hang over by itself, as in print.
          for (const line of lines) expect(widthOf(line.replace(/[、」.!]+$/, ''))).toBeLessThanOrEqual(columns);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});

test('a stranger’s text gives the terminal no commands', () => {
  expect(printable('a\u001b[2Jb\u0007c\u202ed\u009be')).toBe('a [2Jb c d e');
});
