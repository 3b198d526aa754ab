import { FEWEST_CLAIMS } from '../claims/claim.js';
import type { Case } from './case.js';
import { FINGERPRINTS } from './weights.js';

/** Claims that ordinary mail makes too: alone they say nothing. */
const EVERYDAY = new Set([
  'amount',
  'timer-48h',
  'do-not-reply',
  'hygiene-advice',
  'how-to-buy-btc',
  'trusted-carrier',
  'second-letter',
  'bad-news-greeting',
  'deepfake-threat',
  'crypto-wallet',
  'was-hired',
]);

/** Claims that say something by themselves. */
export function tellingClaims(facts: Case): number {
  let n = 0;
  for (const id of facts.claims) if (!EVERYDAY.has(id)) n++;
  return n;
}

/**
 * The shape of a mass letter: it says that it has access or material, wants payment, and makes several claims of several
 * kinds. Four weak signs of different kinds beat one strong word.
 */
export function hasShapeOfMassMail(facts: Case): boolean {
  const { claims, groups } = facts;
  // Worded like such letters, a wallet, and three claims: the letter need not say what it has.
  if (facts.resembles('letter', 'likely') && facts.has('wallet') && claims.size >= FEWEST_CLAIMS && groups.has('threat')) return true;
  if (!groups.has('payment') || !(groups.has('access') || groups.has('material'))) return false;
  const kinds = [...groups].filter((group) => group !== 'carrier').length;
  const fingerprint = [...claims].some((id) => FINGERPRINTS.has(id));
  if (tellingClaims(facts) < 2 || facts.letterScore <= 0) return false;
  return (claims.size >= 4 && kinds >= 3) || (fingerprint && claims.size >= FEWEST_CLAIMS);
}
