import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Mail } from '../model.js';
import { read } from './read.js';

const paste = (source: string | Uint8Array): Mail => read({ bytes: typeof source === 'string' ? Buffer.from(source) : source });
const texts = (one: Mail): string[][] => one.parts.map((part) => [part.id, part.text.trim()]);
const base64 = (text: string | Uint8Array, width = 76): string =>
  Buffer.from(text)
    .toString('base64')
    .replace(new RegExp(`.{${width}}`, 'g'), '$&\n');

const HEADER =
  'Delivered-To: b@example.org\nReceived: from x (x [192.0.2.1])\n by mx.example.org with ESMTPS id abc\n for <b@example.org>;\n Mon, 5 Jan 2026 10:00:00 +0000\nMessage-ID: <1@example.org>\nFrom: c@example.org\nTo: b@example.org\nSubject: pay\nMIME-Version: 1.0\nContent-Type: multipart/alternative;\n boundary="b"\n';
const BODY =
  '\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n44GT44KT44Gr44Gh44Gv\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>=E3=81=93</p>\n--b--\n';
const WHOLE = [
  ['subject', 'pay'],
  ['1', 'こんにちは'],
  ['2', 'こ'],
];

describe('a source that a program or a page changed on the way', () => {
  test.each([
    ['">" before each line', (HEADER + BODY).replace(/^/gm, '> ')],
    ['">" without a space', (HEADER + BODY).trimEnd().replace(/^/gm, '>')],
    ['every line break doubled', (HEADER + BODY).replaceAll('\n', '\n\n')],
    ['every line break doubled, CRLF', (HEADER + BODY).replaceAll('\n', '\r\n\r\n')],
    ['folding spaces lost', HEADER.replace(/^ /gm, '') + BODY],
    ['folding spaces lost, CRLF', (HEADER.replace(/^ /gm, '') + BODY).replaceAll('\n', '\r\n')],
    [
      "Gmail's page copied whole",
      `Original Message\nMessage ID\t<1@example.org>\nCreated at:\tMon, Jan 5, 2026 at 10:00 AM (Delivered after 1 second)\nFrom:\tc@example.org\nTo:\tb@example.org\nSubject:\tpay\nSPF:\tPASS with IP 192.0.2.1 Learn more\nDKIM:\t'PASS' with domain example.org Learn more\nDMARC:\t'PASS' Learn more\n \n\nDownload Original\nCopy to clipboard\n\n${HEADER}${BODY}`,
    ],
    [
      "Gmail's page, Japanese, without a blank line",
      `元のメッセージ\nメッセージ ID\t<1@example.org>\n作成日:\t2026年1月5日\nFrom:\tc@example.org\n件名:\tpay\nSPF:\tPASS（IP: 192.0.2.1）。詳細\nDKIM:\t'PASS'（ドメイン: example.org）詳細\nDMARC:\t'PASS' 詳細\n元のメッセージをダウンロード\nクリップボードにコピー\n${HEADER}${BODY}`,
    ],
    ['cut at the top, inside a folded field', ` by mx.example.org with ESMTPS id abc\n for <b@example.org>;\n${HEADER}${BODY}`],
    ['cut at the top, the folding lost', `by mx.example.org with ESMTPS id abc\nfor <b@example.org>;\n${HEADER}${BODY}`],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${HEADER}${BODY}`, 'utf16le')],
    ['UTF-8 with one, behind blank lines', `\ufeff\n\n${HEADER}${BODY}`],
  ])('%s', (_, source) => {
    const one = paste(source);
    expect(one.form).toBe('mail');
    expect(texts(one)).toEqual(WHOLE);
    expect(one.from).toEqual([{ name: '', address: 'c@example.org' }]);
    expect(one.whole).toBe(true);
  });

  test('words above and below it are kept as words', () => {
    const one = paste(`I got this today:\n${HEADER}${BODY}What shall I do?`);
    expect(one.form).toBe('text');
    expect(texts(one)).toEqual([
      ['1', 'I got this today:'],
      ['1/source/subject', 'pay'],
      ['1/source.1', 'こんにちは'],
      ['1/source.2', 'こ'],
      ['1/after', 'What shall I do?'],
    ]);
  });

  test.each([
    'with this mail someone threatens me, is it real?',
    'for my husband: please look at this',
    'by the way, what is this?',
    'これは本当ですか、助けてください',
    '  please help me.',
  ])('%j above a source is kept', (words) => {
    const one = paste(`${words}\n${HEADER}${BODY}`);
    expect(texts(one)[0]).toEqual(['1', words.trim()]);
  });

  test('words below a source that a page stands above', () => {
    const one = paste(` by mx.example.org with ESMTPS id abc\n${HEADER}${BODY}What shall I do?`);
    expect(texts(one).at(-1)).toEqual(['after', 'What shall I do?']);
  });

  test.each(['base64', 'quoted-printable', '7bit'])("Outlook's headers (%s) above words that are decoded already", (encoding) => {
    const words = 'Hello, I have recorded you.\nYou = nothing; pay.';
    const one = paste(
      `${HEADER.replace(/Content-Type[^$]*/, '')}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n\n${words}\n`,
    );
    expect(texts(one)).toEqual([
      ['subject', 'pay'],
      ['1', words],
    ]);
  });

  test("Outlook's headers of a multipart above words alone", () => {
    const one = paste(`${HEADER}\nHello, I have recorded you.\n`);
    expect(texts(one).at(-1)).toEqual(['1', 'Hello, I have recorded you.']);
  });

  test('the blank line between headers and words was lost', () => {
    const one = paste(`Look:\n${HEADER}Hello, I have recorded you.\nPay me.\n\nMore words.\n`);
    expect(one.parts.map((part) => part.text).join('\n')).toContain('Hello, I have recorded you.\nPay me.\n\nMore words.');
  });
});

describe('parts of a source', () => {
  const PARTS = BODY.trimStart();
  test.each([
    [
      'from a boundary line on',
      PARTS,
      [
        ['1.1', 'こんにちは'],
        ['1.2', 'こ'],
      ],
    ],
    [
      'from the header of a part on',
      PARTS.replace('--b\n', ''),
      [
        ['1.1', 'こんにちは'],
        ['1.2', 'こ'],
      ],
    ],
    [
      'from a one-field header of a part on',
      PARTS.replace('--b\nContent-Type: text/plain; charset=utf-8\n', ''),
      [
        ['1.1', 'こんにちは'],
        ['1.2', 'こ'],
      ],
    ],
    [
      'from base64 on',
      `44GT44KT44Gr44Gh44Gv44GT44KT44Gr44Gh44Gv44GT44KT44Gr44Gh44Gv\n${PARTS}`,
      [
        ['1/above', 'こんにちはこんにちはこんにちは'],
        ['1.1', 'こんにちは'],
        ['1.2', 'こ'],
      ],
    ],
    [
      'two levels',
      `${PARTS}--outer\nContent-Type: text/plain\n\nthe third\n--outer--\n`,
      [
        ['1.1', 'こんにちは'],
        ['1.2', 'こ'],
        ['1/after.1', 'the third'],
      ],
    ],
    [
      'words below',
      `${PARTS}\nWhat shall I do?`,
      [
        ['1.1', 'こんにちは'],
        ['1.2', 'こ'],
        ['1/after', 'What shall I do?'],
      ],
    ],
  ])('%s', (_, source, seen) => {
    const one = paste(source);
    expect(one.form).toBe('text');
    expect(texts(one)).toEqual(seen);
    expect(one.whole).toBe(true);
  });

  const LETTER = 'I have recorded you: こんにちは. '.repeat(6);
  test.each([
    ['base64 of a text', base64(LETTER), LETTER.trim()],
    ['base64 in one line', base64(LETTER, 10_000), LETTER.trim()],
    ['base64 of ISO-2022-JP', base64(Buffer.from('1b2442243324732443244b24411b284220'.repeat(4), 'hex')), 'こんっにち '.repeat(4).trim()],
    ['base64 of a page', base64(`<html><p>${LETTER}</p>`), LETTER.trim()],
    ['quoted-printable', 'I have recorded you: =E3=81=93=E3=82=93=\nand more', 'I have recorded you: こんand more'],
  ])('%s alone is decoded', (_, source, seen) => {
    const one = paste(source);
    expect(texts(one)).toEqual([['1', seen]]);
    expect(one.whole).toBe(true);
  });

  const JAPANESE = 'あなたの動画を持っています。'.repeat(3000);
  test.each([
    ['whole', 0, 0],
    ['without its first line', 1, 0],
    ['without its first two lines', 2, 0],
    ['without its last line', 0, 1],
    ['without its last two lines', 0, 2],
  ])('a long base64 of letters of three bytes, %s', (_, above, below) => {
    const lines = base64(JAPANESE).trim().split('\n');
    const one = paste(lines.slice(above, lines.length - below).join('\n'));
    expect(JAPANESE).toContain(one.parts[0]?.text);
    expect(one.parts[0]?.text.length).toBeGreaterThan(JAPANESE.length - 60);
    expect(one.whole).toBe(true);
  });

  test('base64 of a whole source', () => {
    expect(texts(paste(base64(HEADER + BODY)))).toEqual([
      ['1/subject', 'pay'],
      ['1.1', 'こんにちは'],
      ['1.2', 'こ'],
    ]);
  });

  test.each([
    ['gzip', gzipSync(LETTER.repeat(30)), 'gzip'],
    ['a picture', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(200, 3)]), 'picture'],
    ['noise in full lines', Buffer.from(Array.from({ length: 300 }, (_, k) => (k * k * 31 + 7) & 255)), 'binary'],
  ])('base64 of %s is told as unread', (_, bytes, detail) => {
    const one = paste(base64(bytes));
    expect(one.problems).toEqual([{ id: 'not-text', detail }]);
    expect(one.whole).toBe(false);
  });
});

describe('what a person pastes as words stays words', () => {
  test.each([
    ['a reply with quoted words', '> From: Bob\n> Subject: hi\n>\n> How are you?\n'],
    ['words with blank lines between', 'one\n\ntwo\n\nthree\n\nfour\n\nfive\n'],
    ['a headed note with blank lines', 'From: me\n\nTo: you\n\nSubject: the flat\n\nDate: today\n\nPlease call.\n'],
    ['a signature line', 'Bye\n--\nTom\n'],
    ['a rule of dashes', 'one\n--------\ntwo\n--------\nthree\n'],
    ['a hash', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['a token', 'xJ3kP9vQ2mZ7tR5wY1uB8nL4cD6fG0hAqWeRtYuIoPaSdFgHjKl'],
    ['words one a line', 'pay\nme\nnow\nor\neverybody\nwill\nsee\nwhat\nyou\ndid\nlast\nsummer\n'],
    ['sums', 'a=5 and b=3, so a+b=8\nx=\ny=\n'],
    ['a link', 'https://example.org/?a=20&b=3D&c=E3\n'],
    ['content with a colon', 'Content-Type: what is that?\nand more words here\n'],
    ['an article on sources', 'A part begins with a line such as\n--abc\nand then its fields.\n'],
  ])('%s', (_, words) => {
    const one = paste(words);
    expect(one.form).toBe('text');
    expect(texts(one)).toEqual([['1', words.trim()]]);
    expect(one.whole).toBe(true);
  });
});

describe('hostile', () => {
  const SEEDS = [
    HEADER + BODY,
    (HEADER + BODY).replace(/^/gm, '> '),
    (HEADER + BODY).replaceAll('\n', '\n\n'),
    HEADER.replace(/^ /gm, '') + BODY,
    BODY.trimStart(),
    `words\n${HEADER}${BODY}words`,
  ];
  test.each(SEEDS.map((source, k) => [k, source] as const))('300 truncations and mutations of paste %i give a mail and no throw', (_, source) => {
    const whole = Buffer.from(source);
    let seed = 11;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let k = 0; k < 300; k++) {
      const from = k % 3 === 0 ? random(whole.length) : 0;
      const bytes = Buffer.from(whole.subarray(from, k % 3 === 1 ? random(whole.length) : whole.length));
      if (k % 3 === 2) for (let n = 0; n < 1 + random(30); n++) bytes[random(bytes.length)] = random(256);
      const one = paste(bytes);
      expect(new Set(one.parts.map((part) => part.id)).size).toBe(one.parts.length);
    }
  });

  test.each([
    ['boundary lines', '--b\nContent-Type: text/plain\n\nx\n--b--\n'.repeat(20_000)],
    ['headers', `${HEADER}\nx\n\n`.repeat(5_000)],
    ['armour', `${'-----BEGIN PGP MESSAGE-----\n'.repeat(50_000)}x`],
    ['fields', 'Received: x\n'.repeat(200_000)],
    ['dashes', '--'.repeat(1_000_000)],
    ['equals', '=\n'.repeat(500_000)],
    ['quotes', '>'.repeat(2_000_000)],
  ])('many %s end', (_, source) => expect(paste(source).form).toMatch(/mail|text/));
});
