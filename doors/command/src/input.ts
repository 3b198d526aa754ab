import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { isMbox, MESSAGE_BYTES, splitMbox, type WordId } from '@hattari/engine';

/** One message to be checked: whose file it is, and which of an mbox. */
export type Item = { readonly file: string; readonly message: number | null; readonly bytes: Uint8Array };

/** Why a file gives no message; `id` fills a sentence. */
export type Failure = { readonly file: string; readonly id: Extract<WordId, `cli-${string}`>; readonly slots: Readonly<Record<string, string>> };

/** One byte more than the engine reads, so that it can tell that there was more. */
const LIMIT = MESSAGE_BYTES + 1;

/** The messages of one file, or of standard input (`-`), lazily. Never throws: what cannot be read is a `Failure`. */
export function* itemsOf(file: string): Generator<Item | Failure> {
  let bytes: Uint8Array;
  try {
    bytes = file === '-' ? readAll(0) : readFile(file);
  } catch (cause) {
    yield failureOf(file, cause as NodeJS.ErrnoException);
    return;
  }
  if (!isMbox(bytes)) {
    yield { file, message: null, bytes };
    return;
  }
  let message = 0;
  let held: Uint8Array | null = null;
  for (const one of splitMbox(bytes)) {
    if (held !== null) yield { file, message: message++, bytes: held };
    held = one;
  }
  // The message at the cut is not whole and those behind it are not seen: better told than left out.
  if (bytes.length === LIMIT) yield failureOf(file, Object.assign(new Error(), { code: `EFBIG, mbox > ${MESSAGE_BYTES / 1024 / 1024} MB` }));
  else if (held !== null) yield { file, message, bytes: held };
}

export function failureOf(file: string, cause: NodeJS.ErrnoException): Failure {
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return { file, id: 'cli-no-file', slots: { file } };
  if (cause.code === 'EISDIR') return { file, id: 'cli-is-folder', slots: { file } };
  return { file, id: 'cli-cannot-read', slots: { file, reason: cause.code ?? cause.message } };
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
  let buffer = Buffer.allocUnsafe(64 * 1024);
  let size = 0;
  for (;;) {
    if (size === buffer.length) {
      const larger = Buffer.allocUnsafe(Math.min(LIMIT, buffer.length * 4));
      buffer.copy(larger, 0, 0, size);
      buffer = larger;
    }
    const got = readSome(handle, buffer, size);
    if (got === 0) return new Uint8Array(buffer.buffer, buffer.byteOffset, size);
    size += got;
    if (size >= LIMIT) return new Uint8Array(buffer.buffer, buffer.byteOffset, size);
  }
}

function readSome(handle: number, buffer: Buffer, at: number): number {
  for (;;) {
    try {
      return readSync(handle, buffer, at, buffer.length - at, null);
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      // Standard input may be a non-blocking pipe or terminal: wait a little instead of failing.
      if (code !== 'EAGAIN') throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
