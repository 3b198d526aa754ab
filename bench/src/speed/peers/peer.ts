import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** What a filter says of a mail: its score, where it calls it spam, and its rules that fired (with their points where it tells them). */
export type PeerAnswer = { readonly score: number; readonly rules: Readonly<Record<string, number>> };

/** A filter that runs as a daemon of our own on a free loopback port, with settings of its own. */
export type Peer = {
  readonly name: string;
  readonly version: string;
  readonly note: string;
  readonly check: (mail: Uint8Array) => Promise<void>;
  readonly answer: (mail: Uint8Array) => Promise<PeerAnswer>;
  /** Milliseconds of CPU that its processes have used so far. */
  readonly cpu: () => number;
  /** Megabytes resident, all its processes (memory that they share is counted in each). */
  readonly resident: () => number;
  readonly end: () => Promise<void>;
};

/** Where a program stands, or null. Daemons are in folders that not everybody has on the path. */
export function programAt(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin', '/usr/bin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** Tries until it works, for so many seconds. */
export async function patiently(seconds: number, work: () => Promise<void>): Promise<void> {
  for (let k = 0; ; k++) {
    try {
      await work();
      return;
    } catch (cause) {
      if (k >= seconds * 4) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** Waits until a daemon is done with what it does at its start (compiling its patterns): one second without CPU. */
export async function atRest(cpu: () => number): Promise<void> {
  let before = cpu();
  for (let still = 0, k = 0; still < 2 && k < 120; k++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = cpu();
    still = now - before < 20 ? still + 1 : 0;
    before = now;
  }
}
