import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Knowledge } from '@hattari/engine';
import { unpack } from './artifact.js';
import { CURRENT } from './build.js';

export { pack, unpack } from './artifact.js';
export { build } from './build.js';
export { type FromDisk, guidesIn, languageAt, languagesIn, placesIn } from './files.js';
export { type PageData, type PageFile, shelvePage } from './page.js';

/** Loads the built artifact from the folder it was built into. Throws if there is none. */
export function load(folder: URL): Knowledge {
  return unpack(readFileSync(artifactIn(folder)));
}

/** The bytes of the built artifact in memory that threads can share: each `unpack`s them and copies no table. */
export function loadShared(folder: URL): Uint8Array {
  const file = openSync(artifactIn(folder), 'r');
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
    for (let at = 0; at < bytes.length; ) {
      const got = readSync(file, bytes, at, bytes.length - at, at);
      if (got === 0) throw new Error(`knowledge: wanted ${bytes.length} bytes, got ${at}`);
      at += got;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

function artifactIn(folder: URL): URL {
  const { file } = JSON.parse(readFileSync(new URL(CURRENT, folder), 'utf8')) as { file: string };
  return new URL(file, folder);
}
