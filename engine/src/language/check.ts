import { parsePattern } from '../phrase/pattern.js';
import { type Catcher, catcherOf } from './catcher.js';
import type { LanguageFile, Line, Section } from './language-file.js';

/**
 * Tries a language file on its own sentences: each `+` must be caught by its section and each `-` left alone by it.
 * Returns mistakes with their line, in the order of the file; empty when all is well.
 */
export function checkLanguage(file: LanguageFile): readonly Line[] {
  const mistakes: Line[] = [...file.mistakes];
  for (const section of file.sections) {
    if (section.phrases.length > 0) mistakes.push(...checkSection(section));
  }
  return mistakes.sort((a, b) => a.line - b.line);
}

function checkSection(section: Section): Line[] {
  const mistakes: Line[] = [];
  const good: Line[] = [];
  for (const phrase of section.phrases) {
    try {
      parsePattern(phrase.text);
      good.push(phrase);
    } catch (cause) {
      mistakes.push({ line: phrase.line, text: (cause as Error).message });
    }
  }
  let catches: Catcher;
  try {
    catches = catcherOf(good.map(({ text, line }) => ({ line: text, where: `line ${line}` })));
  } catch (cause) {
    return [...mistakes, { line: section.line, text: (cause as Error).message }];
  }
  for (const { line, text } of section.caught) {
    if (catches(text) === null) mistakes.push({ line, text: `should be caught by “${section.id}”, but no phrase catches “${text}”` });
  }
  for (const { line, text } of section.leftAlone) {
    const hit = catches(text);
    if (hit !== null) mistakes.push({ line, text: `should be left alone, but the phrase on line ${good[hit.phrase]?.line} catches “${hit.words}”` });
  }
  return mistakes;
}
