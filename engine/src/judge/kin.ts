import type { Family } from '../contract.js';
import type { KinId } from '../language/ids.js';
import type { Case } from './case.js';

const FAMILY: Readonly<Record<KinId, Family>> = {
  'account-alert': 'phishing',
  'payment-failed': 'phishing',
  parcel: 'phishing',
  'one-click': 'fake-bill',
  'fictitious-bill': 'fake-bill',
  'fake-warning': 'support-scam',
  'fake-police': 'fake-authority',
  recovery: 'recovery',
  'ransom-org': 'extortion',
  'crypto-invest': 'advance-fee',
  'advance-fee': 'advance-fee',
  'bomb-hitman': 'extortion',
};

export type Kin = { readonly family: Family; readonly ids: readonly KinId[] };

/** Kin that live from a link or a number to call; without one the words alone are everyday mail. */
const WANTS_A_WAY: ReadonlySet<string> = new Set(['account-alert', 'payment-failed', 'parcel', 'one-click', 'fictitious-bill', 'fake-warning']);

/** Which other scam this is: two different phrases of it (three beside the marks of a real notice), and the way in that it needs. */
export function kinOf(facts: Case): Kin | null {
  const wanted = facts.frames.has('real-security-notice') || facts.has('list') ? 3 : 2;
  const way = facts.has('link') || facts.has('phone') || facts.has('lure');
  let best: KinId | null = null;
  let most = 0;
  for (const [id, phrases] of facts.kin) {
    // A killer who asks for nothing is a film, or a mail filter of that name.
    const idle = id === 'bomb-hitman' && !facts.wantsMoney && !facts.claims.has('violence');
    if (phrases < wanted || (WANTS_A_WAY.has(id) && !way) || idle || phrases <= most) continue;
    best = id as KinId;
    most = phrases;
  }
  return best === null ? null : { family: FAMILY[best], ids: [best] };
}
