import type { Header, Mail } from '../../model.js';
import { addressesOf } from '../../read/addresses.js';
import { domainOf, isAligned } from './domain.js';
import type { Envelope } from './report.js';
import type { Stamp, TrustLine } from './trust-line.js';

/** Fields in which the post office names whom it delivers to. */
const DELIVERED: ReadonlySet<string> = new Set(['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to', 'x-apparently-to']);

/** Whom the mail was for: what the post office says (nobody else can write there), and what the letter says. */
export type Recipients = { readonly stamped: ReadonlySet<string>; readonly written: ReadonlySet<string> };

export function recipientsOf(mail: Mail, line: TrustLine, stamps: readonly Stamp[], envelope: Envelope | undefined): Recipients {
  const stamped = new Set<string>();
  for (const address of envelope?.rcptTo ?? []) stamped.add(asMailbox(address));
  for (let at = 0; at < line.at; at++) {
    const { name, value } = mail.headers[at] as Header;
    const address = DELIVERED.has(name) ? /^<?([^\s<>@]{1,320}@[^\s<>@,;]{1,253})>?(?:\s|$)/.exec(value)?.[1] : undefined;
    if (address !== undefined) stamped.add(asMailbox(address));
  }
  for (const stamp of stamps.slice(0, line.hops)) if (stamp.for?.includes('@') === true) stamped.add(asMailbox(stamp.for));
  const written = new Set<string>();
  for (const name of ['to', 'cc']) for (const { address } of addressesOf(mail.headers, name)) if (address !== '') written.add(asMailbox(address));
  return { stamped, written };
}

/** Where a neighbour in the domain is a stranger, not an alias. */
const FREE_MAIL =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|mac|aol|gmx|web|proton|protonmail|fastmail|docomo|ezweb|au|softbank|ymobile|mail|yandex|naver|daum)\.[a-z.]{2,6}$/;

/**
 * True if the address is the reader's own. A letter can name its writer as receiver and reach the reader unnamed (Bcc), so what
 * the post office stamped counts first; an alias within the same domain still does.
 */
export function isReader(address: string, { stamped, written }: Recipients): boolean {
  const domain = domainOf(address);
  if (domain === null) return false;
  const mailbox = asMailbox(address);
  if (stamped.size === 0 || stamped.has(mailbox)) return stamped.has(mailbox) || written.has(mailbox);
  return written.has(mailbox) && !FREE_MAIL.test(domain) && [...stamped].some((other) => isAligned(domainOf(other) ?? '', domain));
}

/** An address as its mailbox: Gmail reads no dots, and what follows a plus is the owner's own label. */
export function asMailbox(address: string): string {
  const plain = address.toLowerCase();
  const at = plain.lastIndexOf('@');
  if (at < 0) return plain;
  const domain = plain.slice(at + 1);
  const local = plain.slice(0, at).split('+', 1)[0] as string;
  return domain === 'gmail.com' || domain === 'googlemail.com' ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}
