import { Worker } from 'node:worker_threads';
import type { Ask, Detection } from '@hattari/engine';

/** From this size on a message is read in a worker: should it need more memory than there is, only the worker dies. */
export const LARGE_BYTES = 1024 * 1024;
export const WORKER_MEGABYTES = 2048;
/** Milliseconds; ten times what the largest message that is read takes. */
const PATIENCE = 120_000;

/** Reads one large message in a worker of bounded memory and time. Rejects if the worker dies. */
export function detectLarge(ask: Ask): Promise<Detection> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: ask, resourceLimits: { maxOldGenerationSizeMb: WORKER_MEGABYTES } });
    const timer = setTimeout(() => {
      reject(new Error('time'));
      void worker.terminate();
    }, PATIENCE);
    worker.once('message', (detection: Detection) => resolve(detection));
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('exit'));
    });
  });
}
