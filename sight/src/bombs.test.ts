import { deflateRawSync, deflateSync } from 'node:zlib';
import type { Unseen } from '@hattari/engine';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { animation, heic, heicOf, pdfOf, pngOf, stream } from './made.test-data.js';
import { packages } from './node/packages.js';
import { Sight } from './sight.js';

/** Megabytes that the whole process may have had at its most. */
const MEMORY = 1_500;

const sight = new Sight(packages);

async function problemsOf(kind: Unseen['kind'], bytes: Uint8Array): Promise<string[]> {
  const { problems } = await sight.look({ part: '1', name: 'bomb', kind, bytes });
  return problems.map(({ id }) => id);
}

/** The packed rows of a white picture. */
function white(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height, 255);
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0;
  return deflateSync(rows);
}

const little = (...numbers: readonly number[]): Buffer => Buffer.from(numbers.flatMap((n) => [n & 255, (n >> 8) & 255]));
const big = (...numbers: readonly number[]): Buffer => Buffer.from(numbers.flatMap((n) => [(n >> 8) & 255, n & 255]));
const text = (ascii: string): Buffer => Buffer.from(ascii, 'latin1');

function webp(...chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const body = Buffer.concat(
    chunks.map(([id, data]) => {
      const size = Buffer.alloc(4);
      size.writeUInt32LE(data.length);
      return Buffer.concat([text(id), size, data, Buffer.alloc(data.length & 1)]);
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length + 4);
  return Buffer.concat([text('RIFF'), size, text('WEBP'), body, Buffer.alloc(16)]);
}

function bmpClaim(width: number, height: number): Buffer {
  const out = Buffer.alloc(60);
  out.write('BM', 'latin1');
  out.writeInt32LE(width, 18);
  out.writeInt32LE(height, 22);
  return out;
}

const SOF = (width: number, height: number): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xc0]), big(11), Buffer.from([8]), big(height, width), Buffer.from([1, 1, 0x11, 0])]);
const JPEG = text('\xff\xd8\xff\xe0\x00\x04\x00\x00');

describe('pixel bombs are refused by their header', () => {
  test.each([
    ['PNG of 50,000 x 50,000', pngOf(50_000, 50_000, deflateSync(Buffer.alloc(1_000)))],
    ['PNG of 4,294,967,295 x 1', pngOf(0xffffffff, 13, deflateSync(Buffer.alloc(1_000)))],
    ['GIF whose screen is large', Buffer.concat([text('GIF89a'), little(60_000, 60_000), Buffer.alloc(20)])],
    [
      'GIF whose frame is larger than its screen',
      Buffer.concat([text('GIF89a'), little(10, 10), Buffer.from([0, 0, 0, 0x2c]), little(0, 0, 65_535, 65_535), Buffer.alloc(20)]),
    ],
    ['WebP canvas', webp(['VP8X', Buffer.from([0, 0, 0, 0, 255, 255, 0, 255, 255, 0])])],
    [
      'WebP frame on a small canvas',
      webp(['VP8X', Buffer.from([0, 0, 0, 0, 10, 0, 0, 10, 0, 0])], ['VP8L', Buffer.from([0x2f, 255, 255, 255, 255, 0, 0, 0, 0, 0])]),
    ],
    ['BMP', bmpClaim(2_000_000, 2_000)],
    ['BMP that runs from below', bmpClaim(20_000, -20_000)],
    ['HEIC', heicOf(50_000, 50_000)],
    ['JPEG', Buffer.concat([JPEG, SOF(65_000, 65_000)])],
    ['JPEG that says small first', Buffer.concat([JPEG, SOF(10, 10), SOF(65_000, 65_000)])],
  ])('%s', async (_what, bytes) => expect(await problemsOf('picture', bytes)).toEqual(['sight-too-large']));
});

describe('what unpacks to more than it says', () => {
  test('a PNG of 100 x 100 with 200 MB of rows', async () => {
    const problems = await problemsOf('picture', pngOf(100, 100, deflateSync(Buffer.alloc(200_000_000), { level: 1 })));
    expect(problems.every((id) => id === 'sight-broken' || id === 'sight-no-words')).toBe(true);
    expect(problems.length).toBe(1);
  });

  test('the largest picture that is read stays within the memory', async () => {
    expect(await problemsOf('picture', pngOf(6_300, 6_300, white(6_300, 6_300)))).toEqual(['sight-no-words']);
  });

  test.each([
    ['that says it is small', heicOf(20, 20)],
    ['that says it has 40 megapixels', heicOf(8_000, 5_000)],
    ['that breaks off', heic().subarray(0, 3_000)],
    ['of boxes within boxes', Buffer.concat([heic().subarray(0, 28), Buffer.from('00000008', 'hex'), Buffer.alloc(400_000, 'iprpipco')])],
    ['of nothing but its first box', heic().subarray(0, 28)],
  ])('a HEIC %s', async (_what, bytes) => {
    const problems = await problemsOf('picture', bytes);
    expect(problems.every((id) => id === 'sight-broken' || id === 'sight-no-words' || id === 'sight-faint')).toBe(true);
  });

  test('a picture of more frames than the first', async () => {
    expect(await problemsOf('picture', pngOf(100, 100, white(100, 100), 0, animation(9)))).toContain('sight-pages');
  });

  test.each([
    ['one file of 2 GB', { 'word/document.xml': 1 }],
    ['many files', Object.fromEntries(Array.from({ length: 200 }, (_, k) => [`word/media/${k}.png`, 0.05]))],
  ])('a document: %s', async (_what, sizes) => {
    const packed = deflateRawSync(Buffer.alloc(100_000_000), { level: 9 });
    const bytes = zipOf(Object.keys(sizes), packed, 100_000_000);
    expect(await problemsOf('document', bytes)).toContain('sight-too-large');
  });

  test('a document in a document in a document is not unpacked', async () => {
    let inner: Uint8Array = zipSync({ 'word/document.xml': text('<w:t>deep</w:t>') });
    for (let k = 0; k < 50; k++) inner = zipSync({ 'content.xml': text('<text:p>hello there</text:p>'), [`${k}.docx`]: inner });
    const { texts } = await sight.look({ part: '1', name: 'a.odt', kind: 'document', bytes: inner });
    expect(texts.map((one) => one.text)).toEqual(['hello there']);
  });
});

