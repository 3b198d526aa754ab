import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mail } from '../model.js';
import { isMbox } from './from-line.js';
import { HEADER_BYTES, HEADERS_BYTES, PART_COUNT, PART_DEPTH, TEXT_UNITS } from './limits.js';
import { splitMbox } from './mbox.js';
import { read } from './read.js';

function mail(source: string | Uint8Array): Mail {
  return read({ bytes: typeof source === 'string' ? Buffer.from(source, 'utf8') : source });
}

function text(mail: Mail, id: string): string | undefined {
  return mail.parts.find((part) => part.id === id)?.text;
}

const HEAD = 'From: a@example.org\nTo: b@example.org\nSubject: hello\n';

describe('forms', () => {
  test('a mail: subject and body are parts', () => {
    const read = mail(`${HEAD}\nthe body\n`);
    expect(read.form).toBe('mail');
    expect(text(read, 'subject')).toBe('hello');
    expect(text(read, '1')).toBe('the body\n');
    expect(read.whole).toBe(true);
  });

  test('plain text is no mail, even with a colon in its first line', () => {
    const read = mail('Tom: pay me\nMe: why?\n');
    expect(read.form).toBe('text');
    expect(read.parts.map((part) => part.text)).toEqual(['pay me', 'why?']);
  });

  test('a pasted source with CRLF and blank lines above it', () => {
    expect(mail(`\r\n\r\n${HEAD.replaceAll('\n', '\r\n')}\r\nbody`).form).toBe('mail');
  });

  test('an HTML file is read as it is seen', () => {
    expect(text(mail('<!DOCTYPE html><html><head><title>x</title></head><body><p>one</p><p>two</p></body></html>'), '1')).toBe('one\n\ntwo');
  });
});

describe('parts', () => {
  const alternative = `${HEAD}Content-Type: multipart/alternative; boundary="b1"\n\npreamble\n--b1\nContent-Type: text/plain\n\nplain words\n--b1\nContent-Type: text/html\n\n<p>other words</p>\n--b1--\n`;

  test('multipart/alternative: every part is read, each under its own number', () => {
    const read = mail(alternative);
    expect(text(read, '1')).toBe('plain words');
    expect(text(read, '2')).toBe('other words');
    expect(read.problems).toEqual([]);
  });

  test('nested parts are numbered as IMAP numbers them; a forwarded message keeps its subject', () => {
    const source = `${HEAD}Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/alternative; boundary=i\n\n--i\n\na\n--i\nContent-Type: text/html\n\n<b>b</b>\n--i--\n--o\nContent-Type: message/rfc822\n\nSubject: inner\nFrom: c@example.org\n\ninner body\n--o--\n`;
    const read = mail(source);
    expect(read.parts.map((part) => part.id)).toEqual(['subject', '1.1', '1.2', '2/subject', '2.1']);
    expect(text(read, '2/subject')).toBe('inner');
  });

  test('a boundary that begins like another is not that other', () => {
    const source = `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=bb\n\n--bb\n\none\n--bb--\n--b\n\ntwo\n--b--\n`;
    expect(mail(source).parts.map((part) => part.text)).toEqual(['hello', 'one', 'two']);
  });

  test('without its closing boundary the rest is read, and that is told', () => {
    const read = mail(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nthe only part`);
    expect(text(read, '1')).toBe('the only part');
    expect(read.problems).toEqual([{ id: 'truncated' }]);
    expect(read.whole).toBe(false);
  });

  test('attachments are listed; what no one could read makes the mail not whole; a signature does not', () => {
    const part = (type: string, name: string, body: string): string =>
      `--b\nContent-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(body).toString('base64')}\n`;
    const read = (body: string): Mail => mail(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n${body}--b--\n`);
    const pdf = read(part('application/pdf', 'a.pdf', '%PDF-1.4'));
    expect(pdf.attachments).toMatchObject([{ name: 'a.pdf', type: 'application/pdf', size: 8 }]);
    expect(pdf.whole).toBe(false);
    expect(read(part('application/pgp-signature', 's.asc', 'x')).whole).toBe(true);
    expect(read(part('text/plain', 'letter.txt', 'more words')).parts.map((p) => p.text)).toContain('more words');
  });

  test.each([
    ['holiday.jpg.exe', 'application/octet-stream', 'MZ', 'double-extension'],
    ['proof\u202Egpj.exe', 'application/octet-stream', 'MZ', 'reversed-name'],
    ['proof.scr', 'application/octet-stream', 'MZ', 'program'],
    ['proof.jpg', 'image/jpeg', 'MZ\u0000\u0000', 'type-unlike-name'],
    ['photo.jpg', 'image/jpeg', '\u00ff\u00d8\u00ff\u00e0', undefined],
    ['report.pdf', 'application/pdf', '%PDF', undefined],
  ])('%j (%s): %s -> %s', (name, type, head, disguise) => {
    const body = Buffer.from(head, 'latin1').toString('base64');
    const encoded = `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`;
    const read = mail(
      `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nt\n--b\nContent-Type: ${type}\nContent-Disposition: attachment; filename="${encoded}"\nContent-Transfer-Encoding: base64\n\n${body}\n--b--\n`,
    );
    expect(read.attachments[0]?.disguise).toBe(disguise);
  });
});

