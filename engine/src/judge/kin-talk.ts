import type { Family } from '../contract.js';
import type { Case } from './case.js';

/** Units up to which what somebody pasted is one message or one story; in longer texts all words stand somewhere. */
const ONE_STORY = 1_500;

/** The frame whose groups of words each family is told in. */
const TALK: Readonly<Record<Family, string>> = {
  extortion: 'talk-organisation',
  phishing: 'talk-phishing',
  'fake-bill': 'talk-fake-bill',
  'advance-fee': 'talk-advance-fee',
  malware: 'talk-malware',
  recovery: 'talk-recovery',
  'fake-authority': 'talk-fake-authority',
  'support-scam': 'talk-support-scam',
};

/** How many groups of words of this family stand in a pasted message or story; 0 in all else, where they are everyday words. */
export function talkOf(facts: Case, family: Family): number {
  if (!facts.has('pasted') || facts.readable.units > ONE_STORY) return 0;
  return facts.frames.get(TALK[family]) ?? 0;
}

/** Groups of words about firms and their data from which on it is one that is threatened. */
const OF_ORGANISATION = 4;

export function isToldOfOrganisation(facts: Case): boolean {
  return talkOf(facts, 'extortion') >= OF_ORGANISATION;
}

/** Signs that real blackmailers give too, who ask for the same money by the same ways. */
const PRESSED = ['offender-ultimatum', 'pressure', 'short-countdown', 'secrecy'] as const;
/** Units up to which a text with a link is a notice and no announcement. */
const NOTICE = 500;
/** By how many more groups and phrases one family must be told than any other that could be; notices with a link are short and share words with bills. */
const MARGIN = 2;
const MARGIN_OF_NOTICE = 1;
/** Groups from which on a notice is long enough for the smaller margin. */
const CLEAR_NOTICE = 4;

export type Told = { readonly family: Family; readonly phrases: number; readonly weight: number };

/**
 * Whether a family is told by its words: many of them, by far more than of any other. Words alone are weighed against what
 * honest texts share with them: true notices, warnings, pictures that are asked for, rescue that every blackmailed person speaks of.
 */
export function isToldOf(facts: Case, one: Told, others: readonly Told[]): boolean {
  const { frames, signals, strong } = facts;
  if (frames.has('about-kin') || frames.has('talk-body')) return false;
  const mayBeOther = (id: string): boolean => id === 'already-paid' || (id === 'reader-admits' && !frames.has('talk-shown'));
  if (one.phrases === 0 && !strong.every(mayBeOther)) return false;
  if (one.family === 'advance-fee' && (frames.has('talk-shown') || PRESSED.some((id) => signals.has(id)))) return false;
  const malus = frames.has('real-security-notice') ? 2 : 0;
  if (one.weight - malus < enoughOf(facts, one)) return false;
  const margin = one.family === 'phishing' && facts.has('link') && one.weight >= CLEAR_NOTICE ? MARGIN_OF_NOTICE : MARGIN;
  return others.every((other) => other.family === one.family || one.weight - other.weight >= margin || !couldBe(facts, other));
}

/** Rescue and attacks on firms share their words with too much: without a phrase, or a demand, they are not meant. */
function couldBe(facts: Case, { family, phrases }: Told): boolean {
  if (family === 'recovery') return phrases > 0;
  return family !== 'extortion' || facts.wantsMoney;
}

/**
 * Groups and phrases together from which on a family is told. Who tells what was asked of them (two groups of such words) needs
 * few; a message by itself needs a link or a number, or many. Set on our own cases (bench/cases/own-kin*), of which one
 * honest text of 261 reaches them.
 */
function enoughOf(facts: Case, one: Told): number {
  const told = facts.frames.get('talk-told') ?? 0;
  const named = one.phrases > 0;
  switch (one.family) {
    case 'malware':
      return named ? 4 : Number.POSITIVE_INFINITY;
    case 'recovery':
      return named ? 5 : Number.POSITIVE_INFINITY;
    case 'extortion':
      return facts.wantsMoney ? (named || facts.has('wallet') ? 4 : 5) : Number.POSITIVE_INFINITY;
    case 'advance-fee':
      return told >= 2 && named ? 5 : 7;
    case 'phishing':
      return told >= 3 ? 3 : told >= 2 || (named && told > 0) || (facts.has('link') && facts.readable.units <= NOTICE) ? 4 : 6;
    case 'fake-bill':
      return told >= 2 ? 4 : facts.has('phone') ? 5 : 6;
    case 'fake-authority':
      return told >= 2 || (named && told > 0) ? 4 : 5;
    case 'support-scam':
      return told >= 2 || facts.has('phone') || (named && told > 0) ? 4 : told > 0 ? 5 : 6;
    default:
      return one.family satisfies never;
  }
}
