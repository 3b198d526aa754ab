import { latin1 } from '../ascii.js';
import type { Ask, Header, Mail, Problem, Unseen } from '../model.js';
import { addressesOf } from './addresses.js';
import { addBeacons, beaconsOfHeader } from './beacons.js';
import { decodeText } from './charset/charset.js';
import { nameOfBinary } from './binary.js';
import { ofConversation, withTurns } from './chat/chat.js';
import type { Conversation } from './chat/conversation.js';
import { readPage } from './chat/html.js';
import { readJson } from './chat/json.js';
import { isQuotedPrintable } from './encoded.js';
import { beginsWithHeader, countLinks, EntityReader, looksBinary } from './entity.js';
import { Eyes, kindOfUnseen } from './eyes.js';
import { openForm } from './forms.js';
import { isFromLine } from './from-line.js';
import { firstHeader } from './header.js';
import { readEncoded, readLetters } from './letters.js';
import { EXPORT_BYTES, LOST_LETTERS, LOST_SHARE, MESSAGE_BYTES, SOURCE_BYTES } from './limits.js';
import { deliver } from './outlook/deliver.js';
import { readMsg } from './outlook/msg.js';
import { isTnef, readTnef } from './outlook/tnef.js';
import { isCutAbove, mended, sourceAlone } from './pasted.js';
import { tellLoose, tellWords } from './pasted-headers.js';
import { firstBoundary, isBlank, type Source, sourceEnd } from './source.js';
import { decodeQuotedPrintable } from './transfer.js';
import { toUtf8 } from './utf8.js';

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
  'sight-too-large',
  'sight-pages',
  'sight-time',
  'sight-form',
  'sight-broken',
  'sight-locked',
  'sight-no-words',
  'sight-faint',
  'crash',
]);

/**
 * Bytes of one message in, `Mail` out: a mail (.eml, .msg, winmail.dat, a pasted source), a saved page or plain text. Total: any
 * bytes give a Mail, never a throw; what could not be read stands in `problems`, and then `whole` is false.
 */
export function read(ask: Pick<Ask, 'bytes' | 'name' | 'seen'>): Mail {
  const mail = readMessage(ask, new Eyes(ask.seen ?? [], false));
  return mail.turns.length > 0 ? mail : withTurns(mail, ask.name ?? '');
}

/** The files of a message that only sight can read. What sight gives of them goes back with the same bytes, as `Ask.seen`. */
export function filesToSee(ask: Pick<Ask, 'bytes' | 'name'>): readonly Unseen[] {
  const eyes = new Eyes([], true);
  readMessage(ask, eyes);
  return eyes.files;
}

function readMessage(ask: Pick<Ask, 'bytes' | 'name'>, eyes: Eyes): Mail {
  const over = ask.bytes.length > MESSAGE_BYTES;
  // A view of its own: Node's Buffer is a Uint8Array too, with slower methods, and code that met both is slower for either.
  const given = new Uint8Array(ask.bytes.buffer, ask.bytes.byteOffset, Math.min(ask.bytes.length, MESSAGE_BYTES));
  if (eyes.open && isNothingElse(given)) {
    const alone = new EntityReader(given, undefined, eyes);
    if (over) alone.tell({ id: 'too-large', detail: `${MESSAGE_BYTES / 1024 / 1024} MB` });
    if (alone.look('1', ask.name ?? '', given) !== null) return textOf(alone);
  }
  const outlook = isTnef(given) ? readTnef(given) : readMsg(given);
  const text = outlook === null && !looksBinary(given) ? narrow(given) : null;
  const mayHold = text !== null && text.length <= SOURCE_BYTES;
  const bytes = text === null ? given : mayHold ? mended(text) : text;
  const reader = new EntityReader(bytes, undefined, eyes);
  if (over) reader.tell({ id: 'too-large', detail: `${MESSAGE_BYTES / 1024 / 1024} MB` });
  if (outlook !== null) {
    deliver(reader, outlook, '', 0);
    return mailOf(reader, outlook.headers);
  }
  const start = skipBlank(bytes, 0);
  if (beginsWithHeader(bytes.subarray(start))) return readMail(reader, bytes, start);
  const source = mayHold ? sourceAlone(bytes) : null;
  return source === null ? readPlain(reader, bytes, ask.name ?? '') : readCopied(source, bytes, eyes);
}

function readMail(reader: EntityReader, bytes: Uint8Array, start: number): Mail {
  const { headers, body } = reader.header(start, bytes.length);
  // The header of one part, and further parts below it: a source that was cut above its first part.
  if (headers.every(({ name }) => name.startsWith('content-')) && firstBoundary(bytes) !== null) {
    readLetters(reader, bytes.subarray(start), null, '1', 0);
    return textOf(reader);
  }
  const subject = firstHeader(headers, 'subject');
  if (subject !== null && subject !== '') reader.gathered.parts.push({ id: 'subject', kind: 'subject', text: subject });
  const isMultipart = /^\s*multipart\//i.test(firstHeader(headers, 'content-type') ?? '');
  tellLoose(reader, bytes.subarray(start, body), 'header');
  reader.content(headers, body, bytes.length, isMultipart ? '' : '1', 0);
  // Mail programs show nothing below the end of a mail, but a person types there.
  const below = bytes.subarray(sourceEnd(bytes, body, headers));
  if (!isBlank(below, 0, below.length)) readLetters(reader, below, null, 'below', 0);
  // A page saved by a browser (.mht) has a program for its sender.
  return /^<?saved by /i.test(firstHeader(headers, 'from') ?? '') ? textOf(reader) : mailOf(reader, headers);
}

