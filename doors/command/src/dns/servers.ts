import { Resolver } from 'node:dns/promises';
import { isIPv4, isIPv6 } from 'node:net';
import { LIMITS, type Limits, Lookups, type Resolve } from './lookups.js';

/** Asks the servers named (`192.0.2.1`, `192.0.2.1:5353`, `[2001:db8::1]:53`, several by commas), or those of the system. Throws on what is no server. */
export function lookupsOf(servers: string | null, limits: Limits = LIMITS): Lookups {
  // Two tries at one server fit into the time of a look-up.
  const resolver = new Resolver({ timeout: limits.lookupTime / 2, tries: 2 });
  if (servers !== null) resolver.setServers(servers.split(',').map(asServer));
  const resolve: Resolve = async (name, type) => {
    switch (type) {
      case 'A':
        return await resolver.resolve4(name);
      case 'AAAA':
        return await resolver.resolve6(name);
      case 'MX':
        return await resolver.resolveMx(name);
      case 'PTR':
        return await resolver.resolvePtr(name);
      case 'TXT':
        return await resolver.resolveTxt(name);
      default:
        return type satisfies never;
    }
  };
  return new Lookups(resolve, limits);
}

/** Node takes any number for a port. */
function asServer(text: string): string {
  const server = text.trim();
  const [, bracketed, plain, port] = /^(?:\[([^\]]{2,45})\]|([\d.]{7,15}))(?::(\d{1,5}))?$/.exec(server) ?? [];
  const isOne = isIPv6(server) || isIPv6(bracketed ?? '') || isIPv4(plain ?? '');
  if (isOne && (port === undefined || (Number(port) > 0 && Number(port) < 65_536))) return server;
  throw new RangeError(`DNS server: wanted an address and perhaps a port, got ${JSON.stringify(text)}`);
}
