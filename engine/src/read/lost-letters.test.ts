import { describe, expect, test } from 'vitest';
import { LOST_LETTERS } from './limits.js';
import { read } from './read.js';

const HEAD = 'From: a@example.org\nTo: b@example.org\nSubject: s\n';
const LOST = '\ufffd';
const lost = (n: number, of: number): string => LOST.repeat(n) + 'a '.repeat(of).slice(0, of - n);

describe('letters that could not be decoded: more than LOST_SHARE and LOST_LETTERS is not read', () => {
  test.each<[string, string, boolean]>([
    ['none', `\n${lost(0, 100)}`, true],
    ['LOST_LETTERS in a short text', `\n${lost(LOST_LETTERS, 40)}`, true],
    ['one more', `\n${lost(LOST_LETTERS + 1, 40)}`, false],
    ['3 in a hundred', `\n${lost(30, 1000)}`, true],
    ['more than 3 in a hundred', `\n${lost(32, 1000)}`, false],
    ['in a page with much markup', `Content-Type: text/html\n\n<p style="${'color:red;'.repeat(100)}">${lost(6, 40)}</p>`, false],
    ['hidden in a page', `Content-Type: text/html\n\n<p>${lost(0, 200)}</p><div style="display:none">${lost(20, 200)}</div>`, true],
  ])('%s', (_, rest, whole) => {
    const one = read({ bytes: Buffer.from(HEAD + rest) });
    expect(one.whole).toBe(whole);
    expect(one.problems.filter(({ id }) => id === 'charset')).toEqual(whole ? [] : [{ id: 'charset', detail: '?' }]);
  });

  test('bytes that are no letters of their charset', () => {
    // Row 9 of JIS X 0208 is empty.
    const body = `\u001b$B${'$3'.repeat(30)}${')!'.repeat(10)}\u001b(B`;
    const one = read({ bytes: Buffer.from(`${HEAD}Content-Type: text/plain; charset=iso-2022-jp\n\n${body}\n`) });
    expect(one.parts.at(-1)?.text).toContain(LOST);
    expect(one.whole).toBe(false);
  });

  test('in a subject, and in a text without a header', () => {
    expect(read({ bytes: Buffer.from(`From: a@example.org\nTo: b@example.org\nSubject: ${lost(8, 20)}\n\nhello`) }).whole).toBe(false);
    expect(read({ bytes: Buffer.from(lost(8, 20)) }).whole).toBe(false);
  });
});
