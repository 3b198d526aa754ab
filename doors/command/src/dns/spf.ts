import { isIP } from 'node:net';
import type { AuthResult } from '@hattari/engine';
import { spf } from 'mailauth/lib/spf/index.js';
import type { Asking } from './lookups.js';

/** Who handed the mail over, as a server that is trusted saw it. `mailFrom` '' is the null sender of bounces. */
export type Client = { readonly address: string; readonly helo: string | null; readonly mailFrom: string };

const WORDS: readonly AuthResult[] = ['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror'];

/** Longest path of RFC 5321 (4.5.3.1.3); more is no address. */
const PATH = 256;

/** SPF (RFC 7208) of the envelope; null if there is no address of a client to judge by. */
export async function verifySpf({ address, helo, mailFrom }: Client, asking: Asking): Promise<{ result: AuthResult; domain: string } | null> {
  if (isIP(address) === 0 || mailFrom.length > PATH || (helo ?? '').length > PATH) return null;
  const name = helo === null || helo === '' ? address : helo;
  const sender = mailFrom === '' ? `postmaster@${name}` : mailFrom;
  const asked = asking.resolver();
  // A record can ask for the name of whoever checks (%{r}); RFC 7208 (7.3) lets one answer "unknown".
  const { status, domain } = await spf({ sender, ip: address, helo: name, mta: 'unknown', resolver: asked.resolve });
  const result = WORDS.find((word) => word === status.result) ?? 'unknown';
  if (result === 'pass') return { result, domain };
  // What was not answered may have been what lets this client through.
  return { result: asked.exceeded ? 'permerror' : asked.failed ? 'temperror' : result, domain };
}
