import { randomOf } from '../disguise/random.js';
import { attached, fill, join, KB, lines, MB, randomBytes } from '../pieces.js';
import { compound, END, type Entry } from './compound.js';
import type { Hostile } from './model.js';

const ROOT: Entry = { name: 'Root Entry', type: 5, child: 1 };
const BODY = '__substg1.0_1000001F';
const PROPERTIES = '__properties_version1.0';

/** Root, properties and a body, the latter in the sectors behind. */
const letter = (more: Partial<Entry>): Entry[] => [
  ROOT,
  { name: PROPERTIES, type: 2, right: 2, start: 3, size: 4096 },
  { name: BODY, type: 2, start: 11, size: 4096, ...more },
];
const chain = (from: number, count: number): number[] => Array.from({ length: count }, (_, k) => (k === count - 1 ? END : from + k + 1));

const cfb: readonly (readonly [id: string, why: string, bytes: () => Uint8Array])[] = [
  [
    'its table runs in a circle',
    'a chain without an end',
    () => compound({ entries: letter({}), table: Array.from({ length: 120 }, () => 3), data: Buffer.alloc(60 * KB) }),
  ],
  [
    'each sector follows itself',
    'a chain without an end',
    () => compound({ entries: letter({}), table: Array.from({ length: 120 }, (_, k) => k + 2), data: Buffer.alloc(60 * KB) }),
  ],
  ['a stream of 4 GB', 'an array of that size', () => compound({ entries: letter({ size: 0xffffffff }), table: chain(2, 100), data: fill(60 * KB, 'word') })],
  [
    'small streams of 4 GB',
    'an array of that size',
    () => compound({ entries: letter({ size: 4095, start: 0xfffffff0 }), table: chain(2, 100), data: fill(60 * KB, 'word') }),
  ],
  [
    'siblings in a circle',
    'a tree that is none',
    () => compound({ entries: [ROOT, { name: BODY, type: 2, left: 2, right: 2 }, { name: PROPERTIES, type: 2, left: 1, right: 1 }], table: chain(2, 10) }),
  ],
  [
    'a storage that holds itself',
    'a tree that is none',
    () => compound({ entries: [ROOT, { name: '__attach_version1.0_#00000000', type: 1, child: 1 }], table: [] }),
  ],
  [
    'a root that holds itself',
    'a tree that is none',
    () =>
      compound({
        entries: [
          { ...ROOT, child: 0 },
          { name: PROPERTIES, type: 2 },
        ],
        table: [],
      }),
  ],
  [
    'children beyond the directory',
    'read behind the end',
    () =>
      compound({
        entries: [
          { ...ROOT, child: 0x7fffffff },
          { name: PROPERTIES, type: 2, left: 0x7ffffffe },
        ],
        table: [],
      }),
  ],
  [
    'storages 3,000 deep',
    'recursion without a floor',
    () => compound({ entries: [ROOT, ...Array.from({ length: 3000 }, (_, k): Entry => ({ name: '__substg1.0_3701000D', type: 1, child: k + 2 }))], table: [] }),
  ],
  [
    'messages in messages, 500 deep',
    'each attached to the one before',
    () =>
      compound({
        entries: [
          ROOT,
          ...Array.from(
            { length: 1000 },
            (_, k): Entry => ({ name: k % 2 === 0 ? '__attach_version1.0_#00000000' : '__substg1.0_3701000D', type: 1, child: k + 2 }),
          ),
          { name: PROPERTIES, type: 2 },
        ],
        table: [],
      }),
  ],
  [
    '30,000 siblings in one line',
    'a tree as deep as it is wide',
    () =>
      compound({
        entries: [
          ROOT,
          ...Array.from({ length: 30_000 }, (_, k): Entry => ({ name: `__recip_version1.0_#${k.toString(16).padStart(8, '0')}`, type: 1, right: k + 2 })),
          { name: PROPERTIES, type: 2 },
        ],
        table: [],
      }),
  ],
  [
    '90,000 entries of nothing',
    'an object each',
    () =>
      compound({ entries: [ROOT, { name: PROPERTIES, type: 2 }, ...Array.from({ length: 90_000 }, (_, k): Entry => ({ name: `x${k}`, type: 2 }))], table: [] }),
  ],
  [
    '2,000 streams in one place',
    'the same bytes again and again',
    () =>
      compound({
        entries: [
          ROOT,
          { name: PROPERTIES, type: 2, right: 2, start: 502, size: 4096 },
          ...Array.from(
            { length: 2000 },
            (_, k): Entry => ({ name: `__substg1.0_${(0x1000 + k).toString(16)}001F`, type: 2, right: k + 3, start: 502, size: 50_000 }),
          ),
        ],
        table: chain(502, 100),
        data: fill(60 * KB, 'word'),
      }),
  ],
  [
    'a list of tables in a circle',
    'a chain without an end',
    () =>
      compound({
        entries: letter({}),
        table: chain(2, 20),
        header: (head) => {
          head.writeUInt32LE(2, 68);
          head.writeUInt32LE(0xffffff, 72);
        },
        data: Buffer.alloc(20 * KB),
      }),
  ],
  [
    '4 billion tables',
    'an array of that size',
    () => compound({ entries: letter({}), table: chain(2, 20), header: (head) => head.writeUInt32LE(0xffffffff, 44), data: Buffer.alloc(20 * KB) }),
  ],
  [
    'a directory that begins nowhere',
    'read behind the end',
    () => compound({ entries: letter({}), table: [], header: (head) => head.writeUInt32LE(0x7ffffff0, 48) }),
  ],
  ...[0, 1, 31, 64, 0xffff].map((shift): [string, string, () => Uint8Array] => [
    `sectors of 2^${shift} bytes`,
    'a shift beyond what a number holds',
    () => compound({ entries: letter({}), table: chain(2, 20), header: (head) => head.writeUInt16LE(shift, 30), data: Buffer.alloc(20 * KB) }),
  ]),
  ...[0, 16, 0xffff].map((shift): [string, string, () => Uint8Array] => [
    `small sectors of 2^${shift} bytes`,
    'a shift beyond what a number holds',
    () => compound({ entries: letter({ size: 100 }), table: chain(2, 20), header: (head) => head.writeUInt16LE(shift, 32), data: Buffer.alloc(20 * KB) }),
  ]),
  [
    'a cut-off of 4 GB',
    'everything is small',
    () =>
      compound({
        entries: letter({ size: 0x7fffffff }),
        table: chain(2, 20),
        header: (head) => head.writeUInt32LE(0xffffffff, 56),
        data: Buffer.alloc(20 * KB),
      }),
  ],
  [
    'names without an end',
    'length beyond the field',
    () => {
      const bytes = Buffer.from(compound({ entries: letter({}), table: [] }));
      for (let at = 1024; at + 66 < bytes.length; at += 128) bytes.writeUInt16LE(0xffff, at + 64);
      return bytes;
    },
  ],
  ['a header alone', 'cut behind its first sector', () => compound({ entries: letter({}), table: [] }).subarray(0, 512)],
  [
    'random behind the header',
    'no sense at all',
    () => join(compound({ entries: letter({}), table: [] }).subarray(0, 512), randomBytes(randomOf('cfb'), 60 * KB)),
  ],
];