describe('letters', () => {
  const body = (type: string, bytes: Uint8Array): Mail => mail(Buffer.concat([Buffer.from(`${HEAD}Content-Type: ${type}\n\n`), bytes]));

  test.each([
    ['text/plain; charset=iso-2022-jp', '1b244224332473244b24413e281b2842', 'こんにち湘'.slice(0, 4)],
    ['text/plain; charset=shift_jis', '82b182f182c982bf82cd', 'こんにちは'],
    ['text/plain; charset=euc-jp', 'a4b3a4f3a4cba4c1a4cf', 'こんにちは'],
    ['text/plain; charset=windows-1252', '6974927320a3353030', 'it’s £500'],
    ['text/plain; charset=iso-8859-1', '69749273', 'it’s'],
    ['text/plain; charset=utf-8', 'e38193e38293', 'こん'],
    ['text/plain', 'e38193e38293', 'こん'],
    ['text/plain; charset=nonsense', 'e38193e38293', 'こん'],
  ])('%s', (type, hex, seen) => expect(text(body(type, Buffer.from(hex, 'hex')), '1')).toContain(seen));

  test('an unlabelled Shift_JIS text is known by its kana', () => {
    const bytes = Buffer.from('82b182f182c982bf82cd8141936e82c582b7814282a08bbe82aa82c682a482b282b482a282dc82b78142', 'hex');
    expect(text(mail(bytes), '1')).toContain('こんにちは');
  });

  test('a label that the bytes contradict is told, and the mail is whole', () => {
    const read = body('text/plain; charset=iso-8859-1', Buffer.from('größer, schöner'));
    expect(text(read, '1')).toBe('größer, schöner');
    expect(read.problems).toEqual([{ id: 'charset-mended', detail: 'iso-8859-1' }]);
    expect(read.whole).toBe(true);
  });

  test.each([
    ['=?utf-8?B?44GT44KT?= =?utf-8?B?44Gr?=', 'こんに', 'two words without the space between'],
    ['=?utf-8?B?44E=?= =?utf-8?B?k+OCkw==?=', 'こん', 'cut inside a letter'],
    ['=?iso-8859-1?Q?caf=E9_time?=', 'café time', 'Q encoding'],
    ['plain =?utf-8?Q?caf=C3=A9?= end', 'plain café end', 'beside plain words'],
    ['=?broken', '=?broken', 'no encoded word'],
  ])('subject %j: %j (%s)', (raw, seen) => expect(text(mail(`From: a@b.c\nTo: d@e.f\nSubject: ${raw}\n\nx`), 'subject')).toBe(seen));

  test('quoted-printable and base64 with a footer behind it', () => {
    expect(text(mail(`${HEAD}Content-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9 and a soft=\n break`), '1')).toBe('café and a soft break');
    expect(text(mail(`${HEAD}Content-Transfer-Encoding: base64\n\naGVsbG8=\n`), '1')).toBe('hello');
  });
});

