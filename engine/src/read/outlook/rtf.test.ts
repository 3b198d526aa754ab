import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RTF_BYTES, RTF_DEPTH } from '../limits.js';
import { read } from '../read.js';
import { decompressRtf } from './lzfu.js';
import { readRtf } from './rtf.js';

const rtf = (source: string) => readRtf(Buffer.from(source, 'latin1'));
const hex = (digits: string): Uint8Array => Buffer.from(digits.replace(/\s/g, ''), 'hex');

// The two worked examples of MS-OXRTFCP, section 4.
const SPEC = hex(`2d0000002b0000004c5a4675f1c5c7a703000a0072637067313235423 20af32068656c0900206277 05b06c647d0a800fa0`);
const SPEC_TWICE = hex('1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0');

describe('compressed RTF', () => {
  test.each([
    [SPEC, '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n', 'words out of the filled dictionary'],
    [SPEC_TWICE, '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}', 'a reference that runs over its own end'],
    [hex(`10000000040000004d454c4100000000${Buffer.from('{\\r}').toString('hex')}`), '{\\r}', 'not compressed'],
  ])('%#: %j (%s)', (packed, plain) => {
    const unpacked = decompressRtf(packed);
    expect(Buffer.from(unpacked?.rtf ?? []).toString('latin1')).toBe(plain);
    expect(unpacked?.cut).toBe(false);
  });

  test('other bytes are none', () => expect(decompressRtf(Buffer.from('{\\rtf1 this is no compressed one}'))).toBeNull());

  test('more than RTF_BYTES out of a few: the attack is a stream that says "again" without an end', () => {
    // Each control byte stands above eight references of 17 bytes, none of them to the place that is written next.
    const body: number[] = [];
    let write = 207;
    for (let n = 0; n < RTF_BYTES + 1000; ) {
      body.push(0xff);
      for (let k = 0; k < 8; k++, n += 17, write = (write + 17) & 4095) body.push(((write + 100) & 4095) >> 4, ((((write + 100) & 15) << 4) | 15) & 255);
    }
    const packed = Buffer.concat([hex('00000000ffffff7f4c5a467500000000'), Uint8Array.from(body)]);
    const unpacked = decompressRtf(packed);
    expect(unpacked?.rtf.length).toBe(RTF_BYTES);
    expect(unpacked?.cut).toBe(true);
  });

  test('law: any bytes give RTF or none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const unpacked = decompressRtf(Buffer.concat([hex('00000000ffff00004c5a467500000000'), bytes]));
        expect(unpacked === null || unpacked.rtf.length <= bytes.length * 9).toBe(true);
      }),
    );
  });
});

