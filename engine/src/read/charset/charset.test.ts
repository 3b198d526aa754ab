import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './charset.js';
import { readLabel } from './names.js';

const hex = (bytes: string): Uint8Array => Buffer.from(bytes.replaceAll(' ', ''), 'hex');
const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('labels as mail writes them', () => {
  test.each([
    [
      'utf-8',
      'UTF-8 utf8 "utf-8" \'UTF8\' utf_8 unicode-1-1-utf-8 utf-8*EN =utf-8 charset=utf-8 utf-8; utf-8,iso-8859-1 utf8mb4 cp65001 x-utf-8 utf-8format=flowed',
    ],
    [
      'windows-1252',
      'us-ascii ASCII ansi_x3.4-1968 iso-8859-1 ISO8859-1 iso_8859-1:1987 latin1 cp1252 x-cp1252 windows-1252 Windows1252 iso-ir-100 csISOLatin1 L1',
    ],
    ['shift_jis', 'shift_jis Shift-JIS x-sjis SJIS ms_kanji csShiftJIS cp932 windows-31j MS932 cswindows31j'],
    ['euc-jp', 'euc-jp x-euc-jp EUCJP cseucpkdfmtjapanese eucJP-ms ujis cp51932'],
    ['iso-2022-jp', 'iso-2022-jp csISO2022JP cp50220 CP50221 iso-2022-jp-1 ISO-2022-JP-2 iso-2022-jp-ms'],
    ['euc-kr', 'euc-kr ks_c_5601-1987 KSC5601 ks_c_5601-1989 cp949 windows-949 uhc korean csEUCKR csKSC56011987'],
    ['iso-2022-kr', 'iso-2022-kr csiso2022kr'],
    ['gb18030', 'gb2312 GBK gb18030 x-gbk cp936 gb_2312-80 EUC-CN csGB2312 chinese'],
    ['hz-gb-2312', 'hz-gb-2312 hz'],
    ['big5', 'big5 Big5-HKSCS x-x-big5 cn-big5 csbig5 cp950'],
    ['windows-1254', 'iso-8859-9 latin5 windows-1254 cp1254'],
    ['windows-874', 'tis-620 TIS-620-2533 iso-8859-11 windows-874 cp874'],
    ['iso-8859-8', 'iso-8859-8 iso-8859-8-i logical hebrew'],
    ['iso-8859-16', 'iso-8859-16 latin10'],
    ['iso-8859-15', 'iso-8859-15 ISO8859-15 latin-9 l9'],
    ['koi8-r', 'koi8-r KOI8 cskoi8r cp20866'],
    ['koi8-u', 'koi8-u koi8-ru'],
    ['ibm866', 'ibm866 cp866 866 DOS-866 csibm866'],
    ['ibm850', 'ibm850 cp850'],
    ['macintosh', 'macintosh x-mac-roman mac'],
    ['x-mac-cyrillic', 'x-mac-cyrillic x-mac-ukrainian'],
    ['utf-7', 'utf-7 unicode-1-1-utf-7 x-unicode-2-0-utf-7 csunicode11utf7'],
    ['utf-16le', 'utf-16 utf-16le ucs-2 unicode'],
    ['utf-16be', 'utf-16be unicodefffe'],
    ['utf-32be', 'utf-32be ucs-4'],
  ])('%s', (charset, labels) => {
    const read = labels.split(' ').map((label) => readLabel(label));
    expect(read.map((claim) => (claim.kind === 'named' ? claim.charset : claim))).toEqual(labels.split(' ').map(() => charset));
  });

  test('every label of the Encoding Standard that a host knows means the same here', () => {
    const labels =
      'unicode-1-1-utf-8 utf-8 utf8 866 cp866 csibm866 ibm866 csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 csisolatin3 iso-ir-109 l3 csisolatin4 iso-ir-110 l4 csisolatincyrillic cyrillic iso-ir-144 iso88595 arabic asmo-708 csiso88596e csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 sun_eu_greek csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 visual csisolatin6 iso-ir-157 l6 latin6 iso-8859-13 iso-8859-14 csisolatin9 l9 cskoi8r koi koi8 koi8_r koi8-ru csmacintosh mac macintosh x-mac-roman dos-874 iso885911 tis-620 x-cp1250 cp1251 x-cp1251 cp819 csisolatin1 ibm819 iso-ir-100 x-cp1252 cp1253 csisolatin5 iso-ir-148 l5 x-cp1254 cp1255 cp1256 cp1257 cp1258 x-mac-ukrainian chinese csgb2312 csiso58gb231280 gb_2312 gb_2312-80 iso-ir-58 x-gbk gb18030 big5-hkscs cn-big5 x-x-big5 cseucpkdfmtjapanese x-euc-jp csiso2022jp csshiftjis ms932 ms_kanji sjis windows-31j x-sjis cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 unicodefffe csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le'.split(
        ' ',
      );
    const host = (label: string): string =>
      (new TextDecoder(label) as unknown as { encoding: string }).encoding.replace('gbk', 'gb18030').replace('iso-8859-8-i', 'iso-8859-8');
    const ours = (label: string): string => {
      const claim = readLabel(label);
      return claim.kind === 'named' ? claim.charset : claim.kind;
    };
    expect(labels.map((label) => `${label} ${ours(label)}`)).toEqual(labels.map((label) => `${label} ${host(label)}`));
  });

  test.each([
    [null, 'none'],
    ['', 'none'],
    ['8bit', 'none'],
    ['unknown-8bit', 'none'],
    ['x-unknown', 'none'],
    ['nonsense', 'unknown'],
    ['iso-8859-12', 'unknown'],
    ['x-user-defined', 'unknown'],
    ['文字', 'unknown'],
    ['constructor', 'unknown'],
  ])('%j: %s', (label, kind) => expect(readLabel(label).kind).toBe(kind));
});