describe('HTML as it is seen', () => {
  const html = (source: string): Mail => mail(`${HEAD}Content-Type: text/html\n\n${source}`);
  test.each([
    ['<p>a</p><div>b</div>c', 'a\n\nb\nc', 'blocks'],
    ['bit<!-- x -->coin', 'bitcoin', 'a comment inside a word'],
    ['bit<b></b>coin', 'bitcoin', 'an empty tag inside a word'],
    ['bit<span style="display:none">noise</span>coin', 'bitcoin', 'hidden inside a word'],
    ['bit<span style="font-size:0px">noise</span>coin', 'bitcoin', 'no size'],
    ['<td style="font-size:0px"><div style="font-size:14px">seen</div></td>', 'seen', 'a cell without size, a text with size inside'],
    ['<span style="color:#fff;background:#fff">x</span>seen', 'seen', 'its own ground'],
    ['&#98;&#105;t &amp; coin', 'bit & coin', 'entities'],
    ['<style>p{}</style><script>x</script>seen', 'seen', 'style and script'],
    ['<title>t</title><p>seen', 'seen', 'title is not on the page'],
    ['a<br>b', 'a\nb', 'line break'],
    ['<div style="display:none">all that there is to read here</div>', 'all that there is to read here', 'nothing else to see: the styles were misread'],
  ])('%s -> %j (%s)', (source, seen) => expect(text(html(source), '1')).toBe(seen));

  test.each([
    ['an unknown property', "<p style='x-display:none'>LETTER</p>"],
    ['the last declaration counts', "<p style='display:none;display:block'>LETTER</p>"],
    ['the last size counts', "<p style='font-size:0;font-size:16px'>LETTER</p>"],
    ['the last colour counts', "<p style='background:white;color:transparent;color:black'>LETTER</p>"],
    ['an offset without a position', "<p style='left:-999px'>LETTER</p>"],
    ['a paragraph ends the one before it', '<p hidden>a<p>LETTER</p>'],
    ['an end tag far above its start', `<div hidden>${'<b>'.repeat(70)}</div><p>LETTER</p>`],
    ['the fallback of an object', '<object>LETTER</object>'],
    ['a bogus comment', '<![CDATA[ <p>LETTER</p>'],
    ['an empty comment', '<!--> LETTER -->'],
    ['the end of an open head', '<head><title>x</title><body>LETTER'],
    ['letters end a head', '<head><title>x</title>LETTER<p>more'],
    ['white letters on a picture', '<div style="background-image:url(night.jpg);color:white">LETTER</div>'],
    ['white letters on a gradient of a class', '<style>.d{background-image:linear-gradient(#000,#111);color:#fff}</style><div class=d>LETTER</div>'],
    ['the later of two grounds', '<div style="background-color:#fff;background:#000;color:#fff">LETTER</div>'],
    ['white letters where a rule makes the page dark', '<style>html{background:#000} body{color:#fff}</style><body>LETTER'],
    ['a dark body without a tag', '<style>body{background:#000}</style><div style="color:#fff">LETTER</div>'],
    ['a size in units of the window', '<p style="font-size:1.2vw">LETTER</p>'],
    ['hidden on paper only', '<style media="print">.x{display:none}</style><p class=x>LETTER</p>'],
    ['hidden in Outlook only', '<p style="mso-hide:all">LETTER</p>'],
    ['what stands in an input', '<input value="LETTER">'],
  ])('shown as browsers show it: %s', (_, body) =>
    expect(text(html(`${/<head|<body/.test(body) ? '' : '<p>some words that anyone sees</p>'}${body}`), '1')).toContain('LETTER'),
  );

  test.each([
    ['white on white', '<style>body{background:#fff}</style><body><p>some words that anyone sees</p><div style="color:#fff">LETTER</div>'],
    ['shown by Outlook alone', '<p>some words that anyone sees</p><!--[if mso]><style>p{color:red}</style><td>LETTER</td><![endif]-->'],
  ])('kept as hidden: %s', (_, body) => {
    expect(text(html(body), '1')).not.toContain('LETTER');
    expect(text(html(body), '1/hidden')).toBe('LETTER');
  });

  test('of two declarations an important one counts', () => {
    const read = html("<p>some words that anyone sees</p><p style='display:none !important;display:block'>LETTER</p>");
    expect(text(read, '1')).not.toContain('LETTER');
    expect(text(read, '1/hidden')).toBe('LETTER');
  });

  test('what is hidden is kept apart, under its own part', () => {
    const read = html(`seen text of some length<div style="display:none">${'hidden words '.repeat(5)}</div>`);
    expect(text(read, '1/hidden')).toContain('hidden words');
  });
});

