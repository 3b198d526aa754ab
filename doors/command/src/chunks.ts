import { closeSync, constants, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { Stop } from './stop.js';

/** Bytes asked of a file at a time. */
const CHUNK = 256 * 1024;
/** Bytes of a stream that wait for whoever reads it. */
const WAITING = 1024 * 1024;

/** What reads, one file at a time: when it must stop, how many bytes it took so far, and what it reads files into. */
export class Reading {
  bytes = 0;
  readonly buffer = Buffer.allocUnsafeSlow(CHUNK);

  constructor(readonly stop: Stop = new Stop()) {}
}

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
    const { buffer } = reading;
    while (!reading.stop.asked) {
      const got = readSync(file, buffer, 0, buffer.length, null);
      reading.bytes += got;
      if (got > 0) yield buffer.subarray(0, got);
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
