import { addressesOf } from '../addresses.js';
import type { Random } from '../disguise/model.js';
import { randomOf } from '../disguise/random.js';
import { oneOf, someOf } from './chance.js';
import { type Told, WORDINGS } from './harmless-words.js';
import { letterOf } from './letter.js';
import { type GeneratedLabel, NEGATIVES, type Negative } from './model.js';
import { joins, type Sentences } from './sentences.js';
import { LETTER_CLAIMS } from './stories.js';

/** A mail that sounds like a letter; `wallets` are those that stand in it. */
export type NegativeText = {
  readonly name: string;
  readonly language: string;
  readonly of: Negative;
  readonly label: GeneratedLabel;
  readonly subject: string;
  readonly text: string;
  readonly wallets: readonly string[];
};

/** Sections whose sentences a kind of mail is made of where a language has no words of ours. */
const FRAMES: Readonly<Record<Told, readonly string[]>> = {
  newsletter: ['about-the-scam', 'about-kin'],
  exchange: ['crypto-business', 'real-security-notice'],
  invoice: ['crypto-business'],
  'webcam-shop': [],
  advisory: ['real-security-notice', 'about-kin'],
  recovery: ['recovery'],
  'pen-test': ['real-security-notice'],
};
const BEFORE = { forward: 'forwarded', article: 'about-the-scam', question: 'asks-for-advice' } as const;

/** One mail that is no letter, of each kind in turn. The same for the same seed and number. */
export function negativeOf(sentences: Sentences, seed: string, number: number): NegativeText {
  const of = NEGATIVES[number % NEGATIVES.length] as Negative;
  const { language } = sentences;
  const name = `generated ${seed} ${language} negative ${number}`;
  const random = randomOf(name);
  switch (of) {
    case 'forward':
    case 'article':
    case 'question':
      return quoting(of, sentences, name, seed, number, random);
    default:
      return told(of, sentences, name, random);
  }
}

function told(of: Told, sentences: Sentences, name: string, random: Random): NegativeText {
  const { language } = sentences;
  const wallet = addressesOf(name).BTC;
  const wording = WORDINGS[language]?.[of];
  const lines = wording === undefined ? fromFile(of, sentences, random) : wording.lines.map((list) => oneOf(list, random));
  const text = lines.join(random() < 0.5 ? '\n\n' : joins(language)).replaceAll('{wallet}', wallet);
  const subject = wording === undefined ? (lines[0] as string).slice(0, 60) : oneOf(wording.subject, random);
  return { name, language, of, label: of === 'recovery' ? 'kin' : 'harmless', subject, text, wallets: text.includes(wallet) ? [wallet] : [] };
}

/** What belongs to the kind, among sentences that sound like a claim and must be left alone. */
function fromFile(of: Told, { caught, leftAlone }: Sentences, random: Random): string[] {
  const own = FRAMES[of].flatMap((id) => caught.get(id) ?? []);
  const alike = [...leftAlone].flatMap(([id, list]) => (LETTER_CLAIMS.has(id) ? list : []));
  return [...someOf(own, 2, random), ...someOf(alike, of === 'recovery' ? 0 : 3, random), ...(own.length === 0 ? someOf(alike, 1, random) : [])];
}

/** A whole letter inside somebody else's words, as it is or with a quotation's marks. */
function quoting(of: keyof typeof BEFORE, sentences: Sentences, name: string, seed: string, number: number, random: Random): NegativeText {
  const letter = letterOf(sentences, `${seed} quoted`, number);
  const words = someOf(sentences.caught.get(BEFORE[of]) ?? [], 2, random);
  const marked = random() < 0.5 ? letter.text.replace(/^/gm, '> ') : letter.text;
  const [before = '', after = ''] = words;
  return {
    name,
    language: sentences.language,
    of,
    label: 'quoting',
    subject: `Fwd: ${letter.subject}`.slice(of === 'forward' ? 0 : 5),
    text: `${before}\n\n${marked}\n\n${of === 'forward' ? '' : after}`.trim(),
    wallets: [letter.wallet],
  };
}
