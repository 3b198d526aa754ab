import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLAIMS } from '../claims/all.js';
import { ANSWERS, GATES, PATHS } from '../contract.js';
import { judge } from '../judge/judge.js';
import { FRAMES, KINS, SIGNALS } from '../language/ids.js';
import type { Evidence } from '../model.js';
import { BEACONS, noticed } from './cases-of-path.js';
import { mainPathOf, NEVER_ASKED, NEVER_FLAGGED, pathsOf } from './path.js';
import { find } from './paths.js';

describe('paths of a verdict', () => {
  test.each([
    // kind, flags, paths, why
    ['genuine', [], ['genuine'], 'the kind alone'],
    ['genuine', ['before'], ['before'], 'nothing was threatened yet'],
    ['genuine', ['known-person', 'before'], ['known-person'], 'safety comes before prevention'],
    ['genuine', ['minor', 'third-party'], ['genuine', 'minor', 'third-party'], 'a parent asks'],
    ['unsure', ['known-person'], ['unsure', 'known-person'], 'not decided, but someone near'],
    ['bluff', ['minor'], ['bluff', 'minor'], 'a mass letter that a child got'],
    ['kin', ['crisis'], ['kin', 'crisis'], 'any scam may be too much'],
    ['clear', [], ['clear'], 'nothing'],
  ] as const)('%s %j is on %j: %s', (kind, flags, paths, _why) => {
    expect(pathsOf({ kind, flags: [...flags] })).toEqual(paths);
    expect(mainPathOf({ kind, flags: [...flags] })).toBe(paths[0]);
  });
});

/** Evidence of any kind and number: the judge's whole world. */
const some = (kind: 'claim' | 'signal' | 'kin' | 'frame', ids: readonly string[]): fc.Arbitrary<Evidence[]> =>
  fc.subarray([...ids], { maxLength: Math.min(6, ids.length) }).map((list) => list.map((id) => ({ ...noticed(kind, id), phrases: 3 }) as Evidence));
const SPAN = { part: '1', start: 0, end: 1 };
const FACTS: readonly Evidence[] = [
  ...(['link', 'phone', 'picture', 'lure', 'pasted', 'dialogue', 'sums', 'list', 'hidden-threat', 'foreign', 'not-whole', 'self-sent'] as const).map(
    (fact): Evidence => ({ kind: 'fact', fact }),
  ),
  { kind: 'fact', fact: 'name', span: SPAN },
  { kind: 'fact', fact: 'password', span: SPAN },
  { kind: 'fact', fact: 'money', money: { amount: 1, currency: 'USD' }, span: SPAN },
  {
    kind: 'fact',
    fact: 'wallet',
    wallet: { coin: 'BTC', network: 'main', address: '', form: 'written', where: 'text', sure: true, span: SPAN },
  },
  { kind: 'fact', fact: 'sender', verdict: 'authentic', own: true, sure: true },
  ...BEACONS.map((beacons): Evidence => ({ kind: 'fact', fact: 'beacons', beacons })),
];
const readable: fc.Arbitrary<Evidence[]> = fc.constantFrom(
  [{ kind: 'fact', fact: 'readable', units: 500, language: 'en' }],
  [{ kind: 'fact', fact: 'readable', units: 5, language: null }],
);
const answers: fc.Arbitrary<Evidence[]> = fc
  .subarray([...GATES])
  .chain((gates) => fc.tuple(...gates.map((gate) => fc.constantFrom(...ANSWERS[gate]).map((answer): Evidence => ({ kind: 'answer', gate, answer })))));
const none = fc.constant<Evidence[]>([]);
const evidence = fc
  .tuple(
    fc.oneof(
      none,
      some(
        'claim',
        CLAIMS.map(({ id }) => id),
      ),
    ),
    fc.oneof(none, some('signal', SIGNALS)),
    fc.oneof(none, some('kin', KINS)),
    fc.oneof(none, some('frame', FRAMES)),
    fc.oneof(none, fc.subarray([...FACTS])),
    fc.oneof(none, answers),
    readable,
  )
  .map((parts) => parts.flat());

test('the judge never sets a flag nor opens a question that the listing rules out', () => {
  fc.assert(
    fc.property(evidence, (given) => {
      const { kind, flags, asks } = judge(given);
      expect(flags.filter((flag) => NEVER_FLAGGED[kind].has(flag))).toEqual([]);
      expect(asks.filter((gate) => NEVER_ASKED[kind].has(gate))).toEqual([]);
    }),
    { numRuns: 20_000 },
  );
});

// A third thing at once takes twenty times as long and must find nothing that two did not.
test.each(['before', 'bluff', 'mention'] as const)('%s: two things more at once find every sentence', (path) => {
  const names = (atoms: number): string[] => find(path, atoms).items.map(({ where, name }) => `${where} ${name}`);
  expect(names(3).sort()).toEqual(names(2).sort());
});

test('each path has something to say, and a headline first', () => {
  for (const path of PATHS) {
    const { items } = find(path, 1);
    expect(items[0]?.where, path).toBe('headline');
    expect(items.length, path).toBeGreaterThan(20);
  }
});