const SIGNATURE = Uint8Array.of(0x78, 0x9f, 0x3e, 0x22, 1, 0);
const u32 = (n: number): Uint8Array => {
  const b = Buffer.alloc(4);
  b.writeUInt32LE(n >>> 0);
  return b;
};
const attribute = (level: number, id: number, bytes: Uint8Array, size = bytes.length): Uint8Array =>
  join(Uint8Array.of(level), u32(id), u32(size), bytes, Uint8Array.of(0, 0));
const tnef = (...attributes: readonly Uint8Array[]): Uint8Array => join(SIGNATURE, ...attributes);
const flood = (count: number, one: Uint8Array): Uint8Array => join(SIGNATURE, Buffer.alloc(count * one.length, one));
const MAPI = 0x00069003;
const BODY_TEXT = 0x0002800c;
const RENDERING = 0x00069002;
const ATTACHED = 0x0006800f;

const tnefs: readonly (readonly [id: string, why: string, bytes: () => Uint8Array])[] = [
  ['an attribute of 4 GB', 'an array of that size', () => tnef(attribute(1, BODY_TEXT, fill(KB, 'word'), 0xffffffff))],
  ['an attribute of -1', 'walks backwards', () => tnef(attribute(1, BODY_TEXT, fill(KB, 'word'), 0x80000000))],
  ['100,000 empty attributes', 'an object each', () => flood(100_000, attribute(1, BODY_TEXT, new Uint8Array(0)))],
  ['95,000 attached files', 'an object each', () => flood(95_000, attribute(2, RENDERING, new Uint8Array(0)))],
  ['4 billion properties', 'a count without bytes', () => tnef(attribute(1, MAPI, join(u32(0xffffffff), fill(KB, 'word'))))],
  ['a property of 4 billion values', 'a count without bytes', () => tnef(attribute(1, MAPI, join(u32(1), u32(0x1000101f), u32(0xffffffff), u32(0xffffffff))))],
  [
    'a string property of 4 GB',
    'an array of that size',
    () => tnef(attribute(1, MAPI, join(u32(1), u32(0x1000001f), u32(1), u32(0xfffffffe), fill(KB, 'word')))),
  ],
  [
    '50,000 properties',
    'an object each',
    () => tnef(attribute(1, MAPI, join(u32(50_000), ...Array.from({ length: 50_000 }, () => join(u32(0x10000003), u32(7)))))),
  ],
  [
    'TNEF in TNEF, 200 deep',
    'each attached to the one before',
    () => {
      let inner: Uint8Array = tnef(attribute(1, BODY_TEXT, fill(100, 'word ')));
      for (let k = 0; k < 200; k++) inner = tnef(attribute(2, RENDERING, new Uint8Array(14)), attribute(2, ATTACHED, inner));
      return inner;
    },
  ],
  ['random behind the signature', 'no sense at all', () => join(SIGNATURE, randomBytes(randomOf('tnef'), 60 * KB))],
  ['level of 255', 'no level at all', () => tnef(attribute(255, BODY_TEXT, fill(KB, 'word')))],
];

