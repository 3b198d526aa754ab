import { addressesOf } from '../addresses.js';
import { GROUPS } from '../disguise/all.js';
import { clean, encodedWords, mailOf, plain } from '../disguise/mail.js';
import { type BluffLetter, type Disguise, LANGUAGES, type LetterLanguage } from '../disguise/model.js';
import { randomOf } from '../disguise/random.js';
import { mixed, oneOf } from './chance.js';
import { letterOf } from './letter.js';
import type { GeneratedLetter, GeneratedMail } from './model.js';
import { negativeOf } from './negative.js';
import type { Sentences } from './sentences.js';

/** Groups of disguises that add words or need to know the letters of a language. */
const SPEAKING: ReadonlySet<string> = new Set(['wallets', 'noise', 'mixed', 'look-alikes']);

/** Disguises that a language can wear: charsets, MIME shapes, HTML, invisible letters and spaces any, those with words only the five that they were made for. */
export function disguisesFor(language: string): Disguise[] {
  const known = LANGUAGES.some((one) => one === language);
  return Object.entries(GROUPS).flatMap(([group, disguises]) => (known || !SPEAKING.has(group) ? [...disguises] : []));
}

/** As the disguises take it; those that look at the language see Cyrillic as Russian and what has no other kin as English. */
export function disguisable({ language, subject, text, wallet }: Pick<GeneratedLetter, 'language' | 'subject' | 'text' | 'wallet'>): BluffLetter {
  const known = LANGUAGES.find((one) => one === language);
  const like: LetterLanguage = known ?? (/^(uk|bg)$/.test(language) ? 'ru' : 'en');
  return { language: like, subject, text, wallet };
}

/** A letter in a disguise, null where a charset of it has not every letter. */
export function dressed(letter: BluffLetter, disguise: Disguise, name: string): Uint8Array | null {
  try {
    return disguise.apply(letter, randomOf(`${disguise.id} ${name}`));
  } catch (cause) {
    if (/has not every letter/.test((cause as Error).message)) return null;
    throw cause;
  }
}

/** So many mails of a language: each second a letter (one in four of them undisguised), the rest negatives in a charset or shape. The same bytes for the same seed. */
export function* mailsOf(sentences: Sentences, seed: string, count: number): Generator<GeneratedMail> {
  for (let number = 0; number < count; number++)
    yield number % 2 === 0 ? letterMail(sentences, seed, number / 2) : negativeMail(sentences, seed, (number - 1) / 2);
}

function letterMail(sentences: Sentences, seed: string, number: number): GeneratedMail {
  const letter = letterOf(sentences, seed, number);
  const random = randomOf(`dress ${letter.name}`);
  const as = disguisable(letter);
  const { bytes, disguise } = random() < 0.25 ? { bytes: clean(as), disguise: null } : worn(as, disguisesFor(letter.language), letter.name);
  const wallet = disguise?.wallet?.(as) ?? letter.wallet;
  const { name, language, story, text } = letter;
  return { name, label: 'bluff', language, of: story, disguise: disguise?.id ?? 'none', text, wallets: [wallet], bytes };
}

/** Innocent mail is written in many charsets and shapes too, but nobody hides its words. */
function negativeMail(sentences: Sentences, seed: string, number: number): GeneratedMail {
  const { name, language, of, label, subject, text, wallets } = negativeOf(sentences, seed, number);
  const as = disguisable({ language, subject, text, wallet: addressesOf(name).BTC });
  const encodings = GROUPS['encodings'] ?? [];
  const { bytes, disguise } =
    randomOf(`dress ${name}`)() < 0.5 ? { bytes: mailOf(encodedWords(subject), plain(text)), disguise: null } : worn(as, encodings, name);
  return { name, label, language, of, disguise: disguise?.id ?? 'none', text, wallets, bytes };
}

/** The first disguise, in an order that chance gives, that the letter can wear. */
function worn(letter: BluffLetter, disguises: readonly Disguise[], name: string): { readonly bytes: Uint8Array; readonly disguise: Disguise | null } {
  for (const disguise of mixed(disguises, randomOf(`order ${name}`))) {
    const bytes = dressed(letter, disguise, name);
    if (bytes !== null) return { bytes, disguise };
  }
  return { bytes: clean(letter), disguise: null };
}

/** One disguise of each group, drawn for a letter: what a letter is tried in where all would be too many. */
export function drawnFor(letter: GeneratedLetter): Disguise[] {
  const random = randomOf(`drawn ${letter.name}`);
  const known = new Set(disguisesFor(letter.language));
  return Object.values(GROUPS).flatMap((disguises) => {
    const can = disguises.filter((one) => known.has(one));
    return can.length === 0 ? [] : [oneOf(can, random), oneOf(can, random)].filter((one, k, all) => all.indexOf(one) === k);
  });
}