describe('sets of seven bits', () => {
  test.each([
    ['iso-2022-jp', '\x1b$B$3$s\x1b(B and \x1b$@$K\x1b(J', 'こん and に', 'the sets of 1978 and 1983'],
    ['iso-2022-jp', 'bit\x1b(Bc\x1b(J\x1b(Boin', 'bitcoin', 'shifts that change nothing, inside a word'],
    ['iso-2022-jp', '\x1b$B$3\x1b(B\x1b$B$s\x1b(B', 'こん', 'out and in again'],
    ['iso-2022-jp', '\x1b(I:]\x1b(B', 'ｺﾝ', 'half-width kana'],
    ['iso-2022-jp', '\x0e:]\x0f ok', 'ｺﾝ ok', 'half-width kana by shift out'],
    ['iso-2022-jp', '\x1b(J\\100\x1b(B', '¥100', 'the Roman set has a yen sign'],
    ['iso-2022-jp', '\x1b$B-!\x1b(B', '①', 'what NEC added'],
    ['iso-2022-jp', '\x1b$(D0!\x1b(B', '丂', 'JIS X 0212'],
    ['iso-2022-jp-2', '\x1b$A;a\x1b$(C0!\x1b.A\x1bNi\x1b(B', '会가é', 'Chinese, Korean and Latin in it'],
    ['iso-2022-jp', '\x1b$B$3$s\nabc', 'こん\n痰\ufffd', 'a line end is one, also inside'],
    ['iso-2022-jp', '\x1b$B$3$', 'こ\ufffd', 'cut inside a letter'],
    ['iso-2022-jp', '\x1b$B$3\x1b', 'こ\ufffd', 'cut inside an escape'],
    ['iso-2022-jp', '\x1b$B$3$s', 'こん', 'the way back is missing'],
    [null, '\x1b$B$3$s\x1b(B', 'こん', 'nobody says so'],
    ['utf-8', '\x1b$B$3$s\x1b(B', 'こん', 'another label'],
    ['us-ascii', 'bit\x1b(Bcoin', 'bitcoin', 'another label, idle'],
    ['iso-2022-kr', '\x1b$)C\r\n\x0e0!\x0f a \x0e0!0!\r\nb', '\r\n가 a 가가\r\nb', 'a line ends in ASCII'],
    ['iso-2022-kr', '\x1b$)C\x0e0!\x0f\x0e0!\x0f', '가가', 'out and in again'],
    [null, '\x1b$)C\x0e0!\x0f', '가', 'nobody says so'],
    ['iso-2022-cn', '\x1b$)A\x0e;a\x0f', '会', ''],
    ['hz-gb-2312', '~{;a~} ~~ a~\nb ~{;a', '会 ~ ab 会', 'HZ; cut'],
    ['utf-7', 'Hi +ZeVnLIqe-! 1 +- 1', 'Hi 日本語! 1 + 1', 'RFC 2152'],
    ['utf-7', '+ZeVnLIqe. end', '日本語. end', 'ended by what is no base64'],
    ['utf-7', '+AGIAaQB0-coin', 'bitcoin', 'Latin letters too'],
    ['utf-7', '+2D3eAA-', '😀', 'two units'],
    ['utf-7', '+2D0-', '\ufffd', 'half a letter'],
  ])('%s: %j -> %j %s', (label, source, seen, _why) => expect(decodeText(ascii(source), label).text).toBe(seen));
});

