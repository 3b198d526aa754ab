import { describe, expect, test } from 'vitest';
import { foldText } from '../fold/fold-text.js';
import { compilePhrases } from './compile.js';
import { phraseWords } from './phrase-words.js';
import { SENTENCE, tokenise } from './tokens.js';
import { classOf } from './vocabulary.js';

function words(text: string): string[] {
  return phraseWords(foldText(text).text).map((word) => word.text);
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

const NOTHING = compilePhrases([]);

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
  const { position } = tokenise(text, NOTHING);
  expect((position[1] as number) - (position[0] as number) > SENTENCE).toBe(ends);
});

describe('a word behind one letter and an apostrophe', () => {
  const FRENCH = compilePhrases([{ line: '(l|d|j|lad~|dar~) (adresse|argent|jai)', where: '' }], []);
  test.each([
    ["l'adresse", [classOf('l', FRENCH), classOf('adresse', FRENCH)], 'a stem of another language does not take it'],
    ["d'argent", [classOf('d', FRENCH), classOf('argent', FRENCH)], 'nor here'],
    ["j'ai", [classOf('jai', FRENCH)], 'the two together are a word'],
    ["l'adieu", [classOf('ladieu', FRENCH)], 'nothing known stands behind it'],
  ])('%s: %j (%s)', (text, classes) => {
    const { cls, count } = tokenise(foldText(text).text, FRENCH);
    expect(Array.from(cls.slice(0, count))).toEqual(classes);
  });
});

const HOUSE = compilePhrases(
  [
    { line: 'i have hacked your device and recorded (bitcoin|password|account|webcam)', where: '' },
    { line: 'infect~ camera', where: '' },
  ],
  ['the', 'my'],
);

/** What a text's known tokens stand for: the class of each, named by the word it has. */
function known(text: string): string {
  const tokens = tokenise(foldText(text).text, HOUSE);
  const names = new Map(
    ['i', 'have', 'hacked', 'your', 'device', 'and', 'recorded', 'bitcoin', 'password', 'account', 'webcam', 'infect', 'camera', 'the', 'my'].map((w) => [
      classOf(w, HOUSE),
      w,
    ]),
  );
  return Array.from(tokens.cls, (cls) => names.get(cls) ?? '?').join(' ');
}

describe('words spelled for filters: the vocabulary decides', () => {
  test.each([
    // what stands there                 what is known               why
    ['b i t c o i n', 'bitcoin', 'letters apart'],
    ['i h a v e h a c k e d y o u r d e v i c e', 'i have hacked your device', 'a sentence of letters apart'],
    ['[b][i][t][c][o][i][n]', 'bitcoin', 'letters in brackets'],
    ['b*i*t*c*o*i*n', 'bitcoin', 'letters parted by stars'],
    ['p@ssw0rd and b1tc0in', 'password and bitcoin', 'digits and signs for letters'],
    ['$ 5 and @my 1st', '? and my ? ?', 'a sum, a handle and a number stay'],
    ['pass word, web-cam, acc\nount', 'password webcam account', 'cut words'],
    ['the camera', 'the camera', 'two known words are two'],
    ['ihavehackedyourdevice', 'i have hacked your device', 'run together'],
    ['ihaveinfectedyourdevice', 'i have infect your device', 'run together, with an ending'],
    ['implementation internationalisation', '? ?', 'long honest words'],
    ['passキwoシrd', '?  ?'.replace('  ', ' ? ? ? '), 'noise between pieces is no noise between letters'],
    ['bキiシt航c戸oひiつn', 'bitcoin', 'letters parted by noise of another script'],
    ['A社のBさんがCとDを', Array(11).fill('?').join(' '), 'honest lone letters'],
  ])('%j: %j (%s)', (text, wanted) => expect(known(text)).toBe(wanted));

  test('a megabyte of each costs what a megabyte costs: no quadratic path', () => {
    for (const unit of ['b i t c o i n ', 'p@ssw0rd ', '0a1b', 'pass ', 'ihavehacked', '[b]', 'a.', "a'a-", '$a', '@@@a']) {
      const tokens = tokenise(unit.repeat(Math.ceil(200_000 / unit.length)), HOUSE);
      expect(tokens.count).toBeGreaterThan(0);
    }
  });
});

test('spaced-out words are counted, dotted ones are not a trick', () => {
  expect(tokenise('b i t c o i n', HOUSE).spaced).toBe(1);
  expect(tokenise('r.a.t', HOUSE).spaced).toBe(0);
  expect(tokenise('my p@ssw0rd', HOUSE).leet).toEqual([3]);
  expect(tokenise('mail me@example.org or call 4711', HOUSE).leet).toEqual([]);
});

const ARABIC = compilePhrases(
  ['الكاميرا', 'كلم~ المرور', 'صديقي', 'والدي', 'ادفع', 'وادفع', 'ارسل', 'سارسل', 'كل', 'فيديو', 'الى'].map((line) => ({ line, where: '' })),
  ['على'],
);

describe('Arabic writes small words in front of the next one: the vocabulary decides', () => {
  test.each([
    // word            is                  why
    ['كاميرا', 'كاميرا', 'a phrase may have the article where a text has none'],
    ['والكاميرا', 'كاميرا', 'and the'],
    ['بالكاميرا', 'كاميرا', 'with the'],
    ['للكاميرا', 'كاميرا', 'for the, which loses a letter'],
    ['وبكلمتك', 'كلم', 'and with, before a stem with an ending'],
    ['سأدفع', 'ادفع', 'will, before a hamza'],
    ['فلادفع', 'ادفع', 'so that'],
    ['هادفع', 'ادفع', 'the will of Egypt'],
    ['وسأرسل', 'سارسل', 'and I will send is what will be, not what was'],
    ['وكل', 'كل', 'and all: two letters are left'],
    ['بكل', '?', 'with two letters left only and and so are taken off'],
    ['والدي', 'والدي', 'a word that only looks like it stays'],
    ['إلى', 'الي', 'a word that begins like the article stays'],
    ['وادفع', 'وادفع', 'a phrase may have the small word itself'],
    ['فيديو', 'فيديو', 'its first letter is its own'],
    ['بسبب', '?', 'what is not known stays so'],
  ])('%s: %s (%s)', (text, wanted) => {
    const names = ['كاميرا', 'كلم', 'صديقي', 'والدي', 'ادفع', 'وادفع', 'ارسل', 'سارسل', 'كل', 'فيديو', 'الي'].map((w) => [classOf(w, ARABIC), w] as const);
    const { cls, count } = tokenise(foldText(text).text, ARABIC);
    expect(count).toBe(1);
    expect(new Map(names).get(cls[0] as number) ?? '?').toBe(wanted);
  });

  test('the phrase with the small word is found for both', () => {
    const own = classOf('وادفع', ARABIC);
    expect(ARABIC.also[own]).toBe(classOf('ادفع', ARABIC));
    expect(ARABIC.also[classOf('سارسل', ARABIC)]).toBe(0);
  });

  test('a megabyte of them costs what a megabyte costs', () => {
    for (const unit of ['وبال', 'والكاميراات ', 'و', 'ال ']) expect(tokenise(unit.repeat(50_000), ARABIC).count).toBeGreaterThan(0);
  });
});
