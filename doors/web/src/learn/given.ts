import type { Guide, Knowledge, LanguageFile } from '@hattari/engine';
import type { Prose } from './prose.js';

/** Languages in which the Learn pages are written, in the order of their links. */
export const LEARNT = ['ja', 'en'] as const;
export type Learnt = (typeof LEARNT)[number];

/** Files whose words the pages are made of, one a language; one of our own letters. */
export const PROSES = ['index', 'patterns', 'practice', 'timeline', 'sides', 'file-sharing', 'schools'] as const;
export type ProseName = (typeof PROSES)[number];
export type Letter = { readonly name: string; readonly bytes: Uint8Array };

/** All that the Learn pages of one language are made of. */
export type Given = {
  readonly language: Learnt;
  /** Languages there are pages in. */
  readonly languages: readonly Learnt[];
  /** What letters are read with, and what is said of them. */
  readonly know: Knowledge;
  /** Its sentences that must be caught are our samples. */
  readonly file: LanguageFile;
  readonly guides: readonly Guide[];
  readonly prose: (name: ProseName) => Prose;
  /** In the order of the round. */
  readonly letters: readonly Letter[];
};

/** A page by its path below `learn/`, with a `/` at its end; `body` is HTML. */
export type LearnPage = { readonly path: string; readonly language: Learnt; readonly title: string; readonly body: string };