describe('sets of two bytes', () => {
  test.each([
    ['shift_jis', '87 40 fa 40 ed 40 ee ef', '①ⅰ纊ⅰ', 'extensions of NEC and IBM'],
    ['shift_jis', 'ba dd 5c 7e', 'ｺﾝ\\~', 'half-width kana; ASCII stays'],
    ['shift_jis', '82 20 82', '\ufffd \ufffd', 'damaged: the space stays'],
    ['euc-jp', '8e ba 8f b0 a1 a4 b3', 'ｺ丂こ', 'two and three bytes'],
    ['euc-jp', 'a4 41 8f a4 41', '\ufffdA\ufffdA', 'damaged'],
    ['ks_c_5601-1987', '8c 63 b0 a1 94 ee', '똠가붉'.slice(0, 2), 'what Windows added'],
    ['euc-kr', 'a2 e6 a2 e7', '€®', ''],
    ['gb2312', '80 81 30 84 36 a2 e3', '€\u00a5€', 'code page 936, and four bytes'],
    ['big5', '88 62 a4 40 87 40', 'Ê̄一䏰', 'what Hong Kong added'],
  ])('%s %s -> %j %s', (label, bytes, seen) => expect(decodeText(hex(bytes), label).text.startsWith(seen)).toBe(true));
});

describe('UTF-16 and UTF-32', () => {
  const le = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
  const be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
  test.each([
    ['utf-16', le('\ufeffhello'), 'hello', 'byte order mark'],
    ['utf-16', be('\ufeffhello'), 'hello', 'the other one'],
    ['utf-16', be('hello there'), 'hello there', 'no mark: by its zero bytes'],
    ['utf-16le', be('hello there'), 'hello there', 'the wrong order named'],
    ['utf-16', be('明日は海へ。'), '明日は海へ。', 'no mark, no zero byte: by kana and marks'],
    [null, le('hello there'), 'hello there', 'no label'],
    ['utf-8', le('hello there'), 'hello there', 'another label'],
    ['utf-16', ascii('<p>plain text, whatever the page says</p>'), '<p>plain text, whatever the page says</p>', 'it is none'],
    ['utf-16le', le('a\ud800b'), 'a\ufffdb', 'half a letter'],
    ['utf-16le', hex('61 00 62'), 'a\ufffd', 'half a unit'],
    ['utf-32le', hex('ff fe 00 00 61 00 00 00 00 f6 01 00'), 'a😀', 'byte order mark'],
    ['utf-32be', hex('00 00 fe ff 00 00 00 61 00 11 00 00'), 'a\ufffd', 'no such letter'],
  ])('%s -> %s', (label, bytes, seen, _why) => expect(decodeText(bytes, label).text).toBe(seen));

  test('a few zero bytes in a text of eight bits make it none', () => {
    expect(decodeText(ascii('a word\0 and another\0 word, all of it plain ASCII text'), null).text).toContain('plain ASCII text');
  });
});

