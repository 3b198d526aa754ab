import type { Problem, Seen, Unseen } from '@hattari/engine';
import { FILES, PATIENCE } from './limits.js';
import { nameOf } from './name.js';

/** What a thread of sight tells: how far it is, what it knows so far of a file, and that a file is done. */
export type Told =
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'so-far'; readonly seen: Seen }
  | { readonly kind: 'done'; readonly seen: Seen };

/** A thread or worker that reads one file after the other. */
export type Thread = { readonly give: (file: Unseen) => void; readonly end: () => void };

/** Starts one. It says what it is told, and that it died; `rests` and `goes`: its time does not count while it waits for its own parts. */
export type Begin = (on: { readonly told: (told: Told) => void; readonly died: () => void; readonly rests: () => void; readonly goes: () => void }) => Thread;

/** How sight is watched. `patience`: milliseconds for all files of a message; `progress`: of how many files how much is done, 0 to 100. */
export type Watch = {
  readonly patience?: number;
  readonly progress?: ((percent: number, file: number, files: number) => void) | undefined;
  /** Ends it at once; what was read by then is given. */
  readonly signal?: AbortSignal;
};

/**
 * Reads the files of one message in a thread of its own, which is ended when it is done, when it is stuck, and when it dies. Never
 * rejects: what was not read is a problem of its file.
 */
export function seeWith(begin: Begin, files: readonly Unseen[], { patience = PATIENCE, progress, signal }: Watch = {}): Promise<readonly Seen[]> {
  if (files.length === 0) return Promise.resolve([]);
  const looked = files.slice(0, FILES);
  const known = new Map<string, Seen>();
  const done = new Set<string>();
  return new Promise((resolve) => {
    let thread: Thread | null = null;
    let next = 0;
    const end = (problem: (file: Unseen) => Problem): void => {
      clock.rests();
      thread?.end();
      thread = null;
      resolve(files.map((file) => (done.has(file.part) ? (known.get(file.part) as Seen) : unread(file, known.get(file.part), problem(file)))));
    };
    const broken = (file: Unseen): Problem =>
      looked.includes(file) ? { id: 'sight-broken', detail: nameOf(file) } : { id: 'sight-pages', detail: `${FILES} / ${files.length}` };
    const late = (): void => end(() => ({ id: 'sight-time', detail: `${patience / 1000} s` }));
    const clock = clockOf(patience, late);
    signal?.addEventListener('abort', late, { once: true });
    const give = (): void => {
      const file = looked[next++];
      if (file === undefined) end(broken);
      else thread?.give(file);
    };
    const start = (): void => {
      clock.goes();
      const one: Thread = begin({
        told: (told) => {
          if (thread !== one) return;
          if (told.kind === 'progress') progress?.(told.percent, next, looked.length);
          else known.set(told.seen.part, told.seen);
          if (told.kind !== 'done') return;
          done.add(told.seen.part);
          give();
        },
        // One file killed it: the next ones get another thread.
        died: () => {
          if (thread !== one) return;
          one.end();
          if (next >= looked.length) end(broken);
          else start();
        },
        rests: () => thread === one && clock.rests(),
        goes: () => thread === one && clock.goes(),
      });
      thread = one;
      give();
    };
    start();
  });
}

/** Runs out after so many milliseconds in which it went. */
function clockOf(patience: number, out: () => void): { readonly goes: () => void; readonly rests: () => void } {
  let left = patience;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    goes: () => {
      if (timer !== null) return;
      since = performance.now();
      timer = setTimeout(out, left);
    },
    rests: () => {
      if (timer === null) return;
      clearTimeout(timer);
      timer = null;
      left = Math.max(0, left - (performance.now() - since));
    },
  };
}

/** What was known of a file when it was left, and why it was left. */
function unread({ part }: Unseen, known: Seen | undefined, problem: Problem): Seen {
  return { part, texts: known?.texts ?? [], problems: [...(known?.problems ?? []), problem] };
}
