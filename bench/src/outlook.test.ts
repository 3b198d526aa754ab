import { read } from '@hattari/engine';
import MsgReader from '@kenjiuno/msgreader';
import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';
import { describe, expect, test } from 'vitest';

type Value = string | Uint8Array | number;
type Message = {
  readonly properties: Readonly<Record<string, Value>>;
  readonly people?: readonly Readonly<Record<string, Value>>[];
  readonly files?: readonly (Readonly<Record<string, Value>> | { readonly message: Message })[];
};

const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

/** Writes a .msg with the kept library's own file writer: properties are named by tag and type, as MS-OXMSG names their streams. */
function msg(message: Message): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', type: 5, length: 0, children: [] }];
  const childrenOf = (at: number): number[] => (entries[at] as Entry).children as number[];
  const stream = (parent: number, name: string, bytes: Uint8Array): void => {
    childrenOf(parent).push(entries.length);
    entries.push({ name, type: 2, length: bytes.length, binaryProvider: () => Uint8Array.from(bytes) });
  };
  const storage = (parent: number, name: string): number => {
    childrenOf(parent).push(entries.length);
    entries.push({ name, type: 1, length: 0, children: [] });
    return entries.length - 1;
  };
  const bag = (parent: number, properties: Readonly<Record<string, Value>>, header: number): void => {
    const rows: Buffer[] = [Buffer.alloc(header)];
    for (const [key, value] of Object.entries(properties)) {
      const row = Buffer.alloc(16);
      row.writeUInt32LE(Number.parseInt(key, 16));
      row.writeUInt32LE(6, 4);
      if (typeof value === 'number') row.writeUInt32LE(value, 8);
      else {
        const bytes = typeof value === 'string' ? utf16(value) : value;
        if (key.endsWith('0040')) row.set(bytes, 8);
        else {
          row.writeUInt32LE(bytes.length + (key.endsWith('001F') ? 2 : 0), 8);
          stream(parent, `__substg1.0_${key}`, bytes);
        }
      }
      rows.push(row);
    }
    stream(parent, '__properties_version1.0', Buffer.concat(rows));
  };
  const write = (at: number, { properties, people = [], files = [] }: Message, header: number): void => {
    for (const [k, one] of people.entries()) bag(storage(at, `__recip_version1.0_#${k.toString(16).padStart(8, '0')}`), one, 8);
    files.forEach((file, k) => {
      const place = storage(at, `__attach_version1.0_#${k.toString(16).padStart(8, '0')}`);
      if ('message' in file) {
        const inner = file.message as Message;
        bag(place, { '37050003': 5, '3001001F': 'inner' }, 8);
        write(storage(place, '__substg1.0_3701000D'), inner, 24);
      } else bag(place, file as Readonly<Record<string, Value>>, 8);
    });
    bag(at, properties, header);
  };
  write(0, message, 32);
  return burn(entries);
}

const textOf = (mail: ReturnType<typeof read>, id: string): string | undefined => mail.parts.find((part) => part.id === id)?.text;

const PLAIN: Message = {
  properties: {
    '001A001F': 'IPM.Note',
    '0037001F': '支払いのお願い',
    '1000001F': 'the words of the letter\r\n',
    '0C1A001F': 'A Sender',
    '5D01001F': 'sender@example.org',
    '00390040': Buffer.from('0080b8a7a15edc01', 'hex'),
  },
  people: [
    { '0C150003': 1, '3001001F': 'B', '39FE001F': 'b@example.org' },
    { '0C150003': 2, '3001001F': 'C', '39FE001F': 'c@example.org' },
  ],
};

