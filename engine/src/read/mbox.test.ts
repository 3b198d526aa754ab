import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FROM_LINE } from './from-line.js';
import { HEADER_BYTES } from './limits.js';
import { MboxSplitter, splitMbox } from './mbox.js';

const FROM = 'From a@example.org Mon Jan  5 10:00:00 2026\n';
const HEAD = 'From: a@example.org\nTo: b@example.org\n';

function split(source: string, sizes: readonly number[] = [], limit?: number): string[] {
  const bytes = Buffer.from(source, 'latin1');
  const splitter = limit === undefined ? new MboxSplitter() : new MboxSplitter(limit);
  const found: string[] = [];
  const keep = (messages: Iterable<{ bytes: Uint8Array; cut: boolean }>): void => {
    for (const { bytes: own, cut } of messages) found.push(`${Buffer.from(own).toString('latin1')}${cut ? '<cut>' : ''}`);
  };
  let at = 0;
  for (let k = 0; at < bytes.length; k++) {
    const size = sizes[k % Math.max(1, sizes.length)] ?? bytes.length;
    keep(splitter.push(bytes.subarray(at, at + size)));
    at += size;
  }
  keep(splitter.end());
  return found;
}

const body2 = 'one\n\nFrom c@example.org Mon Jan  5 10:00:00 2026\n>From quoted\nstill one\n';

describe('each kind of mbox', () => {
  test.each<[string, string, string[]]>([
    ['mboxo', `${FROM}${HEAD}\n>From here\n\n${FROM}${HEAD}\ntwo\n`, [`${HEAD}\nFrom here\n\n`, `${HEAD}\ntwo\n`]],
    ['mboxrd', `${FROM}${HEAD}\n>>From here\n>not From\n`, [`${HEAD}\n>From here\n>not From\n`]],
    [
      'CRLF',
      `${FROM}${HEAD}\n>From here\n\n${FROM}${HEAD}\ntwo\n`.replaceAll('\n', '\r\n'),
      [`${HEAD}\nFrom here\n\n`, `${HEAD}\ntwo\n`].map((t) => t.replaceAll('\n', '\r\n')),
    ],
    ['no blank line before it: a sentence', `${FROM}${HEAD}\nhello\n${FROM}more\n`, [`${HEAD}\nhello\n${FROM}more\n`]],
    ['no date and no header behind it: a sentence', `${FROM}${HEAD}\nhello\n\nFrom now on I watch you.\n`, [`${HEAD}\nhello\n\nFrom now on I watch you.\n`]],
    ['no line break at the end', `${FROM}${HEAD}\nx`, [`${HEAD}\nx`]],
    ['a From line alone', FROM, ['']],
    ['no mbox', 'hello\n\nworld\n', []],
    [
      'mboxcl2',
      `${FROM}${HEAD}Content-Length: ${body2.length}\n\n${body2}\n${FROM}${HEAD}\ntwo\n`,
      [`${HEAD}Content-Length: ${body2.length}\n\n${body2}\n`, `${HEAD}\ntwo\n`],
    ],
    ['mboxcl2, the last message', `${FROM}${HEAD}Content-Length: ${body2.length}\n\n${body2}`, [`${HEAD}Content-Length: ${body2.length}\n\n${body2}`]],
    [
      'mboxcl: quoted and with a length',
      `${FROM}${HEAD}Content-Length: 11\n\n>From here\n\n${FROM}${HEAD}\ntwo\n`,
      [`${HEAD}Content-Length: 11\n\nFrom here\n\n`, `${HEAD}\ntwo\n`],
    ],
    [
      'a length that lies, short',
      `${FROM}${HEAD}Content-Length: 2\n\nhello\n\n${FROM}${HEAD}\ntwo\n`,
      [`${HEAD}Content-Length: 2\n\nhello\n\n`, `${HEAD}\ntwo\n`],
    ],
    [
      'a length that lies, long',
      `${FROM}${HEAD}Content-Length: 20\n\nhello\n\n${FROM}${HEAD}\ntwo\n`,
      [`${HEAD}Content-Length: 20\n\nhello\n\n`, `${HEAD}\ntwo\n`],
    ],
    [
      'a length beyond the end',
      `${FROM}${HEAD}Content-Length: 99999\n\nhello\n\n${FROM}${HEAD}\ntwo\n`,
      [`${HEAD}Content-Length: 99999\n\nhello\n\n`, `${HEAD}\ntwo\n`],
    ],
  ])('%s', (_, source, messages) => expect(split(source)).toEqual(messages));

  test('a message over the limit is cut one byte behind it, told, and the next is whole', () => {
    const source = `${FROM}${HEAD}\n${'a'.repeat(5000)}\n\n${FROM}${HEAD}\ntwo\n`;
    const [first, second] = split(source, [700], 1000);
    expect(first).toBe(`${`${HEAD}\n${'a'.repeat(5000)}`.slice(0, 1001)}<cut>`);
    expect(second).toBe(`${HEAD}\ntwo\n`);
  });

  test('a length over the limit is not waited for', () => {
    const source = `${FROM}${HEAD}Content-Length: 5000\n\n${'a\n'.repeat(2500)}${FROM}`;
    expect(split(source, [100], 1000)).toHaveLength(1);
  });
});

test('law: any chunks give the messages of the whole', () => {
  const piece = fc.constantFrom(
    FROM,
    'From x@example.org\n',
    HEAD,
    '\n',
    '\r\n',
    '\n\n',
    '>From x\n',
    '>>From ',
    '>',
    'From ',
    'Fro',
    'Content-Length: 7\n',
    'Content-Length: 0\n',
    `Content-Length: ${FROM.length + 1}\n`,
    'hello\n',
    'a',
    '\r',
    '\u00ef\u00bb\u00bf',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 20, max: 400 }),
      (pieces, sizes, limit) => {
        const source = FROM + pieces.join('');
        expect(split(source, sizes, limit)).toEqual(split(source, [], limit));
        expect(split(source, sizes)).toEqual([...splitMbox(Buffer.from(source, 'latin1'))].map((bytes) => Buffer.from(bytes).toString('latin1')));
      },
    ),
    { numRuns: 1000 },
  );
});

test('law: what is written as mboxrd comes back', () => {
  const line = fc.constantFrom('From x', '>From y', '>>From z', 'hello', '', '> quoted', 'From: b@example.org');
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 8 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 50 }), (bodies, size) => {
      const mails = bodies.map((lines) => `${HEAD}\n${lines.join('\n')}\n\n`);
      const source = mails.map((mail) => FROM + mail.replace(/^(>*From )/gm, '>$1')).join('');
      expect(split(source, [size])).toEqual(mails);
    }),
  );
});

test('a From line whose header is longer than may be waited for is decided all the same, whatever the chunks', () => {
  const source = `${FROM}${HEAD}\nx\n\nFrom x@example.org\n${HEAD}X-Long: ${'a'.repeat(HEADER_BYTES + FROM_LINE)}\n\ntwo\n`;
  expect(split(source, [65_536]).length).toBe(split(source).length);
});

test('lengths that are decided long before the end: the same whatever the chunks', () => {
  const one = (length: number): string => `${FROM}${HEAD}Content-Length: ${length}\n\n${body2}\n`;
  const source = `${one(body2.length)}${one(5)}${one(body2.length + 1)}${one(400_000)}`.repeat(2_000);
  const whole = split(source);
  expect(whole.length).toBeGreaterThan(2_000 * 4);
  for (const size of [999, 65_536]) expect(split(source, [size])).toEqual(whole);
});