describe('one damaged byte spoils one letter', () => {
  test.each([
    ['us-ascii', `plain words, a stray \x92 and more`, 'plain words, a stray ’ and more'],
    [null, `plain words, a stray \x92 and more`, 'plain words, a stray ’ and more'],
    ['utf-8', 'plain words, a stray \xe9 and more', 'plain words, a stray é and more'],
  ])('%s: %j -> %j', (label, source, seen) => expect(decodeText(ascii(source), label).text).toBe(seen));

  test.each([null, 'utf-8', 'us-ascii', 'iso-8859-1'])('UTF-8 with a stray byte stays UTF-8 (%s)', (label) => {
    const bytes = Buffer.concat([Buffer.from('größer, schöner, weiter '), hex('e9'), Buffer.from(' für alle')]);
    expect(decodeText(bytes, label)).toMatchObject({ text: 'größer, schöner, weiter \ufffd für alle', broken: true });
  });

  test.each([null, 'utf-8'])('UTF-8 cut inside its last letter stays UTF-8 (%s)', (label) => {
    expect(decodeText(hex('e38193e38293e381'), label)).toMatchObject({ text: 'こん\ufffd', broken: true });
  });

  test.each(['für', 'café', 'Ä', '¿Qué?', 'naïve'])('a short Western text is left as its label says: %s', (word) => {
    for (const label of ['iso-8859-1', 'windows-1252', null])
      expect(decodeText(ascii(word), label)).toEqual({ text: word, unknown: null, mended: null, broken: false });
  });

  test.each([
    ['windows-1251', 'cff0e8e2e5f2', 'Привет'],
    ['koi8-r', 'f0d2c9d7c5d4', 'Привет'],
    ['koi8-r', 'f0f2e9f7e5f4 20 e4ecf1 20 f7e1f3', 'ПРИВЕТ ДЛЯ ВАС'],
    ['euc-kr', 'b1e4b1de', '긴급'],
    ['gb2312', 'bdf4bcb1', '紧急'],
    ['big5', 'a6 5e c2 d0 3a 20 a6 5e c2 d0 3a 20 a6 5e c2 d0', '回覆: 回覆: 回覆'],
    ['shift_jis', '8f64 9776', '重要'],
    ['windows-1250', 'b3b9', 'łą'],
  ])('a short text that fits its label is left as it is: %s %s', (label, bytes, seen) => expect(decodeText(hex(bytes), label).text).toBe(seen));
});

describe('any bytes with any label give a text', () => {
  const labels = [
    'utf-8',
    'utf-16',
    'utf-32le',
    'utf-7',
    'iso-2022-jp',
    'iso-2022-kr',
    'iso-2022-cn',
    'hz',
    'shift_jis',
    'euc-jp',
    'euc-kr',
    'big5',
    'gbk',
    'koi8-r',
  ];
  const label = fc.oneof(fc.constant(null), fc.constantFrom(...labels), fc.string({ maxLength: 200 }));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .array(fc.constantFrom(0x1b, 0x24, 0x28, 0x42, 0x0e, 0x0f, 0x2b, 0x2d, 0x7e, 0x7b, 0x8e, 0x8f, 0xa4, 0xb3, 0x0a, 0x41, 0, 0xff), { maxLength: 300 })
      .map((a) => Uint8Array.from(a)),
  );
  test('never a throw, never more units than bytes and one', () => {
    fc.assert(
      fc.property(bytes, label, (input, name) => {
        const { text } = decodeText(input, name);
        return text.length <= input.length + 1 && !/[\ud800-\udfff]/u.test(text);
      }),
      { numRuns: 500 },
    );
  });
  test('ASCII is ASCII under every label of a set that holds it', () => {
    const words = fc.stringMatching(/^[ -}\n]{0,80}$/);
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(null, 'utf-8', 'us-ascii', 'shift_jis', 'euc-jp', 'euc-kr', 'big5', 'gbk', 'koi8-r', 'windows-1252', 'iso-8859-16'),
        (text, name) => {
          expect(decodeText(ascii(text), name)).toEqual({ text, unknown: null, mended: null, broken: false });
        },
      ),
    );
  });
  test.each(labels)('a megabyte of its own marks is read in one pass: %s', (name) => {
    const size = 1 << 20;
    for (const seed of [[0x1b], [0x1b, 0x24, 0x42], [0x2b], [0x7e, 0x7b], [0x81], [0x8f, 0xa1], [0x81, 0x30, 0x81, 0x30], [0xe3], [0]]) {
      const input = new Uint8Array(size);
      for (let i = 0; i < size; i++) input[i] = seed[i % seed.length] as number;
      expect(decodeText(input, name).text.length).toBeLessThanOrEqual(size + 1);
    }
  });
});
