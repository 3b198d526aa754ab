import { describe, expect, test } from 'vitest';
import type { Mail } from '../model.js';
import { PART_DEPTH } from './limits.js';
import { read } from './read.js';

const HEAD = 'From: a@example.org\nTo: b@example.org\nSubject: outer\n';
const mail = (source: string | Uint8Array): Mail => read({ bytes: Buffer.from(source) });
const texts = (one: Mail): string[][] => one.parts.map((part) => [part.id, part.text.trimEnd()]);
const mixed = (...parts: string[]): string => `${HEAD}Content-Type: multipart/mixed; boundary=out\n\n--out\n${parts.join('\n--out\n')}\n--out--\n`;
const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n');

const INNER =
  'From: c@example.org\nTo: b@example.org\nSubject: inner\nContent-Type: multipart/alternative; boundary=in\n\n--in\n\nplain words\n--in\nContent-Type: text/html\n\n<p>page words</p>\n--in--\n';

describe('messages attached as files', () => {
  test.each([
    ['application/octet-stream', 'letter.eml'],
    ['text/plain', 'letter.eml'],
    ['application/x-anything', 'LETTER.EML'],
    ['message/rfc822', 'letter.eml'],
  ])('%s called %s: its subject and its parts', (type, name) => {
    const one = mail(mixed('\nouter words', `Content-Type: ${type}; name="${name}"\nContent-Transfer-Encoding: base64\n\n${base64(INNER)}`));
    expect(texts(one)).toEqual([
      ['subject', 'outer'],
      ['1', 'outer words'],
      ['2/subject', 'inner'],
      ['2.1', 'plain words'],
      ['2.2', 'page words'],
    ]);
    expect(one.whole).toBe(true);
  });

  test('a file that is only called .eml is read as the text that it is', () => {
    const one = mail(mixed('\nouter', 'Content-Type: application/octet-stream; name=x.eml\n\njust some words'));
    expect(texts(one).slice(2)).toEqual([['2', 'just some words']]);
  });

  test.each([
    ['letter.txt', 'the letter', 'the letter'],
    ['letter.html', '<p>the</p>letter', 'the\n\nletter'],
    ['letter.rtf', '{\\rtf1 the letter}', 'the letter'],
  ])('application/octet-stream called %s is read', (name, source, seen) => {
    const one = mail(mixed('\nouter', `Content-Type: application/octet-stream; name=${name}\nContent-Transfer-Encoding: base64\n\n${base64(source)}`));
    expect(texts(one).slice(2)).toEqual([['2', seen]]);
    expect(one.whole).toBe(true);
  });

  test('messages in messages, each encoded, end at PART_DEPTH and that is told', () => {
    let source = INNER;
    for (let k = 0; k < PART_DEPTH + 2; k++)
      source = `${HEAD}Content-Type: application/octet-stream; name=x.eml\nContent-Transfer-Encoding: base64\n\n${base64(source)}`;
    const one = mail(source);
    expect(one.problems.map((problem) => problem.id)).toContain('too-deep');
    expect(one.whole).toBe(false);
  });

  test.each([
    ['a protected message', 'Content-Type: application/x-microsoft-rpmsg-message; name=message.rpmsg', 'encrypted'],
    ['a piece of a message', 'Content-Type: message/partial; id=x; number=1', 'attachment-unread'],
  ])('%s: %s', (_, field, problem) => {
    const one = mail(mixed('\nouter', `${field}\n\nabc`));
    expect(one.problems.map((p) => p.id)).toEqual([problem]);
    expect(one.whole).toBe(false);
  });
});

describe('a page saved by a browser', () => {
  const MHT =
    'From: <Saved by Blink>\nSnapshot-Content-Location: https://www.example.org/\nSubject: =?utf-8?Q?A=20page?=\nDate: Mon, 5 Jan 2026 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="--m--"\n\n\n----m--\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>words=20of the page</p>\n----m--\nContent-Type: text/css\nContent-Transfer-Encoding: quoted-printable\n\np { color: red }\n----m----\n';

  test('has no sender', () => {
    const one = read({ bytes: Buffer.from(MHT), name: 'page.mht' });
    expect([one.form, one.from, one.headers]).toEqual(['text', [], []]);
    expect(texts(one)).toEqual([
      ['subject', 'A page'],
      ['1', 'words of the page'],
    ]);
    expect(one.whole).toBe(true);
  });

  test('as an attachment', () => {
    const one = mail(mixed('\nouter', `Content-Type: application/octet-stream; name=page.mhtml\nContent-Transfer-Encoding: base64\n\n${base64(MHT)}`));
    expect(texts(one).slice(2)).toEqual([
      ['2/subject', 'A page'],
      ['2.1', 'words of the page'],
    ]);
  });
});

describe('reports', () => {
  test('a delivery report with the headers of what came back: its subject', () => {
    const one = mail(
      `${HEAD}Content-Type: multipart/report; report-type=delivery-status; boundary=r\n\n--r\n\nYour mail came back.\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; x@example.org\nAction: failed\nStatus: 5.1.1\n--r\nContent-Type: text/rfc822-headers\n\nReceived: from x by y; Mon, 5 Jan 2026 10:00:00 +0000\nFrom: a@example.org\nSubject: =?utf-8?B?5Lu25ZCN?=\nX-Note: these are words that anyone can type into a header\n--r--\n`,
    );
    expect(texts(one)).toEqual([
      ['subject', 'outer'],
      ['1', 'Your mail came back.'],
      ['3/subject', '件名'],
      ['3/header', 'x-note: these are words that anyone can type into a header'],
    ]);
    expect(one.pastedHeaders.map((header) => header.name)).toEqual(['received', 'from', 'subject', 'x-note']);
    expect(one.whole).toBe(true);
  });

  test('an abuse report: the message in it is read', () => {
    const one = mail(
      `${HEAD}Content-Type: multipart/report; report-type=feedback-report; boundary=r\n\n--r\n\nA report.\n--r\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: x/1\nVersion: 1\n--r\nContent-Type: message/rfc822\n\n${INNER}--r--\n`,
    );
    expect(texts(one).slice(2)).toEqual([
      ['3/subject', 'inner'],
      ['3.1', 'plain words'],
      ['3.2', 'page words'],
    ]);
    expect(one.whole).toBe(true);
  });
});
