import { Worker } from 'node:worker_threads';
import type { Problem, Seen, Unseen } from '@hattari/engine';
import { FILES, PATIENCE } from '../limits.js';
import { nameOf } from '../sight.js';
import type { Told } from './serve.js';

/** How sight is watched. `patience`: milliseconds for all files of a message; `progress`: of how many files how much is done, 0 to 100. */
export type Watch = { readonly patience?: number; readonly progress?: (percent: number, file: number, files: number) => void };

/** Megabytes of JavaScript objects in a thread; the memories of its programs are bounded by themselves. */
const HEAP = 512;

/**
 * Reads the files of one message in a thread of its own (`thread`: the script that calls `serve`), which is ended when it is done, when
 * it is stuck, and when it dies. Never rejects: what was not read is a problem of its file.
 */
export function see(files: readonly Unseen[], thread: URL, { patience = PATIENCE, progress }: Watch = {}): Promise<readonly Seen[]> {
  if (files.length === 0) return Promise.resolve([]);
  const looked = files.slice(0, FILES);
  const known = new Map<string, Seen>();
  const done = new Set<string>();
  return new Promise((resolve) => {
    let worker: Worker | null = null;
    let next = 0;
    const end = (problem: (file: Unseen) => Problem): void => {
      clearTimeout(timer);
      void worker?.terminate();
      worker = null;
      resolve(files.map((file) => (done.has(file.part) ? (known.get(file.part) as Seen) : unread(file, known.get(file.part), problem(file)))));
    };
    const broken = (file: Unseen): Problem =>
      looked.includes(file) ? { id: 'sight-broken', detail: nameOf(file) } : { id: 'sight-pages', detail: `${FILES} / ${files.length}` };
    const timer = setTimeout(() => end(() => ({ id: 'sight-time', detail: `${patience / 1000} s` })), patience);
    const give = (): void => {
      const file = looked[next++];
      if (file === undefined) end(broken);
      else {
        // A view would take with it all that it is a view of.
        const bytes = file.bytes.slice();
        worker?.postMessage({ ...file, bytes }, [bytes.buffer]);
      }
    };
    const start = (): void => {
      const one = new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: HEAP }, stdout: true, stderr: true });
      worker = one;
      one.on('message', (told: Told) => {
        if (worker !== one) return;
        if (told.kind === 'progress') progress?.(told.percent, next, looked.length);
        else known.set(told.seen.part, told.seen);
        if (told.kind !== 'done') return;
        done.add(told.seen.part);
        give();
      });
      // One file killed it: the next ones get another thread.
      const died = (): void => {
        if (worker !== one) return;
        if (next >= looked.length) end(broken);
        else start();
      };
      one.on('error', died);
      one.on('exit', died);
      give();
    };
    start();
  });
}

/** What was known of a file when it was left, and why it was left. */
function unread({ part }: Unseen, known: Seen | undefined, problem: Problem): Seen {
  return { part, texts: known?.texts ?? [], problems: [...(known?.problems ?? []), problem] };
}
