import { MESSAGE_BYTES } from '@hattari/engine';
import { describe, expect, test } from 'vitest';
import { asOnTheWire } from './wire.js';

describe('a message as it travelled', () => {
  test.each([
    ['a: b\n\nc\n', 'a: b\r\n\r\n', 'c\r\n', 'line ends of Unix'],
    ['a: b\r\n\r\nc\r\n', 'a: b\r\n\r\n', 'c\r\n', 'line ends of the wire'],
    ['a: b\r\n\nc\rd\n', 'a: b\r\n\r\n', 'c\rd\r\n', 'mixed; a lone CR of a body stays'],
    ['a: b\rc\n\n', 'a: b c\r\n\r\n', '', 'a lone CR of a header is none'],
    ['\n\r\n a: b\n\n', 'a: b\r\n\r\n', '', 'blank lines above'],
    ['From x@y Sun Nov 29\na: b\n\nc', 'a: b\r\n\r\n', 'c', 'an item of a mailbox'],
    ['a: b', 'a: b\r\n\r\n', '', 'a header alone, its line not ended'],
    ['a: b\n', 'a: b\r\n\r\n', '', 'a header alone'],
    ['a: b\n c\n\n', 'a: b\r\n c\r\n\r\n', '', 'a folded field'],
  ])('%j: %j and %j (%s)', (saved, header, body) => {
    const wire = asOnTheWire(Buffer.from(saved, 'latin1'));
    expect([wire?.message.toString('latin1', 0, wire.body), wire?.message.toString('latin1', wire.body)]).toEqual([header, body]);
  });

  test.each([
    ['nothing', ''],
    ['a text', 'hello there, this is no header\n\nx'],
    ['too many lines of header', `a: b\n${'c: d\n'.repeat(8_001)}\nx`],
    ['too large a header', `a: ${'b'.repeat(300_000)}\n\nx`],
    ['too many blank lines', `a: b\n\n${'\n'.repeat(100_001)}`],
    ['too many lines', `a: b\n\n${'x\n'.repeat(1_000_001)}`],
    ['larger than what is read: the end of it is missing', `a: b\n\n${'x'.repeat(MESSAGE_BYTES)}`],
  ])('%s is not looked at', (_, saved) => expect(asOnTheWire(Buffer.from(saved))).toBeNull());
});
