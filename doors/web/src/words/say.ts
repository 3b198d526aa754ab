import { EN, type PageWords, type WordKey } from './en.js';
import { JA } from './ja.js';
import { EASY_PAGE } from './ja-easy.js';

const LANGUAGES: Readonly<Record<string, PageWords>> = { en: EN, ja: JA };

/** Says the page's own words in a language; one that has none yet is told in English. */
export type Say = ((key: WordKey, slots?: Readonly<Record<string, string>>) => string) & { readonly language: string };

export function sayIn(language: string, easy: boolean): Say {
  const words = LANGUAGES[language];
  const eased = easy && language === 'ja' ? EASY_PAGE : {};
  const say = (key: WordKey, slots: Readonly<Record<string, string>> = {}): string =>
    (eased[key] ?? (words ?? EN)[key]).replace(/\{([a-z]+)\}/g, (slot, name: string) => slots[name] ?? slot);
  return Object.assign(say, { language: words === undefined ? 'en' : language });
}

/** Languages whose page is written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'ckb']);

export function directionOf(language: string): 'rtl' | 'ltr' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] as string) ? 'rtl' : 'ltr';
}
