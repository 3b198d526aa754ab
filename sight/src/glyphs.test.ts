import { expect, test } from 'vitest';
import { bySize, glyphsOf } from './glyphs.js';
import { type Drawn, drawn, page } from './made.test-data.js';
import type { Raster } from './raster.js';

function greyOf({ width, height, rgb }: Drawn): Raster {
  return { width, height, grey: Uint8Array.from({ length: width * height }, (_, i) => rgb[i * 3] as number) };
}

async function line(text: string): Promise<Raster> {
  const marks = [{ box: [0, 0, 999, 99] as const, colour: '1 1 1' }, ...Array.from(text, (letter, k) => ({ text: letter, x: 20 + k * 16, y: 40, size: 20 }))];
  return greyOf(await drawn(page(marks, 700, 60), 2));
}

test('each letter is a piece of ink, a dot belongs to its letter', async () => {
  expect(glyphsOf(await line('1AijxZp9'))).toHaveLength(8);
});

test.each([
  // as it was read, as it stands there, why
  ['1CWGUKHAAtXEt5DR', '1CwGUKHAAtxEt5DR', 'a small w, a small x'],
  ['1AVKJ6xtMP1BKuRf', '1AvKJ6XtMP1BKuRf', 'a small v, a capital X'],
  ['3DsPz9eM9DPLyLYo', '3DSPz9eM9DpLyLyo', 'a capital S; p and y hang below the line'],
  ['1AvKJ6XtMP1BKuRf', '1AvKJ6XtMP1BKuRf', 'all right as it was'],
])('%s stands there as %s: %s', async (read, there) => {
  expect(bySize(read, await line(there))).toBe(there);
});

test('where another number of letters was read nothing is said', async () => {
  expect(bySize('1CWGUKHAAtXEt5D', await line('1CwGUKHAAtxEt5DR'))).toBeNull();
});
