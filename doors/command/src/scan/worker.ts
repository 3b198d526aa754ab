import { parentPort, workerData } from 'node:worker_threads';
import { type Answers, detect, type Knowledge, type Seen, sketchOf } from '@hattari/engine';
import { unpack } from '@hattari/shelf';
import { lineOf } from '../line.js';
import type { Judging, Result, Work } from './result.js';

/** Judges the messages it is sent, a batch at a time. Tells in `beat` which it is at before it begins. */
const judging = workerData as Judging;
const know = unpack(judging.knowledge);

parentPort?.on('message', (batch: readonly Work[]) => {
  const results = batch.map((work): readonly [number, Result] => {
    Atomics.store(judging.beat, 0, work.index);
    Atomics.add(judging.beat, 1, 1);
    try {
      return [work.index, judge(work, know)];
    } catch {
      return [work.index, { gaveUp: 'cli-unexpected' }];
    }
  });
  parentPort?.postMessage(results);
});

/** Verdicts of which the repeats are counted: letters that did something, or may have. */
const COMPARED: ReadonlySet<string> = new Set(['bluff', 'genuine', 'kin', 'unsure']);

function judge({ file, message, bytes, live, seen }: Work, knowledge: Knowledge): Result {
  const { place, words, now } = judging;
  const detection = detect(
    {
      bytes,
      name: file,
      answers: judging.answers as Answers,
      place,
      words,
      now,
      sender: 'always',
      ...(live === undefined ? {} : { live }),
      ...(seen === undefined ? {} : { seen }),
    },
    knowledge,
  );
  const { mail, evidence, verdict, explanation } = detection;
  const sketch = COMPARED.has(verdict.kind) ? sketchOf(mail) : null;
  let language: string | null = null;
  for (const one of evidence) if (one.kind === 'fact' && one.fact === 'readable') language = one.language;
  return {
    line: judging.json ? JSON.stringify(lineOf({ file, message }, detection, judging.sketch ? sketch : undefined)) : null,
    kind: verdict.kind,
    family: verdict.family,
    language,
    flags: verdict.flags,
    wallets: explanation.wallets.map(({ coin, address }) => ({ coin, address })),
    problems: mail.problems.map((problem) => problem.id),
    sight: countOf(seen ?? []),
    sketch,
  };
}

/** That a picture holds no words is no reason to say that it was left. */
function countOf(seen: readonly Seen[]): { readonly read: number; readonly left: number } {
  const left = seen.filter(({ problems }) => problems.some(({ id }) => id !== 'sight-no-words')).length;
  return { read: seen.length - left, left };
}
