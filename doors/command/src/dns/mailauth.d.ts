// The parts of mailauth that are used, by their own paths: its front door loads a web client and an XML parser besides.
declare module 'mailauth/lib/dkim/dkim-verifier.js' {
  import type { Writable } from 'node:stream';

  type Resolver = import('./lookups.js').Resolve;
  export type HeaderField = { readonly key?: string; readonly line: Buffer };
  export type Headers = { readonly parsed: readonly HeaderField[] };
  export type Tags = Readonly<Record<string, { readonly value?: string | number } | undefined>>;
  export type SignatureField = { readonly parsed?: Tags; maxBodyLength?: number | string };
  export type DkimOutcome = {
    readonly signingDomain?: string;
    readonly selector?: string;
    readonly signature?: string;
    readonly algo?: string;
    readonly status: { readonly result: string; readonly comment?: string };
  };
  export type ArcSet = { readonly 'arc-seal'?: SignatureField };
  export type ArcFound = { chain: readonly ArcSet[] | false; lastEntry?: ArcSet; error?: unknown };
  export class DkimVerifier extends Writable {
    constructor(options: { readonly resolver: Resolver; readonly minBitLength: number; readonly curTime: Date });
    headers: Headers;
    readonly results: readonly DkimOutcome[];
    signatureHeaders: SignatureField[];
    arc: ArcFound;
    messageHeaders(headers: Headers): Promise<void>;
  }
}

declare module 'mailauth/lib/arc/index.js' {
  export function arc(
    found: import('mailauth/lib/dkim/dkim-verifier.js').ArcFound,
    options: { readonly resolver: import('./lookups.js').Resolve; readonly minBitLength: number },
  ): Promise<{ readonly status: { readonly result: string } }>;
}

declare module 'mailauth/lib/spf/index.js' {
  export function spf(options: {
    readonly sender: string;
    readonly ip: string;
    readonly helo: string;
    readonly mta: string;
    readonly resolver: import('./lookups.js').Resolve;
  }): Promise<{ readonly domain: string; readonly status: { readonly result: string } }>;
}

declare module 'mailauth/lib/dmarc/index.js' {
  export function dmarc(options: {
    readonly headerFrom: readonly string[];
    readonly spfDomains: readonly string[];
    readonly dkimDomains: readonly string[];
    readonly resolver: import('./lookups.js').Resolve;
  }): Promise<
    | false
    | {
        readonly status: { readonly result: string };
        readonly policy?: string | false;
        readonly alignment?: { readonly spf: { readonly strict: boolean }; readonly dkim: { readonly strict: boolean } };
      }
  >;
}

declare module 'mailauth/lib/tools.js' {
  export function getAlignment(fromDomain: string, domains: readonly string[]): false | { readonly domain: string };
}
