import type { Case } from './case.js';

/** Nothing in the wording is like real blackmail, neither as a whole nor in a paragraph beside the claims: words that letters share with it say nothing. */
export function isLetterAlone(facts: Case): boolean {
  return facts.resembles('real', 'hardly') && !facts.has('resembles-apart') && !facts.has('conversation');
}

/** Signs that letters sent to millions carry too: in 166 of them, real and our own, others stood three times (a payment near the reader, secrecy). */
const OF_LETTERS: ReadonlySet<string> = new Set(['private-material', 'pressure', 'offender-ultimatum', 'short-countdown']);

export function isOfLetter(id: string): boolean {
  return OF_LETTERS.has(id);
}
