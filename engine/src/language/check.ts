import { foldText } from '../fold/fold-text.js';
import { compilePhrases } from '../phrase/compile.js';
import { matchPhrases } from '../phrase/match.js';
import { parsePattern } from '../phrase/pattern.js';
import { tokenise } from '../phrase/tokens.js';
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
  let compiled: ReturnType<typeof compilePhrases>;
  try {
    compiled = compilePhrases(good.map(({ text, line }) => ({ line: text, where: `line ${line}` })));
  } catch (cause) {
    return [...mistakes, { line: section.line, text: (cause as Error).message }];
  }
  const catches = (sentence: string): { phrase: Line; words: string } | null => {
    const folded = foldText(sentence);
    const tokens = tokenise(folded.text, compiled);
    const hit = matchPhrases(tokens, compiled)[0];
    if (hit === undefined) return null;
    const from = folded.origin[tokens.start[hit.from] as number] as number;
    const to = (folded.origin[(tokens.end[hit.to - 1] as number) - 1] as number) + 1;
    return { phrase: good[hit.phrase] as Line, words: sentence.slice(from, to) };
  };
  for (const { line, text } of section.caught) {
    if (catches(text) === null) mistakes.push({ line, text: `should be caught by “${section.id}”, but no phrase catches “${text}”` });
  }
  for (const { line, text } of section.leftAlone) {
    const hit = catches(text);
    if (hit !== null) mistakes.push({ line, text: `should be left alone, but the phrase on line ${hit.phrase.line} catches “${hit.words}”` });
  }
  return mistakes;
}
