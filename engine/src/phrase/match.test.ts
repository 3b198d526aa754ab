import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../fold/fold-text.js';
import { compilePhrases } from './compile.js';
import { HITS_PER_PHRASE, matchPhrases } from './match.js';
import { parsePattern } from './pattern.js';
import { tokenise } from './tokens.js';

function found(pattern: string, text: string): string | null {
  const phrases = compilePhrases([{ line: pattern, where: 'test' }]);
  const folded = foldText(text).text;
  const tokens = tokenise(folded, phrases);
  const hit = matchPhrases(tokens, phrases)[0];
  return hit === undefined ? null : folded.slice(tokens.start[hit.from], tokens.end[hit.to - 1]);
}

describe('one phrase, one text', () => {
  test.each<[string, string, string | null, string]>([
    // phrase                                  text                                        found                              why
    ['recorded you', 'I RECORDED YOU!', 'RECORDED YOU', 'case'],
    ['recorded you', 'I recorded your cat', null, 'whole words only'],
    ['(recorded|filmed) you', 'we filmed you', 'filmed you', 'one of'],
    ['i [have] recorded you', 'i recorded you', 'i recorded you', 'may be missing'],
    ['i [have] recorded you', 'i have recorded you', 'i have recorded you', 'may be there'],
    ['troj~ on your', 'a trojan on your pc', 'trojan on your', 'any ending'],
    ['troj~ on your', 'a troj on your pc', 'troj on your', 'no ending is an ending'],
    ['record~ you', 'i am recording you', 'recording you', 'stem'],
    ['recorded you ... webcam', 'recorded you many times with the webcam', 'recorded you many times with the webcam', 'gap'],
    ['recorded you ... webcam', 'recorded you one two three four five six seven eight nine webcam', null, 'gap is bounded'],
    ['recorded you ... webcam', 'recorded you. The webcam is new', null, 'a sentence ends'],
    ['# hours', 'you have 48 hours', '48 hours', 'number'],
    ['48 hours', 'you have 48 hours', '48 hours', 'a number as itself'],
    ['# dollars', 'pay 1,300.50 dollars', '1,300.50 dollars', 'number with separators'],
    ['# hours', 'many hours', null, 'no number'],
    ['カメラ...撮影', 'あなたのカメラであなたを撮影しました', 'カメラであなたを撮影', 'Japanese: a piece of text'],
    ['(私|僕)は(ハッカー|プログラマー)', '私は プログラマー です', '私は プログラマー', 'Japanese: spaces are ignored'],
    ['カメラ...撮影', 'カメラを買いました。撮影しました', null, 'Japanese full stop'],
    ['(с|из) вашего ящика', 'Пишу с вашего ящика', 'с вашего ящика', 'a Cyrillic letter alone in a choice is no disguised Latin one'],
    ['pay (me|us) ... (bitcoin|btc)', 'pay us some bitcoin', 'pay us some bitcoin', 'two groups'],
    ['your your device', 'your your your device', 'your your device', 'a failed start does not hide a later one'],
    [
      'i [will] (send|post) [the] (video|clip) to [all] your (friends|contacts)',
      'i post clip to your contacts',
      'i post clip to your contacts',
      'many choices',
    ],
  ])('%j in %j: %j (%s)', (pattern, text, expected) => expect(found(pattern, text)).toBe(expected));
});

describe('mistakes of an author are told in a sentence', () => {
  test.each([
    ['... webcam', 'must not begin'],
    ['webcam ...', 'must not end'],
    ['(a|b', 'never closed'],
    ['a|b', 'without its opening'],
    ['(a|(b|c))', 'do not nest'],
    ['ab~', 'at least 3 letters'],
    ['[maybe]', 'only what may be missing'],
    ['(a||b)', 'empty choice'],
    ['one. Two', 'across the end of a sentence'],
    ['', 'an empty phrase'],
  ])('%j: %s', (pattern, sentence) => expect(() => parsePattern(pattern)).toThrow(sentence));

  test('more variants than can be compiled are refused with their place', () => {
    const list = `(${Array.from({ length: 40 }, (_, i) => `w${i}`).join('|')})`;
    expect(() => compilePhrases([{ line: `[${list.slice(1, -1)}] [${list.slice(1, -1)}] [${list.slice(1, -1)}] end`, where: 'xx.md:7' }])).toThrow(
      'xx.md:7: too many variants',
    );
  });
});

describe('laws', () => {
  const vocabulary = ['my', 'trojan', 'has', 'full', 'access', 'to', 'your', 'device', 'camera', 'we'];
  const word = fc.constantFrom(...vocabulary);

  test('the matcher finds a plain phrase exactly where a plain search finds it', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(word, { maxLength: 30 }), (phrase, text) => {
        const wanted = ` ${text.join(' ')} `.includes(` ${phrase.join(' ')} `);
        expect(found(phrase.join(' '), text.join(' ')) !== null).toBe(wanted);
      }),
      { numRuns: 300 },
    );
  });

  test('many phrases at once give what each gives alone', () => {
    const patterns = ['my (trojan|virus) has', 'full access ... your device', 'cam~ ... we', 'to your [own] device', 'acc~ to'];
    const all = compilePhrases(patterns.map((line) => ({ line, where: '' })));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (text) => {
        const tokens = tokenise(text.join(' '), all);
        const together = new Set(matchPhrases(tokens, all).map((hit) => hit.phrase));
        patterns.forEach((pattern, i) => {
          expect(together.has(i)).toBe(found(pattern, text.join(' ')) !== null);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('a text that repeats one phrase for ever gives a bounded number of hits', () => {
    const phrases = compilePhrases([{ line: 'your device', where: '' }]);
    expect(matchPhrases(tokenise('your device '.repeat(5000), phrases), phrases).length).toBe(HITS_PER_PHRASE);
  });
});

test('hits that are not meant take no room from one that is', () => {
  const phrases = compilePhrases([{ line: 'recorded you', where: 'test' }]);
  const tokens = tokenise('recorded you. '.repeat(HITS_PER_PHRASE * 3), phrases);
  const last = HITS_PER_PHRASE * 6 - 2;
  expect(matchPhrases(tokens, phrases, ({ from }) => from >= last)).toEqual([{ phrase: 0, from: last, to: last + 2 }]);
});

test.each([
  // sentences between   joined?   why
  [0, true, 'in one sentence'],
  [1, false, 'the next sentence is another'],
  [255, false, 'sentences are numbered round and round: none is taken for one long ago'],
  [256, false, 'nor the one behind it'],
])('with %d sentences between them, two pieces are one phrase: %s (%s)', (between, isOne) => {
  const phrases = compilePhrases([{ line: 'recorded you ... webcam', where: 'test' }]);
  const middle = between === 0 ? '' : `. ${'recorded you. '.repeat(between - 1)}`;
  const tokens = tokenise(`recorded you ${middle} webcam`, phrases);
  expect(matchPhrases(tokens, phrases).length).toBe(isOne ? 1 : 0);
});

test('a piece that overlaps the next one does not hide the one before it', () => {
  const phrases = compilePhrases([{ line: 'pay now ... now please', where: 'test' }]);
  const tokens = tokenise('pay now and pay now please', phrases);
  expect(matchPhrases(tokens, phrases)).toEqual([{ phrase: 0, from: 0, to: 6 }]);
});
