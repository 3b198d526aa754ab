import { pathToFileURL } from 'node:url';
import { read } from '@hattari/engine';
import { languagesIn } from '@hattari/shelf';
import { bluffLetters } from '../corpora.js';
import { GROUPS } from '../disguise/all.js';
import { bluffLetters as ownLetters } from '../disguise/letters.js';
import { clean } from '../disguise/mail.js';
import { type BluffLetter, type Disguise, LANGUAGES, type LetterLanguage } from '../disguise/model.js';
import { letterOf } from '../generate/letter.js';
import { disguisable, drawnFor, dressed } from '../generate/mails.js';
import { writableIn } from '../generate/sentences.js';
import { LETTER_CLAIMS } from '../generate/stories.js';
import { ROOT } from '../root.js';
import { type Item, type Source, UNDISGUISED } from './model.js';
import { validAddressesIn } from './second-wallets.js';

type Named = { readonly name: string; readonly language: string; readonly letter: BluffLetter; readonly source: Source; readonly in: readonly Disguise[] };

/** Longest real letter that is disguised, in UTF-16 units: what is longer is a letter among other things. */
const LONGEST = 20_000;

/** Generated letters a language: a few of each are enough to see a disguise that a language is not safe from. */
const GENERATED = 8;

/** Each letter undisguised, then disguised: real letters and our own in all disguises, generated ones in some. The same cells at each run. */
export function disguisedItems(corpora: string | null): Item[] {
  const all = Object.values(GROUPS).flat();
  const own = ownLetters(pathToFileURL(`${ROOT}bench/letters/`)).map(
    (letter): Named => ({ name: letter.language, language: letter.language, letter, source: 'written', in: all }),
  );
  const real = corpora === null ? [] : realLetters(corpora).map((named): Named => ({ ...named, source: 'real', in: all }));
  return [...own, ...real, ...generatedLetters()].flatMap((named) => [
    itemOf(named, UNDISGUISED, clean(named.letter), named.letter.wallet),
    ...named.in.flatMap((disguise) => {
      const bytes = dressed(named.letter, disguise, named.name);
      return bytes === null ? [] : [itemOf(named, disguise.id, bytes, disguise.wallet?.(named.letter) ?? named.letter.wallet)];
    }),
  ]);
}

function generatedLetters(): Named[] {
  const files = languagesIn(`${ROOT}languages`).map(({ value }) => value);
  return writableIn(files, LETTER_CLAIMS).flatMap((sentences) =>
    Array.from({ length: GENERATED }, (_, number): Named => {
      const letter = letterOf(sentences, 'eval', number);
      return { name: letter.name, language: letter.language, letter: disguisable(letter), source: 'generated', in: drawnFor(letter) };
    }),
  );
}

/** One real letter of each group of near-copies that is told in words, holds one address of a bitcoin key once and is in a language that the disguises know. */
function realLetters(corpora: string): Omit<Named, 'source' | 'in'>[] {
  const seen = new Set<string>();
  return bluffLetters(corpora).flatMap(({ name, bytes, language, group }) => {
    if (seen.has(group) || !LANGUAGES.some((known) => known === language)) return [];
    const { parts } = read({ bytes });
    const text = (parts.find(({ kind }) => kind === 'text') ?? parts.find(({ kind }) => kind === 'html'))?.text.trim() ?? '';
    const [wallet, ...more] = validAddressesIn(text);
    if (text.length > LONGEST || wallet === undefined || more.length > 0 || !/^(1|bc1)/.test(wallet) || text.split(wallet).length !== 2 || !isPlain(text))
      return [];
    seen.add(group);
    const subject = parts.find(({ id }) => id === 'subject')?.text ?? '';
    return [{ name, language, letter: { language: language as LetterLanguage, subject, text, wallet } }];
  });
}

/** A letter that comes disguised itself tells nothing of a second disguise. */
function isPlain(text: string): boolean {
  return !/\p{Cf}|\p{Mn}/u.test(text);
}

function itemOf({ name, language, source }: Named, disguise: string, bytes: Uint8Array, wallet: string): Item {
  return {
    set: 'disguises',
    name: `${name} ${disguise}`,
    label: 'bluff',
    language,
    source,
    half: source === 'real' ? 'open' : 'own',
    group: name,
    disguise,
    bytes,
    words: 'en',
    answers: {},
    wallets: [wallet],
    wanted: null,
  };
}
