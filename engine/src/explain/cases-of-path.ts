import { ANSWERS, FAMILIES, FLAGS, type Flag, GATES, type Path, SAFETY_GATES, VERDICTS } from '../contract.js';
import { KINS, SIGNALS } from '../language/ids.js';
import type { Beacons, Doubt, Evidence, Verdict } from '../model.js';
import { NEVER_ASKED, NEVER_FLAGGED, pathsOf } from './path.js';

/** A verdict with evidence that may have led to it. */
export type PathCase = { readonly verdict: Verdict; readonly evidence: readonly Evidence[] };

/** One thing more in a case: a flag, an answer, something noticed. */
type Atom = { readonly flag: Flag } | { readonly evidence: Evidence };

/**
 * So many atoms at once, beside the path itself and the gates. No sentence of the room hangs on more than two (a flag and an answer, two
 * flags); a third finds no sentence more (paths.test.ts) and takes twenty times as long.
 */
const ATOMS = 2;

const SPAN = { part: '1', start: 0, end: 1 };
const NO_BEACONS: Beacons = {
  remoteImages: 0,
  pixels: 0,
  styles: 0,
  embedded: 0,
  amp: 0,
  forms: 0,
  invitations: 0,
  calendarFiles: 0,
  receipts: 0,
  unread: 0,
};
/** A source that loads something, one that asks for an answer, one that does neither. */
export const BEACONS: readonly Beacons[] = [{ ...NO_BEACONS, remoteImages: 1 }, { ...NO_BEACONS, receipts: 1 }, NO_BEACONS];

export function noticed(kind: 'claim' | 'signal' | 'kin' | 'frame', id: string): Evidence {
  return { kind, id, language: 'en', spans: [SPAN], phrases: 1 };
}

const answer = (gate: string, given: string): Evidence => ({ kind: 'answer', gate, answer: given }) as Evidence;

const EVIDENCE: readonly Evidence[] = [
  ...GATES.flatMap((gate) => ANSWERS[gate].map((given) => answer(gate, given))),
  ...BEACONS.map((beacons): Evidence => ({ kind: 'fact', fact: 'beacons', beacons })),
  ...(['link', 'lure', 'picture', 'phone', 'dialogue', 'pasted'] as const).map((fact): Evidence => ({ kind: 'fact', fact })),
  // Of the claims the plan asks only whether there is one, the notes for this one.
  noticed('claim', 'timer-starts-on-open'),
  ...SIGNALS.map((id) => noticed('signal', id)),
  // An offer of rescue within a story of blackmail is told by two phrases.
  { kind: 'kin', id: 'recovery', language: 'en', spans: [SPAN], phrases: 2 },
];
const CLOSED: readonly Evidence[] = SAFETY_GATES.map((gate) => answer(gate, 'no'));
const DOUBTS: readonly (Doubt | null)[] = ['unread', 'language', 'short', 'mixed', null];

/** Every case of a path up to `most` atoms: all kinds, families and doubts, with open and with closed gates. */
export function* casesOf(path: Path, most = ATOMS): Generator<PathCase> {
  for (const kind of VERDICTS) {
    for (const family of kind === 'kin' ? FAMILIES : [null]) {
      for (const doubt of kind === 'unsure' ? DOUBTS : [null]) {
        const own = FLAGS.filter((flag) => flag === path && !NEVER_FLAGGED[kind].has(flag));
        const asks = GATES.filter((gate) => !NEVER_ASKED[kind].has(gate));
        const atoms: readonly Atom[] = [
          ...FLAGS.filter((flag) => flag !== path && !NEVER_FLAGGED[kind].has(flag)).map((flag) => ({ flag })),
          ...EVIDENCE.map((evidence) => ({ evidence })),
          ...(kind === 'kin' ? KINS.map((id) => ({ evidence: noticed('kin', id) })) : []),
        ];
        for (const some of upTo(most, atoms)) {
          const flags = [...own, ...some.flatMap((atom) => ('flag' in atom ? [atom.flag] : []))];
          if (!pathsOf({ kind, flags }).includes(path)) continue;
          const evidence = some.flatMap((atom) => ('evidence' in atom ? [atom.evidence] : []));
          for (const gates of [[], CLOSED]) yield { verdict: { kind, family, probability: null, flags, asks, doubt }, evidence: [...gates, ...evidence] };
        }
      }
    }
  }
}

/** Every choice of at most `most` of a list, the smallest first. */
function* upTo<T>(most: number, list: readonly T[], from = 0): Generator<readonly T[]> {
  yield [];
  if (most === 0) return;
  for (let i = from; i < list.length; i++) for (const rest of upTo(most - 1, list, i + 1)) yield [list[i] as T, ...rest];
}
