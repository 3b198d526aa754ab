import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from './root.js';

const SAMPLES = `${ROOT}samples/`;

/** The messages that come with the project, by name. */
export function samples(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return readdirSync(SAMPLES)
    .filter((name) => /\.(eml|txt)$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(`${SAMPLES}${name}`) }));
}
