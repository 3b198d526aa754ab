import { createHash } from 'node:crypto';
import type { Pack, PackFile } from './pack.js';

export const MANIFEST = 'manifest.json';

type Listed = { readonly name: string; readonly size: number; readonly sha256: string };

/** What `manifest.json` says of a pack. `format` changes when a field changes its meaning. */
export type Manifest = {
  readonly hattari: 'evidence';
  readonly format: 1;
  readonly version: string;
  readonly edition: string;
  readonly language: string;
  /** ISO 8601, UTC. */
  readonly made: string;
  readonly age: Pack['age'];
  readonly answers: Pack['answers'];
  readonly inputs: readonly {
    readonly file: string;
    readonly size: number;
    readonly sha256: string | null;
    readonly sha256NotTaken?: 'may-hold-pictures';
    readonly read: string;
    readonly messages: number;
  }[];
  /** All files of the pack but this one. */
  readonly files: readonly Listed[];
};

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function manifestOf(pack: Pack, files: readonly PackFile[], language: string): Manifest {
  return {
    hattari: 'evidence',
    format: 1,
    version: pack.version,
    edition: pack.edition,
    language,
    made: new Date(pack.madeAt).toISOString(),
    age: pack.age,
    answers: pack.answers,
    inputs: pack.inputs.map(({ file, size, sha256: digest, readAt, messages }) => ({
      file,
      size,
      sha256: digest,
      ...(digest === null ? { sha256NotTaken: 'may-hold-pictures' as const } : {}),
      read: new Date(readAt).toISOString(),
      messages,
    })),
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
  };
}

/** The names that a pack gives its files: nothing else is ever removed, whatever a manifest lists. */
const OURS = /^(?:report\.html|READ-ME\.txt|お読みください\.txt|messages\/\d{3}\.txt)$/;

/** The files that a manifest lists, or null if it is none of ours. */
export function listedIn(text: string): Listed[] | null {
  let value: Partial<Manifest> | null;
  try {
    value = JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    return null;
  }
  if (value === null || typeof value !== 'object' || value.hattari !== 'evidence' || value.format !== 1 || !Array.isArray(value.files)) return null;
  return (value.files as readonly unknown[]).every(isListed) ? (value.files as Listed[]) : null;
}

function isListed(entry: unknown): entry is Listed {
  const { name, size, sha256: digest } = (entry ?? {}) as Partial<Record<keyof Listed, unknown>>;
  return typeof name === 'string' && OURS.test(name) && typeof size === 'number' && typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest);
}
