import type { AuthResult, DmarcPolicy } from '@hattari/engine';
import { dmarc } from 'mailauth/lib/dmarc/index.js';
import { getAlignment } from 'mailauth/lib/tools.js';
import type { Asking } from './lookups.js';

const POLICIES: readonly DmarcPolicy[] = ['none', 'quarantine', 'reject'];

/** What a domain publishes for its sender line (RFC 7489): `found` is none, or temperror if it could not be asked. */
export type DmarcRecord = {
  readonly found: boolean | 'temperror';
  readonly policy: DmarcPolicy | null;
  readonly strict: { readonly spf: boolean; readonly dkim: boolean };
};

export async function dmarcRecord(from: string, asking: Asking): Promise<DmarcRecord> {
  const { resolve } = asking.resolver();
  const got = await dmarc({ headerFrom: [`_@${from}`], spfDomains: [], dkimDomains: [], resolver: resolve });
  const strict = { spf: false, dkim: false };
  if (got === false || got.status.result === 'none') return { found: false, policy: null, strict };
  if (got.status.result === 'temperror') return { found: 'temperror', policy: null, strict };
  const policy = String(got.policy ?? '')
    .trim()
    .toLowerCase();
  return {
    found: true,
    policy: POLICIES.find((word) => word === policy) ?? null,
    strict: { spf: got.alignment?.spf.strict === true, dkim: got.alignment?.dkim.strict === true },
  };
}

/** Whether a domain is that of the sender line: the same, or under the same registered domain unless the record is strict. */
export function isAligned(domain: string, from: string, strict: boolean): boolean {
  // mailauth 4.13 takes the strict mode for the relaxed one.
  return strict ? domain.toLowerCase() === from.toLowerCase() : getAlignment(from, [domain]) !== false;
}

/** One result of SPF or of a signature. `unproved`: it may have been good on the day the letter came. */
export type Proof = { readonly result: AuthResult; readonly aligned: boolean };

/**
 * DMARC of the proofs there are. Null: not to be said, because something that may have passed was not evaluated, and a failure
 * made of that would accuse an innocent letter.
 */
export function dmarcResult(record: DmarcRecord, proofs: readonly Proof[], complete: boolean): AuthResult | null {
  if (record.found === 'temperror') return 'temperror';
  if (!record.found) return 'none';
  const aligned = proofs.filter((proof) => proof.aligned);
  if (aligned.some(({ result }) => result === 'pass')) return 'pass';
  if (aligned.some(({ result }) => result === 'temperror')) return 'temperror';
  return !complete || aligned.some(({ result }) => result === 'policy') ? null : 'fail';
}
