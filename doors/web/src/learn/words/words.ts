import { EN } from './en.js';
import { JA } from './ja.js';

export type LearnWord = keyof typeof EN;

/** Words of the frame, by language. */
export const LEARN_WORDS = { en: EN, ja: JA } as const;
