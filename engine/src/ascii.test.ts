import { expect, test } from 'vitest';
import { asciiText } from './ascii.js';

test.each<[number[], string | null, string]>([
  // bytes                       text       why
  [[72, 105, 0, 127], 'Hi\0\x7f', 'all of ASCII'],
  [[], '', 'nothing'],
  [[72, 0xc3, 0xa9], null, 'a letter of UTF-8 is two bytes'],
  [[72, 0xe9], null, 'a byte that is no UTF-8'],
  [[0xe9, 0xe9, 0xff], null, 'as many signs of loss as bytes'],
  [[0xef, 0xbb, 0xbf, 72], null, 'a byte order mark is none'],
])('%j is %j: %s', (bytes, text) => expect(asciiText(Uint8Array.from(bytes))).toBe(text));
