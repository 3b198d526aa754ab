import type { Mail } from '../../model.js';
import { addressesOf } from '../../read/addresses.js';
import { firstHeader } from '../../read/header.js';
import { domainOf, isAligned } from './domain.js';
import { asMailbox, type Recipients } from './recipients.js';
import type { SenderTrick } from './report.js';
import { readTime } from './time.js';

/** Days by which a letter's own date may differ from the time it came in: queues wait five. */
const DAYS_OFF = 7;

/** A longer name is no address (RFC 5321, 4.5.3.1), whatever its brackets. */
const NAME_UNITS = 330;

/** What in the lines that the writer writes is made to mislead, or is odd; most of it is harmless alone. */
export function tricksOf(mail: Mail, recipients: Recipients, envelopeFrom: string | null, arrived: number | null): SenderTrick[] {
  const { headers } = mail;
  const fromFields = headers.filter((header) => header.name === 'from');
  const [first] = mail.from;
  const domain = domainOf(first?.address ?? null);
  const elsewhere = (address: string | null | undefined): boolean => {
    const other = domainOf(address ?? null);
    return domain !== null && other !== null && !isAligned(other, domain);
  };
  const named = first === undefined ? null : addressInName(first.name);
  const differs = named !== null && first?.address.includes('@') === true && asMailbox(named) !== asMailbox(first.address);
  const isOwn = differs && [...(recipients.stamped.size > 0 ? recipients.stamped : []), ...recipients.written].includes(asMailbox(named));
  const date = firstHeader(headers, 'date');
  const sent = date === null ? null : readTime(date);
  const tricks: [SenderTrick, boolean][] = [
    ['name-is-own-address', isOwn],
    ['name-is-address', differs && !isOwn],
    ['several-from', fromFields.length > 1 || mail.from.filter((from) => from.address !== '').length > 1],
    ['stray-commas', fromFields.some(({ value }) => hasStrayComma(value))],
    ['reply-elsewhere', addressesOf(headers, 'reply-to').some(({ address }) => elsewhere(address))],
    ['sender-elsewhere', elsewhere(addressesOf(headers, 'sender')[0]?.address)],
    ['envelope-elsewhere', elsewhere(envelopeFrom)],
    ['message-id-elsewhere', elsewhere(messageIdOf(firstHeader(headers, 'message-id')))],
    ['no-message-id', firstHeader(headers, 'message-id') === null],
    ['no-recipient', recipients.written.size === 0],
    ['date-far-off', sent !== null && arrived !== null && Math.abs(sent - arrived) > DAYS_OFF * 86_400_000],
  ];
  return tricks.filter(([, on]) => on).map(([trick]) => trick);
}

/** A display name that is an address and nothing else: "you@example.org" <other@example.net>. */
function addressInName(name: string): string | null {
  if (name.length > NAME_UNITS) return null;
  const plain = name.replace(/^[\s'"<(]+|[\s'">)]+$/g, '');
  return /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,253}$/.test(plain) && domainOf(plain) !== null ? plain : null;
}

function messageIdOf(value: string | null): string | null {
  return value === null ? null : (/<([^<>\s]{1,500})>/.exec(value)?.[1] ?? null);
}

/** A comma that stands outside quotes and parts no two addresses: programs disagree on who the author is. */
function hasStrayComma(value: string): boolean {
  let quoted = false;
  let address = false;
  for (let i = 0; i < value.length && i < 2_000; i++) {
    const ch = value[i];
    if (ch === '\\') i++;
    else if (ch === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (ch === '@') address = true;
    else if (ch === ',' || ch === ';') {
      if (!address) return true;
      address = false;
    }
  }
  return !address && value.trim() !== '' && /[,;]/.test(value.slice(0, 2_000)) && value.includes('@');
}
