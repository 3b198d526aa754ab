import { describe, expect, test } from 'vitest';
import type { Mail } from '../model.js';
import { PASTED_HEADERS, SOURCE_BYTES, SOURCE_DEPTH, SOURCES_BYTES } from './limits.js';
import { read } from './read.js';

const HEAD = 'From: a@example.org\nTo: b@example.org\nSubject: outer\n\n';
const mail = (source: string): Mail => read({ bytes: Buffer.from(source) });
const texts = (one: Mail): string[][] => one.parts.map((part) => [part.id, part.text.trim()]);
const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/.{40}/g, '$&\n');

const TRACE =
  'Return-Path: <c@example.org>\nReceived: from x (x [192.0.2.1])\n by y with SMTP; Mon, 5 Jan 2026 10:00:00 +0000\nMessage-ID: <1@example.org>\nFrom: c@example.org\nTo: b@example.org\nSubject: =?utf-8?B?5Lu25ZCN?=\nMIME-Version: 1.0\n';

const BOUNCES: [string, string][] = [
  [
    'qmail',
    "Hi. This is the qmail-send program at example.org.\nI'm afraid I wasn't able to deliver your message.\n\n--- Below this line is a copy of the message.\n\n",
  ],
  ['Exim', 'This message was created automatically by mail delivery software.\n\n------ This is a copy of the message, including all the headers. ------\n\n'],
  ['Exim, without a blank line', 'This message was created automatically.\n\n------ This is a copy of the message, including all the headers. ------\n'],
  ['Sendmail', 'The original message was received at Mon, 5 Jan 2026\n\n   ----- Original message follows -----\n\n'],
  ['Postfix-like', 'I am sorry to have to inform you.\n\n--- Below this line is a copy of the message\n\n'],
];

describe('a bounce of the old kind holds the source as text', () => {
  test.each(BOUNCES)('%s: the source is read below the part that holds it', (_, words) => {
    const one = mail(
      `${HEAD}${words}${TRACE}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64('the letter: こんにちは')}\n`,
    );
    expect(texts(one)).toEqual([
      ['subject', 'outer'],
      ['1', words.trim()],
      ['1/source/subject', '件名'],
      ['1/source.1', 'the letter: こんにちは'],
    ]);
    expect(one.from[0]?.address).toBe('a@example.org');
    expect(one.pastedHeaders.find((header) => header.name === 'from')?.value).toBe('c@example.org');
    expect(one.whole).toBe(true);
  });

  test('quoted-printable, and a multipart', () => {
    const words = (BOUNCES[0] as [string, string])[1];
    expect(texts(mail(`${HEAD}${words}${TRACE}Content-Transfer-Encoding: quoted-printable\n\nthe=20letter =E3=81=93`)).at(-1)).toEqual([
      '1/source.1',
      'the letter こ',
    ]);
    const multipart = mail(
      `${HEAD}${words}${TRACE}Content-Type: multipart/alternative; boundary=b\n\n--b\n\none\n--b\nContent-Type: text/html\n\n<p>two\n--b--\nwhat shall I do?\n`,
    );
    expect(texts(multipart).slice(2)).toEqual([
      ['1/source/subject', '件名'],
      ['1/source.1', 'one'],
      ['1/source.2', 'two'],
      ['1/after', 'what shall I do?'],
    ]);
  });

  test('a bounce inside a bounce; SOURCE_DEPTH ends it, and the rest is read as text', () => {
    const one = mail(`${HEAD}outermost\n\n${`${TRACE}\ninside\n\n`.repeat(SOURCE_DEPTH + 20)}the end`);
    expect(one.parts.at(-1)?.text).toContain('the end');
    expect(new Set(one.parts.map((part) => part.id)).size).toBe(one.parts.length);
  });

  test('a base64 source, and words below it', () => {
    const one = mail(`${HEAD}Look:\n\n${TRACE}Content-Transfer-Encoding: base64\n\n${base64('the letter is long enough here')}\n\nWhat shall I do now?\n`);
    expect(texts(one).slice(3)).toEqual([
      ['1/source.1', 'the letter is long enough here'],
      ['1/after', 'What shall I do now?'],
    ]);
  });

  test('base64 that is a label on plain words is left alone', () => {
    const one = mail(`${HEAD}Look:\n\n${TRACE}Content-Transfer-Encoding: base64\n\nHello, I have a bad message for you.\nMore of it.\n`);
    expect(texts(one).at(-1)?.[1]).toContain('I have a bad message for you.\nMore of it.');
  });
});

