import { asDomain, isRelated } from './domain.js';
import { isLoopback, isPrivate } from './network.js';
import { type Provider, providerOf } from './providers.js';
import type { Trace } from './received.js';
import type { Envelope } from './report.js';

/** A Received field and where it stands among all fields of the header. */
export type Stamp = Trace & { readonly at: number };

/** Where the writing of the reader's own post office ends and that of strangers may begin. */
export type TrustLine = {
  readonly provider: Provider | null;
  /** Number of hops that the own post office wrote, the border with them. */
  readonly hops: number;
  /** The hop by which the mail came in; null if there is none. */
  readonly border: Stamp | null;
  /** Fields above this index are the post office's; -1: none. */
  readonly at: number;
  /** What the servers of the post office are called, for comparison with an authserv-id. */
  readonly hosts: readonly string[];
  /** The ids that the mail server which asks has named as its own: its verifiers remove them from what comes in. */
  readonly own: readonly string[];
};

export function trustLine(stamps: readonly Stamp[], envelope: Envelope | undefined): TrustLine {
  const own = (envelope?.authservIds ?? []).map((id) => id.toLowerCase());
  const provider = providerOf(stamps);
  const [top] = stamps;
  // At the time of the milter every Received in the mail is the client's, until the server's own stands on top.
  const isStamped = top !== undefined && top.address !== null && top.address === envelope?.clientAddress && isOwn(top.by, own);
  const count = isAtTheDoor(envelope) && !isStamped ? 0 : ownHops(stamps, provider, own);
  const border = count > 0 ? (stamps[count - 1] as Stamp) : null;
  const hosts = stamps.slice(0, count).flatMap(({ by }) => (by === null ? [] : (asDomain(by) ?? [])));
  return { provider: count > 0 ? provider : null, hops: count, border, at: border?.at ?? -1, hosts, own };
}

/** True if a mail server asks while it holds the connection. */
export function isAtTheDoor(envelope: Envelope | undefined): boolean {
  return envelope !== undefined && (envelope.clientAddress !== null || envelope.authenticatedUser !== null);
}

/** The hops within the post office, and the one by which the mail came in. */
function ownHops(stamps: readonly Stamp[], provider: Provider | null, own: readonly string[]): number {
  for (const [i, stamp] of stamps.entries()) if (!isWithin(stamp, provider, own)) return i + 1;
  return stamps.length;
}

/** True for a hop that no stranger's connection can have made. */
function isWithin(hop: Stamp, provider: Provider | null, own: readonly string[]): boolean {
  const { from, address, by } = hop;
  // Whoever signs in comes from outside, from wherever: what is below is theirs.
  if (hop.authenticated && !/^lmtp/i.test(hop.with ?? '')) return false;
  if (from === null && address === null) return true;
  if (provider !== null) {
    if (by !== null && provider.border?.test(by) === true) return false;
    const isByOwn = by !== null && (provider.hosts.test(by) || asDomain(by) === null);
    const isFromOwn = from !== null && provider.hosts.test(from.toLowerCase());
    return isByOwn && (address === null ? isFromOwn || /^lmtp/i.test(hop.with ?? '') : isPrivate(address) || (isFromOwn && isMicrosoft(address)));
  }
  if (address === null) return /^lmtp/i.test(hop.with ?? '');
  // Behind a gateway of addresses every stranger has a private one; only the machine itself is surely within.
  if (isLoopback(address)) return true;
  if (isOwn(by, own) && isPrivate(address)) return true;
  const host = by === null ? null : asDomain(by);
  return hop.isPostfix && host !== null && hop.name !== null && hop.name !== host && isRelated(hop.name, host);
}

/** 2603:1000::/24 and 2a01:111:f400::/40, the networks between Microsoft's mail servers as its headers show them. */
function isMicrosoft(address: string): boolean {
  return /^2603:10[\da-f]{2}:|^2a01:111:f4[\da-f]{2}:/.test(address);
}

export function isOwn(host: string | null, own: readonly string[]): boolean {
  const name = host === null ? null : asDomain(host);
  return name !== null && own.some((id) => id === name || isRelated(id, name));
}