describe('words where a mail has none are read all the same', () => {
  const WORDS = 'He wrote to me for weeks and has my pictures now';
  const MULTIPART = `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nseen\n--b--\n`;
  const attached = (type: string, body: string): string =>
    `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nseen\n--b\nContent-Type: ${type}\n\n${body}\n--b--\n`;
  test.each([
    ['below the closing boundary', `${MULTIPART}${WORDS}\n`, 'below'],
    ['below base64', `${HEAD}Content-Transfer-Encoding: base64\n\nc2VlbiBieSB0aGUgcmVhZGVyIG9mIGl0\n\n${WORDS}\n`, 'below'],
    ['where the blank line was lost', `${HEAD}${'X-A: b\n'.repeat(50)}${WORDS}\n\nseen`, 'header'],
    ['in an attached message without a header', attached('message/rfc822', WORDS), '2/loose'],
    ['in a list of fields that is none', attached('text/rfc822-headers', WORDS), '2/loose'],
    ['in a part that is called a patch', attached('text/x-patch', WORDS), '2'],
    ['in a part that is called a style sheet', attached('text/css', WORDS), '2'],
    ['in a part that is called a report', attached('message/delivery-status', WORDS), '2'],
    ['between the fields of a copied source', `Received: a\nMessage-ID: <1>\nFrom: a@b.c\nTo: d@e.f\n${WORDS} and wants money\nSubject: x\n\nseen`, 'copied'],
  ])('%s', (_, source, id) => expect(text(mail(source), id)).toContain(WORDS));

  test.each([
    ['a patch', attached('text/x-patch', 'diff --git a/x b/x\n--- a/x\n+++ b/x\n')],
    ['a report', attached('message/delivery-status', 'Reporting-MTA: dns; a.example\n')],
    ['blank lines below', `${MULTIPART}\n \n`],
  ])('%s gives no part', (_, source) => expect(mail(source).parts.map((part) => part.text.trim())).toEqual(['hello', 'seen']));
});