function readCopied(source: Source, bytes: Uint8Array, eyes: Eyes): Mail {
  const reader = new EntityReader(source.message, undefined, eyes);
  tellWords(reader, source.header, 'copied');
  const after = bytes.subarray(source.end);
  // A receipt may be asked for in the lines that are missing.
  if (isCutAbove(source, bytes)) reader.gathered.beacons.unread++;
  const mail = readMail(reader, source.message, 0);
  if (isBlank(after, 0, after.length)) return { ...mail, copied: true };
  readLetters(reader, after, null, 'after', 0);
  return { ...mail, ...found(reader), copied: true };
}

/** What a mail says of itself; a mail without a text of its own is told. */
function mailOf(reader: EntityReader, headers: readonly Header[]): Mail {
  if (!reader.gathered.parts.some((part) => part.kind !== 'subject' && part.text.trim() !== '')) reader.tell({ id: 'no-body' });
  addBeacons(reader.gathered.beacons, beaconsOfHeader(headers));
  return {
    form: 'mail',
    headers,
    from: addressesOf(headers, 'from'),
    to: [...addressesOf(headers, 'to'), ...addressesOf(headers, 'delivered-to')],
    copied: false,
    turns: [],
    list: headers.some((h) => h.name.startsWith('list-') || (h.name === 'precedence' && /bulk|list/i.test(h.value))),
    ...found(reader),
  };
}

/** A text without a sender. */
function textOf(reader: EntityReader): Mail {
  return {
    form: 'text',
    headers: [],
    from: [],
    to: [],
    turns: [],
    list: false,
    copied: false,
    ...found(reader),
  };
}

function found(reader: EntityReader): Pick<Mail, 'parts' | 'attachments' | 'pictures' | 'beacons' | 'links' | 'pastedHeaders' | 'problems' | 'whole'> {
  const { parts, attachments, pictures, beacons, links, pastedHeaders, problems } = reader.gathered;
  if (!problems.some(({ id }) => id === 'charset') && parts.some(({ kind, text }) => kind !== 'hidden' && isLost(text)))
    reader.tell({ id: 'charset', detail: '?' });
  return { parts, attachments, pictures, beacons, links, pastedHeaders, problems, whole: isWhole(problems) };
}

/** Many letters could not be decoded: in whatever charset it is, it is not known here. */
function isLost(text: string): boolean {
  let lost = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) lost++;
  return lost > LOST_LETTERS && lost > text.length * LOST_SHARE;
}

function readPlain(reader: EntityReader, bytes: Uint8Array, name: string): Mail {
  const { gathered } = reader;
  const exported = exportOf(bytes);
  if (exported !== null) {
    gathered.links += countLinks(exported.text);
    if (exported.broken) reader.tell({ id: 'broken-encoding' });
    return ofConversation(textOf(reader), exported.conversation, name);
  }
  const isForm = openForm(reader, { bytes, name, type: '', charset: null, id: '1', depth: 0 });
  if (bytes.length === 0) reader.tell({ id: 'empty' });
  else if (!isForm && looksBinary(bytes)) reader.tell({ id: 'not-text', detail: nameOfBinary(bytes) });
  else if (!isForm) {
    const head = String.fromCharCode(...bytes.subarray(0, 256))
      .trimStart()
      .toLowerCase();
    const isHtml = /\.html?$/i.test(name) || head.startsWith('<!doctype html') || head.startsWith('<html');
    if (isHtml) reader.text(isQuotedPrintable(bytes) ? decodeQuotedPrintable(bytes).bytes : bytes, null, 'html', '1');
    else readEncoded(reader, bytes, null, '1', 0);
  }
  if (bytes.length > 0 && gathered.problems.length === 0 && gathered.parts.every((part) => part.text.trim() === '')) reader.tell({ id: 'empty' });
  return textOf(reader);
}

/** A file that is no message around a picture, a PDF or a document: a letter may well begin with "GIF89a", and is then read as one. */
function isNothingElse(bytes: Uint8Array): boolean {
  const kind = kindOfUnseen(bytes);
  return kind === 'pdf' ? bytes[0] === 0x25 || looksBinary(bytes) : kind !== null && looksBinary(bytes);
}

/** A conversation in JSON or a page that a messenger exported: looked for before the text is cut in windows, in which it is neither. */
function exportOf(bytes: Uint8Array): { readonly text: string; readonly broken: boolean; readonly conversation: Conversation } | null {
  if (bytes.length > EXPORT_BYTES || bytes.length < 2) return null;
  const head = latin1(bytes, 0, Math.min(bytes.length, 256)).trimStart();
  if (!/^[{[<]/.test(head)) return null;
  const { text, broken } = decodeText(bytes, null);
  const conversation = head.startsWith('<') ? readPage(text) : readJson(text);
  return conversation?.pieces.some((piece) => piece.kind === 'message') === true ? { text, broken, conversation } : null;
}

/** UTF-16 as UTF-8, without a byte order mark: lines of fields and boundaries are looked at byte by byte. */
function narrow(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isMarked || bytes.subarray(0, 200).includes(0) ? toUtf8(decodeText(bytes, null).text) : bytes;
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
