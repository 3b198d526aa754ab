import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeWords } from './encoded-words.js';
import { readHeaders, readParameters } from './header.js';

const b64 = (text: string, encoding: BufferEncoding = 'utf8'): string => Buffer.from(text, encoding).toString('base64');

describe('encoded words', () => {
  test.each([
    ['=?utf-8?B?44GT44KT?= =?utf-8?B?44Gr?=', 'こんに', 'two words without the space between'],
    ['=?utf-8?B?44E=?=\t=?utf-8?B?k+OCkw==?=', 'こん', 'cut inside a letter'],
    ['=?UTF-8?B?44GT44K?= =?UTF-8?B?T44Gr?=', 'こんに', 'cut inside the base64'],
    ['=?utf-8?B?44E?= =?utf-8?B?k+OCkw?=', 'こん', 'without padding, cut inside a letter'],
    ['=?utf-8?Q?=e3=81=93=e3?= =?utf-8?Q?=82=93?=', 'こん', 'small hexadecimal, cut inside a letter'],
    ['=?iso-8859-1?Q?caf=E9?= =?koi8-r?B?0NLJ18XU?= =?utf-8?Q?_=E2=82=AC?=', 'caféпривет €', 'several charsets'],
    ['=?iso-2022-jp?B?GyRCJDMkcyRLJEEkTxsoQg==?=', 'こんにちは', 'a stateful set'],
    ['=?iso-2022-jp?B?GyRCJDMkcxsoQg==?= =?iso-2022-jp?B?GyRCJEskQSRPGyhC?=', 'こんにちは', 'a stateful set in two words'],
    ['=?iso-2022-jp?B?GyRCJDMkcyRL?=', 'こんに', 'without the way back to ASCII'],
    ['=?windows-1252*EN?Q?it=92s?=', 'it’s', 'a language behind the charset'],
    ['"=?utf-8?B?44GT?=" <a@b.example>', '"こ" <a@b.example>', 'in quotes'],
    ['Re:=?utf-8?Q?caf=C3=A9?=:end', 'Re:café:end', 'glued to text'],
    ['=?utf-8?Q?a?==?utf-8?Q?b?=', 'ab', 'glued to each other'],
    ['=?utf-8?Q?really?_yes??=', 'really? yes?', 'question marks inside'],
    ['=?utf-8?Q??= x', ' x', 'nothing inside'],
    [`=?utf-8?B?${b64('cut off at the e').replace(/=+$/, '')}`, 'cut off at the e', 'the end is missing'],
    ['=?utf-8?Q?cut_off=E2=80=99?', 'cut off’', 'half of the end is missing'],
    ['=?utf-8?Q?one =?utf-8?Q?two?=', 'onetwo', 'the end of the first is missing'],
    ['=?utf-8?Q?caf=C3=A9 and more', 'café and more', 'the end is missing, then text'],
    ['=?broken', '=?broken', 'no encoded word'],
    ['is 1 =? 2, or =?x?= ?', 'is 1 =? 2, or =?x?= ?', 'text that looks a little like one'],
    ['=?utf-8?X?abc?=', '=?utf-8?X?abc?=', 'no encoding that there is'],
    ['=?nonsense?Q?abc', '=?nonsense?Q?abc', 'no end and no charset'],
  ])('%j -> %j (%s)', (raw, seen) => expect(decodeWords(raw)).toBe(seen));

  test('any text gives a text', () => {
    const piece = fc.constantFrom('=?', '?=', '?', 'utf-8', '?B?', '?Q?', 'iso-2022-jp', ' ', 'AbC', '=E3', '\u3042', 'x');
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => typeof decodeWords(pieces.join('')) === 'string'));
  });

  test('a field of openings is read once, not once for each', () => {
    for (const piece of ['=?a?q?', '=?', '=?utf-8?B?', '=?utf-8?Q?x =?']) expect(decodeWords(piece.repeat(40_000)).length).toBeGreaterThan(0);
  });
});

describe('raw bytes in a header', () => {
  const subject = (bytes: Uint8Array, more = ''): string | undefined =>
    readHeaders(Buffer.concat([Buffer.from('Subject: '), bytes, Buffer.from(`\r\n${more}`)])).find((h) => h.name === 'subject')?.value;
  test.each([
    ['e38193e38293', '', 'こん', 'UTF-8'],
    ['1b244224332473244b1b2842', '', 'こんに', 'ISO-2022-JP without a word about it'],
    ['1b244224332473244b', '', 'こんに', 'and cut off'],
    ['1b24422433247324', '', 'こん\ufffd', 'and cut off inside a letter'],
    ['82b182f182c982bf82cd', '', 'こんにちは', 'Shift_JIS by its letters'],
    ['b1e4b1de', 'Content-Type: text/plain; charset=euc-kr\r\n', '긴급', 'in the charset of the body'],
    ['636166c3a9', 'Content-Type: text/plain; charset=utf-16\r\n', 'café', 'never in one that is no ASCII'],
    ['d0bfd180d0b8', 'Content-Type: text/plain; charset=koi8-r\r\n', 'при', 'UTF-8 though the body is not'],
    ['636166e9', '', 'café', 'Western'],
  ])('%s %j -> %j (%s)', (hex, more, seen, _why) => expect(subject(Buffer.from(hex, 'hex'), more)).toBe(seen));
});

describe('RFC 2231 names', () => {
  const name = (field: string): string | undefined => readParameters(`attachment; ${field}`).parameters.get('filename');
  test.each([
    ["filename*=utf-8''%E3%81%93.pdf", 'こ.pdf', 'charset and percent signs'],
    ["filename*=iso-2022-jp'ja'%1B%24B%243%1B%28B.pdf", 'こ.pdf', 'a stateful set, a language'],
    ["filename*0*=utf-8''%E3%81; filename*1*=%93.pdf", 'こ.pdf', 'cut inside a letter'],
    ["filename*0*=shift_jis''%82%b1; filename*1*=%82%f1; filename*2=.pdf", 'こん.pdf', 'one charset for all pieces; the last one plain'],
    ["filename*1*=%93.pdf; filename*0*=utf-8''%E3%81", 'こ.pdf', 'in another order'],
    ['filename*0="long "; filename*1="name.pdf"', 'long name.pdf', 'no charset'],
    ['filename="plain.pdf"; filename*=utf-8\'\'%E3%81%93.pdf', 'こ.pdf', 'both: the extended one'],
    ["filename*=utf-8''a.pdf; filename*=utf-8''b.exe", 'a.pdf', 'of two the first'],
    ['filename="a.pdf"; filename="b.exe"', 'a.pdf', 'of two the first'],
    ['filename="=?utf-8?B?44GT?=.pdf"', 'こ.pdf', 'an encoded word, which RFC 2047 forbids there'],
    ["filename*=''50%25.pdf", '50%.pdf', 'no charset named'],
    ['filename*=50%.pdf', '50%.pdf', 'neither charset nor percent codes'],
  ])('%s -> %j (%s)', (field, seen) => expect(name(field)).toBe(seen));
});
