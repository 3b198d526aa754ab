import type { Disguise, FileReal } from '../../contract.js';
import { type Contents, contentsOf, isArchive } from './archive.js';
import { type EndingKind, type Name, readName, runs } from './endings.js';
import { type FileKind, kindOf } from './kinds.js';
import { asksPassword, buildsFile, hasMacros, hasScript, launches } from './scripts.js';

/** What a file pretends: how, what it really is, and, if it lies in an archive, which file. */
export type Pretence = { readonly how: Disguise; readonly real: FileReal; readonly inside?: string };

/** What was found out about an attached file. */
export type Inspection = { readonly pretence: Pretence | null; readonly locked: boolean; readonly whole: boolean };

/** What runs when it is opened, by its bytes. */
const RUNNING: Partial<Readonly<Record<FileKind, FileReal>>> = {
  program: 'program',
  script: 'script',
  shortcut: 'shortcut',
  installer: 'installer',
  'phone-app': 'phone-app',
  'disk-image': 'disk-image',
  onenote: 'notebook',
};

/** What a file that promises something to look at may not be. */
const LOOKED_AT: ReadonlySet<EndingKind> = new Set(['picture', 'video', 'sound', 'pdf', 'document', 'text']);

/** Inspects a file by its name and bytes; archives by the names and first bytes of what they hold. Nothing is run or shown. */
export function inspect(name: string, type: string, bytes: Uint8Array): Inspection {
  const named = readName(name);
  const kind = kindOf(bytes);
  const outer = pretenceOf(named, kind, type, bytes);
  if (!isArchive(kind) || kind === null) return { pretence: outer, locked: false, whole: true };
  const contents = contentsOf(bytes, kind);
  if (outer !== null) return { pretence: outer, locked: contents.locked, whole: contents.whole };
  const isDocument = contents.files.some(({ path }) => path === '[Content_Types].xml' || path === 'mimetype' || path.endsWith('/document.xml'));
  const pretence = isDocument ? macrosIn(contents) : (appIn(contents) ?? worstIn(contents) ?? unlike(named, kind));
  return { pretence, locked: contents.locked && !isDocument, whole: contents.whole || isDocument };
}

function pretenceOf(name: Name, kind: FileKind | null, type: string, bytes: Uint8Array): Pretence | null {
  const byBytes = kind === null ? undefined : RUNNING[kind];
  const real: FileReal | null = runs(name.kind) ? (name.kind as FileReal) : (byBytes ?? null);
  if (name.turned) return { how: 'reversed-name', real: real ?? 'other' };
  if (real !== null && runs(name.kind)) {
    if (name.pretends !== null && LOOKED_AT.has(name.pretends)) return { how: 'double-extension', real };
    if (name.pushed) return { how: 'hidden-ending', real };
    return { how: name.kind === 'macro-document' ? 'macros' : 'program', real };
  }
  if (byBytes !== undefined) return { how: promises(name, type) ? 'type-unlike-name' : 'program', real: byBytes };
  if (kind === 'page' || name.kind === 'page') {
    if (promisesMedia(name, type)) return { how: 'type-unlike-name', real: 'page' };
    if (buildsFile(bytes)) return { how: 'builds-a-file', real: 'page' };
    return asksPassword(bytes) ? { how: 'asks-password', real: 'page' } : null;
  }
  if (kind === 'svg' || name.kind === 'svg') return hasScript(bytes) ? { how: 'script-in-picture', real: 'script' } : null;
  if (kind === 'pdf') return launches(bytes) ? { how: 'starts-something', real: 'pdf' } : null;
  if (kind === 'office') return hasMacros(bytes) ? { how: 'macros', real: 'macro-document' } : null;
  return null;
}

/** It is called, or declared as, something to look at. */
function promises(name: Name, type: string): boolean {
  return (name.kind !== null && LOOKED_AT.has(name.kind)) || /^(image|video|audio)\//.test(type) || type === 'application/pdf';
}

/** Pages come out of many programs under the names of documents; never under those of pictures, films and PDFs. */
function promisesMedia(name: Name, type: string): boolean {
  return (name.kind !== null && ['picture', 'video', 'sound', 'pdf'].includes(name.kind)) || (name.kind === null && /^(image|video|audio)\//.test(type));
}

/** An archive called a picture, a film or a PDF. */
function unlike(name: Name, kind: FileKind): Pretence | null {
  if (kind === 'gzip' && name.kind === 'svg') return null;
  return promisesMedia(name, '') ? { how: 'type-unlike-name', real: 'archive' } : null;
}

function macrosIn({ files }: Contents): Pretence | null {
  return files.some(({ path }) => /(^|\/)vbaproject\.bin$/i.test(path)) ? { how: 'macros', real: 'macro-document' } : null;
}

function appIn({ files }: Contents): Pretence | null {
  return files.some(({ path }) => path === 'AndroidManifest.xml') ? { how: 'program', real: 'phone-app' } : null;
}

const GRAVEST: readonly Disguise[] = ['reversed-name', 'double-extension', 'hidden-ending', 'type-unlike-name'];

/** The gravest pretence of what an archive holds; a file without letters to it is only one among many. */
function worstIn({ files }: Contents): Pretence | null {
  let worst: Pretence | null = null;
  let rank = Number.POSITIVE_INFINITY;
  for (const { path, kind } of files) {
    const name = readName(path);
    const real: FileReal | null = runs(name.kind) ? (name.kind as FileReal) : kind === null ? null : (RUNNING[kind] ?? null);
    if (real === null && !name.turned) continue;
    const found = pretenceOf(name, kind, '', new Uint8Array(0)) ?? { how: 'program' as const, real: real ?? 'other' };
    const place = GRAVEST.indexOf(found.how);
    if ((place < 0 ? GRAVEST.length : place) >= rank) continue;
    rank = place < 0 ? GRAVEST.length : place;
    worst = { how: 'in-archive', real: found.real, inside: path.slice(-120) };
  }
  return worst;
}
