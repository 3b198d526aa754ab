import { HEADINGS, type Knowledge, readGuideFile, readLanguageFile, readWeights } from '@hattari/engine';
import { gunzipped, unsqueeze } from '@hattari/shelf/wire';
import type { Given, Learnt, Letter, ProseName } from './given.js';
import { readProse } from './prose.js';

export { LEARNT, PROSES } from './given.js';
export { learnPages } from './learn.js';

/** The files of one language as texts, by name; `know` is what the page itself reads with. */
export type Files = {
  readonly language: Learnt;
  readonly languages: readonly Learnt[];
  readonly know: Knowledge;
  readonly file: string;
  readonly guides: Readonly<Record<string, string>>;
  readonly prose: Readonly<Record<ProseName, string>>;
  readonly letters: readonly Letter[];
};

/** Throws on a mistake in one of the files: the build must not go on with it. */
export function givenOf({ file, guides, prose, ...kept }: Files): Given {
  const { language } = kept;
  return {
    ...kept,
    file: readLanguageFile(file, HEADINGS),
    guides: Object.entries(guides).map(([topic, text]) => readGuideFile(text, topic, language)),
    prose: (name) => readProse(prose[name], `learn/prose/${name}.${language}.md`),
  };
}

/** What a built page reads with, from its own files. */
export function knowledgeOf(all: Uint8Array, weights: Uint8Array | null): Knowledge {
  return { ...unsqueeze(all), resemblance: weights === null ? null : readWeights(gunzipped(weights)) };
}

/** Text as it may stand in HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
