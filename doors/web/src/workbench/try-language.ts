import { checkLanguage, HEADINGS, holesOf, type Knowledge, type LanguageFile, makeKnowledge, NEVER_SAID, readLanguageFile, slipsIn } from '@hattari/engine';
import type { Told } from '../engine/protocol.js';
import { tell } from '../engine/tell.js';

export type Mistake = { readonly line: number; readonly text: string };

/** What the workbench shows of a language file. */
export type Tried = {
  readonly code: string;
  readonly name: string;
  readonly mistakes: readonly Mistake[];
  /** Sections and words that are said in English as yet. */
  readonly holes: readonly string[];
  /** Phrases of each section, beside those of English. */
  readonly matrix: readonly { readonly id: string; readonly phrases: number; readonly english: number }[];
  readonly letter: string;
  /** The letter as the page tells it in this language; null where a mistake keeps the file from being compiled. */
  readonly told: Told | null;
};

/** Claims that a letter to try is made of, in the order of such letters. */
const LETTER = [
  'intro-hacker',
  'rat-full-access',
  'webcam-video',
  'contacts-copied',
  'send-to-contacts',
  'amount',
  'crypto-wallet',
  'timer-48h',
  'do-not-reply',
  'keeps-word',
] as const;

/** Reads a language file, tries it on its own sentences, and tells a letter with it. Total: mistakes are listed. */
export function tryLanguage(source: string, english: string, given: string | null): Tried {
  const file = readLanguageFile(source, HEADINGS);
  const standIn = readLanguageFile(english, HEADINGS);
  const mistakes = checkLanguage(file);
  const letter = given ?? letterOf(file);
  const know = compiled(file, standIn);
  const phrases = (of: LanguageFile, id: string): number => of.sections.find((section) => section.id === id)?.phrases.length ?? 0;
  return {
    code: file.code,
    name: file.name,
    mistakes,
    holes: holesIn(file),
    matrix: [...HEADINGS.sections].map((id) => ({ id, phrases: phrases(file, id), english: phrases(standIn, id) })),
    letter,
    told: know === null ? null : toldWith(know, file.code, letter),
  };
}

function toldWith(know: Knowledge, code: string, letter: string): Told {
  return tell({ bytes: new TextEncoder().encode(letter), name: '' }, { answers: {}, place: 'world', language: code, easy: false }, know, 'all');
}

function compiled(file: LanguageFile, english: LanguageFile): Knowledge | null {
  try {
    return makeKnowledge(file.code === 'en' ? [file] : [english, file], [], '');
  } catch {
    return null;
  }
}

function letterOf({ sections }: LanguageFile): string {
  return LETTER.flatMap((id) => sections.find((section) => section.id === id)?.caught[0]?.text ?? []).join('\n');
}

/** The language by itself, without the phrases that mail is read with. */
function alone(file: LanguageFile): Knowledge | null {
  const sections = file.sections.map((section) => (Object.hasOwn(NEVER_SAID, section.id) ? section : { ...section, phrases: [] }));
  try {
    return makeKnowledge([{ ...file, sections }], [], '');
  } catch {
    return null;
  }
}

function holesIn(file: LanguageFile): readonly string[] {
  const voice = alone(file)?.voices[0];
  return voice === undefined ? [] : holesOf(voice);
}

/** Sentences that say, where they can be read, what must never be said there. Takes seconds: every path is walked. */
export function slipsOf(source: string): readonly Mistake[] {
  const file = readLanguageFile(source, HEADINGS);
  const know = file.words.size === 0 ? null : alone(file);
  if (know === null) return [];
  return slipsIn(know, file.code).map(({ id, path, words, section, phrase }) => ({
    line: file.wordLines.get(id) ?? file.sections.find((one) => one.id === id.split(':')[0])?.line ?? 1,
    text: `“${id}” can be read on the path “${path}”, where nothing says “${words}” (${section}: ${phrase})`,
  }));
}
