import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unflowed } from './flowed.js';

const seen = (text: string, ...fields: readonly (readonly [string, string])[]): string =>
  Buffer.from(unflowed(Buffer.from(text), new Map([['format', 'flowed'], ...fields]))).toString();
const DELSP = ['delsp', 'yes'] as const;

describe('lines of format=flowed', () => {
  test.each([
    ['one \r\ntwo\r\nthree', 'one two\r\nthree', 'a space goes on'],
    ['one \ntwo \nthree\n', 'one two three\n', 'bare line feeds'],
    ['one\r\n\r\ntwo', 'one\r\n\r\ntwo', 'no space, no joining'],
    [' from\r\n  two', 'from\r\n two', 'stuffing'],
    ['> one \r\n> two\r\n> three', '> one two\r\n> three', 'quoted'],
    ['>> one \r\n> two', '>> one \n> two', 'not across depths'],
    ['one \r\n> two', 'one \n> two', 'nor into a quotation'],
    ['one \r\n-- \r\nname', 'one \n-- \r\nname', 'a signature begins its own line'],
    ['one ', 'one ', 'nothing behind'],
    ['', '', 'nothing'],
  ])('%j -> %j (%s)', (text, wanted) => expect(seen(text)).toBe(wanted));

  test('with DelSp the space is none: words go on', () => {
    expect(seen('bit \r\ncoin \r\n ', DELSP)).toBe('bitcoin');
    expect(seen('明日 \r\nは', DELSP)).toBe('明日は');
  });

  test('other texts stay as they are', () => {
    const bytes = Buffer.from('one \r\n two');
    expect(unflowed(bytes, new Map([['format', 'fixed']]))).toBe(bytes);
    expect(unflowed(bytes, new Map())).toBe(bytes);
    expect(unflowed(bytes, new Map([...[['format', 'flowed'] as const], ['charset', 'utf-16le']]))).toBe(bytes);
  });

  test('any bytes give no more bytes, and no letter is lost', () => {
    const text = fc.array(fc.constantFrom('a', ' ', '\n', '\r\n', '>', '-- ', '\r'), { maxLength: 80 }).map((pieces) => pieces.join(''));
    const letters = (t: string): string => t.replace(/[^a]/g, '');
    fc.assert(fc.property(text, fc.boolean(), (t, yes) => letters(seen(t, ...(yes ? [DELSP] : []))) === letters(t)));
  });
});
