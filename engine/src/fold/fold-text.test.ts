import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from './fold-text.js';
import { withoutNoise } from './noise.js';

describe('what the matcher sees', () => {
  test.each([
    // what stands in the mail        what the matcher sees    why
    ['zainstalowałem', 'zainstalowalem', 'Polish ł is not decomposed by Unicode'],
    ['ТROJАNА', 'TROJANA', 'capital Cyrillic Т, А'],
    ['bit\u200bcoin', 'bitcoin', 'zero-width space inside a word'],
    ['раѕѕwоrd', 'password', 'Cyrillic letters in a Latin word'],
    ['Ⲣауmеnt', 'Payment', 'Coptic and Cyrillic'],
    ['ｂｉｔｃｏｉｎ ５００', 'bitcoin 500', 'full-width letters and digits'],
    ['ﾋﾞｯﾄｺｲﾝ', 'ビットコイン', 'half-width kana with their voicing mark'],
    ['が', 'が', 'kana keep their voicing mark'],
    ['ガ', 'ガ', 'a combining voicing mark joins its kana'],
    ['é à ü ñ å', 'e a u n a', 'accents'],
    ['don’t', "don't", 'typographic apostrophe'],
    ['p̵a̷s̶s̵w̷o̶r̵d̷', 'password', 'marks under and over every letter'],
    ['привет', 'привет', 'a Russian word stays Russian'],
    ['送⾦', '送金', 'Kangxi radical from a PDF'],
    ['𝐛𝐢𝐭𝐜𝐨𝐢𝐧', 'bitcoin', 'mathematical letters'],
    ['пapoль, дocтуп', 'пароль, доступ', 'Latin letters in Russian words'],
    ['Я знаю, что у вac ecть cеcтрa', 'Я знаю, что у вас есть сестра', 'also where a whole word could be Latin'],
    ['Кошелек: bc1qxo0c3p, код x5', 'Кошелек: bc1qxo0c3p, код x5', 'an address in a Russian text keeps its letters'],
    ['Во имя мира', 'Во имя мира', 'honest Russian'],
    ['my паmе is on the bitсоin аccount', 'my name is on the bitcoin account', 'letters that pass in the middle of a word'],
    ['ᴘᴀssᴡᴏʀᴅ', 'password', 'small capitals'],
    ['🅱🅸🆃🅲🅾🅸🅽 🅑🅘🅣', 'BITCOIN BIT', 'letters of pictures'],
    ['🇧🇮🇹🇨🇴🇮🇳', 'BITCOIN', 'regional indicators'],
    ['ⓑⓘⓣⓒⓞⓘⓝ ⒝⒤', 'bitcoin (b)(i)', 'circled and parenthesised'],
    ['pa\u{e0020}ss\u{e0100}word', 'password', 'tag characters and variation selectors'],
    ['ㅂㅣㅌㅡㅋㅗㅇㅣㄴ', '비트코인', 'Hangul letter by letter'],
    ['\u1107\u1175\u1110\u1173\u110f\u1169\u110b\u1175\u11ab', '비트코인', 'conjoining letters'],
    ['ㅋㅋㅋ', 'ᄏᄏᄏ', 'laughter is no syllable'],
    ['カ\u0336メ\u0336ラ', 'カメラ', 'marks upon kana'],
    ['メ―ルとビットコ─ス', 'メールとビットコース', 'lines for the long sign'],
    ['⺟の⻑い', '母の長い'.replace('長', '镸').replace('镸', foldText('⻑').text), 'radicals'],
    ['ｶﾞﾗｽ', 'ガラス', 'half-width kana'],
    ['pay \u202enioctib\u202c now', 'pay bitcoin now', 'stored backwards, shown forwards'],
    ['ƀɨʈçøıń', 'bitcoin', 'letters with strokes and hooks'],
    ['أرسلتُ إلى آخرِ الأصدقاء', 'ارسلت الي اخر الاصدقا', 'Arabic: hamza, vowel signs, final ya'],
    ['كلمة المرور', 'كلمه المرور', 'ta marbuta as it is typed'],
    ['محـــفظتي', 'محفظتي', 'tatweel'],
    ['ڤيديو گوگل', 'فيديو كوكل', 'letters that the Arabic alphabet lacks'],
    ['٤٨ ساعة، ١٬٣٠٠ دولار، ٠٫٠٥', '48 ساعه، 1,300 دولار، 0.05', 'Arabic-Indic digits and their separators'],
    ['۴۸ ساعت', '48 ساعت', 'Persian digits'],
    ['ﻓﻴﺪﻳﻮ ﻻ', 'فيديو لا', 'presentation forms of a PDF'],
    ['\u200fأدفع\u200f الآن\u061c', 'ادفع الان', 'direction marks'],
  ])('%j folds to %j: %s', (mail, seen) => expect(foldText(mail).text).toBe(seen));

  test('a word of look-alikes alone stays as it is beside real Russian', () => {
    expect(foldText('Это мой сосед, рост').text).toBe('Это мои сосед, рост');
  });
});

