import type { Ask, Speech } from '@hattari/engine';
import { type DnsAsked, Usage } from '../arguments.js';
import type { Terminal } from '../terminal.js';

/** Adds what the DNS says to a question, or leaves it as it is. */
export type Complete = (ask: Ask) => Promise<Ask>;

type Voice = { readonly speech: Speech; readonly terminal: Terminal };

/** What asks the DNS, if that is wanted, and says aloud that it is done. Loaded only then: it takes as long to load as the program itself. */
export async function openDns(asked: DnsAsked | null, { speech, terminal }: Voice): Promise<Complete | null> {
  if (asked === null) return null;
  const servers = asked.servers ?? (process.env['HATTARI_DNS'] || null);
  const { lookupsOf, withLive } = await import('./ask.js');
  let dns: ReturnType<typeof lookupsOf>;
  try {
    dns = lookupsOf(servers);
  } catch {
    throw new Usage('cli-bad-value', {
      option: asked.servers === null ? 'HATTARI_DNS' : '--dns-server',
      wanted: '192.0.2.1, 192.0.2.1:53, [2001:db8::1]:53',
      got: servers ?? '',
    });
  }
  terminal.err(`${speech.say('cli-dns-on')}\n`);
  return (ask) => withLive(ask, dns);
}
