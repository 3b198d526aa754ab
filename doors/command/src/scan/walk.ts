import { readdirSync, type Stats, statSync } from 'node:fs';
import { type Failure, failureOf, type Skipped, type Source } from '../input.js';
import type { Key } from './key.js';

/** What stands at one place of a walk. */
export type Found = { readonly key: Key; readonly size: number; readonly what: Source | Failure | Skipped };

/** Folders in folders: a path has at most 4,096 bytes on most systems; deeper is a trap. */
const FOLDER_DEPTH = 256;

/** True for a file of a folder that the scan itself writes. */
export type Ours = (path: Buffer, stat: Stats) => boolean;

/** A path as bytes, one unit a byte: names need not be UTF-8. */
type Path = string;

type Tour = { readonly visited: Set<string>; readonly ours: Ours };

/** Every file of the named paths, folders with all that is below them, in the order of `Key`; a folder is visited once a path, whatever links lead to it. */
export function* walk(paths: readonly string[], ours: Ours = () => false): Generator<Found> {
  for (const [top, path] of paths.entries()) {
    const key = { top, names: [] };
    if (path === '-') {
      yield { key, size: 0, what: { file: path, path, walked: false } };
      continue;
    }
    try {
      const stat = statSync(path);
      if (stat.isDirectory())
        yield* folder(
          Buffer.from(path)
            .toString('latin1')
            .replace(/(?<=.)\/$/, ''),
          stat,
          key,
          { visited: new Set(), ours },
          0,
        );
      else yield { key, size: stat.size, what: { file: path, path, walked: false } };
    } catch (cause) {
      yield { key, size: 0, what: failureOf(path, cause as NodeJS.ErrnoException) };
    }
  }
}

/** Bytes of a found file; those of a Maildir are only asked for where they are wanted. */
export function sizeOf({ size, what }: Found): number {
  if (size > 0 || !('path' in what) || what.path === '-') return size;
  return statSync(what.path, { throwIfNoEntry: false })?.size ?? 0;
}

function* folder(path: Path, stat: Stats, key: Key, tour: Tour, depth: number): Generator<Found> {
  const id = `${stat.dev}:${stat.ino}`;
  if (tour.visited.has(id)) return;
  tour.visited.add(id);
  let names: string[];
  try {
    if (depth > FOLDER_DEPTH) throw Object.assign(new Error('too deep'), { code: 'ELOOP' });
    names = list(path);
  } catch (cause) {
    yield { key, size: 0, what: failureOf(shown(path), cause as NodeJS.ErrnoException) };
    return;
  }
  const maildir = ['cur', 'new'].every((name) => names.includes(name) && isFolder(`${path}/${name}`));
  if (maildir) yield* letters(path, key);
  for (const name of names) {
    if (maildir && (name === 'cur' || name === 'new' || name === 'tmp')) continue;
    const own = `${path}/${name}`;
    const at = { top: key.top, names: [...key.names, name] };
    const file = shown(own);
    let found: Stats;
    try {
      found = statSync(raw(own));
    } catch (cause) {
      if (name.startsWith('.')) yield { key: at, size: 0, what: { file, skipped: 'hidden' } };
      else yield { key: at, size: 0, what: failureOf(file, cause as NodeJS.ErrnoException) };
      continue;
    }
    // The folders of a Maildir (Maildir++) begin with a dot; all else that does is hidden.
    const hidden = name.startsWith('.') && !(maildir && found.isDirectory() && isFolder(`${own}/cur`));
    if (hidden) yield { key: at, size: 0, what: { file, skipped: 'hidden' } };
    else if (found.isDirectory()) yield* folder(own, found, at, tour, depth + 1);
    // Indexes and lists of a mail server, and what could be waited for without end.
    else if (maildir || !found.isFile() || tour.ours(raw(own), found)) yield { key: at, size: 0, what: { file, skipped: 'no-message' } };
    else yield { key: at, size: found.size, what: { file, path: raw(own), walked: true } };
  }
}

/**
 * The messages of a Maildir, `cur` and `new` together, by the part of their names that stays when flags change or a message
 * moves from one to the other; `tmp` holds what is not yet delivered.
 */
function* letters(path: Path, key: Key): Generator<Found> {
  const found: { readonly base: string; readonly sub: string; readonly name: string }[] = [];
  for (const sub of ['cur', 'new']) {
    try {
      for (const name of list(`${path}/${sub}`)) if (!name.startsWith('.')) found.push({ base: baseOf(name), sub, name });
    } catch (cause) {
      yield { key: { top: key.top, names: [...key.names, `\u0000${sub}`] }, size: 0, what: failureOf(shown(`${path}/${sub}`), cause as NodeJS.ErrnoException) };
    }
  }
  found.sort((a, b) => (a.base < b.base ? -1 : a.base > b.base ? 1 : a.sub + a.name < b.sub + b.name ? -1 : 1));
  for (const { base, sub, name } of found) {
    const own = `${path}/${sub}/${name}`;
    const what = { file: shown(own), path: raw(own), walked: true, moved: () => elsewhere(path, base) };
    // Before every other name, so that messages come before the folders below.
    yield { key: { top: key.top, names: [...key.names, `\u0001${base}`] }, size: 0, what };
  }
}

function elsewhere(path: Path, base: string): Buffer | null {
  for (const sub of ['cur', 'new']) {
    try {
      const name = list(`${path}/${sub}`).find((other) => baseOf(other) === base);
      if (name !== undefined) return raw(`${path}/${sub}/${name}`);
    } catch {
      // Then it is not there either.
    }
  }
  return null;
}

function baseOf(name: string): string {
  const flags = name.lastIndexOf(':2,');
  return flags < 0 ? name : name.slice(0, flags);
}

function list(path: Path): string[] {
  return readdirSync(raw(path), 'latin1').sort((a, b) => (a < b ? -1 : 1));
}

function isFolder(path: Path): boolean {
  return statSync(raw(path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function raw(path: Path): Buffer {
  return Buffer.from(path, 'latin1');
}

/** For people and for JSON: what is no UTF-8 is shown as U+FFFD. */
function shown(path: Path): string {
  return raw(path).toString('utf8');
}
