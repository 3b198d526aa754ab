import type { Header, Mail } from '../../model.js';
import type { Recipients } from './recipients.js';

/** Marks of a way that breaks SPF and signatures without any fraud. Anyone can write them, so they only make a verdict less sure. */
export type Marks = { readonly list: boolean; readonly forwarded: boolean };

const FORWARD: ReadonlySet<string> = new Set([
  'resent-from',
  'resent-to',
  'resent-sender',
  'x-forwarded-to',
  'x-forwarded-for',
  'x-loop',
  'x-mailing-list',
  'x-beenthere',
]);

export function marksOf(mail: Mail, recipients: Recipients): Marks {
  const delivered = new Set<string>();
  let forwarded = false;
  for (const { name, value } of mail.headers as readonly Header[]) {
    if (FORWARD.has(name)) forwarded = true;
    else if (name === 'delivered-to' && delivered.size < 3) delivered.add(value.toLowerCase().trim());
    // Sender Rewriting Scheme: the forwarder's own address, with the first one in it.
    else if (name === 'return-path' && /^<?(?:srs[01][=+-]|prvs=|[^@]{1,200}\+caf_=)/i.test(value)) forwarded = true;
  }
  if (delivered.size > 1) forwarded = true;
  const { stamped, written } = recipients;
  if (stamped.size > 0 && written.size > 0 && ![...written].some((address) => stamped.has(address))) forwarded = true;
  return { list: mail.list || mail.headers.some(({ name }) => name === 'mailing-list' || name === 'x-mailing-list' || name === 'x-beenthere'), forwarded };
}
