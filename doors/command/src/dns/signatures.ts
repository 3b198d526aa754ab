import type { AuthResult } from '@hattari/engine';
import { arc } from 'mailauth/lib/arc/index.js';
import { type DkimOutcome, DkimVerifier, type HeaderField, type Headers, type SignatureField } from 'mailauth/lib/dkim/dkim-verifier.js';
import type { Asking } from './lookups.js';

/** Signatures of one message that are verified: thousands would each cost a look-up and a digest of the body. Busy senders have three. */
export const SIGNATURES = 8;
/** Sets of ARC, each a look-up and a digest of all below it; RFC 8617 (4.2.1) allows 50, mail through several forwarders has three. */
export const ARC_SETS = 10;
/** Bits of an RSA key below which a signature proves nothing (RFC 8301, 3.2). */
const KEY_BITS = 1024;

export type Signature = { readonly domain: string; readonly result: AuthResult };

export type Signed = {
  readonly signatures: readonly Signature[];
  /** Null: there is none. */
  readonly arc: { readonly result: AuthResult; readonly domain: string | null } | null;
};

/** Verifies the signatures (RFC 6376) and the chain of seals (RFC 8617) of a message as it travelled; `at`: milliseconds, when it came. */
export async function verifySignatures(message: Buffer, at: number, asking: Asking): Promise<Signed> {
  const forDkim = asking.resolver();
  const verifier = new Verifier({ resolver: forDkim.resolve, minBitLength: KEY_BITS, curTime: new Date(at) });
  // In one piece: what has no line end within a piece is searched anew with each further one.
  await new Promise<void>((settle, fail) => {
    verifier.on('error', fail);
    verifier.end(message, () => settle());
  });
  const signatures = verifier.results.flatMap((outcome) => {
    const domain = (outcome.signingDomain ?? '').toLowerCase();
    return domain === '' ? [] : [{ domain, result: resultOf(outcome, verifier.tagsOf(outcome)) }];
  });
  if (verifier.cut) asking.problems.set('dns-too-many', { id: 'dns-too-many' });
  const { chain, error } = verifier.arc;
  if (chain === false && error === undefined) return { signatures, arc: null };
  return { signatures, arc: await sealed(verifier, asking, forDkim.failed) };
}

/** `failed`: the key of a signature could not be had; one of them is over the whole chain. */
async function sealed(verifier: Verifier, asking: Asking, failed: boolean): Promise<Signed['arc']> {
  const seal = verifier.arc.lastEntry?.['arc-seal']?.parsed?.['d']?.value;
  const domain = typeof seal === 'string' ? seal.toLowerCase() : null;
  const forArc = asking.resolver();
  let result: AuthResult;
  try {
    const { status } = await arc(verifier.arc, { resolver: forArc.resolve, minBitLength: KEY_BITS });
    result = status.result === 'pass' ? 'pass' : status.result === 'none' ? 'none' : 'fail';
  } catch {
    // mailauth 4.13 fails on a key that is too short.
    result = 'policy';
  }
  // All failures are permanent to it, a name server that does not answer too.
  if (result !== 'pass' && (forArc.failed || failed)) result = 'temperror';
  if (result === 'pass' && verifier.partialSeal) result = 'policy';
  return { result, domain };
}

/** The words of RFC 8601 (2.7.1). A good signature that no verifier should lean on is `policy`. */
function resultOf({ status, algo }: DkimOutcome, tags: SignatureField['parsed']): AuthResult {
  const { result, comment = '' } = status;
  switch (result) {
    case 'pass': {
      // `l=` leaves room below for words of anyone; SHA-1 is broken (RFC 8301, 3.1); a signature must be over the sender line (RFC 6376, 5.4).
      const fields = String(tags?.['h']?.value ?? '').toLowerCase();
      const weak = tags?.['l'] !== undefined || /sha1$/i.test(algo ?? '') || !fields.split(':').some((field) => field.trim() === 'from');
      return weak ? 'policy' : 'pass';
    }
    case 'fail':
    case 'policy':
    case 'temperror':
      return result;
    default:
      if (/body hash/.test(comment)) return 'fail';
      // Both are told of signatures that are good apart from it.
      if (/^(?:expired|invalid expiration)$/.test(comment)) return 'policy';
      return 'permerror';
  }
}

class Verifier extends DkimVerifier {
  cut = false;
  partialSeal = false;
  private readonly tags = new Map<string, SignatureField['parsed']>();

  override async messageHeaders(headers: Headers): Promise<void> {
    let signatures = 0;
    let sets = 0;
    for (const { key } of headers.parsed) if (key === 'arc-seal') sets++;
    const within = ({ key }: HeaderField): boolean =>
      key === 'dkim-signature' ? ++signatures <= SIGNATURES : sets <= ARC_SETS || !(key ?? '').startsWith('arc-');
    const looked = headers.parsed.filter(within);
    this.cut = looked.length < headers.parsed.length;
    await super.messageHeaders({ parsed: looked });
    // Signatures are over the header as it is.
    this.headers = headers;
    for (const field of this.signatureHeaders) {
      this.tags.set(String(field.parsed?.['b']?.value ?? ''), field.parsed);
      // With a number here mailauth 4.13 writes to standard output when the body is shorter; the digest has its length already.
      if (typeof field.maxBodyLength === 'number') field.maxBodyLength = String(field.maxBodyLength);
    }
    this.partialSeal = this.arc.lastEntry !== undefined && this.signatureHeaders.at(-2)?.parsed?.['l'] !== undefined;
  }

  tagsOf(outcome: DkimOutcome): SignatureField['parsed'] {
    return this.tags.get(String(outcome.signature ?? ''));
  }
}
