import { parentPort } from 'node:worker_threads';
import type { Unseen } from '@hattari/engine';
import type { Told } from '../see.js';
import { Sight } from '../sight.js';
import { packages } from './packages.js';

/** The whole of a thread of sight: each message that comes in is one file. */
export function serve(): void {
  const port = parentPort;
  if (port === null) throw new Error('wanted a worker thread, got the main one');
  const tell = (told: Told): void => port.postMessage(told);
  const sight = new Sight(packages, (percent) => tell({ kind: 'progress', percent }));
  let before = Promise.resolve();
  port.on('message', (file: Unseen) => {
    before = before.then(async () => tell({ kind: 'done', seen: await sight.look(file, (seen) => tell({ kind: 'so-far', seen })) }));
  });
}
