import type { Live, LiveProblem, LiveResult } from '@hattari/engine';
import { dmarcRecord, dmarcResult, isAligned, type Proof } from './dmarc.js';
import { Asking, type Lookups } from './lookups.js';
import { type Signed, verifySignatures } from './signatures.js';
import { type Client, verifySpf } from './spf.js';
import type { Wire } from './wire.js';

/** Milliseconds after which a letter is old: domains change their servers and take away their keys, and then a good letter fails. */
export const FRESH = 7 * 24 * 60 * 60 * 1000;

/** What is to be checked. Times in milliseconds since 1970. */
export type Question = {
  readonly wire: Wire;
  /** The domain of the sender line; null if it names none, or several. */
  readonly from: string | null;
  /** Null: nobody who can be trusted says who handed it over. */
  readonly client: Client | null;
  /** When it came, as the server that took it in says; null: unknown. */
  readonly came: number | null;
  readonly now: number;
};

/** SPF, DKIM, DMARC and ARC of one message, asked of the DNS. Total: what could not be checked is a problem, never a throw. */
export async function checkLive(question: Question, dns: Lookups): Promise<Live> {
  const asking = new Asking(dns);
  const problems: LiveProblem[] = [];
  let results: readonly LiveResult[] = [];
  try {
    results = await resultsOf(question, asking);
  } catch {
    problems.push({ id: 'dns-unreadable' });
  }
  if (question.client === null) problems.push({ id: 'dns-no-client-address' });
  const { came, now } = question;
  const old = came === null || Math.abs(now - came) > FRESH;
  const held = old ? results.filter(({ result }) => result === 'pass') : results;
  if (held.length < results.length) problems.push({ id: 'dns-old' });
  return { results: held, lookups: asking.count, problems: [...asking.problems.values(), ...problems] };
}

async function resultsOf({ wire, from, client, came, now }: Question, asking: Asking): Promise<LiveResult[]> {
  const [signed, spf, record] = await Promise.all([
    verifySignatures(wire.message, came ?? now, asking),
    client === null ? null : verifySpf(client, asking),
    from === null ? null : dmarcRecord(from, asking),
  ]);
  const aligned = (domain: string, method: 'spf' | 'dkim'): boolean | null => (from === null ? null : isAligned(domain, from, record?.strict[method] ?? false));
  const results: LiveResult[] = [];
  const proofs: Proof[] = [];
  if (spf !== null) {
    results.push({ method: 'spf', result: spf.result, domain: spf.domain, aligned: aligned(spf.domain, 'spf'), policy: null });
    proofs.push({ result: spf.result, aligned: aligned(spf.domain, 'spf') === true });
  }
  results.push(...signaturesOf(signed, (domain) => aligned(domain, 'dkim')));
  for (const { domain, result } of signed.signatures) proofs.push({ result, aligned: aligned(domain, 'dkim') === true });
  if (record !== null) {
    const result = dmarcResult(record, proofs, spf !== null);
    if (result !== null) results.push({ method: 'dmarc', result, domain: from, aligned: true, policy: record.policy });
  }
  if (signed.arc !== null) results.push({ method: 'arc', ...signed.arc, aligned: null, policy: null });
  return results;
}

function signaturesOf({ signatures }: Signed, aligned: (domain: string) => boolean | null): LiveResult[] {
  if (signatures.length === 0) return [{ method: 'dkim', result: 'none', domain: null, aligned: null, policy: null }];
  return signatures.map(({ domain, result }) => ({ method: 'dkim', result, domain, aligned: aligned(domain), policy: null }));
}
