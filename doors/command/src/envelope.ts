import type { Ask } from '@hattari/engine';

/** What the reader says of their own mail server, nothing known of a connection; empty if they say nothing. */
export function envelopeOf(authservIds: readonly string[]): Pick<Ask, 'envelope'> {
  if (authservIds.length === 0) return {};
  return { envelope: { clientAddress: null, clientName: null, helo: null, mailFrom: null, rcptTo: [], authenticatedUser: null, authservIds } };
}
