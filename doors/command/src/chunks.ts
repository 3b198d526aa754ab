import { closeSync, constants, createReadStream, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Stop } from './stop.js';

/** Bytes asked of a file at a time. */
const CHUNK = 256 * 1024;
/** Bytes of a stream that wait for whoever reads it. */
const WAITING = 1024 * 1024;

/** What reads: when it must stop, and how many bytes it took from files so far. */
export type Reading = { readonly stop: Stop; bytes: number };

/**
 * The bytes of a file, a pipe, a device, or standard input (`-`), in chunks; a chunk may be overwritten when the next is asked
 * for. Ends early when told to stop. Throws what the system throws.
 */
export async function* chunksOf(path: string | Buffer, reading: Reading): AsyncGenerator<Uint8Array> {
  if (path === '-') {
    yield* streamed(process.stdin, reading);
    return;
  }
  const stat = statSync(path);
  if (stat.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  if (stat.isFile()) yield* ofFile(path, reading);
  // A pipe nobody writes to yet would block a thread for ever, and the end of the program with it.
  else if (stat.isFIFO() && process.platform !== 'win32')
    yield* streamed(new Socket({ fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK), readable: true, writable: false }), reading);
  else yield* streamed(createReadStream(path), reading);
}

async function* ofFile(path: string | Buffer, reading: Reading): AsyncGenerator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    // Files of /proc say that they are empty.
    const buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK, Math.max(4096, fstatSync(file).size + 1)));
    while (!reading.stop.asked) {
      const got = readSync(file, buffer, 0, buffer.length, null);
      reading.bytes += got;
      if (got > 0) yield buffer.subarray(0, got);
      // A short read of a plain file is its end, but for one that is being written: asking again is cheap.
      if (got === 0) return;
      if (got === buffer.length) await setImmediate();
    }
  } finally {
    closeSync(file);
  }
}

async function* streamed(stream: Readable, reading: Reading): AsyncGenerator<Uint8Array> {
  if (stream.destroyed || stream.readableEnded) return;
  const queue: Uint8Array[] = [];
  let held = 0;
  let ended = false;
  let fault: unknown = null;
  let wake = (): void => {};
  const end = (): void => {
    ended = true;
    wake();
  };
  stream.on('data', (chunk: Buffer) => {
    queue.push(chunk);
    held += chunk.length;
    if (held > WAITING) stream.pause();
    wake();
  });
  stream.on('end', end);
  stream.on('close', end);
  stream.on('error', (error) => {
    fault = error;
    end();
  });
  const forget = reading.stop.on(end);
  try {
    while (!reading.stop.asked) {
      for (let chunk = queue.shift(); chunk !== undefined; chunk = queue.shift()) {
        held -= chunk.length;
        reading.bytes += chunk.length;
        yield chunk;
      }
      if (fault !== null) throw fault;
      if (ended) return;
      stream.resume();
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    forget();
    stream.destroy();
  }
}