describe('what an RTF shows', () => {
  test.each([
    ['{\\rtf1 one\\par two}', 'one\ntwo', 'paragraphs'],
    ["{\\rtf1\\ansi\\ansicpg932 \\'82\\'b1\\'82\\'f1}", 'こん', 'the code page of the document'],
    ["{\\rtf1\\ansi\\ansicpg949 \\'b5\\'b7}", '돈', 'Korean'],
    ["{\\rtf1\\ansi\\ansicpg1251 \\'e4\\'e5\\'ed\\'fc\\'e3\\'e8 \\'ed\\'e0 \\'f1\\'f7\\'e5\\'f2}", 'деньги на счет', 'Russian'],
    ["{\\rtf1{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset128 MS Gothic;}}\\f0 pay {\\f1 \\'8b\\'e0}\\f0 !}", 'pay 金!', 'the code page of the font'],
    ['{\\rtf1\\u26085?\\u26412?\\u-244 x}', '日本\uff0c', 'Unicode, its stand-ins left out, also negative'],
    ['{\\rtf1\\uc0\\u26085 \\u26412 x}', '日本x', 'no stand-ins'],
    ["{\\rtf1\\uc2\\u26085 \\'93\\'fa\\u26412 \\'96\\'7b}", '日本', 'stand-ins of two bytes'],
    ['{\\rtf1{\\info{\\title no}}{\\*\\generator no;}{\\pict 0102}seen}', 'seen', 'what is not shown'],
    ['{\\rtf1 a\\{b\\}\\\\c\\~d\\emdash e\\tab f}', 'a{b}\\c\u00a0d—e\tf', 'escapes'],
    ['{\\rtf1 a\\bin3 }}}b}', 'ab', 'binary inside'],
    ["{\\rtf1 it\\'92s}", 'it’s', 'windows-1252'],
  ])('%s -> %j (%s)', (source, seen) => expect(rtf(source)).toMatchObject({ kind: 'text', text: seen, hidden: '' }));

  test('hidden words are kept apart', () => {
    expect(rtf('{\\rtf1 seen {\\v hidden}words}')).toMatchObject({ text: 'seen words', hidden: 'hidden' });
  });

  test('HTML comes back as it was put in; what RTF needs beside it does not', () => {
    const source =
      '{\\rtf1\\ansi\\ansicpg1251\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fcharset204 Arial;}}' +
      '{\\*\\htmltag19 <html>}{\\*\\htmltag64}\\htmlrtf {\\f0 \\htmlrtf0 {\\*\\htmltag84 <b>}\\htmlrtf\\b noise\\htmlrtf0 ' +
      "\\'c7\\'e0\\'ef\\'eb\\'e0\\'f2\\'e8{\\*\\htmltag84 &nbsp;}\\htmlrtf \\~\\htmlrtf0 now{\\*\\htmltag92 </b>}{\\*\\mhtmltag8 <i>}\\htmlrtf }\\htmlrtf0 {\\*\\htmltag27 </html>}}";
    expect(rtf(source)).toMatchObject({ kind: 'html', text: '<html><b>Заплати&nbsp;now</b></html>' });
  });

  test('more groups than RTF_DEPTH: the attack is a million braces', () => {
    const depth = RTF_DEPTH + 100_000;
    expect(rtf(`{\\rtf1 a${'{'.repeat(depth)}b${'}'.repeat(depth)}c}`).text).toBe('abc');
  });

  test('an .rtf file is read as it is seen', () => {
    const mail = read({ bytes: Buffer.from('{\\rtf1\\ansi the letter}') });
    expect(mail.parts).toEqual([{ id: '1', kind: 'text', text: 'the letter' }]);
    expect(mail.whole).toBe(true);
  });

  test.each([
    ['letter.rtf', '{\\rtf1 words{\\pict 00}}', false],
    ['letter.rtf', '{\\rtf1 words{\\object{\\*\\objdata 00}}}', false],
    ['letter.rtf', '{\\rtf1 words{\\field{\\*\\fldinst { INCLUDEPICTURE "https://t.example/x" }}}}', false],
    ['letter.rtf', '{\\rtf1{\\*\\template https://t.example/x}words}', false],
    ['letter.rtf', '{\\rtf1 words{\\field{\\*\\fldinst HYPERLINK "https://t.example/x"}}}', true],
    ['letter.doc', '{\\rtf1 words}', false],
    ['letter.rtf', '{\\rtf1 words}', true],
  ])('%s as %j: read; whole is %s', (name, source, whole) => {
    const mail = read({ bytes: Buffer.from(source), name });
    expect(mail.parts[0]?.text).toBe('words');
    expect(mail.whole).toBe(whole);
  });

  test('law: any RTF gives a text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '\\',
      "\\'",
      '\\u',
      '\\uc',
      '\\bin',
      '9',
      '-',
      ' ',
      '{\\*',
      '\\htmltag',
      '\\fonttbl',
      '\\f',
      'x',
      '\\fromhtml1',
      '\\v',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(typeof rtf(`{\\rtf1${pieces.join('')}`).text).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});

test('the text of a drawn box is seen, its measures are not', () => {
  const source = '{\\rtf1 above {\\shp{\\*\\shpinst\\shpleft10{\\sp{\\sn fFlip}{\\sv 1}}{\\shptxt \\pard inside\\par}}} below}';
  expect(rtf(source).text.replace(/\s+/g, ' ')).toBe('above inside below');
});
