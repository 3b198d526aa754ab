import type { Ask, Header, Mail } from '../../model.js';
import { addressesOf } from '../../read/addresses.js';
import { firstHeader, structureOf } from '../../read/header.js';
import { asDomain, domainOf, isRelated } from './domain.js';
import { findingsOf } from './findings.js';
import { marksOf } from './marks.js';
import { readReceived } from './received.js';
import { asMailbox, isReader, recipientsOf } from './recipients.js';
import type { Envelope, Hop, SenderBasis, SenderReport } from './report.js';
import { arcOf, signaturesOf } from './signatures.js';
import { tricksOf } from './tricks.js';
import { isAtTheDoor, type Stamp, type TrustLine, trustLine } from './trust-line.js';
import { resultsInText, resultsOf, resultsOfDns } from './trusted-results.js';
import { conclude } from './verdict.js';

/** Received fields that are read: RFC 5321 (6.3) lets a server give up at a hundred; a hundred thousand are an attack on time. */
export const HOPS = 200;

/** Fields that only servers write: a text with one holds a piece of a header. */
const TRACES: ReadonlySet<string> = new Set(['received', 'authentication-results', 'received-spf']);

/**
 * Who sent a mail, from its header, and from what a mail server or the DNS knows beside it. Total and linear; null for what is no
 * mail. Whatever stands below the trust line anyone can have written: it is told, and moves nothing.
 */
export function senderOf(letter: Mail, ask: Pick<Ask, 'envelope' | 'live' | 'name'>): SenderReport | null {
  const { envelope, live } = ask;
  const mail = { ...letter, headers: asStructures(letter.headers), pastedHeaders: asStructures(letter.pastedHeaders) };
  const isTyped = mail.form === 'text';
  if (isTyped && !mail.pastedHeaders.some(({ name }) => TRACES.has(name))) return null;
  const stamps = stampsOf(mail);
  const line = trustLine(stamps, envelope);
  const recipients = recipientsOf(mail, line, stamps, envelope);
  const [author] = mail.from;
  const domain = domainOf(author?.address ?? null);
  const own = author !== undefined && isReader(author.address, recipients);
  const stated = resultsOf(mail.headers, line, envelope, domain);
  const typed = resultsInText(mail.pastedHeaders, domain);
  const checked = resultsOfDns(live);
  const headers = findingsOf(stated, domain);
  const dns = checked.length === 0 ? null : findingsOf(checked, domain);
  const marks = marksOf(mail, recipients);
  const signatures = signaturesOf(mail.headers);
  const envelopeFrom = envelopeFromOf(mail, line, envelope);
  const tricks = tricksOf(mail, recipients, envelopeFrom, line.border?.time ?? null);
  const arc = arcOf(mail.headers, headers.arc ?? dns?.arc ?? undefined);
  const basis = basisOf(mail, ask, stamps);
  const who = signedInAs(line, envelope, author?.address ?? '');
  const { verdict, certainty, reasons } = conclude({
    own,
    from: domain !== null,
    nameIsOwn: tricks.includes('name-is-own-address'),
    ownAsWritten: own && recipients.stamped.size === 0,
    severalFrom: tricks.includes('several-from'),
    signedIn: who,
    headers,
    dns,
    dnsIsExact: basis === 'envelope',
    fromOutside: envelope?.clientAddress != null || (line.border !== null && line.border.address !== null && !line.border.private),
    ...marks,
    arcPasses: arc?.result === 'pass',
    untrusted: [...stated, ...typed].some((result) => !result.trusted && result.why !== 'second'),
    signed: signatures.length > 0,
    partial: basis === 'partial',
  });
  return {
    basis,
    says: { from: mail.from, domain, sender: firstHeader(letter.headers, 'sender'), replyTo: addressesOf(mail.headers, 'reply-to'), own },
    brought: {
      provider: line.provider?.name ?? line.own[0] ?? line.hosts.at(-1) ?? null,
      host: isAtTheDoor(envelope) ? (envelope?.clientName ?? envelope?.helo ?? null) : (line.border?.name ?? line.border?.from ?? null),
      address: isAtTheDoor(envelope) ? (envelope?.clientAddress ?? null) : (line.border?.address ?? null),
      domain: headers.passed ?? dns?.passed ?? null,
      envelopeFrom,
      authenticated: isAtTheDoor(envelope) ? envelope?.authenticatedUser != null : line.border?.authenticated === true,
      known: line.provider !== null || line.own.length > 0,
    },
    hops: hopsOf(stamps, line),
    results: [...stated, ...typed, ...checked],
    alignment: {
      spf: headers.spf === null && dns?.spf == null ? null : headers.spfAligned || dns?.spfAligned === true,
      dkim: headers.dkim === null && dns?.dkim == null ? null : headers.dkimAligned || dns?.dkimAligned === true,
    },
    signatures,
    arc,
    ...marks,
    tricks,
    verdict,
    certainty,
    reasons,
    problems: live?.problems ?? [],
  };
}

