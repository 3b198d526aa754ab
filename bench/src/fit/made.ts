import type { LanguageFile } from '@hattari/engine';
import { HEADS, type Head, type Knowledge } from '@hattari/engine';
import { letterOf } from '../generate/letter.js';
import { negativeOf } from '../generate/negative.js';
import { writableIn } from '../generate/sentences.js';
import { LETTER_CLAIMS } from '../generate/stories.js';
import { type Example, seenIn } from './texts.js';

/** Letters and innocent mails of each language that has sentences for them. */
const LETTERS = 40;
const OTHERS = 20;
const SEED = 'fit';

/**
 * Letters put together from the sentences of the language files, every second without its wallet, and innocent mails that sound like them: the
 * plain letters that nobody writes as a case. Only the trees learn from them.
 */
export function made(files: readonly LanguageFile[], know: Knowledge): Example[] {
  return writableIn(files, LETTER_CLAIMS).flatMap((sentences) => {
    const letters = Array.from({ length: LETTERS }, (_, k) => {
      const { text, wallet } = letterOf(sentences, SEED, k);
      return exampleOf(k % 2 === 0 ? text : text.replace(`BTC: ${wallet}`, '').trim(), 'letter', sentences.language, know);
    });
    const others = Array.from({ length: OTHERS }, (_, k) => negativeOf(sentences, SEED, k))
      .filter(({ label }) => label === 'harmless')
      .map(({ text }) => exampleOf(text, 'harmless', sentences.language, know));
    return [...letters, ...others];
  });
}

function exampleOf(text: string, of: 'letter' | 'harmless', language: string, know: Knowledge): Example {
  const labels = Object.fromEntries(
    HEADS.map((head) => [head, head === 'letter' ? of === 'letter' : head === 'real' || head === 'kin' ? false : null]),
  ) as Record<Head, boolean | null>;
  return { ...seenIn(text, know), of, family: null, language, labels, harmless: of === 'harmless', isMixed: false, isShown: false, blind: false };
}
