import type { Header, Problem } from '../../model.js';
import { firstHeader, readHeaders } from '../header.js';
import { HEADER_BYTES } from '../limits.js';
import { toUtf8 } from '../utf8.js';
import { charsetOfCodePage } from './code-page.js';
import { decompressRtf } from './lzfu.js';
import { dateOf, numberOf, type Properties, pageOf, TAG, TYPE, textOf } from './properties.js';
import { isRtf, type Rtf, readRtf } from './rtf.js';

/** A message out of Outlook's own forms (.msg, TNEF). */
export type Unpacked = {
  readonly headers: readonly Header[];
  readonly subject: string;
  readonly text: string;
  readonly html: { readonly bytes: Uint8Array; readonly charset: string | null } | null;
  readonly rtf: Rtf | null;
  readonly files: readonly UnpackedFile[];
  readonly problems: readonly Problem[];
};

/** An attached file, or an attached message. */
export type UnpackedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array; readonly message: Unpacked | null };

/** The message that a bag of properties describes. `page` is used where the bag names no code page of its own. */
export function unpack(properties: Properties, recipients: readonly Properties[], files: readonly UnpackedFile[], page: number): Unpacked {
  const own = pageOf(properties, page);
  const problems: Problem[] = [];
  const subject = textOf(properties, TAG.subject, own);
  const html = properties.get(TAG.html);
  return {
    headers: headersOf(properties, recipients, own, subject, problems),
    subject,
    text: textOf(properties, TAG.body, own),
    html:
      html === undefined || html.bytes.length === 0
        ? null
        : { bytes: html.bytes, charset: html.type === TYPE.unicode ? 'utf-16le' : charsetOfCodePage(numberOf(properties, TAG.internetPage) ?? own) },
    rtf: rtfOf(properties, problems),
    files,
    problems,
  };
}

function rtfOf(properties: Properties, problems: Problem[]): Rtf | null {
  const packed = properties.get(TAG.rtf);
  if (packed === undefined || packed.bytes.length === 0) return null;
  const unpacked = decompressRtf(packed.bytes) ?? (isRtf(packed.bytes) ? { rtf: packed.bytes, cut: false } : null);
  if (unpacked === null) {
    problems.push({ id: 'attachment-unread', detail: 'RTF' });
    return null;
  }
  if (unpacked.cut) problems.push({ id: 'truncated' });
  const rtf = readRtf(unpacked.rtf);
  if (rtf.pictured) problems.push({ id: 'attachment-unread', detail: 'RTF' });
  if (rtf.charset !== null) problems.push({ id: 'charset', detail: rtf.charset.slice(0, 40) });
  return rtf;
}

/** The headers that came over the wire; without them, what Outlook noted of them. */
function headersOf(properties: Properties, recipients: readonly Properties[], page: number, subject: string, problems: Problem[]): Header[] {
  const block = toUtf8(textOf(properties, TAG.headers, page));
  if (block.length > HEADER_BYTES) problems.push({ id: 'header-too-large', detail: `${HEADER_BYTES / 1024} KB` });
  const sent = readHeaders(block.subarray(0, HEADER_BYTES));
  if (firstHeader(sent, 'from') !== null || firstHeader(sent, 'received') !== null) return sent;
  const headers: Header[] = [];
  const add = (name: string, value: string): void => {
    if (value !== '') headers.push({ name, value: value.slice(0, HEADER_BYTES) });
  };
  const first = (...tags: readonly number[]): string => tags.map((tag) => textOf(properties, tag, page)).find((text) => text !== '') ?? '';
  add('from', mailbox(first(TAG.representingName, TAG.senderName), first(TAG.representingSmtp, TAG.senderSmtp, TAG.representingAddress, TAG.senderAddress)));
  const people = (kind: number): string =>
    recipients
      .filter((one) => (numberOf(one, TAG.recipientType) ?? 1) === kind)
      .map((one) => mailbox(textOf(one, TAG.displayName, page), textOf(one, TAG.smtpAddress, page) || textOf(one, TAG.address, page)))
      .join(', ');
  add('to', people(1) || first(TAG.displayTo));
  add('cc', people(2));
  add('subject', subject);
  add('date', dateOf(properties, TAG.sentTime) || dateOf(properties, TAG.deliveryTime));
  add('message-id', first(TAG.messageId));
  if (numberOf(properties, TAG.readReceipt) === 1) add('disposition-notification-to', first(TAG.representingSmtp, TAG.senderSmtp, TAG.senderAddress) || '?');
  return headers;
}

/** An address inside Exchange (`/O=...`) is none that mail knows. */
function mailbox(name: string, address: string): string {
  const plain = name.replace(/[<>"\r\n]/g, ' ').trim();
  if (!address.includes('@')) return plain;
  return plain === '' || plain === address ? `<${address}>` : `"${plain}" <${address}>`;
}
