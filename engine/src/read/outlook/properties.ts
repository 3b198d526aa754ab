import { decodeText } from '../charset/charset.js';
import { charsetOfCodePage } from './code-page.js';

/** Types of MAPI properties that are used here (MS-OXCDATA 2.11.1). */
export const TYPE = { integer: 0x03, boolean: 0x0b, object: 0x0d, string8: 0x1e, unicode: 0x1f, time: 0x40, binary: 0x102 } as const;

/** Names of MAPI properties that are used here (MS-OXPROPS). */
export const TAG = {
  messageClass: 0x001a,
  readReceipt: 0x0029,
  subject: 0x0037,
  sentTime: 0x0039,
  representingName: 0x0042,
  representingAddress: 0x0065,
  headers: 0x007d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  displayTo: 0x0e04,
  deliveryTime: 0x0e06,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  displayName: 0x3001,
  address: 0x3003,
  attachData: 0x3701,
  attachName: 0x3704,
  attachMethod: 0x3705,
  attachLongName: 0x3707,
  attachType: 0x370e,
  smtpAddress: 0x39fe,
  internetPage: 0x3fde,
  messagePage: 0x3ffd,
  senderSmtp: 0x5d01,
  representingSmtp: 0x5d02,
} as const;

/** One property: its type and its bytes as they lie in the file. */
export type Property = { readonly type: number; readonly bytes: Uint8Array };
export type Properties = ReadonlyMap<number, Property>;

export function numberOf(properties: Properties, tag: number): number | null {
  const found = properties.get(tag);
  if (found === undefined || found.bytes.length < 2) return null;
  const b = found.bytes;
  return ((b[0] as number) | ((b[1] as number) << 8) | ((b[2] ?? 0) << 16) | ((b[3] ?? 0) << 24)) >>> 0;
}

/** A string property as text; `page` is the Windows code page of the message's 8-bit strings. */
export function textOf(properties: Properties, tag: number, page: number): string {
  const found = properties.get(tag);
  if (found === undefined) return '';
  const charset = found.type === TYPE.unicode ? 'utf-16le' : charsetOfCodePage(page);
  const text = decodeText(found.bytes, charset).text;
  // Some writers count the closing zero, some do not; one inside must not hide what stands behind it.
  return text.replaceAll('\0', '');
}

/** The code page of a message's 8-bit strings: its own, that of what holds it, or that of its HTML; 0 where none is named. */
export function pageOf(properties: Properties, around: number): number {
  return numberOf(properties, TAG.messagePage) || around || (numberOf(properties, TAG.internetPage) ?? 0);
}

/** FILETIME (100 ns since 1601, UTC) as mail writes dates; '' if there is none or it is out of this era. */
export function dateOf(properties: Properties, tag: number): string {
  const b = properties.get(tag)?.bytes;
  if (b === undefined || b.length < 8) return '';
  let ticks = 0;
  for (let i = 7; i >= 0; i--) ticks = ticks * 256 + (b[i] as number);
  const seconds = Math.floor(ticks / 1e7) - 11_644_473_600;
  if (seconds < 0 || seconds > 253_402_300_799) return '';
  const days = Math.floor(seconds / 86_400);
  // Days to a date of the Gregorian calendar, counted from 1 March of the year 0, eras of 400 years.
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const two = (n: number): string => String(n).padStart(2, '0');
  const name = ['Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb'][month] as string;
  const rest = seconds % 86_400;
  return `${['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'][days % 7]}, ${day} ${name} ${year + era * 400 + (month >= 10 ? 1 : 0)} ${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)} +0000`;
}
