import { expect, test } from 'vitest';
import { foldText } from './fold-text.js';
import { SENTENCE, tokenise } from './tokens.js';

function words(text: string): string[] {
  const tokens = tokenise(foldText(text).text);
  return Array.from({ length: tokens.count }, (_, t) => tokens.word(t));
}

test.each([
  ["I'm your e-mail's owner", ['im', 'your', 'emails', 'owner'], 'apostrophes vanish, hyphens join'],
  ['within 48hrs pay $1,300 or 0.05BTC', ['within', '48', 'hrs', 'pay', '1,300', 'or', '0.05', 'btc'], 'a number takes its separators, not its unit'],
  ['my R.A.T software', ['my', 'rat', 'software'], 'dotted letters'],
  ['send b i t c o i n now', ['send', 'bitcoin', 'now'], 'spaced-out letters'],
  ['send b-i-t-c-o-i-n now', ['send', 'bitcoin', 'now'], 'letters parted by hyphens'],
  ['plan a b or c', ['plan', 'a', 'b', 'or', 'c'], 'two lone letters are no word'],
  ['カメラ を、使い', ['カ', 'メ', 'ラ', 'を', '使', 'い'], 'kana and kanji one by one, spaces and signs ignored'],
  ['😀pay😀me', ['pay', 'me'], 'emoji part words like a space'],
  ['', [], 'nothing'],
])('%j -> %j: %s', (text, expected) => expect(words(text)).toEqual(expected));

test.each([
  ['one two', false, 'words'],
  ['one.\ntwo', true, 'full stop'],
  ['one! two', true, 'exclamation'],
  ['一。二', true, 'Japanese full stop'],
  ['one\n\ntwo', true, 'blank line'],
  ['one\n \t\ntwo', true, 'line of spaces'],
  ['one\ntwo', false, 'a single line break is a space'],
  ['e.g.two', false, 'a dot inside a word'],
])('%j: sentence ends %s (%s)', (text, ends) => {
  const { position } = tokenise(text);
  expect((position[1] as number) - (position[0] as number) > SENTENCE).toBe(ends);
});

test('spaced-out words are counted, dotted ones are not a trick', () => {
  expect(tokenise('b i t c o i n').spaced).toBe(1);
  expect(tokenise('r.a.t').spaced).toBe(0);
});
