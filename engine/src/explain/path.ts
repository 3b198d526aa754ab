import { FLAGS, type Flag, GATES, type Gate, type Path, type VerdictKind } from '../contract.js';
import type { Verdict } from '../model.js';

/** Flags that put a verdict on a path of their own, beside the path of its kind. */
const OVERLAYS = ['minor', 'third-party', 'known-person', 'crisis'] as const satisfies readonly (Flag & Path)[];

/** The path of the kind alone: one for each verdict. */
export function mainPathOf({ kind, flags }: Pick<Verdict, 'kind' | 'flags'>): Path {
  if (kind !== 'genuine') return kind;
  return flags.includes('known-person') ? 'known-person' : flags.includes('before') ? 'before' : 'genuine';
}

/** Every path that a verdict is on, the one of its kind first. */
export function pathsOf(verdict: Pick<Verdict, 'kind' | 'flags'>): readonly Path[] {
  const main = mainPathOf(verdict);
  return [main, ...OVERLAYS.filter((flag) => flag !== main && verdict.flags.includes(flag))];
}

const all = <T>(of: readonly T[], but: readonly T[]): ReadonlySet<T> => new Set(of.filter((one) => !but.includes(one)));

/** Flags that the judge never sets beside a kind (a law of paths.test.ts holds it to that); a flag that is not named here may stand there. */
export const NEVER_FLAGGED: Readonly<Record<VerdictKind, ReadonlySet<Flag>>> = {
  genuine: new Set<Flag>(['reported', 'organisation']),
  unsure: new Set<Flag>(['reported', 'before', 'organisation']),
  kin: new Set<Flag>(['reported', 'before', 'known-person']),
  // Someone near, or someone who cannot go on, is never told that it is a lie; an app that was installed is a real sign.
  bluff: new Set<Flag>(['before', 'organisation', 'known-person', 'crisis', 'phone-app']),
  mention: all(FLAGS, ['already-paid', 'crisis', 'minor', 'not-fully-read', 'password-shown', 'third-party']),
  // What the reader answered stands there whatever the text is.
  clear: all(FLAGS, ['already-paid', 'minor', 'third-party']),
};

/** Questions that are never open beside a kind; held by the same law. */
export const NEVER_ASKED: Readonly<Record<VerdictKind, ReadonlySet<Gate>>> = {
  genuine: new Set(),
  unsure: new Set(),
  kin: new Set<Gate>(['contact', 'image', 'names', 'who']),
  bluff: new Set<Gate>(['app', 'paid', 'age', 'who']),
  mention: new Set(GATES),
  clear: new Set(GATES),
};
