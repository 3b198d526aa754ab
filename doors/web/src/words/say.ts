import { AR } from './ar.js';
import { EN, type PageWords, type WordKey } from './en.js';
import { ES } from './es.js';
import { FR } from './fr.js';
import { IT } from './it.js';
import { JA } from './ja.js';
import { EASY_PAGE } from './ja-easy.js';
import { ZH_HANS } from './zh-hans.js';
import { ZH_HANT } from './zh-hant.js';

const LANGUAGES: Readonly<Record<string, PageWords>> = { ar: AR, en: EN, es: ES, fr: FR, it: IT, ja: JA, 'zh-Hans': ZH_HANS, 'zh-Hant': ZH_HANT };

type Slots = Readonly<Record<string, string>>;

/** Says the page's own words in a language; one that has none yet is told in English. `read`: with readings where there are some. */
export type Say = ((key: WordKey, slots?: Slots) => string) & { readonly read: (key: WordKey, slots?: Slots) => string; readonly language: string };

export function sayIn(language: string, easy: boolean): Say {
  const words = LANGUAGES[language];
  const eased = easy && language === 'ja' ? EASY_PAGE : {};
  const read = (key: WordKey, slots: Slots = {}): string =>
    (eased[key] ?? (words ?? EN)[key]).replace(/\{([a-z]+)\}/g, (slot, name: string) => slots[name] ?? slot);
  const say = (key: WordKey, slots?: Slots): string => withoutReadings(read(key, slots));
  return Object.assign(say, { read, language: words === undefined ? 'en' : language });
}

/** Languages whose page is written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'ckb']);

export function directionOf(language: string): 'rtl' | 'ltr' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] as string) ? 'rtl' : 'ltr';
}

/** 漢字《かんじ》 as 漢字: for what cannot stand above its letters, such as a label or a copied text. */
export function withoutReadings(text: string): string {
  return text.replace(/《[^》]*》/g, '');
}
