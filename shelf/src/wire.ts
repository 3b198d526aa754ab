import type { Knowledge } from '@hattari/engine';
import { gunzipSync, gzipSync } from 'fflate';
import { GRAPH, pack, tablesIn, unpack } from './artifact.js';
import { putTogether, takenApart } from './graph-wire.js';

/** First bytes of a squeezed artifact, before it is compressed; the digit is the version of this layout. */
const MAGIC = 'HATTARIWIRE2';

/**
 * An artifact as it travels to a browser: its head as it is, each table of numbers as seven bits a byte, by itself or as the step from
 * the number before, whichever is shorter, and the graph of pieces taken apart; then all of it gzipped, the same bytes on every machine. 8 MB become 2.5 MB.
 * No host needs to compress it again.
 */
export function squeeze(know: Knowledge): Uint8Array {
  const artifact = pack(know);
  const { body, tables } = tablesIn(artifact);
  const pieces: Uint8Array[] = [new TextEncoder().encode(MAGIC), lengths(artifact.length, body), artifact.subarray(0, body)];
  for (const { name, kind, at, length } of tables) {
    const start = body + at;
    if (kind === 'u8') {
      pieces.push(artifact.subarray(start, start + length));
      continue;
    }
    const numbers = numbersAt(kind, artifact.buffer as ArrayBuffer, artifact.byteOffset + start, length);
    if (name !== GRAPH) {
      pieces.push(shorter(numbers));
      continue;
    }
    const { edges, outputs, labels, targets } = takenApart(numbers as Uint16Array);
    pieces.push(lengths(edges.length, labels.length), shorter(edges), shorter(outputs), shorter(labels), shorter(targets));
  }
  return gzipped(joined(pieces));
}

/** Throws on anything that `squeeze` of this version did not write. */
export function unsqueeze(given: Uint8Array): Knowledge {
  const bytes = gunzipped(given);
  if (new TextDecoder().decode(bytes.slice(0, MAGIC.length)) !== MAGIC) throw new Error(`knowledge: wanted bytes that begin with ${MAGIC}, got others`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const body = view.getUint32(MAGIC.length + 4, true);
  const artifact = new Uint8Array(view.getUint32(MAGIC.length, true));
  let at = MAGIC.length + 8 + body;
  artifact.set(bytes.subarray(at - body, at));
  for (const table of tablesIn(artifact).tables) {
    const start = body + table.at;
    if (table.kind === 'u8') {
      artifact.set(bytes.subarray(at, at + table.length), start);
      at += table.length;
    } else if (table.name === GRAPH) {
      const nodes = view.getUint32(at, true);
      const count = view.getUint32(at + 4, true);
      at += 8;
      const apart = { edges: new Int32Array(nodes), outputs: new Int32Array(nodes), labels: new Int32Array(count), targets: new Int32Array(count) };
      for (const numbers of [apart.edges, apart.outputs, apart.labels, apart.targets]) at += readInto(numbers, bytes, at);
      putTogether(apart, numbersAt('u16', artifact.buffer, start, table.length) as Uint16Array);
    } else at += readInto(numbersAt(table.kind, artifact.buffer, start, table.length), bytes, at);
  }
  return unpack(artifact);
}

/** Bytes gzipped so that every machine makes the same of them. */
export function gzipped(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, SAME);
}

/** What was gzipped, whether or not a host has unpacked it on the way. */
export function gunzipped(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** No time of day in the header of the gzip: the same input gives the same bytes. */
const SAME = { level: 9, mtime: 0 } as const;

function numbersAt(kind: 'u16' | 'i32', buffer: ArrayBuffer, at: number, length: number): Int32Array | Uint16Array {
  return kind === 'u16' ? new Uint16Array(buffer, at, length) : new Int32Array(buffer, at, length);
}

function shorter(numbers: Int32Array | Uint16Array): Uint8Array {
  const [plain, steps] = [written(numbers, false), written(numbers, true)] as const;
  return steps.length < plain.length ? steps : plain;
}

/** One byte that says whether steps follow, then the numbers: seven bits a byte, the sign in the lowest bit. */
function written(numbers: Int32Array | Uint16Array, steps: boolean): Uint8Array {
  const out = new Uint8Array(1 + numbers.length * 5);
  out[0] = steps ? 1 : 0;
  let at = 1;
  let last = 0;
  for (const number of numbers) {
    const value = steps ? (number - last) | 0 : number;
    last = number;
    let rest = ((value << 1) ^ (value >> 31)) >>> 0;
    while (rest > 127) {
      out[at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    out[at++] = rest;
  }
  return out.slice(0, at);
}

/** Returns how many bytes were read. */
function readInto(numbers: Int32Array | Uint16Array, bytes: Uint8Array, from: number): number {
  const steps = bytes[from] === 1;
  let at = from + 1;
  let last = 0;
  for (let i = 0; i < numbers.length; i++) {
    let rest = 0;
    let byte = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      byte = bytes[at++] as number;
      rest |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    const value = (rest >>> 1) ^ -(rest & 1);
    last = steps ? (last + value) | 0 : value;
    numbers[i] = last;
  }
  return at - from;
}

function lengths(...numbers: readonly number[]): Uint8Array {
  const out = new Uint8Array(numbers.length * 4);
  numbers.forEach((number, i) => {
    new DataView(out.buffer).setUint32(i * 4, number, true);
  });
  return out;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((n, piece) => n + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
