import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Usage } from '../arguments.js';
import { failureOf } from '../input.js';
import type { Position } from './slots.js';
import type { TallyState } from './tally.js';

/** What of the output is certain to have been written; `file` and `end` where it is a plain file. */
export type Written = { readonly lines: number; readonly bytes: number; readonly file: string | null; readonly end: number };

/** How far a scan is and what it has counted: what another run goes on from. */
export type Journal = {
  readonly hattari: 1;
  /** Digests of the paths, and of all else that decides the lines. */
  readonly paths: string;
  readonly options: string;
  readonly position: Position | null;
  /** The time that all messages are judged at. */
  readonly now: number;
  readonly written: Written;
  /** Exit codes of what was seen. */
  readonly codes: readonly number[];
  readonly seconds: number;
  readonly tally: TallyState;
};

export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

/** The journal in a file; null if there is none yet. Throws `Usage` if it is another scan's, or no journal. */
export function readJournal(file: string, paths: string, options: string): Journal | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    const failure = failureOf(file, cause as NodeJS.ErrnoException);
    throw new Usage(failure.id, failure.slots);
  }
  let journal: Partial<Journal> | null;
  try {
    journal = JSON.parse(text) as Partial<Journal> | null;
  } catch {
    journal = null;
  }
  if (journal?.hattari !== 1) throw new Usage('cli-resume-broken', { file });
  if (journal.paths !== paths) throw new Usage('cli-resume-paths', { file });
  if (journal.options !== options) throw new Usage('cli-resume-options', { file });
  return journal as Journal;
}

const DRAFT_SUFFIX = '.new';

/** A dot file: a scan passes over those of a folder. */
function draftPrefix(file: string): string {
  return `.${basename(file)}.`;
}

/** Removes what programs that were killed while they wrote this journal left beside it. What cannot be removed stays, and does no harm. */
export function removeStaleDrafts(file: string): void {
  const folder = dirname(file);
  const prefix = draftPrefix(file);
  try {
    for (const name of readdirSync(folder)) {
      const pid = name.startsWith(prefix) && name.endsWith(DRAFT_SUFFIX) ? name.slice(prefix.length, -DRAFT_SUFFIX.length) : '';
      if (/^[1-9]\d{0,9}$/.test(pid) && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // Writing the journal tells what is wrong with the folder.
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Replaces the file in one step: whoever reads it finds the old one or the new one, whenever the program is killed. */
export function writeJournal(file: string, journal: Journal): void {
  const next = join(dirname(file), `${draftPrefix(file)}${process.pid}${DRAFT_SUFFIX}`);
  try {
    const handle = openSync(next, 'w', 0o600);
    try {
      const bytes = Buffer.from(JSON.stringify(journal));
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(next, file);
  } catch (cause) {
    rmSync(next, { force: true });
    throw cause;
  }
}
