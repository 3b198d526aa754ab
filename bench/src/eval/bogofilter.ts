import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomOf } from '../disguise/random.js';
import { programAt } from '../speed/peers/peer.js';

/** One mail to learn from and to be tried on: near-copies share a group and stay in one half. */
export type Lesson = { readonly mail: Uint8Array; readonly group: string; readonly bluff: boolean };

/** Which half a group is in; drawn from its name alone. */
export function halfOf(group: string): 0 | 1 {
  return randomOf(`bogofilter ${group}`)() < 0.5 ? 0 : 1;
}

/** Of each mail the chance (0 to 1) by a bogofilter that learnt from the other half only: bluffs against all else. Null if it is not installed. */
export function bogofilterOn(lessons: readonly Lesson[]): { readonly version: string; readonly chances: readonly number[] } | null {
  const program = programAt('bogofilter');
  if (program === null) return null;
  const home = mkdtempSync(join(tmpdir(), 'hattari-bogofilter-'));
  try {
    const paths = lessons.map(({ mail }, k) => {
      const path = join(home, `${k}.eml`);
      writeFileSync(path, mail);
      return path;
    });
    const chances: number[] = [];
    for (const half of [0, 1] as const) {
      const words = join(home, `words-${half}`);
      mkdirSync(words);
      const inHalf = (is: 0 | 1, bluff?: boolean): string =>
        lessons.flatMap((one, k) => (halfOf(one.group) === is && (bluff === undefined || one.bluff === bluff) ? [`${paths[k]}\n`] : [])).join('');
      const other = half === 0 ? 1 : 0;
      execFileSync(program, ['-d', words, '-b', '-s'], { input: inHalf(other, true) });
      execFileSync(program, ['-d', words, '-b', '-n'], { input: inHalf(other, false) });
      for (const line of tried(program, words, inHalf(half)).split('\n')) {
        const [, k, chance] = /(\d+)\.eml [SHU] ([\d.e+-]+)$/.exec(line) ?? [];
        if (k !== undefined) chances[Number(k)] = Number(chance);
      }
    }
    const version = /[\d.]+/.exec(execFileSync(program, ['-V'], { encoding: 'utf8' }))?.[0] ?? 'unknown';
    return { version, chances: lessons.map((_, k) => chances[k] ?? Number.NaN) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** It ends with 0, 1 or 2 for what the last mail was. */
function tried(program: string, words: string, input: string): string {
  try {
    return execFileSync(program, ['-d', words, '-b', '-T'], { input, encoding: 'utf8' });
  } catch (cause) {
    const { status, stdout } = cause as { readonly status: number | null; readonly stdout: string };
    if (status === 1 || status === 2) return stdout;
    throw cause;
  }
}
