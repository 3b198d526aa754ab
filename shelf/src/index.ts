import { readFileSync } from 'node:fs';
import type { Knowledge } from '@hattari/engine';
import { unpack } from './artifact.js';
import { CURRENT } from './build.js';

export { pack, unpack } from './artifact.js';
export { build } from './build.js';
export { type FromDisk, languageAt, languagesIn, placesIn } from './files.js';

/** Loads the built artifact from the folder it was built into. Throws if there is none. */
export function load(folder: URL): Knowledge {
  const { file } = JSON.parse(readFileSync(new URL(CURRENT, folder), 'utf8')) as { file: string };
  return unpack(readFileSync(new URL(file, folder)));
}
