import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, rmdirSync, unlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Usage } from '../arguments.js';
import { MANIFEST_BYTES } from './limits.js';
import { listedIn, MANIFEST, sha256 } from './manifest.js';

/** What a removal left where it is, by name, and why; `isGone`: the folder itself went too. */
export type Removal = { readonly removed: number; readonly left: readonly Left[]; readonly isGone: boolean };
type Left = { readonly name: string; readonly why: 'changed' | 'not-ours' | 'failed' };

/**
 * Removes a pack: only files that its manifest lists, under the names that packs have, and that still are what was written; then
 * the manifest, then the folder if nothing else is in it. Follows no link. Throws `Usage` if there is no pack.
 */
export function removePack(given: string): Removal {
  // Without a slash at its end, which would lead through a link.
  const dir = resolve(given);
  const noPack = (): Usage => new Usage('cli-pack-none', { dir: given });
  if (!isRealFolder(dir)) throw noPack();
  const manifest = contentOf(join(dir, MANIFEST), MANIFEST_BYTES);
  const listed = manifest === null ? null : listedIn(Buffer.from(manifest).toString('utf8'));
  if (listed === null) throw noPack();
  const left: Left[] = [];
  let removed = 0;
  const remove = (name: string): void => {
    try {
      unlinkSync(join(dir, name));
      removed++;
    } catch {
      left.push({ name, why: 'failed' });
    }
  };
  // A link in the place of the folder of texts would lead out of the pack.
  const isInside = isRealFolder(join(dir, 'messages'));
  for (const { name, size, sha256: digest } of listed) {
    if (name.startsWith('messages/') && !isInside) continue;
    const content = contentOf(join(dir, name), size);
    if (content !== null && sha256(content) === digest) remove(name);
    else if (isThere(join(dir, name))) left.push({ name, why: 'changed' });
  }
  if (left.length === 0) remove(MANIFEST);
  const told = new Set([...left.map(({ name }) => name), MANIFEST]);
  if (isInside && !isRemoved(join(dir, 'messages')))
    for (const name of readdirSync(join(dir, 'messages'))) if (!told.has(`messages/${name}`)) left.push({ name: `messages/${name}`, why: 'not-ours' });
  const isGone = isRemoved(dir);
  if (!isGone) {
    const names = readdirSync(dir).filter((name) => !told.has(name) && !(name === 'messages' && isInside));
    left.push(...names.map((name): Left => ({ name, why: 'not-ours' })));
  }
  return { removed, left, isGone };
}

function isRealFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** True if the folder was empty, and is gone now. */
function isRemoved(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/** The bytes of a plain file of at most `most` bytes, or null; a link is not followed, a pipe not waited for. */
function contentOf(path: string, most: number): Uint8Array | null {
  try {
    if (!lstatSync(path).isFile()) return null;
    const handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const { size } = fstatSync(handle);
      if (size > most) return null;
      const bytes = Buffer.alloc(size);
      let at = 0;
      for (let got = -1; got !== 0 && at < size; at += got) got = readSync(handle, bytes, at, size - at, null);
      return bytes.subarray(0, at);
    } finally {
      closeSync(handle);
    }
  } catch {
    return null;
  }
}
