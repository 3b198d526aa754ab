/**
 * Languages of the texts that the weights rest on (engine/weights/README.md). Of others the model knows neither letters nor words: what
 * it misses there says nothing. Whoever fits with texts in one more language adds it here.
 */
const FITTED_IN: ReadonlySet<string> = new Set(['de', 'en', 'ja', 'ko', 'pt', 'ru']);

/** Whether the weights can speak against a text in this language; of a text in none (null) they are asked as before. */
export function isFittedIn(language: string | null): boolean {
  return language === null || FITTED_IN.has(language);
}
