import type { Trace } from './received.js';

/** A post office whose way of writing is known. */
export type Provider = {
  readonly name: string;
  /** Hosts that receive for it: `by` of its Received ends so. */
  readonly hosts: RegExp;
  /** What it calls itself in Authentication-Results; null if it writes none (Microsoft). */
  readonly ids: RegExp | null;
  /** Hosts that only its border has: what came to them came from outside, whatever HELO and address say. */
  readonly border: RegExp | null;
  /** It writes its results right below its own Received, not only above. */
  readonly below: boolean;
  /** Where this was seen. */
  readonly source: string;
};

/**
 * The providers, by the hosts in their own Received fields. Where the source is only the domain report of this project, nothing
 * below the trust line is believed, so that a mistake here can only make an answer less sure.
 */
export const PROVIDERS: readonly Provider[] = [
  {
    name: 'Gmail',
    hosts: /(?:^|\.)google\.com$/,
    ids: /^mx\.google\.com$/,
    border: /^mx\.google\.com$/,
    below: true,
    source: 'https://support.google.com/mail/answer/29436; the order of fields: public list archives of 2010 to 2026',
  },
  {
    name: 'Microsoft',
    hosts: /(?:^|\.)(?:outlook\.com|office365\.com|exchangelabs\.com)$/,
    ids: null,
    border: /\.mail\.protection\.outlook\.com$/,
    below: false,
    source: 'https://learn.microsoft.com/defender-office-365/message-headers-eop-mdo',
  },
  {
    name: 'iCloud',
    hosts: /(?:^|\.)(?:icloud\.com|me\.com|mac\.com|apple\.com)$/,
    ids: /^(?:(?:dmarc|spf|dkim-verifier|bimi|arc)\.)?icloud\.com$/,
    border: null,
    below: false,
    source: 'domain report, 6.1',
  },
  {
    name: 'Yahoo! JAPAN',
    hosts: /(?:^|\.)yahoo\.co\.jp$/,
    ids: /(?:^|\.)(?:mail\.djm\.)?yahoo\.co\.jp$/,
    border: null,
    below: false,
    source: 'domain report, 6.1',
  },
  { name: 'Yahoo', hosts: /(?:^|\.)yahoo\.com$/, ids: /(?:^|\.)yahoo\.com$/, border: null, below: false, source: 'RFC 8601, 2.2: a host name of its own' },
  { name: 'docomo', hosts: /(?:^|\.)docomo\.ne\.jp$/, ids: /(?:^|\.)docomo\.ne\.jp$/, border: null, below: false, source: 'domain report, 6.1' },
  {
    name: 'au',
    hosts: /(?:^|\.)(?:au\.com|ezweb\.ne\.jp)$/,
    ids: /(?:^|\.)(?:au\.com|ezweb\.ne\.jp)$/,
    border: null,
    below: false,
    source: 'RFC 8601, 2.2: a host name of its own',
  },
  {
    name: 'SoftBank',
    hosts: /(?:^|\.)(?:softbank\.(?:ne\.)?jp|i\.softbank\.jp|ymobile\.ne\.jp)$/,
    ids: /(?:^|\.)(?:softbank\.(?:ne\.)?jp|ymobile\.ne\.jp)$/,
    border: null,
    below: false,
    source: 'RFC 8601, 2.2: a host name of its own',
  },
  {
    name: 'Proton',
    hosts: /(?:^|\.)(?:protonmail\.ch|proton\.me|proton\.ch)$/,
    ids: /(?:^|\.)(?:protonmail\.ch|proton\.me|proton\.ch)$/,
    border: null,
    below: false,
    source: 'RFC 8601, 2.2: a host name of its own',
  },
  {
    name: 'Fastmail',
    hosts: /(?:^|\.)(?:messagingengine\.com|(?:nyi|phl|stl)\.internal)$/,
    ids: /(?:^|\.)messagingengine\.com$/,
    border: null,
    below: false,
    source: 'RFC 8601, 2.2: a host name of its own',
  },
];

/** Whose post office wrote the topmost Received that names a host; what stands above it has no client and cannot be a stranger's. */
export function providerOf(hops: readonly Trace[]): Provider | null {
  for (const hop of hops) {
    const host = hop.by;
    const known = host === null ? undefined : PROVIDERS.find((provider) => provider.hosts.test(host));
    if (known !== undefined) return known;
    if (hop.from !== null || hop.address !== null) return null;
  }
  return null;
}
