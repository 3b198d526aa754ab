import { parentPort } from 'node:worker_threads';
import type { Seen, Unseen } from '@hattari/engine';
import { Sight } from '../sight.js';
import { packages } from './packages.js';

/** What a thread of sight tells: how far it is, what it knows so far of a file, and that a file is done. */
export type Told =
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'so-far'; readonly seen: Seen }
  | { readonly kind: 'done'; readonly seen: Seen };

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
