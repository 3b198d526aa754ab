import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { packages } from './node/packages.js';

/** Pictures, PDFs and documents for the tests, made here: nothing is fetched, and no font but PDF's own is wanted. */

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (CRC[(c ^ byte) & 0xff] as number) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8);
  return out;
}

/** A PNG whose header says what it is told to say; `data`: its rows, packed. `colour`: 0 grey, 2 RGB. */
export function pngOf(width: number, height: number, data: Uint8Array, colour: 0 | 2 = 0, ...more: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  head[9] = colour;
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), ...more, chunk('IDAT', data), chunk('IEND', new Uint8Array(0))]);
}

/** An `acTL` chunk: so many frames. */
export function animation(frames: number): Buffer {
  const data = Buffer.alloc(8);
  data.writeUInt32BE(frames, 0);
  return chunk('acTL', data);
}

export type Drawn = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };

export function png({ width, height, rgb }: Drawn): Buffer {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y++) rows.set(rgb.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  return pngOf(width, height, deflateSync(rows), 2);
}

export function bmp({ width, height, rgb }: Drawn): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4;
  const out = Buffer.alloc(54 + row * height);
  out.write('BM', 0, 'latin1');
  out.writeUInt32LE(out.length, 2);
  out.writeUInt32LE(54, 10);
  out.writeUInt32LE(40, 14);
  out.writeInt32LE(width, 18);
  out.writeInt32LE(height, 22);
  out.writeUInt16LE(1, 26);
  out.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = ((height - 1 - y) * width + x) * 3;
      for (let c = 0; c < 3; c++) out[54 + y * row + x * 3 + c] = rgb[from + 2 - c] as number;
    }
  }
  return out;
}

/** A GIF of 128 greys, its codes never packed: a clear code comes before the table would grow. */
export function gif({ width, height, rgb }: Drawn, frames = 1): Buffer {
  const head = Buffer.alloc(13);
  head.write('GIF89a', 0, 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  head[10] = 0xf6;
  const table = Buffer.from(Array.from({ length: 128 }, (_, k) => [k * 2, k * 2, k * 2]).flat());
  const codes: number[] = [128];
  for (let i = 0; i < width * height; i++) {
    if (i % 100 === 99) codes.push(128);
    codes.push(((rgb[i * 3 + 1] as number) >> 1) & 127);
  }
  codes.push(129);
  // Each code has eight bits here, since the table never gets 256 entries.
  const blocks: Buffer[] = [];
  for (let k = 0; k < codes.length; k += 255) blocks.push(Buffer.from([Math.min(255, codes.length - k), ...codes.slice(k, k + 255)]));
  const descriptor = Buffer.alloc(10);
  descriptor[0] = 0x2c;
  descriptor.writeUInt16LE(width, 5);
  descriptor.writeUInt16LE(height, 7);
  const frame = Buffer.concat([descriptor, Buffer.from([7]), ...blocks, Buffer.from([0])]);
  return Buffer.concat([head, table, ...Array.from({ length: frames }, () => frame), Buffer.from(';')]);
}

/** A letter of three lines in HEIC, which nothing here can pack: made once, with heif-enc of libheif, from a drawing of our own. */
export function heic(): Buffer {
  return readFileSync(new URL('letter.heic', import.meta.url));
}

/** A HEIC whose header says another size, in each place where one stands. */
export function heicOf(width: number, height: number): Buffer {
  const bytes = heic();
  for (let at = bytes.indexOf('ispe'); at >= 0; at = bytes.indexOf('ispe', at + 4)) {
    bytes.writeUInt32BE(width, at + 8);
    bytes.writeUInt32BE(height, at + 12);
  }
  return bytes;
}

/** A PDF of these objects (the first is number 1, the catalogue). */
export function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const at: number[] = [];
  let size = parts[0]?.length ?? 0;
  for (const [k, object] of objects.entries()) {
    at.push(size);
    const part = Buffer.concat([Buffer.from(`${k + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    parts.push(part);
    size += part.length;
  }
  const rows = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${size}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

export function stream(content: string | Buffer, more = ''): Buffer {
  const body = Buffer.from(content);
  return Buffer.concat([Buffer.from(`<< /Length ${body.length} ${more} >>\nstream\n`), body, Buffer.from('\nendstream')]);
}

/** A line of text at a place from the top left, in points; a box in a colour (`0.5 0.5 0.5`). */
export type Mark =
  | { readonly text: string; readonly x: number; readonly y: number; readonly size: number; readonly colour?: string }
  | { readonly box: readonly [x: number, y: number, width: number, height: number]; readonly colour: string };

/** A page of marks, in Helvetica. */
export function page(marks: readonly Mark[], width = 612, height = 792): Buffer {
  const content = marks
    .map((mark) =>
      'box' in mark
        ? `${mark.colour} rg ${mark.box[0]} ${height - mark.box[1] - mark.box[3]} ${mark.box[2]} ${mark.box[3]} re f`
        : `${mark.colour ?? '0 0 0'} rg BT /F1 ${mark.size} Tf ${mark.x} ${height - mark.y} Td (${mark.text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
    )
    .join('\n');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    stream(content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

let library: Promise<PDFiumLibrary> | null = null;

/** A page as pixels: the picture that a screenshot of it would be. */
export async function drawn(pdf: Uint8Array, scale: number): Promise<Drawn> {
  library ??= packages.wasm('pdf').then((wasm) => PDFiumLibrary.init({ wasmBinary: new Uint8Array(wasm).buffer }));
  const document = await (await library).loadDocument(pdf);
  const { width, height, data } = await document.getPage(0).render({ scale, render: 'bitmap' });
  document.destroy();
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) rgb[i * 3 + c] = data[i * 4 + c] as number;
  return { width, height, rgb };
}

/** Lines of a letter, one below the other. */
export function letter(lines: readonly string[], size = 12, colours: { readonly ink?: string; readonly paper?: string } = {}): readonly Mark[] {
  return [
    { box: [0, 0, 2_000, 2_000], colour: colours.paper ?? '1 1 1' },
    ...lines.map((text, k): Mark => ({ text, x: 40, y: 50 + k * size * 1.5, size, ...(colours.ink === undefined ? {} : { colour: colours.ink }) })),
  ];
}
