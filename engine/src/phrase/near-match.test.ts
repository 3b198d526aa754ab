import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../fold/fold-text.js';
import { compilePhrases } from './compile.js';
import { matchPhrases } from './match.js';
import { matchNearly } from './near-match.js';
import { tokenise } from './tokens.js';

function found(pattern: string, text: string, known: readonly string[] = []): string | null {
  const phrases = compilePhrases([{ line: pattern, where: 'test' }], known);
  const folded = foldText(text).text;
  const tokens = tokenise(folded, phrases);
  const hit = matchNearly(tokens, phrases)[0];
  return hit === undefined ? null : folded.slice(tokens.start[hit.from], tokens.end[hit.to - 1]);
}

describe('one error in eight letters', () => {
  test.each<[string, string, string | null, string]>([
    // phrase                      as it was read                  found                          why
    ['recorded your screen', 'I recordad your screen', 'recordad your screen', 'a letter misread'],
    ['recorded your screen', 'I reorded your screen', 'reorded your screen', 'a letter lost'],
    ['recorded your screen', 'I recorrded your screen', 'recorrded your screen', 'a letter added'],
    ['recorded your screen', 'I recordedyour screen', 'recordedyour screen', 'a space lost'],
    ['recorded your screen', 'I rec orded your screen', 'rec orded your screen', 'a space added'],
    ['into your system now', 'in to your system now', 'in to your system now', 'a space added between two words'],
    ['recorded your screen', 'I recordad yaur screen', 'recordad yaur screen', 'two in eighteen letters'],
    ['recorded your screen', 'I recordad yaur scraen', null, 'three in eighteen'],
    ['recorded your screen', 'I recorded your screen', null, 'none at all: that is the other matcher’s'],
    ['your screen', 'yaur scraen', null, 'two in ten'],
    ['pay me', 'poy me', null, 'one in five'],
    ['infect~ your machine', 'I infocting your machine', 'infocting your machine', 'in a stem, with an ending'],
    ['i hacked your machine', 'l hacked your machine', 'l hacked your machine', 'small L for I'],
    ['recorded you ... with the camera', 'recorded you often with the camara', 'recorded you often with the camara', 'across a gap'],
    ['recorded you ... with the camera', 'recorded you. With the camara', null, 'a sentence ends'],
    ['# hours from now on', '48 haurs from now on', '48 haurs from now on', 'a number is a number'],
    ['amount # dollar', '1234567890 dollor', null, 'digits are no letters'],
    ['あなたのカメラで録画した', 'あなたのカメラで緑画した', 'あなたのカメラで緑画した', 'kanji drawn alike'],
    ['あなたのカメラで録画した', 'あなたのカヌラで録画した', 'あなたのカヌラで録画した', 'katakana misread'],
    ['あなたのカメラで録画した', 'あなたのカラで録画した', 'あなたのカラで録画した', 'a character lost'],
    ['あなたのカメラで録画した', 'あなたのカメ|ラで録画した', null, 'a stroke between two is no error'],
    ['あなたのカメラで録画した', 'あなたのカメラ了で録画した', 'あなたのカメラ了で録画した', 'a character added'],
    ['あなたのデバイスを使った', 'あなたのデパイスを使つた', null, 'two in twelve'],
    ['パスワードを知っています', 'バスワードを知っています', 'バスワードを知っています', 'a voicing mark'],
    ['パスワードを知っています', 'パスワードを知つています', 'パスワードを知つています', 'a small kana'],
    ['写真を持っているから送る', '写真を持っていないから送る', null, 'hiragana carry the grammar: another sentence'],
    ['カメラで撮影', 'カヌラで撮影', null, 'one in six'],
    ['컴퓨터를 해킹했습니다', '컴퓨터를 해깅했습니다', '컴퓨터를 해깅했습니다', 'Hangul'],
  ])('%j in %j: %j (%s)', (pattern, text, expected) => expect(found(pattern, text, ['in', 'to', 'web', 'my', 'off', 'on'])).toBe(expected));
});

const HOUSE = compilePhrases(
  ['i have hacked your device', 'recorded you ... with your (camera|webcam)', 'カメラで録画した動画を送る', 'あなたのデバイスに侵入しました'].map((line) => ({
    line,
    where: '',
  })),
  ['the', 'we', 'will', 'meet', 'tomorrow'],
);

describe('laws', () => {
  test('what is read rightly gives no slip', () => {
    for (const text of [
      'I have hacked your device.',
      'I recorded you for months with your webcam',
      'あなたのデバイスに侵入しました。カメラで録画した動画を送る',
    ]) {
      const tokens = tokenise(foldText(text).text, HOUSE);
      const exact = new Set(matchPhrases(tokens, HOUSE).map(({ phrase }) => phrase));
      expect(exact.size).toBeGreaterThan(0);
      expect(matchNearly(tokens, HOUSE).filter(({ phrase }) => !exact.has(phrase))).toEqual([]);
    }
  });

  test('one letter exchanged in a phrase of eight or more is always found', () => {
    const phrase = 'i have hacked your device';
    const letters = [...phrase].flatMap((ch, at) => (ch === ' ' || at === 0 ? [] : [at]));
    fc.assert(
      fc.property(fc.constantFrom(...letters), fc.constantFrom(...'zxqkw'), (at, other) => {
        fc.pre(phrase[at] !== other);
        const tokens = tokenise(`${phrase.slice(0, at)}${other}${phrase.slice(at + 1)} today`, HOUSE);
        expect(matchNearly(tokens, HOUSE).length).toBeGreaterThan(0);
      }),
      { numRuns: 120 },
    );
  });

  test.each([
    ['misread letters', 'I hove hacked yuor devise and recordad you wiht your camara. '],
    ['one word near many', 'yous '],
    ['no words at all', 'xqzk wvvx kqzx '],
    ['long noise', `${'a'.repeat(60)} `],
    ['misread characters', 'あなたのデパイスに侵人しました、カヌラで緑画した動画を送る'],
    ['one character', 'カ'],
  ])('twice as much of %s takes twice as many steps', (_, unit) => {
    const stepsOf = (times: number): number => {
      const steps = { taken: 0 };
      matchNearly(tokenise(foldText(unit.repeat(times)).text, HOUSE), HOUSE, () => true, steps);
      return steps.taken;
    };
    const once = stepsOf(Math.ceil(4_000 / unit.length));
    expect(stepsOf(2 * Math.ceil(4_000 / unit.length))).toBeLessThanOrEqual(2.1 * once + 1_000);
  });
});
