import type { Family, Gate } from '../contract.js';
import type { KinId } from '../language/ids.js';
import type { Case } from './case.js';
import { leadingKin, PLAINEST } from './kin-families.js';

/** What may have been given away already, by scam: each answer changes the steps (`explain/kin-steps.ts`), and no other is asked. */
const ASKED: Readonly<Record<KinId, readonly Gate[]>> = {
  'bomb-hitman': ['paid'],
  'ransom-org': ['paid'],
  'fake-police': ['app', 'password', 'paid'],
  recovery: ['paid'],
  'fake-warning': ['app', 'password', 'paid'],
  'lure-file': ['app', 'password'],
  'one-click': ['paid'],
  'fictitious-bill': ['paid'],
  'code-request': ['app', 'password', 'paid'],
  'account-alert': ['app', 'password'],
  'payment-failed': ['password', 'paid'],
  parcel: ['app', 'password'],
  'family-emergency': ['paid'],
  'romance-money': ['paid'],
  deposit: ['password', 'paid'],
  'crypto-invest': ['app', 'paid'],
  'advance-fee': ['paid'],
};

/** Gates that a kin verdict asks. Whoever is offered rescue was blackmailed before, and the way to take pictures down depends on age. */
export function gatesOfKin(facts: Case, family: Family): readonly Gate[] {
  const id = leadingKin(facts.kin, family) ?? PLAINEST[family];
  return id === 'recovery' ? [...ASKED[id], 'age'] : ASKED[id];
}
