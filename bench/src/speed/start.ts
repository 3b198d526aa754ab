import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { detect, type Knowledge } from '@hattari/engine';
import { ROOT } from '../root.js';
import { samples } from '../samples.js';
import { ask, cpuOf, median } from './measure.js';

const RUNS = 10;

/** Milliseconds (wall) of the program on a letter of 10 KB, beside those of a program that does nothing. */
export type Start = { readonly check: number; readonly nothing: number };

export function startUp(): Start {
  const letter = readFileSync(`${ROOT}samples/en-hacker.eml`, 'utf8');
  const tenKilobytes = `${letter}\n${'An ordinary sentence follows here, and it says nothing. '.repeat(200)}`.slice(0, 10_240);
  const time = (args: readonly string[], input: string): number => {
    const begin = performance.now();
    spawnSync(process.execPath, args, { input });
    return performance.now() - begin;
  };
  const runs = Array.from({ length: RUNS }, () => [time(['-e', '0'], ''), time([`${ROOT}doors/command/bin/hattari.js`, 'check', '-'], tenKilobytes)] as const);
  return { nothing: median(runs.map(([nothing]) => nothing)), check: median(runs.map(([, check]) => check)) };
}

/** Milliseconds of CPU of each message that comes with the project. */
export function samplesOf(know: Knowledge): readonly number[] {
  const mails = samples().map(({ bytes }) => ask(bytes));
  for (const mail of mails) detect(mail, know);
  return mails.map((mail) => cpuOf(RUNS, () => void detect(mail, know)));
}
