import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibly } from './visible.js';

test.each([
  // what stands in the message, what is shown, why
  ['gpj.exe\u202e', 'gpj.exe[U+202E]', 'a mark that turns the writing round'],
  ['a\u2066b\u2069', 'a[U+2066]b[U+2069]', 'marks of direction'],
  ['bit\u200bcoin', 'bit[U+200B]coin', 'a space of no width'],
  ['a\u200b\u200b\u200bb', 'a[U+200B ×3]b', 'a run of one is one mark'],
  ['\u001b[2J', '[U+001B][2J', 'a control sequence of a terminal'],
  ['a\r\nb\rc\td', 'a\nb\nc\td', 'line ends are line ends, a tab is a tab'],
  ['bit\u200dcoin', 'bit[U+200D]coin', 'a joiner between Latin letters'],
  ['👩\u200d👧 می\u200cخواهم', '👩\u200d👧 می\u200cخواهم', 'joiners that people write'],
  ['x\u{e0041}\u{e0042}', 'x[U+E0041][U+E0042]', 'tags, which say something unseen'],
  ['مرحبا שלום こんにちは', 'مرحبا שלום こんにちは', 'writing from the right is no trick'],
])('%j is shown as %j: %s', (text, expected) => expect(visibly(text)).toBe(expected));

test('nothing that is unseen is left, and nothing seen is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = visibly(text);
      expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
      for (const letter of text.match(/[\p{L}\p{N}]/gu) ?? []) expect(shown).toContain(letter);
    }),
  );
});