/** Fields as they are parsed: nothing that an encoded word holds tells who sent a mail. */
function asStructures(headers: readonly Header[]): readonly Header[] {
  // Most mails have no such field.
  if (headers.every(({ raw }) => raw === undefined)) return headers;
  return headers.map((header) => ({ name: header.name, value: structureOf(header) }));
}

function stampsOf(mail: Mail): Stamp[] {
  const stamps: Stamp[] = [];
  for (let at = 0; at < mail.headers.length && stamps.length < HOPS; at++) {
    const header = mail.headers[at];
    if (header?.name === 'received') stamps.push({ ...readReceived(header.value), at });
  }
  return stamps;
}

/** A copied source has a name of no file; one without any Received is a piece of one, or was never sent. */
function basisOf(mail: Mail, { envelope, name }: Pick<Ask, 'envelope' | 'name'>, stamps: readonly Stamp[]): SenderBasis {
  if (isAtTheDoor(envelope)) return 'envelope';
  if (stamps.length === 0) return 'partial';
  return mail.copied || name === undefined || name === '' || name === '-' ? 'pasted' : 'source';
}

/** The topmost Return-Path, if the post office wrote it; beneath the line it is the sender's own. */
function envelopeFromOf(mail: Mail, line: TrustLine, envelope: Envelope | undefined): string | null {
  if (envelope?.mailFrom != null) return envelope.mailFrom.toLowerCase();
  const at = mail.headers.findIndex(({ name }) => name === 'return-path');
  if (at < 0 || at > line.at) return null;
  return /^\s*<?([^<>\s]{0,640})>?/.exec(mail.headers[at]?.value ?? '')?.[1]?.toLowerCase() ?? null;
}

/** Who signed in to hand the mail over; only the server that asks, or the border's own Received, can tell. */
function signedInAs(line: TrustLine, envelope: Envelope | undefined, author: string): 'author' | 'domain' | 'somebody' | null {
  let user: string | null = null;
  if (isAtTheDoor(envelope)) {
    if (envelope?.authenticatedUser == null) return null;
    user = envelope.authenticatedUser.toLowerCase();
  } else {
    if (line.border?.authenticated !== true) return null;
    user = line.border.user;
  }
  if (user !== null && (user === author || asMailbox(user) === asMailbox(author) || (!user.includes('@') && author.startsWith(`${user}@`)))) return 'author';
  const domain = domainOf(author);
  if (user?.includes('@') === true) return domain !== null && domainOf(user) === domain ? 'domain' : null;
  const host = line.border?.by ?? line.own[0] ?? null;
  const office = host === null ? null : asDomain(host);
  return domain !== null && office !== null && isRelated(office, domain) ? 'domain' : 'somebody';
}

function hopsOf(stamps: readonly Stamp[], line: TrustLine): Hop[] {
  return stamps.map(({ from, address, by, with: protocol, for: recipient, time, private: isPrivate, authenticated }, i) => {
    const below = stamps[i + 1]?.time ?? null;
    const gap = time === null || below === null ? null : Math.round((time - below) / 1000);
    return { from, address, by, with: protocol, for: recipient, time, gap, private: isPrivate, authenticated, trusted: i < line.hops };
  });
}
