import type { Fact } from '../model.js';

/**
 * Whether a mail can tell its sender that it was opened. `loads`: something comes from outside; `asks`: the program is asked to
 * answer (a receipt, an invitation); `nothing`: the whole source was read and holds neither.
 */
export type Signal = 'loads' | 'asks' | 'nothing';

/** Null where it cannot be said: no source, or not all of it, or what a program may treat in either way. */
export function signalOf(facts: readonly Fact[]): Signal | null {
  const fact = facts.find((f) => f.fact === 'beacons');
  if (fact === undefined) return null;
  const { remoteImages, pixels, styles, embedded, amp, receipts, invitations, calendarFiles, unread } = fact.beacons;
  if (remoteImages + pixels + styles + embedded + amp > 0) return 'loads';
  if (receipts + invitations > 0) return 'asks';
  return calendarFiles + unread > 0 || facts.some((f) => f.fact === 'not-whole') ? null : 'nothing';
}
