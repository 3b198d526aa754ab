import type { LanguageFile } from '@hattari/engine';

/** Sentences of a language by the section that they must be caught in (`caught`) or left alone in (`leftAlone`), as its file holds them. */
export type Sentences = {
  readonly language: string;
  readonly caught: ReadonlyMap<string, readonly string[]>;
  readonly leftAlone: ReadonlyMap<string, readonly string[]>;
};

/** Claims that a file must have sentences of before letters can be made from it. */
const LEAST_CLAIMS = 15;

export function sentencesOf(file: LanguageFile): Sentences {
  const lists = (of: 'caught' | 'leftAlone'): Map<string, readonly string[]> =>
    new Map(file.sections.flatMap((section) => (section[of].length === 0 ? [] : [[section.id, section[of].map(({ text }) => text)] as const])));
  return { language: file.code, caught: lists('caught'), leftAlone: lists('leftAlone') };
}

/** The languages in which whole letters can be put together, in the order of the files. */
export function writableIn(files: readonly LanguageFile[], claims: ReadonlySet<string>): Sentences[] {
  return files.map(sentencesOf).filter(({ caught }) => [...caught.keys()].filter((id) => claims.has(id)).length >= LEAST_CLAIMS);
}

/** Written without spaces between sentences. */
export function joins(language: string): string {
  return /^(ja|zh|th)/.test(language) ? '' : ' ';
}