describe('.msg', () => {
  test('a message without headers: what Outlook noted of them', () => {
    const mail = read({ bytes: msg(PLAIN) });
    expect(mail.form).toBe('mail');
    expect(mail.problems).toEqual([]);
    expect(mail.parts).toEqual([
      { id: 'subject', kind: 'subject', text: '支払いのお願い' },
      { id: '1', kind: 'text', text: 'the words of the letter\n' },
    ]);
    expect(mail.from).toEqual([{ name: 'A Sender', address: 'sender@example.org' }]);
    expect(mail.to).toEqual([{ name: 'B', address: 'b@example.org' }]);
    expect(mail.headers.find((h) => h.name === 'date')?.value).toBe(
      new Date(Number(0x01dc5ea1a7b88000n / 10_000n - 11_644_473_600_000n)).toUTCString().replace('GMT', '+0000').replace(/, 0/, ', '),
    );
  });

  test('transport headers give the headers', () => {
    const headers =
      'Received: from x\r\n by y\r\nFrom: Real <real@example.org>\r\nTo: b@example.org\r\nSubject: hello\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n';
    const mail = read({ bytes: msg({ ...PLAIN, properties: { ...PLAIN.properties, '007D001F': headers } }) });
    expect(mail.headers.map((h) => h.name)).toEqual(['received', 'from', 'to', 'subject', 'content-type']);
    expect(mail.from).toEqual([{ name: 'Real', address: 'real@example.org' }]);
    expect(textOf(mail, '1')).toBe('the words of the letter\n');
  });

  test.each([
    [932, '82a882cb82aa82a2', 'おねがい'],
    [949, 'b5b7c0bb', '돈을'],
    [1251, 'e4e5edfce3e8', 'деньги'],
    [65001, 'e381bee381a4', 'まつ'],
  ])('8-bit strings in code page %i', (page, hex, words) => {
    const mail = read({ bytes: msg({ properties: { '1000001E': Buffer.from(hex, 'hex'), '3FFD0003': page } }) });
    expect(textOf(mail, '1')).toBe(words);
  });

  test('HTML in its own charset; the RTF that says the same is not read twice', () => {
    const rtf = Buffer.from('{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}the html words{\\*\\htmltag72 </p>}}');
    const packed = Buffer.concat([Buffer.alloc(16), rtf]);
    packed.writeUInt32LE(rtf.length, 4);
    packed.write('MELA', 8);
    const html = Buffer.from('<p>the html words</p>');
    const both = read({ bytes: msg({ properties: { '10130102': html, '10090102': packed, '3FDE0003': 65001 } }) });
    expect(both.parts.map((part) => [part.id, part.kind, part.text])).toEqual([['1', 'html', 'the html words']]);
    const alone = read({ bytes: msg({ properties: { '10090102': packed } }) });
    expect(alone.parts.map((part) => [part.id, part.kind, part.text])).toEqual([['1', 'html', 'the html words']]);
  });

  test('attachments: text is read, a picture is told, a message is read with its own parts', () => {
    const mail = read({
      bytes: msg({
        ...PLAIN,
        files: [
          { '3707001F': 'letter.txt', '37010102': Buffer.from('words of the file') },
          { '3707001F': 'photo.jpg', '370E001F': 'image/jpeg', '37010102': Buffer.from('ffd8ffe000', 'hex') },
          {
            message: {
              properties: { '0037001F': 'inner subject', '1000001F': 'inner words' },
              files: [{ '3707001F': 'deep.txt', '37010102': Buffer.from('deep words') }],
            },
          },
        ],
      }),
    });
    expect(mail.parts.map((part) => [part.id, part.text])).toEqual([
      ['subject', '支払いのお願い'],
      ['1', 'the words of the letter\n'],
      ['2', 'words of the file'],
      ['4/subject', 'inner subject'],
      ['4.1', 'inner words'],
      ['4.2', 'deep words'],
    ]);
    expect(mail.attachments.map((file) => file.name)).toEqual(['letter.txt', 'photo.jpg', 'deep.txt']);
    expect(mail.pictures).toBe(1);
    expect(mail.problems).toEqual([{ id: 'attachment-unread', detail: 'photo.jpg' }]);
    expect(mail.whole).toBe(false);
  });

  test('as an attachment of a mail', () => {
    const body = Buffer.from(msg(PLAIN)).toString('base64').replace(/.{76}/g, '$&\n');
    const source = `From: a@example.org\nTo: b@example.org\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\noutside\n--b\nContent-Type: application/vnd.ms-outlook; name=x.msg\nContent-Transfer-Encoding: base64\n\n${body}\n--b--\n`;
    const mail = read({ bytes: Buffer.from(source) });
    expect(mail.parts.map((part) => part.id)).toEqual(['1', '2/subject', '2.1']);
    expect(mail.whole).toBe(true);
  });

  test('a file above 7 MB, whose sector table has lists of its own', () => {
    const large = Buffer.alloc(9_000_000, 'words ');
    const mail = read({ bytes: msg({ ...PLAIN, files: [{ '3707001F': 'large.bin', '37010102': large }] }) });
    expect(mail.attachments).toMatchObject([{ name: 'large.bin', size: large.length }]);
    expect(mail.problems.map((problem) => problem.id)).toEqual(['attachment-unread']);
  });

  test('another compound file is no message', () => {
    const doc = burn([
      { name: 'Root Entry', type: 5, length: 0, children: [1] },
      { name: 'WordDocument', type: 2, length: 5000, binaryProvider: () => Buffer.alloc(5000) },
    ]);
    expect(read({ bytes: doc }).problems).toEqual([{ id: 'not-text', detail: 'Outlook/Office' }]);
  });
});

