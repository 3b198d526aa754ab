import type { VerdictKind } from '@hattari/engine';

/** Exit codes of the contract; of many messages the one that comes first here. */
const SEVERITY = [2, 1, 3, 0];

/** Exit code of one verdict. */
export const EXIT: Readonly<Record<VerdictKind, number>> = { clear: 0, mention: 0, bluff: 1, genuine: 1, kin: 1, unsure: 3 };

/** 2 > 1 > 3 > 0. */
export function worst(codes: ReadonlySet<number>): number {
  return SEVERITY.find((code) => codes.has(code)) ?? 0;
}
