import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bounded } from './bounded.js';
import { wordsOf } from './document.js';
import { latinOf } from './latin.js';
import { textOf } from './layout.js';
import { joined, type Line } from './ocr.js';

describe('memory of WASM programs', () => {
  const program = (...memory: readonly number[]): Uint8Array => Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, memory.length, ...memory);
  test.each([
    ['without a limit', [1, 0, 21], [5, 5, 1, 1, 21, 0x80, 0x01]],
    ['with one that is too high', [1, 1, 21, 0x80, 0x80, 2], [5, 5, 1, 1, 21, 0x80, 0x01]],
    ['that begins higher than it may grow', [1, 1, 0xc8, 0x01, 0x80, 0x80, 2], [5, 6, 1, 1, 0xc8, 0x01, 0xc8, 0x01]],
  ])('%s', (_what, memory, section) => expect([...bounded(program(...memory), 8)].slice(8)).toEqual(section));

  test('a program without memory of its own is our mistake', () => expect(() => bounded(program().subarray(0, 8), 8)).toThrow(/wanted/));

  test.each([
    'tesseract.js-core/tesseract-core-simd-lstm.wasm',
    '@cf-wasm/photon/photon.wasm',
    '@hyzyla/pdfium/pdfium.wasm',
    'zxing-wasm/reader/zxing_reader.wasm',
  ])('%s stays a program', (name) => {
    const bytes = readFileSync(new URL(import.meta.resolve(name)));
    expect(() => new WebAssembly.Module(bounded(bytes, 512))).not.toThrow();
  });
});

test.each([
  ['I am a hacker and I have your data, you can pay or not', 'eng', 'English'],
  ['Ich habe Sie gefilmt und werde das Video an alle Ihre Kontakte senden, wenn Sie nicht zahlen', 'deu', 'German'],
  ['Eu tenho acesso a todos os seus dados e vou enviar para todos se voce nao pagar', 'por', 'Portuguese, its accents lost'],
  ['Tengo acceso a su camara y voy a enviar el video a todos sus contactos si usted no paga por esta via', 'spa', 'Spanish'],
  ['BTC 1450 48h', 'eng', 'no words at all'],
  ['Pay to the Kaiser von der Post', 'eng', 'a few names'],
])('%j is %s: %s', (text, language) => expect(latinOf(text)).toBe(language));

const placed = (...words: readonly (readonly [string, number, number])[]) => words.map(([text, x0, x1]) => ({ text, box: { x0, x1 } }));
test.each([
  [placed(['送金', 0, 40], ['して', 45, 80], ['BTC', 90, 120]), '送金して BTC', 'no spaces in Japanese, one before Latin letters'],
  [placed(['카', 0, 20], ['메', 22, 42], ['라로', 55, 90]), '카메 라로', 'Hangul: as wide as the gap says'],
  [placed(['|', 0, 3], ['have', 10, 50]), 'I have', 'a bar is a capital I'],
  [placed(['a', 0, 3], ['|b|', 10, 20]), 'a |b|', 'but not every bar'],
])('words of a line: %j', (words, line) => expect(joined(words, 25)).toBe(line));

describe('lines that were only wrapped are one', () => {
  const line = (text: string, y: number, x1: number, block = 0): Line => ({ text, confidence: 90, block, words: [], box: { x0: 0, y0: y, x1, y1: y + 20 } });
  test.each([
    ['full lines', [line('send it', 0, 400), line('to me', 25, 120)], 'send it to me'],
    ['a short line ends', [line('Hello', 0, 100), line('send the money now to me', 25, 400)], 'Hello\nsend the money now to me'],
    ['Japanese: no space', [line('送金して', 0, 400), line('ください', 25, 200)], '送金してください'],
    ['a gap between lines', [line('send it', 0, 400), line('to me', 90, 400)], 'send it\nto me'],
    ['another block', [line('one', 0, 400), line('two', 25, 400, 1)], 'one\n\ntwo'],
  ])('%s', (_what, lines, text) => expect(textOf(lines)).toBe(text));
});

test.each([
  ['<w:p><w:t>a</w:t></w:p><w:p><w:t>b</w:t></w:p>', 'a\nb', 'paragraphs'],
  ['<w:t>a</w:t><w:delText>gone</w:delText>', 'a', 'what was struck out'],
  ['a&lt;b&#x41;&#0;&unknown;', 'a<bA&#0;&unknown;', 'entities'],
  ['<w:t>never closed', 'never closed', 'broken off in a text'],
  ['<w:t>a</w:t><w:t', 'a', 'broken off in a tag'],
])('words of %s: %j, %s', (xml, words) => expect(wordsOf(xml)).toBe(words));
