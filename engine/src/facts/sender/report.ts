/** A mailbox as a From field names it; `Address` of the model. */
export type Mailbox = { readonly name: string; readonly address: string };

/** What a mail server knows of a message besides its bytes, at the time of the milter. At that time its own Received and results may not stand in the mail yet. */
export type Envelope = {
  /** Address of the client that hands the mail over, IPv4 or IPv6 without brackets; null if it was no connection (a local program). */
  readonly clientAddress: string | null;
  /** Its name in the DNS, if the server has confirmed it (forward and back). */
  readonly clientName: string | null;
  readonly helo: string | null;
  /** Without angle brackets; '' is the null sender of bounces, null is not known. */
  readonly mailFrom: string | null;
  readonly rcptTo: readonly string[];
  /** Who signed in (SASL) to hand the mail over; null for mail from outside. */
  readonly authenticatedUser: string | null;
  /** What the server and its verifiers call themselves in Authentication-Results (RFC 8601 authserv-id), first the server's own. */
  readonly authservIds: readonly string[];
};

/** Results of RFC 8601 (2.7) and of what it names; `unknown` is any other word. */
export const AUTH_RESULTS = ['pass', 'fail', 'softfail', 'neutral', 'none', 'policy', 'temperror', 'permerror', 'unknown'] as const;
export type AuthResult = (typeof AUTH_RESULTS)[number];

export type LiveMethod = 'spf' | 'dkim' | 'dmarc' | 'arc';
export type DmarcPolicy = 'none' | 'quarantine' | 'reject';

/** One result of a check in the DNS. A letter with two signatures has two of `dkim`. */
export type LiveResult = {
  readonly method: LiveMethod;
  readonly result: AuthResult;
  /** The domain it speaks of: of the envelope (spf), d= (dkim), of the From line (dmarc), of the last sealer (arc). */
  readonly domain: string | null;
  /** Whether that is the domain of the From line by DMARC's rules; null where the question makes no sense (arc, no domain). */
  readonly aligned: boolean | null;
  /** Of dmarc alone: what the domain asks for; null if it has no record. */
  readonly policy: DmarcPolicy | null;
};

export const LIVE_PROBLEMS = ['dns-timeout', 'dns-failed', 'dns-too-many', 'dns-no-client-address', 'dns-unreadable'] as const;
export type LiveProblem = { readonly id: (typeof LIVE_PROBLEMS)[number]; readonly detail?: string };

/** A check of the message in the DNS. What was not evaluated is not listed; a result of `temperror` never moves a verdict. */
export type Live = {
  readonly results: readonly LiveResult[];
  /** Look-ups that were made. */
  readonly lookups: number;
  readonly problems: readonly LiveProblem[];
};

export type SenderVerdict = 'spoofed' | 'authentic' | 'not-proven';

