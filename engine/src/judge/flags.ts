import type { Flag } from '../contract.js';
import type { BLACKMAIL_TALK } from '../language/ids.js';
import type { Head } from '../resemblance/resemblance.js';
import type { Case } from './case.js';
import type { Finding } from './finding.js';
import { isToldOfOrganisation } from './kin-talk.js';
import { placesOf } from './real-talk.js';

/** What else is to be known of a message, by flag; in the order of the contract. */
export function flagsOf(facts: Case, finding: Finding): Flag[] {
  const { claims, signals, kin, answers } = facts;
  const { kind } = finding;
  const threat = kind === 'bluff' || kind === 'genuine' || kind === 'unsure' || kind === 'kin';
  const tells = (id: (typeof BLACKMAIL_TALK)[number]): boolean => kind === 'genuine' && facts.has('pasted') && facts.frames.has(id);
  // Whom it is about and what has been paid is told in words that decide nothing; once it is real they say who needs what.
  const real = (frame: string): boolean => kind === 'genuine' && placesOf(facts, frame) > 0;
  const isTold = claims.size > 0 || signals.size > 0 || kin.size > 0;
  const isLike = (head: Head): boolean => kind === 'genuine' && facts.resembles(head, 'likely');
  const flags: [Flag, boolean][] = [
    ['reported', kind === 'bluff' && (facts.frames.has('asks-for-advice') || facts.frames.has('forwarded'))],
    ['before', finding.before === true],
    [
      'minor',
      answers.get('age') === 'under-18' ||
        (threat && kind !== 'kin' && signals.has('reader-minor')) ||
        (answers.get('age') !== 'adult' && (answers.get('who') === 'child' || answers.get('who') === 'pupil')),
    ],
    ['crisis', signals.has('crisis') || tells('talk-gone')],
    ['violence', threat && (claims.has('violence') || (kin.get('bomb-hitman') ?? 0) > (kind === 'kin' && finding.family !== 'extortion' ? 1 : 0))],
    ['organisation', kind === 'kin' && finding.family === 'extortion' && isOfOrganisation(facts)],
    [
      'known-person',
      (threat && kind !== 'kin' && kind !== 'bluff' && signals.has('known-person')) || tells('talk-known') || real('near') || isLike('known-person'),
    ],
    [
      'third-party',
      (threat && signals.has('third-party')) ||
        tells('talk-other') ||
        real('other') ||
        isLike('third-party') ||
        ['child', 'pupil', 'friend'].includes(answers.get('who') ?? ''),
    ],
    [
      'already-paid',
      (finding.before !== true && tells('talk-paid')) ||
        real('paid') ||
        ((kind === 'genuine' || kind === 'kin') && signals.has('already-paid')) ||
        answers.get('paid') === 'yes',
    ],
    ['password-shown', facts.has('password') && (kind === 'bluff' || claims.has('know-password'))],
    // A note to oneself is really sent from there, and nothing is wrong with it.
    ['compromise-possible', threat && isTold && facts.facts.some((f) => f.fact === 'sender' && f.verdict === 'authentic' && f.own)],
    ['deepfake', tells('talk-faked') || (threat && claims.has('deepfake-threat'))],
    ['phone-app', tells('talk-app') || (threat && signals.has('app-install')) || answers.get('app') === 'yes'],
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
