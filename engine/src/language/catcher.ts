import { foldText } from '../fold/fold-text.js';
import { compilePhrases } from '../phrase/compile.js';
import { matchPhrases } from '../phrase/match.js';
import { tokenise } from '../phrase/tokens.js';

/** The first phrase (its index) that catches a sentence, and the words it catches there; null if none does. */
export type Catcher = (sentence: string) => { readonly phrase: number; readonly words: string } | null;

/** Compiles a few phrases for themselves, apart from those that mail is read with. Throws `Error("where: sentence")` on one that cannot be read. */
export function catcherOf(phrases: readonly { readonly line: string; readonly where: string }[]): Catcher {
  const compiled = compilePhrases(phrases);
  return (sentence) => {
    const folded = foldText(sentence);
    const tokens = tokenise(folded.text, compiled);
    const hit = matchPhrases(tokens, compiled)[0];
    if (hit === undefined) return null;
    const from = folded.origin[tokens.start[hit.from] as number] as number;
    const to = (folded.origin[(tokens.end[hit.to - 1] as number) - 1] as number) + 1;
    return { phrase: hit.phrase, words: sentence.slice(from, to) };
  };
}
