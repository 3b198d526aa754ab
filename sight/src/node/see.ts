import { Worker } from 'node:worker_threads';
import type { Seen, Unseen } from '@hattari/engine';
import { type Begin, seeWith, type Told, type Watch } from '../see.js';

/** Megabytes of JavaScript objects in a thread; the memories of its programs are bounded by themselves. */
const HEAP = 512;

/** Reads the files of one message in a thread of Node (`thread`: the script that calls `serve`). Never rejects. */
export function see(files: readonly Unseen[], thread: URL, watch: Watch = {}): Promise<readonly Seen[]> {
  return seeWith(inThread(thread), files, watch);
}

function inThread(thread: URL): Begin {
  return ({ told, died }) => {
    const worker = new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: HEAP }, stdout: true, stderr: true });
    worker.on('message', (one: Told) => told(one));
    worker.on('error', died);
    worker.on('exit', died);
    return {
      give: (file) => {
        // A view would take with it all that it is a view of.
        const bytes = file.bytes.slice();
        worker.postMessage({ ...file, bytes }, [bytes.buffer]);
      },
      end: () => void worker.terminate(),
    };
  };
}
