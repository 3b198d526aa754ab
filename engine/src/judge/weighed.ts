import { SAFETY_GATES } from '../contract.js';
import type { WeighedFact } from '../model.js';
import type { Case } from './case.js';
import type { Finding } from './finding.js';
import { toldYes } from './genuine.js';
import { kinOf } from './kin.js';
import { isOfLetter } from './letter-alone.js';
import { tellingClaims } from './mass-mail.js';

/** Twice the longest story and message among our cases of real blackmail: in what is longer all words stand somewhere. */
export const LONGEST_STORY = 4_000;

/** Units of a mail from which on it says enough to be asked about without a sign. */
const SHORTEST_MAIL = 250;

/** How likely a real case must be to be told as one, to keep calming verdicts away, and to stay one that signs in words say it is. */
const REAL = 0.75;
const MAY_BE_REAL = 0.3;
const HARDLY_REAL = 0.65;
/** The same without any sign or claim, by everyday words alone: an announcement has them too. */
const REAL_BY_WORDS = 0.9;
/**
 * A trace of a real case in what is a letter: whoever shows one may have put their own story beside it, in words that nobody knows. Of 228
 * letters that are told as such by their claims one has more (set when one case of the second sealed half had 0.031).
 */
const TRACE = 0.025;
const SEEN_AS_LETTER = 0.5;
/** Telling claims of a mail from which on it is a letter, however its words are spelled: disguises leave traces too. */
const MANY_CLAIMS = 10;
/** How likely what stands around a letter must be a real case by itself for the letter not to be all there is; and in a mail, a paragraph of which is worded like one. */
const REAL_AROUND = 0.5;
const SOME_AROUND = 0.1;
/**
 * How likely a letter must be, and how unlikely a real case. Of 1,381 real cases one passes both and `mayBeLetter` (by trees that had not seen
 * it), of 428 letters 307.
 */
const LETTER = 0.7;
const HARDLY_MORE = 0.02;
/** How likely another scam must be to be told by the phrases that speak of one. */
const OTHER_SCAM = 0.9;

/** Who threatens already courts nobody any more. */
const THREATS = ['offender-ultimatum', 'already-sent', 'short-countdown', 'contact-names', 'already-paid', 'more-images'] as const;

const UNSURE: Finding = { kind: 'unsure', doubt: 'mixed' };

/**
 * A finding, and what measured weights of all evidence together add to it. Lopsided: they make `unsure` of anything, `genuine` only of what
 * somebody pasted and was asked about, `bluff` only where a claim or a wallet stands in a text without any sign that letters sent to
 * millions do not carry, `kin` only where its phrases stand without a strong sign, and never `clear`.
 */
export function weighed(facts: Case, finding: Finding): Finding {
  const { weighing } = facts;
  if (weighing === null || toldYes(facts)) return finding;
  const { real, letter, kin, fitted } = weighing;
  switch (finding.kind) {
    case 'genuine':
      if (kin >= OTHER_SCAM && real < HARDLY_MORE) return other(facts) ?? UNSURE;
      return fitted && real < (says(facts) ? HARDLY_REAL : REAL_BY_WORDS) ? UNSURE : finding;
    case 'bluff':
      return (real >= MAY_BE_REAL && !facts.groups.has('access')) || hasTrace(facts, weighing) || isBeside(facts) ? UNSURE : finding;
    case 'mention':
      return facts.has('pasted') && real >= REAL ? UNSURE : finding;
    case 'clear':
      return real >= (facts.has('pasted') || says(facts) ? MAY_BE_REAL : REAL) && (facts.has('pasted') || facts.readable.units >= SHORTEST_MAIL)
        ? UNSURE
        : finding;
    case 'unsure':
      if (finding.doubt !== 'mixed') return finding;
      if (kin >= OTHER_SCAM && real < HARDLY_MORE) return other(facts) ?? finding;
      if (real >= REAL && mayBeStory(facts)) return { kind: 'genuine', before: isWordedAsBefore(facts) };
      return letter >= LETTER && real < HARDLY_MORE && !isBeside(facts) && mayBeLetter(facts) ? { kind: 'bluff' } : finding;
    case 'kin':
      return finding;
    default:
      return finding.kind satisfies never;
  }
}

function hasTrace(facts: Case, { real, letter, drawn }: WeighedFact): boolean {
  return !drawn && letter >= SEEN_AS_LETTER && real >= TRACE && (facts.has('pasted') || tellingClaims(facts) < MANY_CLAIMS);
}

/**
 * Somebody's own words stand beside a letter. A letter of many paragraphs has some that are worded like a story; who forwards one writes around
 * it, while who pastes may write between.
 */
function isBeside(facts: Case): boolean {
  const around = facts.weighing?.around ?? 0;
  return around >= REAL_AROUND || (facts.has('resembles-apart') && (facts.has('pasted') || around >= SOME_AROUND));
}

/** A sign or a claim stands in it. */
function says(facts: Case): boolean {
  return facts.signals.size > 0 || tellingClaims(facts) > 0;
}

/** The scam that its phrases speak of, if any does and no strong sign of a real blackmailer stands beside it. */
function other(facts: Case): Finding | null {
  const found = facts.kin.size > 0 && facts.strong.length === 0 ? kinOf(facts) : null;
  return found === null ? null : { kind: 'kin', family: found.family };
}

/**
 * Pasted words of a story's length, of which the reader has not said three times that there was nothing. Who says that they broke in says what
 * letters say, so it is asked about.
 */
function mayBeStory(facts: Case): boolean {
  if (facts.groups.has('access') && facts.strong.length === 0 && !facts.has('conversation')) return false;
  return facts.has('pasted') && facts.readable.units <= LONGEST_STORY && !SAFETY_GATES.every((gate) => facts.answers.get(gate) === 'no');
}

/** Whoever speaks in turns, names people, or shows a picture, has more than a letter. */
function mayBeLetter(facts: Case): boolean {
  if (facts.has('conversation') || facts.has('picture') || facts.names) return false;
  const others = [...facts.signals].some((id) => !isOfLetter(id) && !(id === 'local-payment' && !facts.paymentApart));
  // One sentence of a letter stands in other scams too.
  if (facts.kin.size > 0 && tellingClaims(facts) < 2) return false;
  return !others && (tellingClaims(facts) > 0 || facts.has('wallet'));
}

/** The wording is of courting, and nobody threatens yet. */
function isWordedAsBefore(facts: Case): boolean {
  const threatened = facts.groups.has('threat') || facts.wantsMoney || THREATS.some((id) => facts.signals.has(id));
  return facts.resembles('before', 'likely') && !threatened;
}