describe('a kept library reads the same out of a .msg', () => {
  test.each([
    ['plain', PLAIN],
    ['long', { properties: { ...PLAIN.properties, '1000001F': 'a long line of words. '.repeat(2000) } }],
    ['with files', { ...PLAIN, files: [{ '3707001F': 'a.bin', '37010102': Buffer.alloc(70_000, 7) }] }],
  ] satisfies [string, Message][])('%s', (_, message) => {
    const bytes = msg(message);
    const theirs = new MsgReader(bytes.slice().buffer).getFileData();
    const ours = read({ bytes });
    expect(textOf(ours, 'subject')).toBe(theirs.subject);
    expect(textOf(ours, '1')?.replaceAll('\n', '')).toBe(theirs.body?.replace(/[\r\n]/g, ''));
    expect(ours.from[0]?.name).toBe(theirs.senderName);
    expect(ours.attachments.map((file) => [file.name, file.size])).toEqual(theirs.attachments?.map((file) => [file.fileName, file.contentLength]));
  });
});

describe('hostile .msg', () => {
  const good = (): Buffer => Buffer.from(msg({ ...PLAIN, files: [{ '3707001F': 'a.bin', '37010102': Buffer.alloc(9000, 7) }, { message: PLAIN }] }));

  test('300 truncations and mutations give a mail and no throw', () => {
    const whole = good();
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let k = 0; k < 300; k++) {
      const bytes = Buffer.from(k % 3 === 0 ? whole.subarray(0, random(whole.length)) : whole);
      if (k % 3 !== 0) for (let n = 0; n < 1 + random(40); n++) bytes[random(k % 3 === 1 ? Math.min(700, bytes.length) : bytes.length)] = random(256);
      const mail = read({ bytes });
      expect(Array.isArray(mail.parts)).toBe(true);
      expect(new Set(mail.parts.map((part) => part.id)).size).toBe(mail.parts.length);
    }
  });

  test.each([
    ['the sector table runs in a circle', (b: Buffer) => b.fill(Buffer.from('00000000', 'hex'), 512, 1024)],
    ['the list of tables runs in a circle', (b: Buffer) => b.writeBigUInt64LE(0xffff_0000_0000n, 68)],
    ['the directory begins nowhere', (b: Buffer) => b.writeUInt32LE(0x7fffffff, 48)],
    ['absurd sector size', (b: Buffer) => b.writeUInt16LE(0xffff, 30)],
  ])('%s', (_, attack) => {
    const bytes = good();
    attack(bytes);
    expect(read({ bytes }).whole).toBe(false);
  });

  test('more entries than COMPOUND_ENTRIES: the attack is a file of directories alone', () => {
    const count = 66_000;
    const children = Array.from({ length: count }, (_, k) => k + 1);
    const entries: Entry[] = [{ name: 'Root Entry', type: 5, length: 0, children }];
    for (const k of children)
      entries.push({ name: k === 1 ? '__properties_version1.0' : `x${k}`, type: 2, length: 0, binaryProvider: () => new Uint8Array(0) });
    const mail = read({ bytes: burn(entries) });
    expect(mail.problems.length).toBeGreaterThan(0);
    expect(mail.whole).toBe(false);
  });

  test('hundreds of attachments that share one stream give no more bytes than the file has', () => {
    const files = Array.from({ length: 300 }, (_, k) => ({
      '3707001F': `f${k}.bin`,
      '37010102': k === 0 ? Buffer.alloc(400_000, 'x') : Buffer.alloc(4096, 'y'),
    }));
    const bytes = Buffer.from(msg({ ...PLAIN, files }));
    // Every directory entry of the data streams is made to point at the first, with its size.
    const name = Buffer.from('__substg1.0_37010102', 'utf16le');
    const places: number[] = [];
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) places.push(at);
    const first = bytes.subarray(places[0] as number, (places[0] as number) + 128);
    for (const at of places) {
      bytes.writeUInt32LE(first.readUInt32LE(116), at + 116);
      bytes.writeUInt32LE(first.readUInt32LE(120), at + 120);
    }
    const mail = read({ bytes });
    expect(places.length).toBe(300);
    expect(mail.attachments.reduce((sum, file) => sum + file.size, 0)).toBeLessThanOrEqual(bytes.length);
    expect(mail.problems.map((problem) => problem.id)).toContain('truncated');
  });
});
