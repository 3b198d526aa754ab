import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { PhotonImage } from '@cf-wasm/photon/others';
import type { Seen, Unseen } from '@hattari/engine';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { bmp, type Drawn, drawn, gif, heic, letter, page, pdfOf, png, stream } from './made.test-data.js';
import { packages } from './node/packages.js';
import { pixelsOf } from './pixels.js';
import { Sight } from './sight.js';

const sight = new Sight(packages);
const look = (kind: Unseen['kind'], bytes: Uint8Array, name = 'a'): Promise<Seen> => sight.look({ part: '1', name, kind, bytes });

const WALLET = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
const LINES = ['Hello! I have recorded you with your camera.', 'Send the money to my wallet within two days,', 'or all your contacts will see the video.'];
const WORDS = LINES.join(' ');

let shown: Drawn;

beforeAll(async () => {
  // The packer is the unpacker's own, and is there from here on.
  await pixelsOf(new Uint8Array(0), 1, packages);
  // A test is not to fetch either.
  const { readFile } = await import('node:fs/promises');
  const wasm = await readFile(new URL(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
  shown = await drawn(page(letter(LINES, 14), 420, 140), 2);
});

function pack(drawing: Drawn, as: 'jpeg' | 'webp'): Uint8Array {
  const image = PhotonImage.new_from_byteslice(png(drawing));
  return as === 'jpeg' ? image.get_bytes_jpeg(40) : image.get_bytes_webp();
}

/** How many of the letters stand there, in their order: 1 is all. */
function likeness(seen: Seen, words: string): number {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const [a, b] = [bare(seen.texts.map(({ text }) => text).join(' ')), bare(words)];
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const letter of a) {
    const next = [0];
    for (let k = 0; k < b.length; k++) next.push(letter === b[k] ? (row[k] as number) + 1 : Math.max(row[k + 1] as number, next[k] as number));
    row = next;
  }
  return (row[b.length] as number) / b.length;
}

describe('a letter in a picture', () => {
  test.each([
    ['PNG', () => png(shown)],
    ['JPEG of quality 40', () => pack(shown, 'jpeg')],
    ['WebP', () => pack(shown, 'webp')],
    ['GIF', () => gif(shown)],
    ['BMP', () => bmp(shown)],
  ])('%s', async (_what, bytes) => {
    const seen = await look('picture', bytes());
    expect(likeness(seen, WORDS)).toBeGreaterThan(0.97);
    expect([seen.texts.length, seen.texts[0]?.medium, seen.texts[0]?.flat, seen.problems]).toEqual([1, 'image', true, []]);
  });

  test('HEIC, as phones photograph', async () => {
    const seen = await look('picture', heic());
    expect(likeness(seen, WORDS)).toBeGreaterThan(0.97);
    expect(seen.problems).toEqual([]);
  });

  test('HEIC where nothing is there that unpacks it is told, and how it can be read', async () => {
    const { heif: _none, ...host } = packages;
    const seen = await new Sight(host).look({ part: '1', name: 'IMG_1.HEIC', kind: 'picture', bytes: heic() });
    expect(seen).toEqual({ part: '1', texts: [], problems: [{ id: 'sight-form', detail: 'IMG_1.HEIC' }] });
  });

  test.each([
    ['light on dark', letter(LINES, 14, { ink: '0.9 0.9 0.9', paper: '0.07 0.07 0.07' }), 2],
    ['grey on grey', letter(LINES, 14, { ink: '0.4 0.4 0.4', paper: '0.75 0.75 0.75' }), 2],
    ['small: capitals of eight dots', letter(LINES, 11), 1],
    ['large', letter(LINES, 14), 7],
  ])('%s', async (_what, marks, scale) => {
    expect(likeness(await look('picture', png(await drawn(page(marks, 420, 140), scale))), WORDS)).toBeGreaterThan(0.95);
  });

  test('two degrees askew', async () => {
    const { width, height, rgb } = shown;
    const turned = new Uint8Array(rgb.length).fill(255);
    const slope = Math.tan((2 * Math.PI) / 180);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const from = Math.round(y - (x - width / 2) * slope);
        if (from >= 0 && from < height) turned.copyWithin(0, 0, 0).set(rgb.subarray((from * width + x) * 3, (from * width + x) * 3 + 3), (y * width + x) * 3);
      }
    }
    expect(likeness(await look('picture', png({ width, height, rgb: turned })), WORDS)).toBeGreaterThan(0.95);
  });

  test('a phone that was held sideways says so (Exif)', async () => {
    const { width, height, rgb } = shown;
    const side = new Uint8Array(rgb.length);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) side.set(rgb.subarray((y * width + x) * 3, (y * width + x) * 3 + 3), ((width - 1 - x) * height + y) * 3);
    const jpeg = Buffer.from(pack({ width: height, height: width, rgb: side }, 'jpeg'));
    const exif = Buffer.from('ffe1002245786966000049492a00080000000100120103000100000006000000000000000000', 'hex').subarray(0, 36);
    expect(likeness(await look('picture', Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)])), WORDS)).toBeGreaterThan(0.97);
  });

  test('a picture without words says so, and the smallest are no pictures of words', async () => {
    const blank = (width: number, height: number): Drawn => ({ width, height, rgb: new Uint8Array(width * height * 3).fill(200) });
    expect((await look('picture', png(blank(300, 200)), '/home/a/photo.png')).problems).toEqual([{ id: 'sight-no-words', detail: 'photo.png' }]);
    expect((await look('picture', png(blank(600, 3)))).problems).toEqual([]);
  });
});

