import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ROOT } from '../root.js';
import type { Cell } from './cells.js';
import type { DisguiseCount } from './disguise-count.js';
import type { ClaimCount } from './marks.js';
import type { Read } from './model.js';
import type { Peers } from './peers.js';
import type { WalletCount } from './wallet-count.js';

/** How many messages of a set were read. */
export type SetCount = { readonly set: string; readonly source: string; readonly half: string; readonly messages: number };

/** A dangerous error by its name; of sealed and held-out texts, which nobody looks at, only the set. */
export type Danger = { readonly set: string; readonly name: string | null; readonly label: string; readonly kind: string };

/** All that one run counted. `bench/results/README.md` says what each field is. */
export type Result = {
  readonly schema: 1;
  readonly sets: readonly SetCount[];
  /** SHA-256 of all that was read, names and bytes, first 16 digits: two runs with the same digest read the same. */
  readonly digest: string;
  readonly cells: readonly Cell[];
  readonly labels: readonly Cell[];
  readonly dangers: readonly Danger[];
  readonly wallets: readonly WalletCount[];
  readonly claims: readonly ClaimCount[];
  readonly disguises: readonly DisguiseCount[];
  readonly peers: Peers | null;
};

/** Which run it was. */
export type Run = { readonly date: string; readonly commit: string; readonly versions: Readonly<Record<string, string>> };

export function setsOf(reads: readonly Read[]): SetCount[] {
  const sets = new Map<string, { source: string; half: string; messages: number }>();
  for (const { item } of reads) {
    const one = sets.get(item.set) ?? { source: item.source, half: item.half, messages: 0 };
    one.messages++;
    if (one.half !== item.half) one.half = 'mixed';
    if (one.source !== item.source) one.source = 'mixed';
    sets.set(item.set, one);
  }
  return [...sets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([set, one]) => ({ set, ...one }));
}

export function digestOf(reads: readonly Read[]): string {
  const digest = createHash('sha256');
  for (const { item } of reads) digest.update(`${item.set}\0${item.name}\0${item.bytes.length}\0`).update(item.bytes);
  return digest.digest('hex').slice(0, 16);
}

/** The day (UTC), the commit and whether the tree was changed, and the versions that a figure depends on. */
export function thisRun(): Run {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
  const weights = createHash('sha256')
    .update(readFileSync(`${ROOT}engine/weights/resemblance.bin`))
    .digest('hex')
    .slice(0, 16);
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: `${git('rev-parse', '--short=12', 'HEAD')}${changed ? ' with changes' : ''}`,
    versions: { hattari: version, node: process.version, weights },
  };
}

/** The text of a result: shares to five digits, everything in the order in which it was counted, a line for each row of a table. */
export function textOf(run: Run, result: Result): string {
  const short = (_: string, value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(5)) : value);
  const fields = Object.entries({ ...run, ...result }).map(([name, value]) => {
    const rows =
      Array.isArray(value) && value.length > 0 ? `[\n${value.map((row) => `  ${JSON.stringify(row, short)}`).join(',\n')}\n ]` : JSON.stringify(value, short);
    return ` ${JSON.stringify(name)}: ${rows}`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}

/** Keeps a run by its date; gives the file's name within the project. */
export function record(run: Run, result: Result): string {
  const file = `bench/results/${run.date}.json`;
  mkdirSync(`${ROOT}bench/results`, { recursive: true });
  writeFileSync(`${ROOT}${file}`, textOf(run, result));
  return file;
}
