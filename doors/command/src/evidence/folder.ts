import { closeSync, fsyncSync, lstatSync, mkdirSync, mkdtempSync, openSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Usage } from '../arguments.js';
import type { PackFile } from './pack.js';

const DRAFT = /^\.hattari-evidence\.([1-9]\d{0,9})\.[A-Za-z0-9]{6}$/;

/** Throws `Usage` unless `dir` can become a pack: it is not there, or is an empty folder, no link, and not where the program stands. */
export function mustBeFree(dir: string): void {
  const path = resolve(dir);
  const taken = new Usage('cli-pack-taken', { dir });
  try {
    // A link, even to nothing or to an empty folder, would put the pack where its name does not say.
    if (!lstatSync(path).isDirectory() || readdirSync(path).length > 0 || path === process.cwd()) throw taken;
  } catch (cause) {
    if (cause === taken) throw cause;
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw notWritten(dir, cause);
  }
  try {
    if (!statSync(dirname(path)).isDirectory()) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR' });
  } catch (cause) {
    throw notWritten(dir, cause);
  }
}

/**
 * Writes a pack in one step: all files into a hidden folder beside, for this user alone, which then takes the name. Runs without
 * a pause, so that Ctrl-C comes before or after it. Throws `Usage`; then nothing is left.
 */
export function writePack(dir: string, files: readonly PackFile[]): void {
  const path = resolve(dir);
  const parent = dirname(path);
  const held = (): void => {};
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, held);
  try {
    removeStaleDrafts(parent);
    // A new folder under a name that nobody knows before, mode 0700: nothing is written through what somebody has put in the way.
    const draft = mkdtempSync(join(parent, `.hattari-evidence.${process.pid}.`));
    try {
      for (const { name, bytes } of files) write(join(draft, name), bytes);
      take(draft, path);
    } catch (cause) {
      rmSync(draft, { recursive: true, force: true });
      throw cause;
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR' ? new Usage('cli-pack-taken', { dir }) : notWritten(dir, cause);
  } finally {
    for (const signal of signals) process.off(signal, held);
  }
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const handle = openSync(path, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The draft takes the name. POSIX lets a folder take the place of an empty one and of nothing else; Windows wants the place free. */
function take(draft: string, path: string): void {
  if (process.platform === 'win32') {
    try {
      rmdirSync(path);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    }
  }
  renameSync(draft, path);
}

/** Removes what programs that were killed while they wrote left beside: it is somebody's messages. What cannot be removed stays. */
function removeStaleDrafts(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = DRAFT.exec(name)?.[1];
    if (pid === undefined || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    try {
      if (lstatSync(join(parent, name)).isDirectory()) rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // Another user's, in a folder that is shared.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function notWritten(dir: string, cause: unknown): Usage {
  const { code, message } = cause as NodeJS.ErrnoException;
  return new Usage('cli-pack-not-written', { dir, reason: code ?? message });
}
