import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { type Answers, detect } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { ROOT } from '../root.js';
import { outcomeOf } from './outcome.js';

// One thread: reads each handful it is given and answers in the same order.
const know = load(pathToFileURL(`${ROOT}doors/command/dist/shelf/`));
type Handful = { readonly at: number; readonly asks: readonly { readonly bytes: Uint8Array; readonly words: string; readonly answers: Answers }[] };
parentPort?.on('message', ({ at, asks }: Handful) => {
  const place = (words: string): string => ({ ja: 'JP', ko: 'KR' })[words] ?? 'US';
  const found = asks.map(({ bytes, words, answers }) => outcomeOf(detect({ bytes, answers, place: place(words), words, now: 0 }, know)));
  parentPort?.postMessage({ at, found });
});
