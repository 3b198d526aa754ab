import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { detect } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { ROOT } from '../root.js';
import { ask } from './measure.js';

// One thread: reads all mails once, says so, and at the word reads for so long and says how many it read.
const { mails, milliseconds } = workerData as { readonly mails: readonly Uint8Array[]; readonly milliseconds: number };
const know = load(pathToFileURL(`${ROOT}doors/command/dist/shelf/`));
for (const mail of mails) detect(ask(mail), know);
parentPort?.once('message', () => {
  const until = performance.now() + milliseconds;
  let count = 0;
  while (performance.now() < until) detect(ask(mails[count++ % mails.length] as Uint8Array), know);
  parentPort?.postMessage(count);
});
parentPort?.postMessage(0);
