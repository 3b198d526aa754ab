import { describe, expect, test } from 'vitest';
import { withoutData } from './encoded-data.js';

const PICTURE = Buffer.alloc(3_000, 0x5a);
const base64 = PICTURE.toString('base64');
const lines = (text: string, width: number, before = ''): string =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((line) => before + line).join('\n');
/** Lines of 45 bytes as uuencode writes them. */
const uuencoded = Array.from({ length: 40 }, (_, n) => `M${String.fromCharCode(33 + (n % 60)).repeat(60)}`).join('\n');
const left = (text: string) => withoutData(text, (units) => `<${units}>`);

describe('left out', () => {
  test.each([
    ['a data URI', `see data:image/png;base64,${base64.slice(0, 200)} here`, 'see <222> here'],
    ['a data URI of a drawing', 'see data:image/svg+xml,%3Csvg%20xmlns%3D here', 'see <36> here'],
    ['base64 in one line', `x ${base64} y`, 'x <4000> y'],
    ['base64 in lines', `before\n${lines(base64, 76)}\nbehind`, /^before\n<\d+>\n.{0,50}\n?behind$/],
    ['base64 in a mail that was quoted', `before\n${lines(base64, 76, '> ')}\nbehind`, /^before\n<\d+>\n.{0,50}\n?behind$/],
    ['uuencode', `begin 644 a.jpg\n${uuencoded}\nend`, /^begin 644 a\.jpg\n<\d+>\nend$/],
    ['hex', `x\n${lines(PICTURE.toString('hex'), 64)}\ny`, /^x\n<\d+>\n.{0,50}\n?y$/],
    ['a dump in hex', `x\n${lines(PICTURE.toString('hex').replace(/../g, '$& '), 48, '00000010  ')}\ny`, /^x\n<\d+>\n.{0,50}\n?y$/],
  ])('%s', (_, text, expected) => {
    const { text: kept, count } = left(text);
    expect(kept).toMatch(expected);
    expect(count).toBe(1);
  });
});

describe('kept', () => {
  const wallets = Array.from({ length: 30 }, () => 'bc1q2plm7akxkmnj4edhtxnqc3880d76hrudlnv0m').join('\n\n');
  test.each([
    ['wallets', wallets],
    ['a long address of a page', `https://example.org/a?token=${'ab12'.repeat(80)}`],
    ['shouting', Array.from({ length: 60 }, () => 'MY NAME IS MIKE AND I WILL SEND IT TO ALL OF YOUR FRIENDS TODAY').join('\n')],
    ['Japanese without spaces', 'あなたの端末にマルウェアを入れて録画しました'.repeat(100)],
    ['a rule of a mail program', '='.repeat(76)],
    ['the words data: and image', 'my data: image, text'],
  ])('%s', (_, text) => expect(left(text)).toEqual({ text, count: 0 }));

  test('a text of almost such words costs one pass', () => {
    const text = `${'a'.repeat(999)} `.repeat(4_000);
    expect(left(text).count).toBe(0);
  });
});
