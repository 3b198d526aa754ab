import type { Ask, Mail, Part, Problem } from '../model.js';
import { nameOfBinary } from './disguise.js';
import { beginsWithHeader, EntityReader, looksBinary } from './entity.js';
import { isFromLine } from './from-line.js';
import { firstHeader, readAddresses } from './header.js';
import { MESSAGE_BYTES } from './limits.js';

/** Problems after which something a person could read may have been missed. */
const UNREAD: ReadonlySet<Problem['id']> = new Set([
  'not-text',
  'truncated',
  'charset',
  'too-large',
  'too-deep',
  'too-many-parts',
  'text-cut',
  'header-too-large',
  'attachment-unread',
  'encrypted',
  'crash',
]);

/**
 * Bytes of one message in, `Mail` out: a mail (.eml, a pasted source) or plain text. Total: any bytes give a Mail, never a
 * throw; what could not be read stands in `problems`, and then `whole` is false.
 */
export function read(ask: Pick<Ask, 'bytes' | 'name'>): Mail {
  const over = ask.bytes.length > MESSAGE_BYTES;
  const bytes = over ? ask.bytes.subarray(0, MESSAGE_BYTES) : ask.bytes;
  const reader = new EntityReader(bytes);
  if (over) reader.tell({ id: 'too-large', detail: `${MESSAGE_BYTES / 1024 / 1024} MB` });
  const skip = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const start = skipBlank(bytes, skip);
  return beginsWithHeader(bytes.subarray(start)) ? readMail(reader, bytes, start) : readPlain(reader, bytes, ask.name ?? '');
}

function readMail(reader: EntityReader, bytes: Uint8Array, start: number): Mail {
  const { headers, body } = reader.header(start, bytes.length);
  const subject = firstHeader(headers, 'subject');
  const parts: Part[] = subject === null || subject === '' ? [] : [{ id: 'subject', kind: 'subject', text: subject }];
  const isMultipart = /^\s*multipart\//i.test(firstHeader(headers, 'content-type') ?? '');
  reader.content(headers, body, bytes.length, isMultipart ? '' : '1', 0);
  const { gathered } = reader;
  parts.push(...gathered.parts);
  const bodyText = gathered.parts.some((part) => part.kind !== 'subject' && part.text.trim() !== '');
  if (!bodyText) reader.tell({ id: 'no-body' });
  return {
    form: 'mail',
    headers,
    from: readAddresses(firstHeader(headers, 'from')),
    to: [...readAddresses(firstHeader(headers, 'to')), ...readAddresses(firstHeader(headers, 'delivered-to'))],
    parts,
    attachments: gathered.attachments,
    pictures: gathered.pictures,
    beacons: { remoteImages: gathered.remoteImages, receipt: headers.some((h) => RECEIPT.has(h.name)) },
    links: gathered.links,
    list: headers.some((h) => h.name.startsWith('list-') || (h.name === 'precedence' && /bulk|list/i.test(h.value))),
    problems: gathered.problems,
    whole: isWhole(gathered.problems),
  };
}

const RECEIPT = new Set(['disposition-notification-to', 'return-receipt-to', 'x-confirm-reading-to']);

function readPlain(reader: EntityReader, bytes: Uint8Array, name: string): Mail {
  const { gathered } = reader;
  if (bytes.length === 0) reader.tell({ id: 'empty' });
  else if (looksBinary(bytes)) reader.tell({ id: 'not-text', detail: nameOfBinary(bytes) });
  else {
    const head = String.fromCharCode(...bytes.subarray(0, 256))
      .trimStart()
      .toLowerCase();
    const isHtml = /\.html?$/i.test(name) || head.startsWith('<!doctype html') || head.startsWith('<html');
    reader.text(bytes, null, isHtml ? 'html' : 'text', '1');
    if (gathered.parts.every((part) => part.text.trim() === '')) reader.tell({ id: 'empty' });
  }
  return {
    form: 'text',
    headers: [],
    from: [],
    to: [],
    parts: gathered.parts,
    attachments: [],
    pictures: gathered.pictures,
    beacons: { remoteImages: gathered.remoteImages, receipt: false },
    links: gathered.links,
    list: false,
    problems: gathered.problems,
    whole: isWhole(gathered.problems),
  };
}

function isWhole(problems: readonly Problem[]): boolean {
  return !problems.some((problem) => UNREAD.has(problem.id));
}

/** Blank lines above a pasted source, and the "From " line of an mbox item. */
function skipBlank(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 32) at++;
  if (isFromLine(bytes, at)) {
    const end = bytes.indexOf(10, at);
    if (end >= 0) return end + 1;
  }
  return at;
}
