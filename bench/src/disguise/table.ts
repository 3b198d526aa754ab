import { type Detection, detect, type Knowledge, type VerdictKind } from '@hattari/engine';
import { clean } from './mail.js';
import type { BluffLetter, Disguise, LetterLanguage } from './model.js';
import { randomOf } from './random.js';

/** One disguise on one letter, beside the undisguised letter. */
export type Cell = {
  readonly disguise: string;
  readonly language: LetterLanguage;
  readonly plain: VerdictKind;
  readonly disguised: VerdictKind;
  /** The letter's address was found, whole and by its checksum. */
  readonly walletFound: boolean;
  /** Addresses that do not stand in the letter. */
  readonly walletsInvented: readonly string[];
  /** Claims with their quoted words that only the one or only the other shows. */
  readonly quotesLost: readonly string[];
  readonly quotesGained: readonly string[];
  readonly problems: readonly string[];
};

export function mailOfCell(disguise: Disguise, letter: BluffLetter): Uint8Array {
  return disguise.apply(letter, randomOf(`${disguise.id} ${letter.language}`));
}

export function detectIn(know: Knowledge, bytes: Uint8Array): Detection {
  return detect({ bytes, answers: {}, place: 'US', words: 'en', now: 0 }, know);
}

export function cleanOf(know: Knowledge, letter: BluffLetter): Detection {
  return detectIn(know, clean(letter));
}

/** Each claim with the words that the reader is shown, white space folded. */
export function quotesOf({ explanation }: Detection): string[] {
  return explanation.claims.map(({ id, quote }) => `${id} “${quote.replace(/\s+/g, ' ').trim()}”`);
}

/** Bech32 is the same address in capitals. */
const sameAddress = (a: string, b: string): boolean => a === b || (/^bc1/i.test(a) && a.toLowerCase() === b.toLowerCase());

export function cellOf(know: Knowledge, disguise: Disguise, letter: BluffLetter, plain: Detection): Cell {
  const found = detectIn(know, mailOfCell(disguise, letter));
  const wanted = disguise.wallet?.(letter) ?? letter.wallet;
  const wallets = found.explanation.wallets;
  const before = quotesOf(plain);
  const after = quotesOf(found);
  return {
    disguise: disguise.id,
    language: letter.language,
    plain: plain.verdict.kind,
    disguised: found.verdict.kind,
    walletFound: wallets.some(({ address, sure }) => sure && sameAddress(address, wanted)),
    walletsInvented: wallets.map(({ address }) => address).filter((address) => !sameAddress(address, wanted)),
    quotesLost: before.filter((quote) => !after.includes(quote)),
    quotesGained: after.filter((quote) => !before.includes(quote)),
    problems: found.mail.problems.map(({ id }) => id),
  };
}

export function tableOf(know: Knowledge, disguises: readonly Disguise[], letters: readonly BluffLetter[]): Cell[] {
  const plain = letters.map((letter) => cleanOf(know, letter));
  return disguises.flatMap((disguise) => letters.map((letter, i) => cellOf(know, disguise, letter, plain[i] as Detection)));
}
