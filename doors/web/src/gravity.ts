import type { Told } from './engine/protocol.js';

type Weighed = Pick<Told, 'kind' | 'flags'>;

const GRAVITY = ['genuine', 'unsure', 'kin', 'bluff', 'mention', 'clear'] as const;

/** May be real, or somebody is in need: nothing that stands beside it may calm. */
export function isGrave({ kind, flags }: Weighed): boolean {
  return kind === 'genuine' || flags.some((flag) => flag === 'crisis' || flag === 'minor' || flag === 'violence');
}

/** Messages by their places, the one that may be real first; of equal ones in the order in which they were given. */
export function byGravity(told: readonly Weighed[]): readonly number[] {
  const weight = (one: Weighed): number => {
    const isUrgent = one.flags.includes('crisis') || one.flags.includes('minor');
    return GRAVITY.indexOf(one.kind) - (isGrave(one) ? GRAVITY.length : 0) - (isUrgent ? GRAVITY.length : 0);
  };
  return told.map((_, i) => i).sort((a, b) => weight(told[a] as Weighed) - weight(told[b] as Weighed) || a - b);
}
