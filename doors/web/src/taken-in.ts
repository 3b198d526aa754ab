import type { Given } from './engine/protocol.js';
import { kindOf, LOOKED_AT } from './file-kind.js';

/** Megabytes that are read at once in a browser: the engine reads 64 of a message, and a phone has no more to give. */
export const MEGABYTES = 64;
/** Files that are taken at once: nobody picks more by hand, and `hattari scan` reads folders. */
export const FILES = 20;

/** What the reader gave, as it is shown to them again: their own text, or the names of files. */
export type Entry = { readonly is: 'text'; readonly text: string } | { readonly is: 'files' };

type Refusal = 'no-text' | 'too-large' | 'no-message';

/** What did not work, or was done: each is a sentence of the page. */
export type Trouble = Refusal | 'load-failed' | 'look-failed' | 'stopped' | 'parts-failed' | 'cleared' | 'shared' | 'share-lost';

export type Taken = {
  readonly entry: Entry;
  readonly given: readonly Given[];
  /** Pictures, PDFs and documents: not opened before the age question says 18 or over. */
  readonly pictures: readonly File[];
  /** Files that were not taken, and why the first of them was not. */
  readonly refused: number;
  readonly why: Refusal | null;
};

/** A paste, or files: each is looked at by its first bytes before any of it is read. */
export async function takenIn(from: string | readonly File[]): Promise<Taken> {
  if (typeof from === 'string') {
    const isNone = from.trim() === '';
    const given = isNone ? [] : [{ bytes: new TextEncoder().encode(from), name: '' }];
    return { entry: { is: 'text', text: from }, given, pictures: [], refused: isNone ? 1 : 0, why: isNone ? 'no-text' : null };
  }
  const given: Given[] = [];
  const pictures: File[] = [];
  let [refused, size] = [Math.max(0, from.length - FILES), 0];
  let why: Refusal | null = null;
  for (const file of from.slice(0, FILES)) {
    const kind = await kindHere(file);
    if (kind === 'no-message' || size + file.size > MEGABYTES * 1024 * 1024) {
      refused++;
      why ??= kind === 'no-message' ? 'no-message' : 'too-large';
      continue;
    }
    size += file.size;
    if (kind === 'picture') pictures.push(file);
    else given.push(await givenBy(file));
  }
  return { entry: { is: 'files' }, given, pictures, refused, why };
}

/** A folder that was dropped is a file that cannot be read. */
async function kindHere(file: File): Promise<ReturnType<typeof kindOf>> {
  try {
    return kindOf(new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer()));
  } catch {
    return 'no-message';
  }
}

export async function givenBy(file: File): Promise<Given> {
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name };
}
