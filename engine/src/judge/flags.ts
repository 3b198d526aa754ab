import type { Flag } from '../contract.js';
import type { Case } from './case.js';
import type { Finding } from './finding.js';
import { isToldOfOrganisation } from './kin-talk.js';

/** What else is to be known of a message, by flag; in the order of the contract. */
export function flagsOf(facts: Case, finding: Finding): Flag[] {
  const { claims, signals, kin, answers } = facts;
  const { kind } = finding;
  const threat = kind === 'bluff' || kind === 'genuine' || kind === 'unsure' || kind === 'kin';
  const isTold = claims.size > 0 || signals.size > 0 || kin.size > 0;
  const flags: [Flag, boolean][] = [
    ['reported', kind === 'bluff' && (facts.frames.has('asks-for-advice') || facts.frames.has('forwarded'))],
    ['before', finding.before === true],
    [
      'minor',
      answers.get('age') === 'under-18' ||
        (threat && kind !== 'kin' && signals.has('reader-minor')) ||
        (kind === 'genuine' && facts.resembles('minor', 'likely') && answers.get('age') !== 'adult') ||
        (answers.get('age') !== 'adult' && (answers.get('who') === 'child' || answers.get('who') === 'pupil')),
    ],
    ['crisis', signals.has('crisis')],
    ['violence', threat && (claims.has('violence') || (kin.get('bomb-hitman') ?? 0) > (kind === 'kin' && finding.family !== 'extortion' ? 1 : 0))],
    ['organisation', kind === 'kin' && finding.family === 'extortion' && isOfOrganisation(facts)],
    [
      'known-person',
      threat && kind !== 'kin' && kind !== 'bluff' && (signals.has('known-person') || (kind === 'genuine' && facts.resembles('known-person', 'likely'))),
    ],
    [
      'third-party',
      (threat && signals.has('third-party')) ||
        (kind === 'genuine' && facts.resembles('third-party', 'likely')) ||
        ['child', 'pupil', 'friend'].includes(answers.get('who') ?? ''),
    ],
    ['already-paid', ((kind === 'genuine' || kind === 'kin') && signals.has('already-paid')) || answers.get('paid') === 'yes'],
    ['password-shown', facts.has('password') && (kind === 'bluff' || claims.has('know-password'))],
    // A note to oneself is really sent from there, and nothing is wrong with it.
    ['compromise-possible', threat && isTold && facts.facts.some((f) => f.fact === 'sender' && f.verdict === 'authentic' && f.own)],
    ['deepfake', threat && claims.has('deepfake-threat')],
    ['phone-app', (threat && signals.has('app-install')) || answers.get('app') === 'yes'],
    ['malware-lure', threat && (facts.has('lure') || claims.has('view-proof-link') || finding.family === 'malware')],
    ['trusted-carrier', threat && claims.has('trusted-carrier')],
    ['personal-data-public', threat && claims.has('home-photo')],
    ['not-fully-read', facts.has('not-whole')],
  ];
  return flags.filter(([, on]) => on).map(([flag]) => flag);
}

function isOfOrganisation(facts: Case): boolean {
  return facts.kin.has('ransom-org') || (!facts.claims.has('violence') && !facts.kin.has('bomb-hitman') && isToldOfOrganisation(facts));
}
