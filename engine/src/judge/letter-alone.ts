import type { Case } from './case.js';

/** Nothing in the wording is like real blackmail, neither as a whole nor in a paragraph beside the claims: words that letters share with it say nothing. */
export function isLetterAlone(facts: Case): boolean {
  return facts.resembles('real', 'hardly') && !facts.has('resembles-apart') && !facts.has('conversation');
}