test('a letter across a photo is no flat page: whoever is in it may be somebody', async () => {
  const { width, height, rgb } = shown;
  const photo = rgb.map((c, i) => (c < 128 ? 0 : 90 + 80 * Math.sin((i % (width * 3)) / 50) + 80 * Math.cos(i / 3 / width / 17)));
  const { texts } = await look('picture', png({ width, height, rgb: photo }));
  expect(texts.every(({ flat }) => flat === undefined)).toBe(true);
});

describe('a chat in a picture', () => {
  test.each([
    ['light', '0.93 0.91 0.88', '1 1 1', '0.85 0.99 0.83', '0 0 0'],
    ['dark', '0.04 0.08 0.1', '0.13 0.17 0.2', '0 0.36 0.3', '1 1 1'],
  ])('%s: who speaks is told by the side', async (_what, paper, left, right, ink) => {
    const said = ['Hello, how are you today?', 'I am fine, thank you', 'Please send me the money', 'No, I will not do it'];
    const marks = said.flatMap((text, k) => {
      const x = k % 2 === 0 ? 15 : 105;
      return [
        { box: [x, 30 + k * 60, 240, 44] as const, colour: k % 2 === 0 ? left : right },
        { text, x: x + 14, y: 57 + k * 60, size: 15, colour: ink },
      ];
    });
    const { texts } = await look('picture', png(await drawn(page([{ box: [0, 0, 999, 999], colour: paper }, ...marks], 360, 300), 2)));
    const { text = '', bubbles = [] } = texts[0] ?? {};
    expect(bubbles.map(({ start, end, side }) => [side, text.slice(start, end)])).toEqual(said.map((one, k) => [k % 2 === 0 ? 'left' : 'right', one]));
  });

  test('a letter with two coloured boxes beside each other is none', async () => {
    const marks = [
      { box: [10, 20, 150, 200] as const, colour: '0.8 0.9 1' },
      { box: [200, 20, 150, 200] as const, colour: '1 0.9 0.8' },
      { text: 'Our offer of the month', x: 20, y: 60, size: 12 },
      { text: 'Another fine offer', x: 210, y: 60, size: 12 },
    ];
    const { texts } = await look('picture', png(await drawn(page([{ box: [0, 0, 999, 999], colour: '1 1 1' }, ...marks], 360, 300), 2)));
    expect(texts.map(({ bubbles }) => bubbles)).toEqual([undefined]);
  });
});

describe('codes', () => {
  /** With so many white dots around it that it may be turned. */
  async function code(text: string): Promise<Drawn> {
    const { symbol } = await writeBarcode(text, { format: 'QRCode' });
    const { data, width, height } = symbol;
    const size = 6;
    const border = 8;
    const [w, h] = [(width + border * 2) * size, (height + border * 2) * size];
    const rgb = new Uint8Array(w * h * 3).fill(255);
    for (let y = 0; y < h; y++) {
      for (let x = 0; x < w; x++) {
        const [cx, cy] = [Math.floor(x / size) - border, Math.floor(y / size) - border];
        if (cx >= 0 && cy >= 0 && cx < width && cy < height) rgb.fill(data[cy * width + cx] as number, (y * w + x) * 3, (y * w + x) * 3 + 3);
      }
    }
    return { width: w, height: h, rgb };
  }

  const inverted = ({ width, height, rgb }: Drawn): Drawn => ({ width, height, rgb: rgb.map((c) => 255 - c) });
  function turned({ width, height, rgb }: Drawn, degrees: number): Drawn {
    const out = new Uint8Array(rgb.length).fill(255);
    const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const sx = Math.round((x - width / 2) * cos - (y - height / 2) * sin + width / 2);
        const sy = Math.round((x - width / 2) * sin + (y - height / 2) * cos + height / 2);
        if (sx >= 0 && sy >= 0 && sx < width && sy < height) out.set(rgb.subarray((sy * width + sx) * 3, (sy * width + sx) * 3 + 3), (y * width + x) * 3);
      }
    }
    return { width, height, rgb: out };
  }
  const beside = (a: Drawn, b: Drawn): Drawn => {
    const [width, height] = [a.width + b.width, Math.max(a.height, b.height)];
    const rgb = new Uint8Array(width * height * 3).fill(255);
    for (const [one, x0] of [
      [a, 0],
      [b, a.width],
    ] as const)
      for (let y = 0; y < one.height; y++) rgb.set(one.rgb.subarray(y * one.width * 3, (y + 1) * one.width * 3), (y * width + x0) * 3);
    return { width, height, rgb };
  };

  test.each([
    ['one', (a: Drawn) => a, [`bitcoin:${WALLET}`]],
    ['light on dark', inverted, [`bitcoin:${WALLET}`]],
    ['turned by 30 degrees', (a: Drawn) => turned(a, 30), [`bitcoin:${WALLET}`]],
    ['two, one of them upside down', (a: Drawn, b: Drawn) => beside(a, turned(b, 180)), [`bitcoin:${WALLET}`, 'https://example.org/pay']],
  ])('%s', async (_what, made, texts) => {
    const { texts: found } = await look('picture', png(made(await code(`bitcoin:${WALLET}`), await code('https://example.org/pay'))));
    expect(
      found
        .filter(({ medium }) => medium === 'qr')
        .map(({ text }) => text)
        .sort(),
    ).toEqual([...texts].sort());
  });
});

