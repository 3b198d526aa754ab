import type { Case } from './case.js';

/**
 * What a blackmail is made of, whoever does it and by which words: something is held, somebody is pressed, something is
 * demanded, and it stands near the reader (people, places, apps, ages of their life). Weak words speak only together.
 */
export type Role = 'hold' | 'press' | 'demand' | 'near';

const SIGNALS: Readonly<Record<Role, readonly string[]>> = {
  hold: ['private-material', 'prior-chat', 'reader-admits', 'already-sent'],
  press: ['pressure', 'offender-ultimatum', 'short-countdown'],
  demand: ['local-payment', 'more-images', 'already-paid'],
  near: ['contact-names', 'known-person', 'platform-handle', 'reader-minor', 'third-party'],
};
const CLAIMS: Readonly<Record<Role, readonly string[]>> = {
  hold: ['webcam-video', 'deepfake-threat', 'hidden-camera-place'],
  press: ['send-to-contacts', 'publish-online', 'ruin-life', 'silence-fee'],
  demand: [],
  near: ['contacts-copied'],
};

export function rolesOf(facts: Case): ReadonlySet<Role> {
  const roles = new Set<Role>();
  for (const role of ['hold', 'press', 'demand', 'near'] as const) if (roleStands(role, facts)) roles.add(role);
  if (facts.wantsMoney) roles.add('demand');
  if (facts.names) roles.add('near');
  return roles;
}

/** Whether a sign or a claim of this role was found; sums and names, which stand in ordinary mail too, are left out. */
export function roleStands(role: Role, facts: Case): boolean {
  return SIGNALS[role].some((id) => facts.signals.has(id)) || CLAIMS[role].some((id) => facts.claims.has(id));
}
