import { expect, test } from 'vitest';
import { FILES, MEGABYTES, takenIn } from './taken-in.js';

const text = (name: string, size?: number): File => {
  const file = new File(['Hello. I filmed you.'], name);
  if (size !== undefined) Object.defineProperty(file, 'size', { value: size });
  return file;
};
const picture = new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])], 'a.png');
const program = new File([Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0])], 'a.bin');
const folder = { name: 'folder', size: 0, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('not found')) }) } as unknown as File;
const half = (MEGABYTES / 2) * 1024 * 1024;

test.each<[string, readonly File[], readonly [given: readonly string[], pictures: number, refused: number, why: string | null]]>([
  ['all messages, in their order', [text('b.eml'), text('a.eml')], [['b.eml', 'a.eml'], 0, 0, null]],
  ['pictures apart: the age comes first', [picture, text('a.eml'), picture], [['a.eml'], 2, 0, null]],
  ['what is no message is counted, and the others are read', [program, text('a.eml'), folder], [['a.eml'], 0, 2, 'no-message']],
  ['together no more than a phone bears', [text('a', half), text('b', half), text('c', 1)], [['a', 'b'], 0, 1, 'too-large']],
  ['more than anybody picks by hand', Array.from({ length: FILES + 3 }, (_, i) => text(`${i}`)), [Array.from({ length: FILES }, (_, i) => `${i}`), 0, 3, null]],
  ['none', [], [[], 0, 0, null]],
])('%s', async (_, files, [given, pictures, refused, why]) => {
  const taken = await takenIn(files);
  expect([taken.given.map(({ name }) => name), taken.pictures.length, taken.refused, taken.why]).toEqual([given, pictures, refused, why]);
});

test.each([
  ['Pay now.', 1, null],
  [' \n', 0, 'no-text'],
])('pasted, %j gives %i messages, refused as %s', async (words, count, why) => {
  const taken = await takenIn(words);
  expect([taken.given.length, taken.why]).toEqual([count, why]);
});
