import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BOMB, gunzipped } from './gunzip.js';

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, size = 1000, bound?: { free: number; ratio: number }): Promise<{ text: string; code: string | null }> {
  const parts: Uint8Array[] = [];
  try {
    for await (const part of gunzipped(chunks(bytes, size), bound)) parts.push(Uint8Array.from(part));
  } catch (cause) {
    return { text: Buffer.concat(parts).toString('latin1'), code: (cause as NodeJS.ErrnoException).code ?? '' };
  }
  return { text: Buffer.concat(parts).toString('latin1'), code: null };
}

const TEXT = Array.from({ length: 30_000 }, (_, i) => `line ${(i * 7919) % 30_011} of a text\n`).join('');
const PACKED = gzipSync(TEXT);

test.each<[string, Uint8Array, number]>([
  ['packed', PACKED, 1000],
  ['a byte at a time', PACKED.subarray(0), 1],
  ['in one piece', PACKED, 1 << 24],
  ['two members', Buffer.concat([gzipSync(TEXT.slice(0, 1000)), gzipSync(TEXT.slice(1000))]), 777],
  ['zeros behind it, as on a tape', Buffer.concat([PACKED, Buffer.alloc(100_000)]), 1000],
  ['not packed at all', Buffer.from(TEXT), 1000],
])('%s', async (_, bytes, size) => expect(await read(bytes, size)).toEqual({ text: TEXT, code: null }));

test.each<[string, Uint8Array, string]>([
  ['it breaks off', PACKED.subarray(0, PACKED.length - 2000), 'Z_BUF_ERROR'],
  ['its checksum is wrong', PACKED.map((byte, at) => (at === PACKED.length - 6 ? byte ^ 0xff : byte)), 'Z_DATA_ERROR'],
  ['garbage behind it', Buffer.concat([PACKED, Buffer.alloc(100_000, 'x')]), 'Z_DATA_ERROR'],
])('%s: what was unpacked is given, and the fault told', async (_, bytes, code) => {
  const got = await read(bytes);
  expect(got.code).toBe(code);
  expect(TEXT.startsWith(got.text)).toBe(true);
  expect(got.text.length).toBeGreaterThan(TEXT.length * 0.9);
});

test.each([
  ['nothing', ''],
  ['one byte of a magic number', '\u001f'],
])('%s', async (_, text) => expect(await read(Buffer.from(text, 'latin1'))).toEqual({ text, code: null }));

test('a bomb is left where it exceeds both bounds, an honest archive is not', async () => {
  const bomb = gzipSync(Buffer.alloc(40_000_000));
  const got = await read(bomb, 1000, { free: 1_000_000, ratio: 200 });
  expect(got.code).toBe(BOMB);
  expect(got.text.length).toBeLessThan(20_000_000);
  expect((await read(PACKED, 1000, { free: 1000, ratio: 200 })).code).toBeNull();
});
