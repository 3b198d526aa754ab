import { describe, expect, test } from 'vitest';
import type { Mail } from '../model.js';
import { readHeaders } from './header.js';
import { read } from './read.js';
import { beginsWithHeader } from './source.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const mail = (source: string): Mail => read({ bytes: bytes(source) });
const HEAD = 'From: a@example.org\nTo: b@example.org\nSubject: hello\n';

describe('white space in front of the colon (RFC 5322, 4.5)', () => {
  test.each([
    ['Content-Type : text/html', ['content-type'], 'a space'],
    ['Content-Type \t : text/html', ['content-type'], 'several'],
    ['Subject : caf\u00e9', ['subject'], 'beside raw letters'],
    ['Two words : x', [], 'a space in the name'],
    [' : x', [], 'no name'],
    ['Content-Type ', [], 'no colon'],
  ])('%j: %j (%s)', (line, names) => expect(readHeaders(bytes(`${line}\n`)).map(({ name }) => name)).toEqual(names));

  test('the header of a mail and of a part', () => {
    const page = mail(`${HEAD}Content-Type : text/html\nContent-Transfer-Encoding : base64\n\n${Buffer.from('<p>seen</p>').toString('base64')}\n`);
    expect(page.form).toBe('mail');
    expect(page.parts.at(-1)).toEqual({ id: '1', kind: 'html', text: 'seen' });
    const parts = mail(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type : text/html\n\n<p>seen</p>\n--b--\n`);
    expect(parts.parts.at(-1)).toEqual({ id: '1', kind: 'html', text: 'seen' });
  });

  test.each([
    [`${HEAD}Content-Type : text/html\n\nx`, true, 'what programs write, among fields'],
    ['Content-Type : text/html\nMime-Version : 1.0\n\nx', false, 'nothing else: too little to be certain'],
    ['From : a\nTo : b\nSubject : c\n\nx', false, 'what people write'],
    ['From: a\nSubject: b\nNote : c\n\nx', false, 'a note among what people write'],
    ['From: a\nDate : tomorrow\nSubject: b\n\nx', false, 'a date that people write'],
    ['I want this:\nContent-Type : text/html\n', false, 'words above it'],
  ])('%j begins with a header: %s (%s)', (text, is) => expect(beginsWithHeader(bytes(text))).toBe(is));

  test('words above the blank line are read, though they are taken for a field', () => {
    const one = mail(
      `Received: x\n${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nFrom: c@example.org\nWarning : he wrote to me for weeks and has my pictures\n\nx\n--b--\n`,
    );
    expect(one.parts.map(({ text }) => text).join('\n')).toContain('he wrote to me for weeks');
  });
});

describe('a closing boundary ends its line', () => {
  const parts = (line: string): string[] =>
    mail(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n${line}\n--b\n\ntwo\n--b--\n`).parts.map(({ text }) => text);
  test.each([
    ['--b--x', ['hello', 'one\n--b--x', 'two'], 'another boundary'],
    ['--b-- words', ['hello', 'one\n--b-- words', 'two'], 'words'],
    ['--b-- \t', ['hello', 'one', '--b\n\ntwo\n--b--\n'], 'white space'],
    ['--b--\r', ['hello', 'one', '--b\n\ntwo\n--b--\n'], 'CRLF'],
  ])('%j: %j (%s)', (line, seen) => expect(parts(line)).toEqual(seen));

  test.each([
    ['--b--x', false],
    ['--b--', true],
  ])('of parts in a text: %j %s', (line, closes) => {
    const seen = mail(`--b\nContent-Type: text/html\n\n<p>one</p>\n${line}\nwords below\n`).parts;
    expect(seen.some(({ id, text }) => id === '1/after' && text.includes('words below'))).toBe(closes);
    expect(seen.map(({ text }) => text).join('\n')).toContain('words below');
  });
});
