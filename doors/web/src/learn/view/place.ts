import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Learnt } from '../given.js';
import { LEARN_WORDS, type LearnWord } from '../words/words.js';

/** Where a page stands: its path below `learn/LANGUAGE/`, empty or with a `/` at its end. */
export type Standing = { readonly language: Learnt; readonly languages: readonly Learnt[]; readonly path: string };

export const Place = createContext<Standing>({ language: 'en', languages: ['en'], path: '' });

/** Says the words of the Learn pages' own frame. */
export function useSay(): (word: LearnWord, slots?: Readonly<Record<string, string>>) => string {
  const { language } = useContext(Place);
  return (word, slots = {}) => LEARN_WORDS[language][word].replace(/\{([a-z]+)\}/g, (slot, name: string) => slots[name] ?? slot);
}

/** The address of another page, from the page it stands on; `main` is where a message is read. */
export function useAddress(): (target: string, language?: Learnt) => string {
  const { language, path } = useContext(Place);
  const up = '../'.repeat(path.split('/').length - 1);
  return (target, other) => {
    if (target === 'main') return `${up}../../index.html?lang=${language}`;
    if (other !== undefined) return `${up}../${other}/${target}`;
    return up + target === '' ? './' : up + target;
  };
}