/** A ZIP of files that all have the same packed bytes. */
function zipOf(names: readonly string[], packed: Buffer, size: number): Buffer {
  return Buffer.concat(
    names.map((name) => {
      const head = Buffer.alloc(30);
      head.write('PK\x03\x04', 'latin1');
      head.writeUInt16LE(20, 4);
      head.writeUInt16LE(8, 8);
      head.writeUInt32LE(packed.length, 18);
      head.writeUInt32LE(size, 22);
      head.writeUInt16LE(name.length, 26);
      return Buffer.concat([head, Buffer.from(name), packed]);
    }),
  );
}

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >> >>';

describe('PDF bombs', () => {
  test.each([
    ['a thousand million pages by its count', pdfOf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>', PAGE, stream('')])],
    ['a page tree that is its own child', pdfOf([CATALOGUE, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 5 >>'])],
    [
      'a form that draws itself',
      pdfOf([
        CATALOGUE,
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        PAGE,
        stream('/X Do /X Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>'),
      ]),
    ],
    [
      'content of 300 MB',
      pdfOf([
        CATALOGUE,
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        PAGE,
        stream(deflateSync(Buffer.alloc(300_000_000, 'q '), { level: 9 }), '/Filter /FlateDecode'),
      ]),
    ],
    [
      'content packed five times',
      pdfOf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', PAGE, stream(packedTimes(5), `/Filter [${'/FlateDecode '.repeat(5)}]`)]),
    ],
    ['a million brackets', pdfOf([CATALOGUE, `<< /Type /Pages /Kids ${'['.repeat(1_000_000)} /Count 1 >>`])],
    [
      'a picture of 60,000 x 60,000',
      pdfOf([
        CATALOGUE,
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        PAGE.replace('/Contents 4 0 R', '/Contents 5 0 R'),
        stream('', '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8'),
        stream('200 0 0 200 0 0 cm /X Do'),
      ]),
    ],
    [
      'a page of 1,000,000 points',
      pdfOf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', PAGE.replace('200 200', '1000000 1000000'), stream('0 0 9 9 re f')]),
    ],
  ])('%s', async (_what, bytes) => {
    const problems = await problemsOf('pdf', bytes);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((id) => ['sight-broken', 'sight-no-words', 'sight-pages', 'sight-faint'].includes(id))).toBe(true);
  });
});

function packedTimes(times: number): Buffer {
  let bytes = Buffer.alloc(50_000_000, 'q ');
  for (let k = 0; k < times; k++) bytes = deflateSync(bytes, { level: 9 });
  return bytes;
}

describe('garbage', () => {
  const noise = Buffer.from(Array.from({ length: 5_000 }, (_, k) => (k * 7919 + (k >> 3) * 104_729) & 255));
  test.each([
    ['PNG', 'picture', '\x89PNG\r\n\x1a\n', 'sight-'],
    ['JPEG', 'picture', '\xff\xd8\xff\xe0', 'sight-'],
    ['GIF', 'picture', 'GIF89a', 'sight-'],
    ['WebP', 'picture', 'RIFF\0\0\0\0WEBP', 'sight-'],
    ['BMP', 'picture', 'BM', 'sight-'],
    ['HEIC', 'picture', '\0\0\0 ftypheic', 'sight-broken'],
    ['AVIF', 'picture', '\0\0\0 ftypavif', 'sight-form'],
    ['TIFF', 'picture', 'II*\0', 'sight-form'],
    ['PDF', 'pdf', '%PDF-1.7\n', 'sight-broken'],
    ['document', 'document', 'PK\x03\x04', 'sight-broken'],
    ['nothing', 'picture', '', 'sight-form'],
  ] as const)('%s', async (_what, kind, head, problem) => {
    for (const bytes of [Buffer.concat([text(head), noise]), text(head), Buffer.concat([text(head), Buffer.alloc(2_000)])]) {
      const problems = await problemsOf(kind, bytes);
      expect(problems.length).toBe(1);
      expect(problems[0]).toMatch(new RegExp(`^${problem}`));
    }
  });

  test('after all of it a picture is still read', async () => {
    expect(await problemsOf('picture', pngOf(100, 100, white(100, 100)))).toEqual(['sight-no-words']);
  });
});

afterAll(() => {
  // Kilobytes; of the whole process, with the test runner in it.
  expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(MEMORY);
});