const rtfs: readonly (readonly [id: string, why: string, bytes: () => Uint8Array])[] = [
  ['a million braces', 'a stack of groups', () => join('{\\rtf1 ', fill(MB, '{'))],
  ['a million closing braces', 'below the floor', () => join('{\\rtf1 ', fill(MB, '}'), 'words')],
  ['\\bin of 4 GB', 'skips behind the end', () => join('{\\rtf1 \\bin4294967295 words', fill(KB, 'x'), '}')],
  ['\\bin of -1', 'walks backwards', () => join('{\\rtf1 ', fill(200 * KB, '\\bin-1 '), '}')],
  ['a control word of 1 MB', 'a name without an end', () => join('{\\rtf1 \\', fill(MB, 'a'), ' words}')],
  ['a number of 1 MB', 'digits without an end', () => join('{\\rtf1 \\fs', fill(MB, '9'), ' words}')],
  ['a flood of \\u', 'letters by number', () => join('{\\rtf1\\uc1 ', fill(MB, "\\u-10179?\\'e9"), '}')],
  ['\\uc of a million', 'letters to be passed over', () => join('{\\rtf1\\uc1000000 ', fill(MB, '\\u97?'), '}')],
  [
    '100,000 fonts',
    'a table without an end',
    () =>
      join(
        '{\\rtf1{\\fonttbl',
        lines(100_000, (k) => `{\\f${k}\\fcharset128 a;}`),
        '}',
        fill(MB, '\\f99999 a'),
        '}',
      ),
  ],
  ['HTML in RTF, each tag a group', 'two parsers', () => join('{\\rtf1\\ansi\\fromhtml1 ', fill(MB, '{\\*\\htmltag64 <p>}words'), '}')],
  ['fields in fields', 'instructions that nest', () => join('{\\rtf1 ', fill(500 * KB, '{\\field{\\*\\fldinst HYPERLINK "a"}{\\fldrslt '), '}')],
];

