import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mail } from '../../model.js';
import { PART_DEPTH, TNEF_FILES } from '../limits.js';
import { read } from '../read.js';

const uint32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n >>> 0);
  return bytes;
};
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
const attribute = (level: number, name: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([level]), uint32(name), uint32(data.length), data, Buffer.alloc(2)]);
const tnef = (...attributes: Buffer[]): Buffer => Buffer.concat([Buffer.from('789f3e220100', 'hex'), ...attributes]);

/** MAPI properties as MS-OXTNEF 2.1.3.3 writes them: key is tag and type, as one number. */
const properties = (...all: [number, Buffer | number][]): Buffer =>
  Buffer.concat([
    uint32(all.length),
    ...all.map(([key, value]) => {
      const head = Buffer.alloc(4);
      head.writeUInt16LE(key & 0xffff);
      head.writeUInt16LE(key >>> 16, 2);
      if (typeof value === 'number') return Buffer.concat([head, uint32(value)]);
      return Buffer.concat([head, uint32(1), uint32(value.length), padded(value)]);
    }),
  ]);
const wide = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le');
const message = (...all: [number, Buffer | number][]): Buffer => attribute(1, 0x69003, properties(...all));
const file = (title: string, data: Buffer): Buffer =>
  Buffer.concat([attribute(2, 0x69002, Buffer.alloc(14)), attribute(2, 0x18010, Buffer.from(`${title}\0`)), attribute(2, 0x6800f, data)]);
const texts = (mail: Mail): string[][] => mail.parts.map((part) => [part.id, part.text]);

const SAMPLE = tnef(
  attribute(1, 0x69007, Buffer.concat([uint32(932), uint32(0)])),
  attribute(1, 0x18004, Buffer.from('8c8f96bc00', 'hex')),
  message([0x1000001f, wide('the words')], [0x10130102, Buffer.from('<p>the page</p>')], [0x3fde0003, 65001]),
  file('letter.txt', Buffer.from('words of the file')),
);

describe('TNEF', () => {
  test('a file alone: subject in its code page, bodies, files', () => {
    const mail = read({ bytes: SAMPLE });
    expect(mail.form).toBe('mail');
    expect(texts(mail)).toEqual([
      ['subject', '件名'],
      ['1', 'the words'],
      ['2', 'the page'],
      ['3', 'words of the file'],
    ]);
    expect(mail.whole).toBe(true);
  });

  test.each(['application/ms-tnef; name=winmail.dat', 'application/octet-stream; name=winmail.dat', 'application/octet-stream; name=x'])(
    'in a mail as %s',
    (type) => {
      const source = `From: a@b.c\nTo: d@e.f\nSubject: 件名\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\noutside\n--b\nContent-Type: ${type}\nContent-Transfer-Encoding: base64\n\n${SAMPLE.toString('base64')}\n--b--\n`;
      expect(texts(read({ bytes: Buffer.from(source) }))).toEqual([
        ['subject', '件名'],
        ['1', 'outside'],
        ['2.1', 'the words'],
        ['2.2', 'the page'],
        ['2.3', 'words of the file'],
      ]);
    },
  );

  test('the old attributes, named properties and several values', () => {
    const named = Buffer.concat([
      uint32(3),
      Buffer.from('1f000080', 'hex'),
      Buffer.alloc(16),
      uint32(1),
      uint32(6),
      padded(Buffer.from('ab\0', 'utf16le')),
      uint32(1),
      uint32(4),
      Buffer.from('x\0\0\0'),
      Buffer.from('03100030', 'hex'),
      uint32(2),
      uint32(1),
      uint32(2),
      Buffer.from('1f000010', 'hex'),
      uint32(1),
      uint32(8),
      Buffer.from('seen', 'utf16le'),
    ]);
    expect(texts(read({ bytes: tnef(attribute(1, 0x69003, named)) }))).toEqual([['1', 'seen']]);
    expect(texts(read({ bytes: tnef(attribute(1, 0x2800c, Buffer.from('old body\0'))) }))).toEqual([['1', 'old body']]);
  });

  test('an attached message is a TNEF behind the identifier of its interface', () => {
    const inner = tnef(message([0x1000001f, wide('inner words')]));
    const holder = Buffer.concat([
      attribute(2, 0x69002, Buffer.alloc(14)),
      attribute(2, 0x69005, properties([0x37050003, 5], [0x3701000d, Buffer.concat([Buffer.alloc(16), inner])])),
    ]);
    expect(texts(read({ bytes: tnef(message([0x1000001f, wide('outer')]), holder) }))).toEqual([
      ['1', 'outer'],
      ['2.1', 'inner words'],
    ]);
  });

  test('attached messages nested deeper than PART_DEPTH are told', () => {
    let bytes = tnef(message([0x1000001f, wide('deepest')]));
    for (let k = 0; k < PART_DEPTH + 5; k++)
      bytes = tnef(
        attribute(2, 0x69002, Buffer.alloc(14)),
        attribute(2, 0x69005, properties([0x37050003, 5], [0x3701000d, Buffer.concat([Buffer.alloc(16), bytes])])),
      );
    const mail = read({ bytes });
    expect(mail.whole).toBe(false);
  });

  test('more than TNEF_FILES, each of a few bytes', () => {
    const bytes = tnef(Buffer.alloc(11 * (TNEF_FILES + 10), attribute(2, 0x69002, Buffer.alloc(0))));
    const mail = read({ bytes });
    expect(mail.problems.map((problem) => problem.id)).toContain('too-many-parts');
  });

  test.each([
    ['a count of four thousand million properties', attribute(1, 0x69003, Buffer.concat([uint32(0xffffffff), Buffer.from('1f100010ffffffff', 'hex')]))],
    ['a length out of the file', Buffer.concat([Buffer.from([1]), uint32(0x2800c), uint32(0xfffffff0), Buffer.from('words')])],
    ['a type that is not known', attribute(1, 0x69003, Buffer.concat([uint32(2), Buffer.from('99000010', 'hex')]))],
  ])('%s: told, no throw', (_, bytes) => expect(read({ bytes: tnef(bytes) }).form).toBe('mail'));

  test('300 truncations and mutations give a mail and no throw', () => {
    fc.assert(
      fc.property(fc.nat(SAMPLE.length), fc.array(fc.tuple(fc.nat(SAMPLE.length - 1), fc.nat(255)), { maxLength: 20 }), (size, changes) => {
        const bytes = Buffer.from(SAMPLE);
        for (const [at, value] of changes) bytes[at] = value;
        for (const cut of [bytes, bytes.subarray(0, size)]) {
          const mail = read({ bytes: cut });
          expect(new Set(mail.parts.map((part) => part.id)).size).toBe(mail.parts.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