describe('PDFs', () => {
  test('a text layer is taken as it is', async () => {
    const seen = await look('pdf', page(letter([...LINES, WALLET])));
    expect(seen.problems).toEqual([]);
    expect(seen.texts.map(({ medium, text }) => [medium, text.replace(/\s+/g, ' ').trim()])).toEqual([['pdf', `${WORDS} ${WALLET}`]]);
  });

  test('a page that is only a picture is drawn and read', async () => {
    const { width, height, rgb } = shown;
    const picture = stream(Buffer.from(rgb), `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`);
    const scan = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 140] /Contents 5 0 R /Resources << /XObject << /X 4 0 R >> >> >>',
      picture,
      stream('420 0 0 140 0 0 cm /X Do'),
    ]);
    const seen = await look('pdf', scan);
    expect(seen.texts.map(({ medium }) => medium)).toEqual(['scan']);
    expect(likeness(seen, WORDS)).toBeGreaterThan(0.95);
  });

  test('of sixty pages fifty are read, and that is told', async () => {
    const kids = Array.from({ length: 60 }, (_, k) => `${k + 4} 0 R`).join(' ');
    const pages = Array.from(
      { length: 60 },
      (_, k) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 200] /Contents ${k + 64} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    const contents = Array.from({ length: 60 }, (_, k) =>
      stream(`BT /F1 12 Tf 20 100 Td (This is the page with the number ${k + 1} of the long letter.) Tj ET`),
    );
    const long = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count 60 >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...pages,
      ...contents,
    ]);
    const { texts, problems } = await look('pdf', long, 'long.pdf');
    expect(problems).toEqual([{ id: 'sight-pages', detail: 'long.pdf: 50 / 60' }]);
    expect([texts[0]?.text.includes('number 50 of'), texts[0]?.text.includes('number 51 of')]).toEqual([true, false]);
  });
});

describe('documents', () => {
  const word =
    '<w:document><w:body><w:p><w:r><w:t>I have &amp; hold your video.</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Send </w:t></w:r><w:r><w:t>$500</w:t></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p></w:body></w:document>';
  const open =
    '<office:document-content><office:automatic-styles><style:style>no</style:style></office:automatic-styles><office:body><text:p>I have your video&#33;</text:p><text:p>Send<text:s/>$500</text:p></office:body></office:document-content>';
  test.each([
    ['Word', { 'word/document.xml': word }, 'I have & hold your video.\nSend $500'],
    ['OpenDocument', { 'content.xml': open }, 'I have your video!\nSend $500'],
  ])('%s', async (_what, files, text) => {
    const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, new TextEncoder().encode(xml)])));
    expect(await look('document', bytes)).toEqual({ part: '1', texts: [{ medium: 'document', text }], problems: [] });
  });

  test('pictures in a document are read too', async () => {
    const bytes = zipSync({ 'word/document.xml': new TextEncoder().encode('<w:t>See below</w:t>'), 'word/media/image1.png': new Uint8Array(png(shown)) });
    const { texts } = await look('document', bytes);
    expect(texts.map(({ medium }) => medium)).toEqual(['document', 'image']);
  });
});

test('no request leaves: nothing of the network is touched while a picture, a code, a PDF and a document are read', async () => {
  const touched = [vi.spyOn(net.Socket.prototype, 'connect'), vi.spyOn(dgram, 'createSocket'), vi.spyOn(dns, 'lookup'), vi.spyOn(globalThis, 'fetch')];
  const fresh = new Sight(packages);
  for (const [kind, bytes] of [
    ['picture', png(shown)],
    ['picture', heic()],
    ['pdf', page(letter(LINES))],
    ['document', zipSync({ 'word/media/a.png': new Uint8Array(png(shown)) })],
  ] as const)
    await fresh.look({ part: '1', name: '', kind, bytes });
  for (const one of touched) expect(one).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