/** LZFu (MS-OXRTFCP) that says "again" for as long as it has bytes. */
function again(size: number, claimed: number): Uint8Array {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(size + 12);
  head.writeUInt32LE(claimed >>> 0, 4);
  head.write('LZFu', 8);
  return join(head, Buffer.alloc(size, Buffer.from([0xff, 0x00, 0x0f, 0x00, 0x0f, 0x00, 0x0f, 0x00, 0x0f, 0x00, 0x0f, 0x00, 0x0f, 0x00, 0x0f, 0x00, 0x0f])));
}
const packedRtf = (size: number, claimed: number): Uint8Array =>
  tnef(
    attribute(
      1,
      MAPI,
      (() => {
        const bytes = again(size, claimed);
        return join(u32(1), u32(0x10090102), u32(1), u32(bytes.length), bytes);
      })(),
    ),
  );

const p7m = (bytes: Uint8Array): Uint8Array => attached('smime.p7m', 'application/pkcs7-mime', bytes);
/** SignedData's beginning (RFC 5652), all lengths left open. */
const SIGNED = Buffer.from('308006092a864886f70d010702a0803080020101310030800609 2a864886f70d010701a080'.replaceAll(' ', ''), 'hex');

/** What Outlook and S/MIME write, made to lie about its sizes or to run in circles. */
export const OUTLOOK: readonly Hostile[] = [
  ...cfb.map(([id, why, bytes]): Hostile => ({ id: `.msg: ${id}`, why, bytes })),
  ...cfb
    .slice(0, 8)
    .map(([id, why, bytes]): Hostile => ({ id: `attached .msg: ${id}`, why, bytes: () => attached('letter.msg', 'application/vnd.ms-outlook', bytes()) })),
  ...tnefs.map(([id, why, bytes]): Hostile => ({ id: `winmail.dat: ${id}`, why, bytes })),
  ...tnefs.map(
    ([id, why, bytes]): Hostile => ({ id: `attached winmail.dat: ${id}`, why, bytes: () => attached('winmail.dat', 'application/ms-tnef', bytes()) }),
  ),
  ...rtfs.map(([id, why, bytes]): Hostile => ({ id: `RTF: ${id}`, why, bytes: () => attached('letter.rtf', 'application/rtf', bytes()) })),
  { id: 'packed RTF that says again, 1 MB', why: 'bytes out of nothing', bytes: () => packedRtf(MB, 0xffffffff) },
  { id: 'packed RTF that claims nothing', why: 'a size that lies', bytes: () => packedRtf(MB, 0) },
  { id: 'packed RTF, 60 MB', why: 'bytes out of nothing', bytes: () => packedRtf(60 * MB, 0xffffffff), large: true },
  {
    id: 'S/MIME: lengths left open, 100,000 deep',
    why: 'recursion without a floor',
    bytes: () => p7m(join(SIGNED, Buffer.alloc(200_000, Buffer.from([0x24, 0x80])))),
  },
  {
    id: 'S/MIME: OCTET STRINGs of nothing',
    why: 'pieces without bytes',
    bytes: () => p7m(join(SIGNED, Buffer.from([0x24, 0x80]), Buffer.alloc(MB, Buffer.from([4, 0])))),
  },
  { id: 'S/MIME: a length of 4 GB', why: 'an array of that size', bytes: () => p7m(join(SIGNED, Buffer.from('0484ffffffff', 'hex'), fill(KB, 'word'))) },
  { id: 'S/MIME: a length of 127 bytes', why: 'a number beyond numbers', bytes: () => p7m(join(SIGNED, Uint8Array.of(4, 0xff), Buffer.alloc(200, 0xff))) },
  { id: 'S/MIME: a tag without an end', why: 'a number beyond numbers', bytes: () => p7m(join(SIGNED, Uint8Array.of(0x3f), Buffer.alloc(MB, 0xff))) },
  { id: 'S/MIME: random', why: 'no sense at all', bytes: () => p7m(randomBytes(randomOf('p7m'), 60 * KB)) },
];
