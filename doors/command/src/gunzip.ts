import { setImmediate } from 'node:timers/promises';
import { createGunzip, type Gunzip } from 'node:zlib';

/** Compressed bytes unpacked at a time: at 1:1032, the most that deflate can do, 16 MB wait at once. */
const SLICE = 16 * 1024;
/** Bytes that come out at a time; as many are lost at most where the file turns out to be damaged. */
const OUT = 4 * 1024;

/** What a gzip may unpack to: as much as `free` bytes, or `ratio` times its size. Mail shrinks to a third; a bomb to a thousandth. */
export type Bound = { readonly free: number; readonly ratio: number };
const BOUND: Bound = { free: 1024 * 1024 * 1024, ratio: 200 };

/** Code of the error of a gzip that unpacks to more than `Bound` allows. */
export const BOMB = 'EBOMB';

/** Unpacks what begins as a gzip, by its first bytes; the rest goes through as it is. Throws behind what could be unpacked. */
export async function* gunzipped(chunks: AsyncGenerator<Uint8Array>, bound: Bound = BOUND): AsyncGenerator<Uint8Array> {
  try {
    let head: Uint8Array = new Uint8Array(0);
    while (head.length < MAGIC.length) {
      const { value, done } = await chunks.next();
      if (done) break;
      head = head.length === 0 && value.length >= MAGIC.length ? value : Buffer.concat([head, value]);
    }
    if (MAGIC.every((byte, i) => head[i] === byte)) yield* unpacked(head, chunks, bound);
    else {
      if (head.length > 0) yield head;
      yield* chunks;
    }
  } finally {
    await chunks.return(undefined);
  }
}

const MAGIC = [0x1f, 0x8b, 8];

async function* unpacked(head: Uint8Array, rest: AsyncGenerator<Uint8Array>, bound: Bound): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: OUT });
  const out = new Output(gunzip);
  let taken = 0;
  let given = 0;
  try {
    for (let chunk: Uint8Array = head; ; ) {
      for (let at = 0; at < chunk.length && !out.ended; at += SLICE) {
        const slice = chunk.subarray(at, at + SLICE);
        taken += slice.length;
        await out.write(slice);
        for (const bytes of out.take()) {
          given += bytes.length;
          yield bytes;
        }
        if (given > Math.max(bound.free, taken * bound.ratio)) throw Object.assign(new Error('bomb'), { code: BOMB });
      }
      if (out.ended) break;
      const { value, done } = await rest.next();
      if (done) break;
      chunk = value;
    }
    await out.end();
    yield* out.take();
    if (out.fault !== null) throw out.fault;
  } finally {
    gunzip.destroy();
  }
}

/** What came out of the stream, and whether it ended; its own buffer is lost when it fails. */
class Output {
  ended = false;
  fault: Error | null = null;
  private queue: Uint8Array[] = [];
  private wake = (): void => {};

  constructor(private readonly gunzip: Gunzip) {
    gunzip.on('data', (bytes: Buffer) => this.queue.push(bytes));
    gunzip.on('error', (error) => {
      this.fault = error;
      this.close();
    });
    gunzip.on('end', () => this.close());
    gunzip.on('close', () => this.close());
  }

  take(): Uint8Array[] {
    const taken = this.queue;
    this.queue = [];
    return taken;
  }

  /** Resolves when all that the bytes unpack to has come out: behind the end of a gzip no callback does. */
  async write(bytes: Uint8Array): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      this.gunzip.write(bytes, () => resolve());
    });
    await setImmediate();
  }

  async end(): Promise<void> {
    if (this.ended) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      this.gunzip.end();
    });
  }

  private close(): void {
    this.ended = true;
    this.wake();
  }
}
