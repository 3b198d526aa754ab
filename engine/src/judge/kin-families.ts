import type { Family } from '../contract.js';
import { KINS, type KinId } from '../language/ids.js';

/** To which family each kin scam belongs: headline, desks and the contract speak of families, words and steps of the single scam. */
export const FAMILY_OF_KIN: Readonly<Record<KinId, Family>> = {
  'account-alert': 'phishing',
  'payment-failed': 'phishing',
  parcel: 'phishing',
  'code-request': 'phishing',
  'one-click': 'fake-bill',
  'fictitious-bill': 'fake-bill',
  'fake-warning': 'support-scam',
  'fake-police': 'fake-authority',
  recovery: 'recovery',
  'ransom-org': 'extortion',
  'crypto-invest': 'advance-fee',
  'advance-fee': 'advance-fee',
  'family-emergency': 'advance-fee',
  'romance-money': 'advance-fee',
  deposit: 'advance-fee',
  'bomb-hitman': 'extortion',
  'lure-file': 'malware',
};

/** Of each family the scam whose questions and steps fit most others of it. */
export const PLAINEST: Readonly<Record<Family, KinId>> = {
  extortion: 'bomb-hitman',
  phishing: 'account-alert',
  'fake-bill': 'fictitious-bill',
  'advance-fee': 'romance-money',
  malware: 'lure-file',
  recovery: 'recovery',
  'fake-authority': 'fake-police',
  'support-scam': 'fake-warning',
};

/** The scam of a family that most phrases speak for; null where none does. Of equals the one that `KINS` names first. */
export function leadingKin(phrases: ReadonlyMap<string, number>, family: Family): KinId | null {
  let lead: KinId | null = null;
  let most = 0;
  for (const id of KINS) {
    const found = phrases.get(id) ?? 0;
    if (FAMILY_OF_KIN[id] !== family || found <= most) continue;
    lead = id;
    most = found;
  }
  return lead;
}