/** How sure the verdict is, in the words of the certainty table; `none` belongs to `not-proven`. */
export const CERTAINTIES = ['none', 'low', 'medium', 'high', 'very-high', 'certain'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** What the report rests on: a mail server's own knowledge, a saved source, one that was copied and pasted, or a piece of one. */
export type SenderBasis = 'envelope' | 'source' | 'pasted' | 'partial';

/** One `Received`, the topmost first. */
export type Hop = {
  /** What the client called itself (HELO). */
  readonly from: string | null;
  /** Its address as the server saw it. */
  readonly address: string | null;
  readonly by: string | null;
  readonly with: string | null;
  readonly for: string | null;
  /** Milliseconds since 1970 (UTC); null if there is none that can be read. */
  readonly time: number | null;
  /** Seconds since the hop below, negative if clocks disagree; null if a time is missing. */
  readonly gap: number | null;
  /** From within a network: a private, loopback or link-local address (RFC 1918, 4193, 6598, ...), or no network at all. */
  readonly private: boolean;
  /** Handed over by someone who had signed in (RFC 3848: ESMTPA, ESMTPSA), as this hop says. */
  readonly authenticated: boolean;
  /** Written by the reader's own provider: at or above the trust line. What is below, anyone can have written. */
  readonly trusted: boolean;
};

export type AuthMethod = LiveMethod | 'auth' | 'iprev' | 'sender-id' | 'compauth' | 'other';

/** Why a result is believed or not. */
export const RESULT_TRUST = [
  'own-server', // the server that asks wrote it, or its verifiers
  'own-provider', // the provider's id, above the first Received from outside
  'dns', // checked in the DNS just now
  'below-line', // stands below the trust line: may be the sender's own writing
  'foreign-id', // not the id of the provider that wrote the topmost block
  'no-provider', // nothing shows who wrote it
  'second', // another result of the same id stands above it
] as const;
export type ResultTrust = (typeof RESULT_TRUST)[number];

export type SenderResult = {
  readonly method: AuthMethod;
  readonly result: AuthResult;
  readonly domain: string | null;
  /** Whether that domain is, or belongs to, the domain of the From line; null where there is no domain. */
  readonly aligned: boolean | null;
  /** Of dmarc: what the domain asks for, if the field tells. */
  readonly policy: DmarcPolicy | null;
  readonly field: 'authentication-results' | 'arc-authentication-results' | 'received-spf' | 'dns';
  readonly authservId: string | null;
  readonly trusted: boolean;
  readonly why: ResultTrust;
};

export const SENDER_TRICKS = [
  'name-is-own-address', // the display name is the reader's address, the real address is another
  'name-is-address', // the display name is an address other than the real one
  'several-from', // several From fields, or several authors in one
  'stray-commas', // a From that programs read differently
  'reply-elsewhere', // answers go to another domain
  'sender-elsewhere', // Sender names another domain
  'envelope-elsewhere', // the envelope came from another domain
  'message-id-elsewhere',
  'no-message-id',
  'no-recipient',
  'date-far-off',
] as const;
export type SenderTrick = (typeof SENDER_TRICKS)[number];

/** What the verdict rests on, the weightiest first. */
export const SENDER_REASONS = [
  'name-trick',
  'dmarc-fail-own',
  'nothing-passes-own',
  'no-records-own',
  'dmarc-fail-other',
  'dmarc-pass-own',
  'dmarc-pass-other',
  'signed-in-own',
  'signed-in-other',
  'spf-only',
  'dns-agrees',
  'dns-disagrees',
  'live-only',
  'own-as-written', // only the letter's own To says that the address is the reader's
  'list-or-forward',
  'arc-pass',
  'signature-unverified',
  'results-not-trusted',
  'several-from',
  'no-from',
  'temporary-failure',
  'no-results',
  'partial-source',
] as const;
export type SenderReason = (typeof SENDER_REASONS)[number];

/** Who sent a mail, as far as it can be shown. Plain data, no sentence of any language. */
export type SenderReport = {
  readonly basis: SenderBasis;
  /** Who the letter says it is from: whoever writes it writes this. */
  readonly says: {
    readonly from: readonly Mailbox[];
    readonly domain: string | null;
    readonly sender: string | null;
    readonly replyTo: readonly Mailbox[];
    /** The sender line names the address it was delivered to. */
    readonly own: boolean;
  };
  /** Who brought it, as the reader's post office says. */
  readonly brought: {
    /** The post office: the authserv-id or host name that is believed. */
    readonly provider: string | null;
    /** Name and address of the client that handed it over. */
    readonly host: string | null;
    readonly address: string | null;
    /** The domain that was proved to have sent it (dmarc, aligned dkim or spf; else whatever passed). */
    readonly domain: string | null;
    readonly envelopeFrom: string | null;
    /** Someone signed in with a password to hand it over. */
    readonly authenticated: boolean;
    /** What the provider stamped is not known to be its own: the name of no known provider. */
    readonly known: boolean;
  };
  readonly hops: readonly Hop[];
  readonly results: readonly SenderResult[];
  readonly alignment: { readonly spf: boolean | null; readonly dkim: boolean | null };
  readonly signatures: readonly { readonly domain: string; readonly selector: string }[];
  readonly arc: { readonly sets: number; readonly whole: boolean; readonly result: AuthResult } | null;
  readonly list: boolean;
  readonly forwarded: boolean;
  readonly tricks: readonly SenderTrick[];
  readonly verdict: SenderVerdict;
  readonly certainty: Certainty;
  readonly reasons: readonly SenderReason[];
  readonly problems: readonly LiveProblem[];
};
