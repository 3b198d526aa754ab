import { readFileSync } from 'node:fs';
import { type LanguageFile, makeKnowledge, readWeights } from '@hattari/engine';
import { languagesIn, placesIn } from '@hattari/shelf';
import { ROOT } from './root.js';

/** The language files as they stand in the tree, and what they compile to: tests need no build. */
export const files: readonly { readonly name: string; readonly value: LanguageFile }[] = languagesIn(`${ROOT}languages`);
export const know = {
  ...makeKnowledge(
    files.map((f) => f.value),
    placesIn(`${ROOT}languages/places`).map((p) => p.value),
    'test',
  ),
  resemblance: readWeights(readFileSync(`${ROOT}engine/weights/resemblance.bin`)),
};
