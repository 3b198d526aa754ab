import { SAFETY_GATES } from '../contract.js';
import type { Case } from './case.js';
import type { Finding } from './finding.js';
import { toldYes } from './genuine.js';
import { isFittedIn } from '../resemblance/fitted.js';
import { hasShapeOfMassMail, tellingClaims } from './mass-mail.js';

/** Twice the longest story and message among our cases of real blackmail: in what is longer all words stand somewhere. */
export const LONGEST_STORY = 4_000;

/** Units from which on wording can speak against a sign: a line or two holds little more than the sign itself. */
const SHORTEST_STORY = 120;

/** Units of a mail from which on its wording alone is no chance. */
const SHORTEST_MAIL = 250;

/** Who threatens already courts nobody any more. */
const THREATS = ['offender-ultimatum', 'already-sent', 'short-countdown', 'contact-names', 'already-paid', 'more-images'] as const;

/**
 * A finding, and what the wording as a whole adds to it. Nothing becomes `bluff` or `clear` here: measured weights tell real
 * blackmail where signs in words are few, keep `clear` away, and where they speak against it make signs that stand by chance `unsure`.
 */
export function likened(facts: Case, finding: Finding): Finding {
  const unsure: Finding = { kind: 'unsure', doubt: 'mixed' };
  const signs = facts.signals.size > 0 || tellingClaims(facts) > 0;
  const clearlyLike = signs
    ? facts.resembles('real', 'surely', 'likely', 'maybe')
    : facts.resembles('real', 'surely', 'likely') && (facts.has('pasted') || facts.readable.units >= SHORTEST_MAIL);
  if (finding.kind === 'clear' && clearlyLike) return unsure;
  if (finding.kind === 'mention' && facts.has('pasted') && facts.resembles('real', 'surely', 'likely')) return unsure;
  // A letter stands beside somebody's own words, which are like those of real blackmail.
  if (finding.kind === 'bluff' && (facts.resembles('real', 'surely', 'likely') || facts.has('resembles-apart'))) return unsure;
  if (!facts.has('pasted')) return finding;
  const mayObject = facts.readable.units >= SHORTEST_STORY && isFittedIn(facts.readable.language);
  if (finding.kind === 'genuine' && mayObject && facts.resembles('real', 'hardly') && !toldYes(facts)) return unsure;
  if (finding.kind !== 'unsure' || finding.doubt !== 'mixed' || hasShapeOfMassMail(facts)) return finding;
  if (!facts.resembles('real', 'surely') && !(signs && facts.resembles('real', 'likely'))) return finding;
  if (SAFETY_GATES.every((gate) => facts.answers.get(gate) === 'no')) return finding;
  if (facts.readable.units > LONGEST_STORY) return finding;
  const threatened = facts.groups.has('threat') || facts.wantsMoney || THREATS.some((id) => facts.signals.has(id));
  return { kind: 'genuine', before: facts.resembles('before', 'likely') && !threatened };
}
