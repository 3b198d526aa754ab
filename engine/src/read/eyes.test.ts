import { describe, expect, test } from 'vitest';
import type { Ask, SeenText } from '../model.js';
import { fold } from '../fold/fold.js';
import { findWallets } from '../facts/wallet/find.js';
import { filesToSee, read } from './read.js';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(40)]);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n');
const LETTER = 'I recorded you through your camera. Pay within two days, or all your contacts will see it. '.repeat(3);
/** The genesis block's own address. */
const WALLET = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';

function mailWith(name: string, bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    `From: a@b.example\r\nSubject: Hello\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee the file.\r\n--x\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n--x--\r\n`,
  );
}

const seen = (part: string, ...texts: SeenText[]): Pick<Ask, 'seen'> => ({ seen: [{ part, texts, problems: [] }] });

describe('which files sight is shown', () => {
  test.each([
    ['a picture by itself', PNG, [{ part: '1', kind: 'picture' }]],
    ['a PDF by itself, all in letters', PDF, [{ part: '1', kind: 'pdf' }]],
    ['a PDF behind a line of something else', Buffer.concat([Buffer.from([0, 1, 2, 10]), PDF]), [{ part: '1', kind: 'pdf' }]],
    ['a picture in a mail', mailWith('a.png', PNG), [{ part: '2', kind: 'picture' }]],
    ['a letter that begins like a picture', Buffer.from('GIF89a is how pictures begin.'), []],
    ['a letter', Buffer.from('Hello'), []],
    ['a program under the name of a picture', mailWith('a.png', Buffer.from('MZ\0\0\0\0')), []],
  ])('%s', (_what, bytes, files) => {
    expect(filesToSee({ bytes }).map(({ part, kind }) => ({ part, kind }))).toEqual(files);
  });

  test('bytes are handed over out of their transfer encoding', () => {
    expect(Buffer.from(filesToSee({ bytes: mailWith('a.png', PNG) })[0]?.bytes ?? []).equals(PNG)).toBe(true);
  });
});

describe('what sight read', () => {
  test('stands beside the text of the mail, and the picture of a letter is nobody’s photo', () => {
    const mail = read({
      bytes: mailWith('a.png', PNG),
      ...seen('2', { medium: 'image', text: LETTER, flat: true }, { medium: 'qr', text: `bitcoin:${WALLET}` }),
    });
    expect(mail.parts.map(({ id, medium }) => [id, medium])).toEqual([
      ['subject', undefined],
      ['1', undefined],
      ['2/ocr', 'image'],
      ['2/qr', 'qr'],
    ]);
    expect([mail.pictures, mail.whole, mail.problems]).toEqual([0, true, []]);
  });

  test.each([
    ['of few words', 'Smile!', { flat: true }],
    ['of a photo with a letter across it', LETTER, {}],
  ] as const)('a picture %s stays a picture', (_what, text, flat) => {
    expect(read({ bytes: mailWith('a.png', PNG), ...seen('2', { medium: 'image', text, ...flat }) }).pictures).toBe(1);
  });

  test('without sight all is as it was', () => {
    expect(read({ bytes: PNG }).problems).toEqual([{ id: 'not-text', detail: 'picture' }]);
    expect(read({ bytes: mailWith('a.png', PNG) }).problems).toEqual([{ id: 'attachment-unread', detail: 'a.png' }]);
  });

  test.each(['sight-too-large', 'sight-pages', 'sight-time', 'sight-form', 'sight-broken', 'sight-locked', 'sight-no-words', 'sight-faint'] as const)(
    '%s: the message was not read wholly',
    (id) => {
      const mail = read({ bytes: PNG, seen: [{ part: '1', texts: [{ medium: 'image', text: LETTER }], problems: [{ id, detail: 'a.png' }] }] });
      expect([mail.form, mail.whole, mail.problems]).toEqual(['text', false, [{ id, detail: 'a.png' }]]);
    },
  );

  test('more texts than a file can hold, and longer ones than are read, are told as cut', () => {
    const many = read({ bytes: PNG, ...seen('1', ...Array.from({ length: 500 }, (): SeenText => ({ medium: 'qr', text: 'x' }))) });
    expect([many.parts.length, many.problems[0]?.id]).toEqual([100, 'text-cut']);
    const long = read({ bytes: PNG, ...seen('1', { medium: 'pdf', text: 'x'.repeat(5_000_000) }) });
    expect([long.parts[0]?.text.length, long.problems[0]?.id]).toEqual([4 * 1024 * 1024, 'text-cut']);
  });

  test.each([
    ['image', 'image'],
    ['scan', 'pdf'],
    ['pdf', 'pdf'],
    ['qr', 'qr'],
    ['document', 'attachment'],
  ] as const)('a wallet in a text of medium %s stands in %s', (medium, where) => {
    const { streams } = fold(read({ bytes: PNG, ...seen('1', { medium, text: `Send it to ${WALLET} today` }) }));
    expect(streams.flatMap((stream) => findWallets(stream)).map((wallet) => [wallet.where, wallet.address])).toEqual([[where, WALLET]]);
  });
});

describe('a chat in a picture', () => {
  const text = 'Today\nSend 500 or I post it\nPlease do not\nOne hour';
  const bubbles = (['left', 'right', 'left'] as const).map((side, k) => {
    const line = text.split('\n')[k + 1] as string;
    return { start: text.indexOf(line), end: text.indexOf(line) + line.length, side };
  });

  test('by itself: the right side is the one whose phone it is', () => {
    const mail = read({ bytes: PNG, ...seen('1', { medium: 'image', text, bubbles }) });
    expect(mail.turns.map(({ speaker }) => speaker)).toEqual(['other', 'reader', 'other']);
    expect(mail.parts.map(({ id, text, medium }) => [id, text, medium])).toEqual([
      ['1/ocr', 'Today', 'image'],
      ['turn:1', 'Send 500 or I post it', 'image'],
      ['turn:2', 'Please do not', 'image'],
      ['turn:3', 'One hour', 'image'],
    ]);
  });

  test('in a mail: whoever sends a picture can draw one in which the reader threatens himself', () => {
    const mail = read({ bytes: mailWith('a.png', PNG), ...seen('2', { medium: 'image', text, bubbles }) });
    expect(mail.turns.map(({ speaker }) => speaker)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('bubbles that overlap or end before they begin lose no word', () => {
    const odd = [
      { start: 6, end: 27, side: 'left' },
      { start: 10, end: 20, side: 'right' },
      { start: 42, end: 30, side: 'right' },
      { start: 42, end: 5_000, side: 'right' },
    ] as const;
    const mail = read({ bytes: PNG, ...seen('1', { medium: 'image', text, bubbles: odd }) });
    expect(mail.parts.map((part) => part.text).join('\n')).toBe(text);
  });
});