describe('limits: each with the attack it stops; the rest is read and that is told', () => {
  test('nested deeper than PART_DEPTH', () => {
    let source = '';
    for (let i = 0; i < PART_DEPTH + 50; i++) source += `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`;
    const read = mail(`${HEAD}${source}\nend`);
    expect(read.problems.map((p) => p.id)).toContain('too-deep');
    expect(read.whole).toBe(false);
  });

  test('more parts than PART_COUNT', () => {
    const read = mail(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(PART_COUNT + 10)}--b--`);
    expect(read.problems.map((p) => p.id)).toContain('too-many-parts');
    expect(read.parts.length).toBeLessThanOrEqual(PART_COUNT + 1);
  });

  test('a header larger than HEADER_BYTES', () => {
    expect(mail(`${HEAD}X-Bomb: ${'a'.repeat(HEADER_BYTES)}\n\nbody`).problems.map((p) => p.id)).toContain('header-too-large');
  });

  test('headers of all parts together larger than HEADERS_BYTES', () => {
    const part = `--b\nX-Bomb: ${'a'.repeat(HEADER_BYTES - 100)}\n\nx\n`;
    const read = mail(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${part.repeat(HEADERS_BYTES / HEADER_BYTES + 2)}--b--`);
    expect(read.problems.map((p) => p.id)).toContain('header-too-large');
    expect(read.whole).toBe(false);
  });

  test('a From field of a megabyte without an address', () => {
    expect(mail(`To: b@example.org\nFrom: ${'a'.repeat(250 * 1024)}\nSubject: x\n\nhi`).from).toHaveLength(1);
  });

  test('more text than TEXT_UNITS', () => {
    const read = mail(`${HEAD}\n${'a '.repeat(TEXT_UNITS)}`);
    expect(read.problems.map((p) => p.id)).toContain('text-cut');
    expect(read.whole).toBe(false);
  });

  test.each([
    ['nothing', '', 'empty'],
    ['spaces', '  \n \n', 'empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-text'],
    ['zero bytes', Buffer.alloc(5000), 'not-text'],
    ['a mail without a body', HEAD, 'no-body'],
  ])('%s: %s', (_, source, problem) => expect(mail(source).problems.map((p) => p.id)).toContain(problem));
});

describe('mbox', () => {
  const mbox = (source: string): boolean => isMbox(Buffer.from(source));
  test('a letter may begin with the word From', () => {
    expect(mbox('From now on I watch you.\nPay.\n')).toBe(false);
    expect(text(mail('From now on I watch you.\nPay.\n'), '1')).toContain('From now on');
  });
  test.each([
    `From a@example.org Mon Jan  5 10:00:00 2026\n${HEAD}\nx`,
    `From x\n${HEAD}\nx`,
    `\ufeff\n\nFrom a@example.org Mon Jan  5 10:00:00 2026\n${HEAD}\nx`,
  ])('%j is one', (source) => {
    expect(mbox(source)).toBe(true);
    expect([...splitMbox(Buffer.from(source))]).toHaveLength(1);
  });
});

describe('what a person may be shown is read, or told as unread', () => {
  const LETTER = 'the letter itself';
  test.each([
    ['a calendar entry', 'Content-Type: text/calendar', true],
    ['an encoding in quotes', 'Content-Transfer-Encoding: "7bit" (plain)', true],
    ['an unknown encoding', 'Content-Transfer-Encoding: x-uuencode', false],
    ['a document called XML', 'Content-Type: application/xml; name=letter.pdf', false],
  ])('%s', (_, field, whole) => {
    const read = mail(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\n${field}\n\n${LETTER}\n--b--\n`);
    expect(read.whole).toBe(whole);
    if (whole) expect(text(read, '2')).toContain(LETTER);
  });

  test('of two boundaries the first counts', () => {
    const read = mail(`${HEAD}Content-Type: multipart/mixed; boundary=a; boundary=b\n\n--a\n\n${LETTER}\n--a--\n--b\n\ndecoy\n--b--\n`);
    expect(text(read, '1')).toContain(LETTER);
  });
});

describe('law: any bytes give a mail, never a throw', () => {
  const piece = fc.constantFrom(
    'Content-Type: multipart/mixed; boundary=b\n',
    '\n',
    '--b\n',
    '--b--\n',
    'Subject: =?utf-8?B?',
    '?=\n',
    'From: <',
    '<p style="',
    '&#x',
    '\u0000',
    'Content-Transfer-Encoding: base64\n',
    'message/rfc822',
    'text',
    '\r',
    '=',
    '\u001b$B',
  );
  test('structure-aware noise', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 60 }), (pieces) => {
        const read = mail(`From: a@b.c\nSubject: x\n${pieces.join('')}`);
        for (const part of read.parts) expect(typeof part.text).toBe('string');
      }),
      { numRuns: 300 },
    );
  });

  test('bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() => mail(bytes)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
