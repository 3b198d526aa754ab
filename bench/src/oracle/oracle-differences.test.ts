import { expect, test } from 'vitest';
import { differenceOf, linesLost, parting } from './differences.js';

test.each([
  ['a b', 'a b', 'same', 'letter by letter'],
  ['a b\n', 'a  b', 'white space', 'lines end otherwise'],
  ['it’s', 'it\u0092s', 'windows-1252', 'what Node makes of 0x92'],
  ['näh', 'nÃ¤h', 'charset', 'another set'],
  ['words', '', 'only ours', 'they have nothing'],
  ['', 'words', 'only theirs', 'we have nothing'],
  ['one two', 'two', 'ours has more', 'a part that they take for an attachment'],
  ['two', 'one two', 'theirs has more', 'a part that we take for an attachment'],
  ['one two', 'one three', 'other', 'neither holds the other'],
])('%j beside %j is %s: %s', (ours, theirs, wanted) => {
  expect(differenceOf(ours, theirs)).toBe(wanted);
});

test('a footer that one reader puts below the HTML and the other below the text is joined otherwise', () => {
  expect(differenceOf('a letter', 'a letter\n____\nfooter', 'a letter footer', 'a letter footer')).toBe('joined otherwise');
});

test.each([
  ['the whole of a line', 'the whole of a line', [], 'found'],
  ['t h e whole\nof a line', 'the whole of a line', [], 'found over white space'],
  ['the whole of a näme', 'the whole of a nÃ¤me', [], 'another set, the same line'],
  ['something else', 'the whole of a line', ['the whole of a line'], 'lost'],
  ['one two three', '> one two\n> three', [], 'quoted otherwise'],
  ['something else', 'short', [], 'too short to be told'],
])('of %j and %j is lost %j: %s', (ours, theirs, wanted) => {
  expect(linesLost(ours, theirs)).toEqual(wanted);
});

test('the place where two texts part is shown with what stands before it', () => {
  expect(parting('the words of one', 'the words of two')).toEqual(['thewordsofone', 'thewordsoftwo']);
});
