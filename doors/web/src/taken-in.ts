import type { Given } from './engine/protocol.js';
import { kindOf, LOOKED_AT } from './file-kind.js';

/** Megabytes of one file that are read in a browser: the engine reads 64 of a message, and a phone has no more to give. */
export const MEGABYTES = 64;

/** What the reader gave, as it is shown to them again: their own text, or the name of a file. */
export type Entry = { readonly is: 'text'; readonly text: string } | { readonly is: 'file'; readonly name: string };

type Refusal = 'no-text' | 'too-large' | 'no-message';

/** What did not work, or was done: each is a sentence of the page. */
export type Trouble = Refusal | 'load-failed' | 'look-failed' | 'stopped' | 'parts-failed' | 'cleared' | 'shared' | 'share-lost';

export type Taken =
  | { readonly is: 'given'; readonly entry: Entry; readonly given: Given }
  /** A picture, PDF or document: not opened before the age question says 18 or over. */
  | { readonly is: 'picture'; readonly file: File }
  | { readonly is: 'refused'; readonly why: Refusal };

/** A paste, or a file: looked at by its first bytes before any of it is read. */
export async function takenIn(from: string | File): Promise<Taken> {
  if (typeof from === 'string') {
    if (from.trim() === '') return { is: 'refused', why: 'no-text' };
    return { is: 'given', entry: { is: 'text', text: from }, given: { bytes: new TextEncoder().encode(from), name: '' } };
  }
  const kind = kindOf(new Uint8Array(await from.slice(0, LOOKED_AT).arrayBuffer()));
  if (kind === 'no-message') return { is: 'refused', why: 'no-message' };
  if (from.size > MEGABYTES * 1024 * 1024) return { is: 'refused', why: 'too-large' };
  if (kind === 'picture') return { is: 'picture', file: from };
  return { is: 'given', entry: { is: 'file', name: from.name }, given: await givenBy(from) };
}

export async function givenBy(file: File): Promise<Given> {
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name };
}
