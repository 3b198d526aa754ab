import { type Knowledge, type Phrases, PieceGraph, type Resemblance, Trie } from '@hattari/engine';

/** First bytes of an artifact; the digit is the version of its layout. */
const MAGIC = 'HATTARI10';

/** The table that holds the graph of pieces. */
export const GRAPH = 'pieces';

type Table = Int32Array | Uint16Array | Uint8Array;
type Place = { readonly name: string; readonly kind: 'i32' | 'u16' | 'u8'; readonly at: number; readonly length: number };
type Head = { readonly tables: readonly Place[]; readonly phrases: number; readonly rest: Rest };
type Rest = Omit<Knowledge, 'phrases' | 'sectionOf' | 'commonBits' | 'resemblance'> & { readonly resemblance: Omit<Resemblance, 'weights'> | null };

/** Knowledge to bytes: a JSON head, then its tables as they lie in memory (little-endian), each at a multiple of four. */
export function pack(know: Knowledge): Uint8Array {
  const { phrases, sectionOf, commonBits, resemblance, ...others } = know;
  const rest: Rest = { ...others, resemblance: resemblance === null ? null : numbersOf(resemblance) };
  const tables: [string, Table][] = [
    ['sectionOf', sectionOf],
    ['commonBits', commonBits],
    ['weights', bytesOf(resemblance?.weights ?? new Int8Array(0))],
    ['words.first', phrases.words.first],
    ['words.label', phrases.words.label],
    [GRAPH, phrases.pieces.table],
    ...(['wordClass', 'stemClass', 'also', 'out', 'usePhrase', 'useGap', 'useLast'] as const).map((name): [string, Table] => [name, phrases[name]]),
  ];
  const places: Place[] = [];
  let at = 0;
  for (const [name, table] of tables) {
    places.push({ name, kind: table instanceof Uint8Array ? 'u8' : table instanceof Uint16Array ? 'u16' : 'i32', at, length: table.length });
    at += Math.ceil(table.byteLength / 4) * 4;
  }
  const head = new TextEncoder().encode(JSON.stringify({ tables: places, phrases: phrases.phrases, rest } satisfies Head));
  const start = bodyAt(head.length);
  const bytes = new Uint8Array(start + at);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, head.length, true);
  bytes.set(head, MAGIC.length + 4);
  tables.forEach(([, table], i) => {
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), start + (places[i] as Place).at);
  });
  return bytes;
}

/** Where the body of an artifact begins, and the tables in it: `at` from there, `length` in numbers. */
export function tablesIn(bytes: Uint8Array): { readonly body: number; readonly tables: readonly Place[] } {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.slice(MAGIC.length + 4, MAGIC.length + 4 + size))) as Head;
  return { body: bodyAt(size), tables: head.tables };
}

/** Bytes back to knowledge; the tables are views upon them, also where threads share them. Throws on anything that `pack` of this version did not write. */
export function unpack(given: Uint8Array): Knowledge {
  if (new TextDecoder().decode(given.slice(0, MAGIC.length)) !== MAGIC) throw new Error(`knowledge: wanted a file that begins with ${MAGIC}, got another one`);
  // Views of four bytes want an aligned start, which a slice of a pooled buffer may not have.
  const bytes = given.byteOffset % 4 === 0 ? given : Uint8Array.from(given);
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  // A copy: TextDecoder takes no shared memory in a browser.
  const head = JSON.parse(new TextDecoder().decode(bytes.slice(MAGIC.length + 4, MAGIC.length + 4 + size))) as Head;
  const start = bytes.byteOffset + bodyAt(size);
  const table = new Map<string, Table>();
  for (const { name, kind, at, length } of head.tables) {
    table.set(name, viewOf(kind, bytes.buffer, start + at, length));
  }
  const i32 = (name: string): Int32Array => table.get(name) as Int32Array;
  const u16 = (name: string): Uint16Array => table.get(name) as Uint16Array;
  const u8 = (name: string): Uint8Array => table.get(name) as Uint8Array;
  const phrases: Phrases = {
    words: new Trie(i32('words.first'), u16('words.label')),
    wordClass: i32('wordClass'),
    stemClass: i32('stemClass'),
    pieces: new PieceGraph(u16(GRAPH)),
    also: i32('also'),
    out: u16('out'),
    usePhrase: i32('usePhrase'),
    useGap: i32('useGap'),
    useLast: u8('useLast'),
    phrases: head.phrases,
  };
  const weights = u8('weights');
  const resemblance =
    head.rest.resemblance === null ? null : { ...head.rest.resemblance, weights: new Int8Array(weights.buffer, weights.byteOffset, weights.length) };
  return { ...head.rest, phrases, sectionOf: i32('sectionOf'), commonBits: i32('commonBits'), resemblance };
}

function numbersOf({ weights: _, ...numbers }: Resemblance): Omit<Resemblance, 'weights'> {
  return numbers;
}

function bytesOf({ buffer, byteOffset, byteLength }: Int8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function viewOf(kind: Place['kind'], buffer: ArrayBufferLike, at: number, length: number): Table {
  switch (kind) {
    case 'i32':
      return new Int32Array(buffer, at, length);
    case 'u16':
      return new Uint16Array(buffer, at, length);
    case 'u8':
      return new Uint8Array(buffer, at, length);
    default:
      return kind satisfies never;
  }
}

function bodyAt(head: number): number {
  return Math.ceil((MAGIC.length + 4 + head) / 4) * 4;
}
