import { describe, expect, test } from 'vitest';
import { foldText } from '../fold/fold-text.js';
import { LIKE, Repeats } from './repeats.js';
import { likeness, SKETCH_SIZE, sketchHex, sketchOf, sketchText } from './sketch.js';

const LETTER =
  'Hello Anna. Some months ago I put a small program on the device you read this on, and it has been watching your screen since. I have made a film of you. Send 900 dollars in coins to the address bc1qaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa within 48 hours, and the film is gone. Do not answer this mail, the address is not mine. Write to nobody.';
const OTHER =
  'Dear member, the garden club meets on Sunday at ten in the old barn. Bring seeds to share and a warm coat, for the barn has no heating. After the meeting there will be soup and bread for all. Whoever can help with the chairs, please come half an hour before. The roses need cutting too, says the gardener.';
const JAPANESE =
  'こんにちは。数か月前にあなたの機器に小さなプログラムを入れ、それからずっと画面を見ていました。あなたの動画を作りました。四十八時間以内に下の住所へ九百ドルを送れば、動画は消えます。このメールに返事をしないでください。だれにも話さないでください。';

const sketch = (text: string): Uint16Array => sketchText(foldText(text).text) as Uint16Array;

describe('copies of one letter', () => {
  test.each([
    [
      'other name, amount, wallet, hours',
      LETTER.replace('Anna', 'Bob')
        .replace('900', '1,250')
        .replace(/bc1qa+/, 'bc1qzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz')
        .replace('48', '72'),
    ],
    ['letters of another script', LETTER.replaceAll('a', 'а').replaceAll('e', 'е')],
    ['invisible letters', LETTER.replaceAll('e', 'e\u200b')],
    ['wrapped and in capitals', LETTER.toUpperCase().replace(/(.{60}\S*) /g, '$1\n> ')],
    ['the first two thirds', LETTER.slice(0, 230)],
    ['a sentence of its own in front', `Greetings from a cold town far away. ${LETTER}`],
  ])('%s', (_, copy) => expect(likeness(sketch(LETTER), sketch(copy))).toBeGreaterThanOrEqual(LIKE));

  test.each([
    ['another text', LETTER, OTHER],
    ['another language', LETTER, JAPANESE],
  ])('but not %s', (_, a, b) => expect(likeness(sketch(a), sketch(b))).toBeLessThan(LIKE / 2));

  test('Japanese copies too', () => {
    expect(likeness(sketch(JAPANESE), sketch(JAPANESE.replace('九百', '千二百').replace('四十八', '七十二')))).toBeGreaterThanOrEqual(LIKE);
  });
});

test.each([
  ['nothing', ''],
  ['a few words', 'See you at ten.'],
  ['one letter without end', 'a'.repeat(100_000)],
  ['numbers only', '1 2 3 '.repeat(1000)],
])('too little to be told from others: %s', (_, text) => expect(sketchText(text)).toBeNull());

test('what is hidden from the eye does not count, and hexadecimal has four digits a place', () => {
  const parts = [{ id: '1', kind: 'text', text: LETTER }] as const;
  const shown = sketchOf({ parts }) as Uint16Array;
  expect(sketchOf({ parts: [...parts, { id: '2/hidden', kind: 'hidden', text: OTHER }] })).toEqual(shown);
  expect(sketchHex(shown)).toMatch(new RegExp(`^[0-9a-f]{${SKETCH_SIZE * 4}}$`));
});

/** Letters without end, of words that are drawn by a seed. */
function letterOf(seed: number): string {
  let state = seed * 2654435761 + 1;
  const words = Array.from({ length: 60 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8).toString(36).replace(/\d/g, 'e');
  });
  return words.join(' ');
}

describe('repeats', () => {
  test('copies come together, others stay alone', () => {
    const repeats = new Repeats();
    const groups = [LETTER, OTHER, LETTER.replace('Anna', 'Bob'), JAPANESE, LETTER.slice(20), OTHER].map((text) => repeats.add(sketch(text)));
    expect(groups).toEqual([0, 1, 0, 2, 0, 1]);
  });

  test('what was stored goes on where it was', () => {
    const before = new Repeats();
    const counts = new Map<number, number>();
    for (const text of [LETTER, OTHER, LETTER]) {
      const group = before.add(sketch(text));
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    const after = new Repeats();
    after.restore(JSON.parse(JSON.stringify(before.state())), (group) => counts.get(group) ?? 0);
    expect([OTHER, JAPANESE, LETTER].map((text) => after.add(sketch(text)))).toEqual([1, 2, 0]);
    expect(after.state().next).toBe(3);
  });

  test('30,000 letters that are alone are forgotten one after another; the one that comes back is still known', () => {
    let forgotten = 0;
    const repeats = new Repeats(() => forgotten++);
    const first = [repeats.add(sketch(LETTER)), repeats.add(sketch(LETTER))];
    for (let seed = 1; seed <= 30_000; seed++) repeats.add(sketchText(letterOf(seed)) as Uint16Array);
    expect(repeats.state().slots.length).toBeLessThanOrEqual(20_480);
    expect(forgotten).toBeGreaterThan(9_000);
    expect([...first, repeats.add(sketch(LETTER))]).toEqual([0, 0, 0]);
  });
});
