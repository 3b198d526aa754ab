import type { WordId } from '@hattari/engine';
import type { WordKey } from './en.js';

/** Sentences of the engine in plain Japanese; a reading stands behind its letters: 漢字《かんじ》. */
export const EASY_JAPANESE: Readonly<Partial<Record<WordId, string>>> = {};

/** Words of the page in plain Japanese. */
export const EASY_PAGE: Readonly<Partial<Record<WordKey, string>>> = {};
