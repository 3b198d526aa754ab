import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { beginsAsMbox, filesToSee, MboxSplitter, MESSAGE_BYTES, type WordId } from '@hattari/engine';
import { chunksOf, type Reading } from './chunks.js';
import { BOMB, gunzipped } from './gunzip.js';
import { isNoMessage, LOOKED_AT } from './no-message.js';

/** A file as it was named, and where it is: a path that is no UTF-8 is bytes. `-` is standard input. */
export type Source = {
  readonly file: string;
  readonly path: string | Buffer;
  /** Found in a folder, not named: what is surely no message is passed over. */
  readonly walked: boolean;
  /** Where the file is now if it is no longer at `path`; a Maildir renames. */
  readonly moved?: () => Buffer | null;
};

/** One message to be checked: whose file it is, and which of an mbox. */
export type Item = { readonly file: string; readonly message: number | null; readonly bytes: Uint8Array };

/** Why a file gives no message, or not all it holds; `id` fills a sentence. */
export type Failure = {
  readonly file: string;
  readonly message?: number | null;
  readonly id: Extract<WordId, `cli-${string}`>;
  readonly slots: Readonly<Record<string, string>>;
};

/** A file that was passed over, and why. */
export type Skipped = { readonly file: string; readonly skipped: 'hidden' | 'no-message' };

type Extra = { readonly bytes?: AsyncGenerator<Uint8Array>; readonly seeing?: boolean };

/** One byte more than the engine reads, so that it can tell that there was more. */
const LIMIT = MESSAGE_BYTES + 1;

/** The messages of one file, lazily: an mbox or a message, gzipped or not; `bytes`: where the file was read already; `seeing`: pictures are messages too. Never throws: what cannot be read is a `Failure`. */
export async function* itemsOf(source: Source, reading: Reading, { bytes, seeing = false }: Extra = {}): AsyncGenerator<Item | Failure | Skipped> {
  const { file } = source;
  const splitter = new MboxSplitter();
  const head = new Gathered();
  let mbox: boolean | null = null;
  let message = 0;
  let failure: Failure | null = null;
  let looked = 0;
  try {
    for await (const chunk of gunzipped(bytes ?? opened(source, reading))) {
      if (mbox === true) {
        for (const { bytes } of splitter.push(chunk)) yield { file, message: message++, bytes };
        continue;
      }
      head.add(chunk);
      if (mbox === null && head.length >= looked * 2) {
        looked = head.length;
        mbox = beginsAsMbox(head.bytes(), false);
        if (mbox === true) for (const { bytes } of splitter.push(head.take())) yield { file, message: message++, bytes };
        else if (source.walked && !seeing && head.length >= LOOKED_AT && isNoMessage(head.bytes())) break;
      }
      if (head.length >= LIMIT) break;
    }
  } catch (cause) {
    failure = failureOf(file, cause as NodeJS.ErrnoException);
  }
  // What was being read when it had to stop is not whole: it is read again by whoever goes on.
  if (reading.stop.asked) return;
  if (mbox === null && beginsAsMbox(head.bytes(), true) === true) {
    mbox = true;
    for (const { bytes } of splitter.push(head.take())) yield { file, message: message++, bytes };
  }
  if (mbox === true) for (const { bytes } of splitter.end()) yield { file, message: message++, bytes };
  else if (source.walked && failure === null && isNoMessage(head.bytes()) && !(seeing && filesToSee({ bytes: head.bytes() }).length > 0))
    yield { file, skipped: 'no-message' };
  else if (failure === null || head.length > 0) yield { file, message: null, bytes: head.take() };
  if (failure !== null) yield failure;
}

async function* opened(source: Source, reading: Reading): AsyncGenerator<Uint8Array> {
  try {
    yield* chunksOf(source.path, reading);
  } catch (cause) {
    const other = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? source.moved?.() : undefined;
    if (other === undefined || other === null) throw cause;
    yield* chunksOf(other, reading);
  }
}

/** Bytes gathered in a buffer that doubles, up to the limit. */
class Gathered {
  length = 0;
  private buffer = new Uint8Array(0);

  add(chunk: Uint8Array): void {
    const n = Math.min(chunk.length, LIMIT - this.length);
    if (this.length + n > this.buffer.length) {
      const larger = new Uint8Array(Math.min(LIMIT, Math.max(this.length + n, this.buffer.length * 2)));
      larger.set(this.bytes());
      this.buffer = larger;
    }
    this.buffer.set(chunk.subarray(0, n), this.length);
    this.length += n;
  }

  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  take(): Uint8Array {
    const bytes = this.bytes();
    this.buffer = new Uint8Array(0);
    this.length = 0;
    return bytes;
  }
}

export function failureOf(file: string, cause: NodeJS.ErrnoException): Failure {
  const code = cause.code ?? cause.message;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { file, id: 'cli-no-file', slots: { file } };
  if (code === 'EISDIR') return { file, id: 'cli-is-folder', slots: { file } };
  if (code === BOMB) return { file, id: 'cli-gzip-bomb', slots: { file } };
  if (code.startsWith('Z_')) return { file, id: 'cli-broken-gzip', slots: { file } };
  return { file, id: 'cli-cannot-read', slots: { file, reason: code } };
}

export function readFile(file: string): Uint8Array {
  const handle = openSync(file, 'r');
  try {
    if (fstatSync(handle).isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    return readAll(handle);
  } finally {
    closeSync(handle);
  }
}

/** Reads until the end or the limit: a device or a pipe without an end must not fill the memory. */
export function readAll(handle: number): Uint8Array {
  const gathered = new Gathered();
  const buffer = Buffer.allocUnsafe(64 * 1024);
  for (;;) {
    const got = readSome(handle, buffer);
    gathered.add(buffer.subarray(0, got));
    if (got === 0 || gathered.length >= LIMIT) return gathered.take();
  }
}

function readSome(handle: number, buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(handle, buffer, 0, buffer.length, null);
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      // Standard input may be a non-blocking pipe or terminal: wait a little instead of failing.
      if (code !== 'EAGAIN') throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