describe('tricks are told, slips are not', () => {
  test.each([
    ['bit\u200bco\u200bin wal\u200blet pay\u200bment', ['zero-width']],
    ['\ufeffone byte order mark', []],
    ['раѕѕwоrd', ['look-alike-letters']],
    ['ｈｅｌｌｏ', ['full-width']],
    ['５００円', []],
    ['abc\u202edef', ['bidi']],
    ['abc\u202bdef', ['bidi']],
    ['قال \u2068Ahmed\u2069 إن \u202b5\u202c', []],
    ['الح\u202eساب', ['bidi']],
    ['محمـــــود \u200f\u200e\u200f', []],
    ['b\u200ei\u200et\u200ec\u200eoin', ['zero-width']],
    ['a\u0300\u0301\u0302\u0303b', ['combining-marks']],
    ['plain text', []],
  ])('%j: %j', (text, tricks) => expect([...foldText(text).tricks]).toEqual(tricks));
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'c',
      's',
      'b',
      'а',
      'е',
      'с',
      'к',
      'я',
      'п',
      'о',
      'ο',
      'λ',
      'κ',
      'ə',
      'Ꭺ',
      'ㄱ',
      'ㅏ',
      'ㄴ',
      '―',
      'カ',
      '⻑',
      '\u{1f1e7}',
      '\u{e0041}',
      'が',
      'ﾞ',
      '\u3099',
      '\u0301',
      'ﾋ',
      ' ',
      'ß',
      'İ',
      'Σ',
      'ς',
      '㌦',
      '\u200b',
      'é',
      '가',
      'ᄀ',
      'ᅡ',
      '\ud83d',
      '😀',
      '゛',
    ),
    maxLength: 60,
  }),
);

describe('laws', () => {
  test('every unit points back into the original, never backwards', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: seen, origin } = foldText(text);
        expect(origin.length).toBe(seen.length);
        let last = 0;
        for (const at of origin) {
          expect(at).toBeGreaterThanOrEqual(last);
          expect(at).toBeLessThan(text.length);
          last = at;
        }
      }),
      { numRuns: 400 },
    );
  });

  test('letters that become several, anywhere in a text of ASCII, leave the rest in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b ', '…', '™', 'Æ', '㌖'), { maxLength: 120 }), (pieces) => {
        const text = pieces.join('');
        const { text: seen, origin } = foldText(text);
        expect(seen).toBe(pieces.map((piece) => foldText(piece).text).join(''));
        expect([...origin]).toEqual([...origin].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldText(text).text;
        expect(foldText(once).text).toBe(once);
      }),
      { numRuns: 4000 },
    );
  });
});

describe('letters parted by noise of another script', () => {
  const words = 'i have full access to your device and i recorded you through your camera last month please send the money';
  const noise = 'キシ航戸ひつ通所潤郎公用建国';
  const noisy = [...words].map((ch, i) => (ch === ' ' ? ' ' : ch + noise.slice(i % 9, (i % 9) + 2))).join('');

  test('gives the letters alone, each with its way back', () => {
    const clean = withoutNoise(foldText(noisy)).find((one) => one.text.startsWith('i have'));
    expect(clean?.text).toBe(words);
    expect(noisy[clean?.origin[0] as number]).toBe('i');
  });

  test('also the other way round: kana parted by Latin letters', () => {
    const japanese = '私はあなたのデバイスにアクセスしました。'.repeat(8);
    const parted = [...japanese].map((ch, i) => ch + 'qzxv'[i % 4]).join('');
    expect(withoutNoise(foldText(parted)).map((one) => one.text)).toContain(japanese);
  });

  test.each([
    ['A社のXさんがB案をメールで送りました。', 'Latin initials in Japanese'],
    ['Node.jsのexpressでAPIを作り、Dockerで動かす。', 'technical Japanese'],
    ['Windows에서 Bitcoin을 사용하는 방법을 설명합니다.', 'technical Korean'],
    ['В Python и Java есть API для HTTP.', 'technical Russian'],
  ])('%j is left alone: %s', (text) => expect(withoutNoise(foldText(text.repeat(50)))).toEqual([]));
});

test('a letter that would become eighteen stays one, and one that becomes six does', () => {
  expect(foldText('\ufdfa'.repeat(1000)).text).toHaveLength(1000);
  expect(foldText('㌖').text).toBe('キロメートル');
});
