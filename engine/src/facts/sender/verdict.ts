import type { Findings } from './findings.js';
import { CERTAINTIES, type Certainty, type SenderReason, type SenderVerdict } from './report.js';

/** What the verdict is made of: no text of the letter. */
export type Case = {
  /** The From line names the address it was delivered to. */
  readonly own: boolean;
  /** Nothing but the letter's own To says so. */
  readonly ownAsWritten: boolean;
  readonly from: boolean;
  readonly nameIsOwn: boolean;
  readonly severalFrom: boolean;
  /** Someone signed in at the post office: as the author, as someone of the author's domain, or as somebody. */
  readonly signedIn: 'author' | 'domain' | 'somebody' | null;
  readonly headers: Findings;
  readonly dns: Findings | null;
  /** The check in the DNS saw the bytes and the client that the server saw, so that a failure means one. */
  readonly dnsIsExact: boolean;
  /** The client's address is no private one. */
  readonly fromOutside: boolean;
  readonly list: boolean;
  readonly forwarded: boolean;
  readonly arcPasses: boolean;
  readonly untrusted: boolean;
  readonly signed: boolean;
  readonly partial: boolean;
};

export type Conclusion = { readonly verdict: SenderVerdict; readonly certainty: Certainty; readonly reasons: readonly SenderReason[] };

type Finding = { readonly verdict: SenderVerdict; readonly certainty: Certainty; readonly reason: SenderReason };

/** The certainty table (domain report, 6.2), from the top. */
export function conclude(facts: Case): Conclusion {
  if (facts.nameIsOwn && !facts.list) return { verdict: 'spoofed', certainty: 'certain', reasons: ['name-trick', ...asides(facts)] };
  if (!facts.from) return notProven(facts.partial ? 'partial-source' : 'no-from', facts);
  // Checks follow one author and programs may show another.
  if (facts.severalFrom) return notProven('several-from', facts);
  const stated = signedIn(facts) ?? fromResults(facts.headers, facts, true);
  const checked = facts.dns === null ? null : fromResults(facts.dns, facts, facts.dnsIsExact);
  const found = stated ?? checked;
  if (found === null) return notProven(emptiness(facts), facts);
  const extra: SenderReason[] = [];
  if (stated === null) extra.push('live-only');
  else {
    // From a saved file a failure in the DNS proves nothing, but that it is not what the header says is told.
    const live = checked?.verdict ?? (facts.dns?.dmarc === 'fail' && !facts.dns.isTemporary ? 'spoofed' : null);
    // A signature that holds today cannot have been forged. And at the door a stranger may have written the header, or a program before this one changed the letter.
    if (checked !== null && checked.verdict !== stated.verdict && facts.signedIn === null) return notProven('dns-disagrees', facts);
    if (live !== null) extra.push(live === stated.verdict ? 'dns-agrees' : 'dns-disagrees');
  }
  if (found.verdict === 'spoofed') return weakened(found, extra, facts);
  return { verdict: found.verdict, certainty: found.certainty, reasons: [found.reason, ...extra, ...asides(facts)] };
}

function signedIn({ signedIn: who, own }: Case): Finding | null {
  if (who === null || (who === 'somebody' && !own)) return null;
  const certainty = who === 'somebody' ? 'medium' : 'high';
  return { verdict: 'authentic', certainty, reason: own ? 'signed-in-own' : 'signed-in-other' };
}

/** `exact`: a failure may be called one. */
function fromResults(found: Findings, facts: Case, exact: boolean): Finding | null {
  const { own } = facts;
  if (found.dmarc === 'pass' || (found.dmarc !== 'fail' && (found.dkimAligned || found.spfAligned))) {
    const certainty = found.spfOnly ? 'medium' : 'high';
    return { verdict: 'authentic', certainty, reason: own ? 'dmarc-pass-own' : 'dmarc-pass-other' };
  }
  if (!exact || found.isTemporary) return null;
  const fails = (found.spf === 'fail' || found.spf === 'softfail') && found.spfIsOwn;
  if (found.dmarc === 'fail') {
    if (own) return { verdict: 'spoofed', certainty: 'very-high', reason: 'dmarc-fail-own' };
    // A forwarder passes SPF for its own domain, a list signs for its own: only what nothing passed for is called forged.
    if (found.dkim === 'pass' || found.spf === 'pass' || found.spf === null) return null;
    return { verdict: 'spoofed', certainty: found.policy === 'reject' || found.policy === 'quarantine' ? 'high' : 'medium', reason: 'dmarc-fail-other' };
  }
  if (!own || found.dkim === 'pass') return null;
  if (fails) return { verdict: 'spoofed', certainty: found.spfOnly ? 'medium' : 'high', reason: found.spfOnly ? 'spf-only' : 'nothing-passes-own' };
  if (found.spf === 'none' && found.spfIsOwn && found.dkim === 'none' && facts.fromOutside)
    return { verdict: 'spoofed', certainty: 'medium', reason: 'no-records-own' };
  return null;
}

/** Lists and forwarders break what is checked, without any fraud: each takes a step of certainty, and below medium nothing is called forged. */
function weakened(found: Finding, extra: readonly SenderReason[], facts: Case): Conclusion {
  const steps = (facts.list || facts.forwarded ? 1 : 0) + (facts.arcPasses ? 1 : 0);
  const left = CERTAINTIES.indexOf(found.certainty) - steps;
  // Whoever wrote a line of somebody else through a list or forwarder is the common case, not the fraud.
  if (left < CERTAINTIES.indexOf('medium') || (steps > 0 && found.reason === 'dmarc-fail-other'))
    return { verdict: 'not-proven', certainty: 'none', reasons: [found.reason, ...extra, ...asides(facts)] };
  return { verdict: 'spoofed', certainty: CERTAINTIES[left] as Certainty, reasons: [found.reason, ...extra, ...asides(facts)] };
}

function notProven(reason: SenderReason, facts: Case): Conclusion {
  return { verdict: 'not-proven', certainty: 'none', reasons: [reason, ...asides(facts).filter((other) => other !== reason)] };
}

function emptiness({ headers, dns, untrusted, signed, partial }: Case): SenderReason {
  if (headers.isTemporary || dns?.isTemporary === true) return 'temporary-failure';
  if (headers.dmarc === 'fail') return 'dmarc-fail-other';
  if (untrusted) return 'results-not-trusted';
  if (partial) return 'partial-source';
  return signed && headers.dkim === null ? 'signature-unverified' : 'no-results';
}

function asides({ ownAsWritten, list, forwarded, arcPasses, signed, headers, dns }: Case): SenderReason[] {
  const reasons: SenderReason[] = [];
  if (ownAsWritten) reasons.push('own-as-written');
  if (list || forwarded) reasons.push('list-or-forward');
  if (arcPasses) reasons.push('arc-pass');
  if (signed && headers.dkim === null && (dns === null || dns.dkim === null)) reasons.push('signature-unverified');
  return reasons;
}
