export const LANGUAGES = ['ja', 'en', 'de', 'ko', 'ru'] as const;
export type LetterLanguage = (typeof LANGUAGES)[number];

/** A letter that is to be disguised; `wallet` stands in `text` exactly once. */
export type BluffLetter = { readonly language: LetterLanguage; readonly subject: string; readonly text: string; readonly wallet: string };

/** Numbers from 0 to under 1, the same at each run. */
export type Random = () => number;

/** One way to hide a letter from a filter that a person can still read. */
export type Disguise = {
  readonly id: string;
  readonly why: string;
  /** The whole mail. */
  readonly apply: (letter: BluffLetter, random: Random) => Uint8Array;
  /** The address that a reader would pay to, where it is not the letter's own. */
  readonly wallet?: (letter: BluffLetter) => string;
};

/** What is done to the words of a letter, the wallet left alone. */
export type Retext = (text: string, random: Random, language: LetterLanguage) => string;