describe('a block of headers below a letter', () => {
  const BLOCK =
    'From: "x" <c@example.org>\nTo: b@docomo.example\nSubject: =?iso-2022-jp?B?GyRCN29MPhsoQg==?=\nReceived: from x by y; Mon, 5 Jan 2026 10:00:00 +0900\nAuthentication-Results: docomo.example; spf=fail\n';

  test.each(['-- mail header --', '----- mail header -----', '--- メールヘッダー情報 ---'])('%s: told apart, kept untrusted', (mark) => {
    const one = mail(`${HEAD}the letter\n\n${mark}\n${BLOCK}`);
    expect(texts(one)).toEqual([
      ['subject', 'outer'],
      ['1', `the letter\n\n${mark}`],
      ['1/source/subject', '件名'],
    ]);
    expect(one.pastedHeaders.map((header) => header.name)).toEqual(['from', 'to', 'subject', 'received', 'authentication-results']);
    expect(one.headers.map((header) => header.name)).toEqual(['from', 'to', 'subject']);
  });

  test('more fields than PASTED_HEADERS: told, the words behind them are read', () => {
    const one = mail(`${HEAD}the letter\n\n${TRACE}${'A: b\n'.repeat(PASTED_HEADERS)}\nthe end\n`);
    expect(one.pastedHeaders).toHaveLength(PASTED_HEADERS);
    expect(texts(one).at(-1)).toEqual(['1/source.1', 'the end']);
    expect(one.problems.map((problem) => problem.id)).toEqual(['header-too-large']);
    expect(one.whole).toBe(false);
  });

  test('in a pasted text', () => {
    const one = mail(`the letter\n\n-- mail header --\n${BLOCK}`);
    expect(one.form).toBe('text');
    expect(one.from).toEqual([]);
    expect(one.pastedHeaders).toHaveLength(5);
  });

  test.each(['Return-Path', 'MIME-Version', 'Received', 'Content-Type', 'X-Any', 'Subject'])('words that stand below a field %s are read', (field) => {
    const one = mail(`${HEAD}hello\n\n${TRACE}${field}: x\nYou must send me five hundred dollars before Friday\nX-End: 1\n\nbye\n`);
    expect(one.parts.map((part) => part.text).join('\n')).toContain('You must send me five hundred dollars before Friday');
  });

  test('sentences typed into a field are read as words', () => {
    const one = mail(`${HEAD}the letter\n\n-- mail header --\n${BLOCK}X-Note: you have two days to pay what I ask of you\n`);
    expect(texts(one).at(-1)).toEqual(['1/source/header', 'x-note: you have two days to pay what I ask of you']);
  });
});

describe('words are never taken for a source', () => {
  test.each([
    [
      'a forward as Outlook writes it',
      'See below.\n\n-----Original Message-----\nFrom: c@example.org\nSent: Monday\nTo: b@example.org\nSubject: pay\n\nwords\n',
    ],
    [
      'a forward as Gmail writes it',
      '---------- Forwarded message ---------\nFrom: C <c@example.org>\nDate: Mon, Jan 5, 2026\nSubject: pay\nTo: <b@example.org>\n\nwords\n',
    ],
    ['a lesson on headers', 'Look at these lines:\n\nFrom: who says to have sent it\nSubject: what it is about\nDate: when\n\nThey can be forged.\n'],
    ['a letter with colons', 'Note: read this\nTo: you\nFrom: me\nX-rated: no\n\nwords\n'],
  ])('%s', (_, words) => {
    for (const one of [mail(`${HEAD}${words}`), mail(`\nHello,\n${words}`)]) {
      expect(one.parts.filter((part) => part.kind === 'text')).toHaveLength(1);
      expect(one.parts.at(-1)?.text).toContain(words.trim());
      expect(one.pastedHeaders).toEqual([]);
    }
  });

  test('a chat, whose turns are parts', () => {
    const one = mail('Tom: pay me\nMe: why?\n\nTom: because\nSubject: you\n');
    expect(texts(one)).toEqual([
      ['turn:1', 'pay me'],
      ['turn:2', 'why?'],
      ['turn:3', 'because'],
      ['1/behind', 'Subject: you'],
    ]);
    expect(one.pastedHeaders).toEqual([]);
  });
});

describe('limits of looking for sources', () => {
  const SOURCE = `${TRACE}\nthe letter\n`;
  const filled = (size: number): string => `words above\n\n${SOURCE}${'--a\n'.repeat((size - SOURCE.length - 13) / 4)}`;
  const sources = (one: Mail): number => one.parts.filter(({ id }) => /\/source\.1$/.test(id)).length;

  test.each([
    ['within SOURCE_BYTES', SOURCE_BYTES, 1],
    ['over SOURCE_BYTES: its windows are read', SOURCE_BYTES + 8, 0],
  ])('%s', (_, size, found) => {
    for (const head of [HEAD, '\n']) {
      const one = mail(head + filled(size));
      expect(sources(one)).toBe(found);
      expect(one.parts.map(({ text }) => text).join('\n')).toContain('the letter');
      expect(one.problems.map(({ id }) => id)).toContain('text-cut');
      expect(one.whole).toBe(false);
    }
  });

  test('texts that are together larger than SOURCES_BYTES: the first are looked through, the rest is read as it stands, and that is told', () => {
    const part = `--b\n\n${filled(SOURCE_BYTES)}\n`;
    const one = mail(`${HEAD.trimEnd()}\nContent-Type: multipart/mixed; boundary=b\n\n${part.repeat(3)}--b\n\n${SOURCE}\n--b--\n`);
    expect(sources(one)).toBe(2);
    expect(one.parts.at(-1)?.text).toContain('the letter');
    expect(one.problems).toContainEqual({ id: 'text-cut', detail: `${SOURCES_BYTES / 1024 / 1024} MB` });
  });
});
