import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Item, Outcome, Read } from './model.js';

/** Messages that a thread is given at once: few enough that no thread waits long for the last one. */
const HANDFUL = 32;

/** Reads all items with as many threads as there are cores; what comes back is in the order of the items, whichever thread was faster. */
export async function readAll(items: readonly Item[], tell: (done: number) => void = () => {}): Promise<Read[]> {
  const found: Outcome[] = [];
  let next = 0;
  let done = 0;
  const thread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./eval-thread.js', import.meta.url));
      const give = (): void => {
        if (next >= items.length) {
          resolve();
          void worker.terminate();
          return;
        }
        const at = next;
        next += HANDFUL;
        worker.postMessage({ at, asks: items.slice(at, next).map(({ bytes, words, answers }) => ({ bytes: Uint8Array.from(bytes), words, answers })) });
      };
      worker.on('message', ({ at, found: some }: { readonly at: number; readonly found: readonly Outcome[] }) => {
        for (const [k, one] of some.entries()) found[at + k] = one;
        done += some.length;
        tell(done);
        give();
      });
      worker.once('error', reject);
      // Behind the last handful this says nothing more; before, a thread that is gone would leave its messages out without a word.
      worker.once('exit', (code) => reject(new Error(`wanted every message read, got a thread that ended with ${code} after ${done} of ${items.length}`)));
      give();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, thread));
  return items.map((item, k) => ({ item, found: found[k] as Outcome }));
}
