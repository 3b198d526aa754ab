import { type Ask, type Live, type Mail, read, type SenderReport, senderOf } from '@hattari/engine';
import { checkLive } from './live.js';
import type { Lookups } from './lookups.js';
import type { Client } from './spf.js';
import { asOnTheWire } from './wire.js';

export { lookupsOf } from './servers.js';

const UNREADABLE: Live = { results: [], lookups: 0, problems: [{ id: 'dns-unreadable' }] };

/** The question with what the DNS says of its message. Total; what is no mail, or a piece of one, is left as it is. */
export async function withLive(ask: Ask, dns: Lookups): Promise<Ask> {
  const live = await liveOf(ask, dns);
  return live === null ? ask : { ...ask, live };
}

export async function liveOf(ask: Pick<Ask, 'bytes' | 'name' | 'envelope' | 'now'>, dns: Lookups): Promise<Live | null> {
  try {
    const wire = asOnTheWire(ask.bytes);
    if (wire === null) return UNREADABLE;
    // The header alone: a body can cost more time and memory than this thread may spend on a stranger's letter.
    const mail = read({ bytes: wire.message.subarray(0, wire.body), ...(ask.name === undefined ? {} : { name: ask.name }) });
    const report = senderOf(mail, ask);
    if (mail.form !== 'mail' || report === null) return null;
    const { client, came } = handedOver(report, ask);
    return await checkLive({ wire, from: authorDomain(mail, report), client, came, now: ask.now }, dns);
  } catch {
    return UNREADABLE;
  }
}

/** DMARC speaks of one author (RFC 7489, 6.6.1). */
function authorDomain(mail: Mail, report: SenderReport): string | null {
  const fields = mail.headers.filter(({ name }) => name === 'from').length;
  return fields === 1 && mail.from.length === 1 ? report.says.domain : null;
}

/** Who handed the mail over and when, by the server's own knowledge or the Received of a server that is trusted, and nothing else. */
function handedOver({ brought, hops }: SenderReport, { envelope, now }: Pick<Ask, 'envelope' | 'now'>): { client: Client | null; came: number | null } {
  const atTheDoor = envelope?.clientAddress != null || envelope?.authenticatedUser != null;
  const border = hops.findLast((hop) => hop.trusted);
  const came = atTheDoor ? now : (border?.time ?? null);
  const { address, envelopeFrom: mailFrom, authenticated } = brought;
  // Who signs in, or sits within the own network, is let through for that and not by SPF.
  if (address === null || mailFrom === null || authenticated || (!atTheDoor && border?.private !== false)) return { client: null, came };
  return { client: { address, helo: (atTheDoor ? envelope?.helo : border?.from) ?? null, mailFrom }, came };
}
