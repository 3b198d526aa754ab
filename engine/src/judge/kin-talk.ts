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

/** Groups and phrases together that tell a family, and by how many more than any other family has. */
const TOLD = 5;
const MARGIN = 2;
/** A file that wants to be opened needs few words. */
const TOLD_OF_FILE = 4;
/** Without any phrase of the family so many groups speak for themselves. */
const TOLD_ALONE = 6;

/** Signs that real blackmailers give too, who ask for the same money by the same ways. */
const PRESSED = ['offender-ultimatum', 'pressure', 'short-countdown', 'secrecy'] as const;

/**
 * Whether a family is told by its words: many of them, by far more than of any other. Words alone are weighed against what
 * honest texts share with them: true notices, warnings, pictures that are asked for, rescue that every blackmailed person speaks of.
 */
export function isToldOf(facts: Case, family: Family, { phrases, weight, next }: { phrases: number; weight: number; next: number }): boolean {
  const { frames, signals } = facts;
  if (frames.has('about-kin') || frames.has('talk-body') || weight - next < MARGIN) return false;
  const told = frames.get('talk-told') ?? 0;
  const bonus = told >= 4 ? 2 : told >= 2 ? 1 : 0;
  const malus = frames.has('real-security-notice') ? 2 : 0;
  const all = weight + bonus - malus;
  switch (family) {
    case 'malware':
      return phrases > 0 && all >= TOLD_OF_FILE;
    case 'recovery':
      return phrases > 0 && all >= TOLD;
    case 'extortion':
      return facts.wantsMoney && all >= TOLD;
    case 'advance-fee':
      return all >= (phrases > 0 || told > 0 ? TOLD : TOLD_ALONE) && !PRESSED.some((id) => signals.has(id));
    // True bills, notices and reports share most of these words; what was asked of somebody, or a link, is what they lack.
    case 'fake-bill':
    case 'fake-authority':
    case 'support-scam':
      return all >= (told > 0 ? TOLD : TOLD_ALONE);
    case 'phishing':
      return all >= (told > 0 || facts.has('link') ? TOLD : TOLD_ALONE);
    default:
      return family satisfies never;
  }
}
