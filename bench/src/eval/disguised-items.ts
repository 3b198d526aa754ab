import { pathToFileURL } from 'node:url';
import { read } from '@hattari/engine';
import { bluffLetters } from '../corpora.js';
import { GROUPS } from '../disguise/all.js';
import { bluffLetters as ownLetters } from '../disguise/letters.js';
import { clean } from '../disguise/mail.js';
import { type BluffLetter, type Disguise, LANGUAGES, type LetterLanguage } from '../disguise/model.js';
import { randomOf } from '../disguise/random.js';
import { ROOT } from '../root.js';
import { type Item, type Source, UNDISGUISED } from './model.js';
import { validAddressesIn } from './second-wallets.js';

type Named = { readonly name: string; readonly letter: BluffLetter; readonly source: Source };

/** Longest real letter that is disguised, in UTF-16 units: what is longer is a letter among other things. */
const LONGEST = 20_000;

/** Each letter undisguised, then in every disguise. The disguises are drawn from names alone, so that a cell is the same at each run. */
export function disguisedItems(corpora: string | null): Item[] {
  const own = ownLetters(pathToFileURL(`${ROOT}bench/letters/`)).map((letter): Named => ({ name: letter.language, letter, source: 'written' }));
  return [...own, ...(corpora === null ? [] : realLetters(corpora))].flatMap((named) => [
    itemOf(named, UNDISGUISED, clean(named.letter), named.letter.wallet),
    ...Object.values(GROUPS)
      .flat()
      .flatMap((disguise) => {
        const bytes = dressed(named, disguise);
        return bytes === null ? [] : [itemOf(named, disguise.id, bytes, disguise.wallet?.(named.letter) ?? named.letter.wallet)];
      }),
  ]);
}

/** Null where a charset has not every letter of it. */
function dressed({ name, letter }: Named, disguise: Disguise): Uint8Array | null {
  try {
    return disguise.apply(letter, randomOf(`${disguise.id} ${name}`));
  } catch (cause) {
    if (/has not every letter/.test((cause as Error).message)) return null;
    throw cause;
  }
}

/** One real letter of each group of near-copies that is told in words, holds one address of a bitcoin key once and is in a language that the disguises know. */
function realLetters(corpora: string): Named[] {
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
    return [{ name, letter: { language: language as LetterLanguage, subject, text, wallet }, source: 'real' as const }];
  });
}

/** A letter that comes disguised itself tells nothing of a second disguise. */
function isPlain(text: string): boolean {
  return !/\p{Cf}|\p{Mn}/u.test(text);
}

function itemOf({ name, letter, source }: Named, disguise: string, bytes: Uint8Array, wallet: string): Item {
  return {
    set: 'disguises',
    name: `${name} ${disguise}`,
    label: 'bluff',
    language: letter.language,
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
