import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { ROOT } from '../root.js';
import type { Floor } from './floor.js';
import type { Growth } from './growth.js';
import type { Compared } from './peers/compare.js';
import type { Stages } from './stages.js';
import type { Start } from './start.js';

/** All that one run measured. Milliseconds of CPU, megabytes. */
export type Result = {
  readonly start: Start;
  readonly samples: readonly number[];
  readonly floor: Floor;
  readonly mails: { readonly count: number; readonly letters: number; readonly from: string; readonly digest: string; readonly mean: number };
  /** `early`: the mean while Node still compiles, from the third pass to the ninth; `first`: that of the first pass. */
  readonly perMail: { readonly mean: number; readonly p50: number; readonly p99: number; readonly early: number; readonly first: number };
  readonly stages: Stages;
  readonly perSecond: { readonly one: number; readonly two: number };
  readonly memory: { readonly loaded: number; readonly mails: number; readonly large: number };
  readonly growth: readonly Growth[];
  readonly compared: Compared;
};

/** Keeps a run by its date, with the commit and the machine that it was made on; gives the file's name within the project. */
export function record(result: Result): string {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  const date = new Date().toISOString().slice(0, 10);
  const machine = {
    cores: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    gigabytes: Math.round(totalmem() / 1e9),
    node: process.version,
    os: process.platform,
  };
  const commit = `${git('rev-parse', '--short=12', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ' with changes'}`;
  const file = `bench/results/${date}-speed.json`;
  mkdirSync(`${ROOT}bench/results`, { recursive: true });
  writeFileSync(
    `${ROOT}${file}`,
    `${JSON.stringify({ date, commit, machine, ...result }, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value), 2)}\n`,
  );
  return file;
}
