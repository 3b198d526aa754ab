import type { Header } from '../../model.js';
import { type ParsedField, type ParsedResult, readAuthenticationResults } from './authentication-results.js';
import { asDomain, isAligned, isRelated } from './domain.js';
import { readReceivedSpf } from './received-spf.js';
import type { Envelope, Live, ResultTrust, SenderResult } from './report.js';
import { isAtTheDoor, type TrustLine } from './trust-line.js';

/** Fields of results that are read: honest mail has some ten; what is more is a flood, and nothing below the line counts anyway. */
export const RESULT_FIELDS = 100;

const FIELDS: ReadonlySet<string> = new Set(['authentication-results', 'arc-authentication-results', 'received-spf']);
/** Fields that a post office writes between its Received and its results. */
const BESIDE: ReadonlySet<string> = new Set([...FIELDS, 'arc-seal', 'arc-message-signature']);

/** `beside`: right below the border's Received, where a known provider writes; `room`: down to the next Received, where the asking server's own ids count. */
type Zone = 'above' | 'beside' | 'room' | 'below';

/** Every result in the header, each with whether it is believed, and why. */
export function resultsOf(headers: readonly Header[], line: TrustLine, envelope: Envelope | undefined, from: string | null): SenderResult[] {
  const zone = zoneOf(headers, line, envelope);
  const results: SenderResult[] = [];
  const told = new Set<string>();
  let fields = 0;
  let besideRead = false;
  const instance = highestInstance(headers, line);
  for (let at = 0; at < headers.length && fields < RESULT_FIELDS; at++) {
    const { name, value } = headers[at] as Header;
    if (!FIELDS.has(name)) continue;
    fields++;
    const field = name as Exclude<SenderResult['field'], 'dns'>;
    const spf = name === 'received-spf' ? readReceivedSpf(value) : null;
    const parsed: ParsedField = spf === null ? readAuthenticationResults(value) : { id: spf.receiver, instance: null, results: [spf.result] };
    const where = zone(at);
    let why = trustOf(parsed, field, where, line, instance);
    // Of what stands right below the border's own Received, the post office wrote the first of each kind.
    if (where === 'beside' && why === 'own-provider') {
      if (field === 'authentication-results' && besideRead) why = 'second';
      if (field === 'authentication-results') besideRead = true;
    }
    const inField = new Set<string>();
    for (const result of parsed.results) {
      const key = field === 'received-spf' ? 'received-spf' : result.method;
      const isSecond = isBelieved(why) && told.has(key);
      if (isBelieved(why)) inField.add(key);
      results.push(asResult(result, field, parsed.id, isSecond ? 'second' : why, from));
    }
    for (const key of inField) told.add(key);
  }
  return results;
}

/** Results in a header that stands in a text, as docomo adds one below a letter: anyone can type them there. */
export function resultsInText(headers: readonly Header[], from: string | null): SenderResult[] {
  const results: SenderResult[] = [];
  for (const { name, value } of headers) {
    if (name !== 'authentication-results' || results.length >= RESULT_FIELDS) continue;
    const parsed = readAuthenticationResults(value);
    for (const result of parsed.results) results.push(asResult(result, name, parsed.id, 'no-provider', from));
  }
  return results;
}

/** The results of a check in the DNS, in the same form. */
export function resultsOfDns(live: Live | undefined): SenderResult[] {
  return (live?.results ?? []).map(({ method, result, domain, aligned, policy }) => ({
    method,
    result,
    domain,
    aligned,
    policy,
    field: 'dns',
    authservId: null,
    trusted: true,
    why: 'dns',
  }));
}

function asResult(parsed: ParsedResult, field: SenderResult['field'], authservId: string | null, why: ResultTrust, from: string | null): SenderResult {
  const aligned = parsed.domain === null || from === null || parsed.method === 'arc' ? null : isAligned(parsed.domain, from);
  return { ...parsed, aligned, field, authservId, trusted: isBelieved(why), why };
}

function isBelieved(why: ResultTrust): boolean {
  return why === 'own-provider' || why === 'own-server';
}

/** Where a field stands: above the line, in the piece right below it that is the post office's too, or in the sender's part. */
function zoneOf(headers: readonly Header[], line: TrustLine, envelope: Envelope | undefined): (at: number) => Zone {
  const first = headers.findIndex(({ name }) => name === 'received');
  if (line.border === null && isAtTheDoor(envelope)) {
    const end = first < 0 ? headers.length : first;
    return (at) => (at < end ? 'room' : 'below');
  }
  if (line.border === null) return () => 'below';
  let beside = line.at + 1;
  let room = line.at + 1;
  while (line.provider?.below === true && beside < headers.length && BESIDE.has((headers[beside] as Header).name)) beside++;
  while (line.own.length > 0 && room < headers.length && headers[room]?.name !== 'received') room++;
  return (at) => (at < line.at ? 'above' : at < beside ? 'beside' : at < room ? 'room' : 'below');
}

function trustOf({ id, instance }: ParsedField, field: SenderResult['field'], zone: Zone, line: TrustLine, highest: number): ResultTrust {
  if (zone === 'below') return line.at < 0 && line.own.length === 0 ? 'no-provider' : 'below-line';
  if (field === 'arc-authentication-results' && (instance !== highest || zone !== 'above')) return 'below-line';
  if (id !== null && line.own.includes(id)) return 'own-server';
  if (zone === 'room') return 'foreign-id';
  if (line.provider !== null) {
    if (line.provider.ids === null)
      return (id === null && field === 'authentication-results') || field === 'received-spf' || /(?:^|\.)microsoft\.com$/.test(id ?? '')
        ? 'own-provider'
        : 'foreign-id';
    if (id === null) return 'foreign-id';
    return line.provider.ids.test(id) || (field === 'received-spf' && line.provider.hosts.test(id)) ? 'own-provider' : 'foreign-id';
  }
  // What checks SPF for Postfix often tells no name; above the border nobody else can have written it.
  if (field === 'received-spf' && id === null) return 'own-provider';
  const name = id === null ? null : asDomain(id);
  if (name === null) return 'foreign-id';
  return line.hosts.some((host) => host === name || isRelated(host, name)) ? 'own-provider' : 'foreign-id';
}

function highestInstance(headers: readonly Header[], line: TrustLine): number {
  let highest = 0;
  for (let at = 0; at < line.at; at++) {
    const header = headers[at] as Header;
    if (header.name === 'arc-authentication-results') highest = Math.max(highest, readAuthenticationResults(header.value).instance ?? 0);
  }
  return highest;
}
