import { latin1 } from '../ascii.js';
import type { Header, PartId, Problem, Seen } from '../model.js';
import { addBeacons, noBeacons } from './beacons.js';
import { CALENDAR_UNITS, isCalendar, readCalendar } from './calendar.js';
import { decodeText } from './charset/charset.js';
import { isPicture, nameOfBinary } from './binary.js';
import { type Eyes, isLetter, NO_EYES, partsOf } from './eyes.js';
import { inspect } from './files/disguise.js';
import { unflowed } from './flowed.js';
import { openForm } from './forms.js';
import { firstHeader, readHeaders, readParameters } from './header.js';
import { readHtml } from './html.js';
import { readLetters } from './letters.js';
import {
  ATTACHMENT_COUNT,
  HEADER_BYTES,
  HEADERS_BYTES,
  PART_COUNT,
  PART_DEPTH,
  SOURCE_BYTES,
  SOURCES_BYTES,
  TEXT_HEAD,
  TEXT_TAIL,
  TEXT_UNITS,
} from './limits.js';
import { tellLoose } from './pasted-headers.js';
import { isSignature } from './signature.js';
import { lineEnd } from './source.js';
import { decodeTransfer } from './transfer-or-words.js';
import type { File, Gathered, Walk } from './walk.js';
import { windowsOf } from './windows.js';

export { beginsWithHeader } from './source.js';

// Read by programs, not by people: a mail that holds one of these was still read wholly.
const MACHINE =
  /^(application\/(pgp-signature|pgp-keys|pkcs7-signature|x-pkcs7-signature|ics|json|xml)|text\/(x-amp-html|vcard|x-vcard|directory|css|x-patch|x-diff)|message\/(delivery-status|disposition-notification|feedback-report|global-delivery-status))$/;
// What programs read bears no such name; a document called XML is a document.
const DOCUMENT_NAME = /\.(pdf|docx?|xlsx?|pptx?|odt|rtf|html?|zip|rar|7z|exe|js|iso|img|lnk)$/i;
const PLAIN_ENCODING = /^(|7bit|8bit|binary)$/;
const TEXT_NAME = /\.(txt|text|html?|eml|md|csv|log|patch|diff|asc)$/i;

/** What has been spent of the limits, by a reader and by all that read inside of it. */
type Spent = { count: number; units: number; headerBytes: number; sourceBytes: number };

/** Walks MIME entities over the bytes of one message. Total; what is over a limit becomes a problem. */
export class EntityReader implements Walk {
  readonly gathered: Gathered;
  private readonly told: Set<string>;
  private readonly spent: Spent;
  private found: Uint32Array | null = null;

  /** Within `outer`, what is read is gathered there, under one purse of limits. */
  constructor(
    private readonly bytes: Uint8Array,
    outer?: EntityReader,
    private readonly eyes: Eyes = outer?.eyes ?? NO_EYES,
  ) {
    this.gathered = outer?.gathered ?? { parts: [], attachments: [], problems: [], pastedHeaders: [], beacons: noBeacons(), links: 0, pictures: 0 };
    this.told = outer?.told ?? new Set();
    this.spent = outer?.spent ?? { count: 0, units: 0, headerBytes: 0, sourceBytes: 0 };
  }

  /** Looked for only where a boundary is. */
  private get dashes(): Uint32Array {
    this.found ??= linesWithDashes(this.bytes);
    return this.found;
  }

  tell(problem: Problem): void {
    const key = `${problem.id} ${problem.detail ?? ''}`;
    if (this.told.has(key) || this.told.size > 50) return;
    this.told.add(key);
    this.gathered.problems.push(problem);
  }

  /** Reads the header block at `start`; gives its fields and where the body begins. */
  header(start: number, end: number): { headers: Header[]; body: number } {
    let at = start;
    while (at < end) {
      const c = this.bytes[at];
      if (c === 10) return this.block(start, at, at + 1);
      if (c === 13 && this.bytes[at + 1] === 10) return this.block(start, at, at + 2);
      at = Math.min(end, lineEnd(this.bytes, at) + 1);
    }
    return this.block(start, end, end);
  }

  private block(start: number, end: number, body: number): { headers: Header[]; body: number } {
    const room = Math.min(HEADER_BYTES, HEADERS_BYTES - this.spent.headerBytes);
    if (end - start > room) this.tell({ id: 'header-too-large', detail: `${HEADER_BYTES / 1024} KB` });
    const stop = Math.min(end, start + room);
    this.spent.headerBytes += stop - start;
    return { headers: readHeaders(this.bytes.subarray(start, stop)), body };
  }

  private isRoomForPart(): boolean {
    if (++this.spent.count <= PART_COUNT) return true;
    this.tell({ id: 'too-many-parts', detail: String(PART_COUNT) });
    return false;
  }

  /** Reads one entity: its own part, or its children, numbered as IMAP numbers them. */
  private part(start: number, end: number, id: PartId, depth: number, digest: boolean): void {
    if (!this.isRoomForPart()) return;
    const { headers, body } = this.header(start, end);
    this.content(headers, body, end, id, depth, digest);
  }

  content(headers: readonly Header[], body: number, end: number, id: PartId, depth: number, digest = false): void {
    const { value, parameters } = readParameters(firstHeader(headers, 'content-type'));
    const type = value === '' ? (digest ? 'message/rfc822' : 'text/plain') : value;
    const boundary = parameters.get('boundary');
    if (type.startsWith('multipart/') && boundary !== undefined && boundary !== '') {
      if (depth >= PART_DEPTH) this.tell({ id: 'too-deep', detail: String(PART_DEPTH) });
      else this.children(boundary, body, end, id, depth, type === 'multipart/digest');
      return;
    }
    const disposition = readParameters(firstHeader(headers, 'content-disposition'));
    const name = (disposition.parameters.get('filename') ?? parameters.get('name') ?? '').slice(0, 300);
    const encoding = encodingOf(headers);
    if (type === 'message/rfc822' || type === 'message/global') {
      // RFC 2046 forbids an encoding here and Outlook writes it: the inner message is read from its decoded bytes.
      if (depth >= PART_DEPTH) this.tell({ id: 'too-deep', detail: String(PART_DEPTH) });
      else if (encoding === 'base64' || encoding === 'quoted-printable')
        this.message(decodeTransfer(this.bytes.subarray(body, end), encoding).bytes, id, depth + 1);
      else this.inner(body, end, id, depth + 1);
      return;
    }
    const { bytes, broken } = decodeTransfer(this.bytes.subarray(body, end), encoding);
    if (broken && encoding === 'quoted-printable' && isText(type, name)) this.tell({ id: 'broken-encoding' });
    // Read as it stands, but a person's mail program may know how to read it.
    if (!PLAIN_ENCODING.test(encoding) && encoding !== 'base64' && encoding !== 'quoted-printable')
      this.tell({ id: 'attachment-unread', detail: encoding.slice(0, 40) });
    const shown = type === 'text/plain' ? unflowed(bytes, parameters) : bytes;
    this.file({ bytes: shown, name, type, charset: parameters.get('charset') ?? null, method: parameters.get('method') ?? '', id, depth });
  }

  file(file: File): void {
    const { bytes, name, type, charset, id, depth } = file;
    if (type === 'text/x-amp-html') this.gathered.beacons.amp++;
    else if (isCalendar(type, name)) this.calendar(bytes, file.method ?? '');
    if (isSignature(type, bytes)) this.attach(id, name, type, bytes, true);
    else if (openForm(this, file)) {
      if (name !== '') this.attach(id, name, type, bytes, true);
    } else if ((isText(type, name) || isMislabelled(type, bytes)) && !(looksBinary(bytes) && charset === null)) {
      if (type === 'text/html' || /\.html?$/i.test(name)) this.text(bytes, charset, 'html', id);
      else readLetters(this, bytes, charset, id, depth);
      if (name !== '') this.attach(id, name, type, bytes, true);
    } else this.attach(id, name, type, bytes, MACHINE.test(type) && !DOCUMENT_NAME.test(name));
  }

  private calendar(bytes: Uint8Array, method: string): void {
    const { answer, files } = readCalendar(latin1(bytes.subarray(0, CALENDAR_UNITS)), method);
    if (answer) this.gathered.beacons.invitations++;
    this.gathered.beacons.calendarFiles += files;
    if (bytes.length > CALENDAR_UNITS) this.gathered.beacons.unread++;
  }

  mayHoldSource(size: number): boolean {
    // Read in its windows, which is told there.
    if (size > SOURCE_BYTES) return false;
    this.spent.sourceBytes += size;
    if (this.spent.sourceBytes <= SOURCES_BYTES) return true;
    this.tell({ id: 'text-cut', detail: `${SOURCES_BYTES / 1024 / 1024} MB` });
    return false;
  }

  text(bytes: Uint8Array, charset: string | null, kind: 'text' | 'html', id: PartId): void {
    if (bytes.length <= TEXT_HEAD + TEXT_TAIL) {
      this.window(bytes, charset, kind, id);
      return;
    }
    this.tell({ id: 'text-cut', detail: `${Math.round(bytes.length / 1024 / 1024)} MB` });
    const windows = windowsOf(bytes, charset);
    this.window(windows.head, charset, kind, id);
    this.window(windows.tail, windows.charset, kind, `${id}/tail`);
  }

  private window(bytes: Uint8Array, charset: string | null, kind: 'text' | 'html', id: PartId): void {
    const decoded = decodeText(bytes, charset ?? (kind === 'html' ? charsetOfPage(bytes) : null));
    if (decoded.unknown !== null) this.tell({ id: 'charset', detail: decoded.unknown.slice(0, 40) });
    if (decoded.mended !== null) this.tell({ id: 'charset-mended', detail: decoded.mended.slice(0, 40) });
    if (decoded.broken) this.tell({ id: 'broken-encoding' });
    let text = decoded.text;
    const room = Math.max(0, TEXT_UNITS - this.spent.units);
    if (text.length > room) {
      text = text.slice(0, room);
      this.tell({ id: 'text-cut', detail: `${TEXT_UNITS / 1024 / 1024} MB` });
    }
    this.spent.units += text.length;
    if (kind === 'html') {
      const seen = readHtml(text);
      addBeacons(this.gathered.beacons, seen.beacons);
      this.gathered.links += seen.links;
      this.gathered.pictures += seen.dataImages;
      this.gathered.parts.push({ id, kind: 'html', text: seen.text });
      if (seen.hidden !== '') this.gathered.parts.push({ id: `${id}/hidden`, kind: 'hidden', text: seen.hidden });
      return;
    }
    const plain = text.replace(/\r\n?/g, '\n');
    this.gathered.links += countLinks(plain);
    this.gathered.parts.push({ id, kind: 'text', text: plain });
  }

  private attach(part: PartId, name: string, type: string, bytes: Uint8Array, machine: boolean): void {
    const head = bytes.subarray(0, 16);
    const picture = isPicture(head) || type.startsWith('image/') || type.startsWith('video/');
    const seen = machine || bytes.length === 0 ? null : this.eyes.look(part, name, bytes);
    if (picture && (seen === null || !isLetter(seen))) this.gathered.pictures++;
    if (seen !== null) this.see(seen);
    else if (!machine && bytes.length > 0) {
      if (type === 'application/pkcs7-mime' || type === 'application/pgp-encrypted') this.tell({ id: 'encrypted' });
      else this.tell({ id: 'attachment-unread', detail: name === '' ? nameOfBinary(head) : name });
    }
    if (this.gathered.attachments.length >= ATTACHMENT_COUNT) return;
    const { pretence, locked, whole } = inspect(name, type, bytes);
    if (locked) this.tell({ id: 'archive-locked', detail: name });
    else if (!whole) this.tell({ id: 'archive-unlisted', detail: name });
    const found =
      pretence === null ? {} : { disguise: pretence.how, real: pretence.real, ...(pretence.inside === undefined ? {} : { inside: pretence.inside }) };
    this.gathered.attachments.push({ part, name, type, size: bytes.length, machine, ...found, ...(locked ? { locked } : {}) });
  }

  /** Takes what sight read in a file; null where it read nothing. */
  look(part: PartId, name: string, bytes: Uint8Array): Seen | null {
    const seen = this.eyes.look(part, name, bytes);
    if (seen !== null) this.see(seen);
    return seen;
  }

  private see(seen: Seen): void {
    const { parts, units, cut } = partsOf(seen, Math.max(0, TEXT_UNITS - this.spent.units));
    this.spent.units += units;
    if (cut) this.tell({ id: 'text-cut', detail: `${TEXT_UNITS / 1024 / 1024} MB` });
    for (const problem of seen.problems) this.tell(problem);
    for (const one of parts) this.gathered.links += countLinks(one.text);
    this.gathered.parts.push(...parts);
  }

  message(bytes: Uint8Array, id: PartId, depth: number): void {
    if (this.isRoomForPart()) new EntityReader(bytes, this).inner(0, bytes.length, id, depth);
  }

  entity(bytes: Uint8Array, id: PartId, depth: number): void {
    new EntityReader(bytes, this).part(0, bytes.length, id, depth, false);
  }

  private inner(start: number, end: number, id: PartId, depth: number): void {
    const { headers, body } = this.header(start, end);
    tellLoose(this, this.bytes.subarray(start, body), `${id}/loose`);
    const subject = firstHeader(headers, 'subject');
    if (subject !== null && subject !== '') this.gathered.parts.push({ id: `${id}/subject`, kind: 'subject', text: subject });
    const isMultipart = /^\s*multipart\//i.test(firstHeader(headers, 'content-type') ?? '');
    this.content(headers, body, end, isMultipart ? id : `${id}.1`, depth);
  }

  private children(boundary: string, start: number, end: number, id: PartId, depth: number, digest: boolean): void {
    const prefix = id === '' ? '' : `${id}.`;
    const mark = boundary.trimEnd();
    let open = -1;
    let child = 0;
    let closed = false;
    const { dashes } = this;
    for (let k = firstAtOrAfter(dashes, start); k < dashes.length; k++) {
      const at = dashes[k] as number;
      if (at >= end) break;
      if (!this.startsWith(at + 2, mark)) continue;
      const behind = at + 2 + mark.length;
      // "--mark" begins a part, and "--mark--" ends the last one, only if the line ends there; otherwise it is another, longer boundary.
      const closing = this.bytes[behind] === 45 && this.bytes[behind + 1] === 45 && this.isLineEnd(behind + 2);
      if (!closing && !this.isLineEnd(behind)) continue;
      if (open >= 0) this.part(open, this.beforeBreak(at), `${prefix}${++child}`, depth + 1, digest);
      if (this.spent.count > PART_COUNT) return;
      const next = this.bytes.indexOf(10, behind);
      open = closing ? -1 : next < 0 ? end : next + 1;
      if (closing) {
        closed = true;
        break;
      }
    }
    if (open >= 0 && open <= end) this.part(open, end, `${prefix}${++child}`, depth + 1, digest);
    if (!closed) this.tell({ id: 'truncated' });
    // No boundary line at all: what a person would be shown is the raw text.
    if (child === 0 && start < end) this.text(this.bytes.subarray(start, end), null, 'text', id === '' ? '1' : id);
  }

  private startsWith(at: number, mark: string): boolean {
    for (let i = 0; i < mark.length; i++) if (this.bytes[at + i] !== (mark.charCodeAt(i) & 0xff)) return false;
    return true;
  }

  private isLineEnd(at: number): boolean {
    let k = at;
    while (this.bytes[k] === 32 || this.bytes[k] === 9) k++;
    return this.bytes[k] === 10 || this.bytes[k] === 13 || this.bytes[k] === undefined;
  }

  private beforeBreak(at: number): number {
    if (this.bytes[at - 1] !== 10) return at;
    return this.bytes[at - 2] === 13 ? at - 2 : at - 1;
  }
}

/** Bytes of a page in which its own charset must stand (HTML Standard, 4.2.5.4). */
const PRESCAN = 1024;

function charsetOfPage(bytes: Uint8Array): string | null {
  return /<meta[^>]{1,200}charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(latin1(bytes.subarray(0, PRESCAN)))?.[1] ?? null;
}

/** Where lines begin with "--", in order: found once, so that nesting does not read the bytes again and again. */
function linesWithDashes(bytes: Uint8Array): Uint32Array {
  let found = new Uint32Array(256);
  let n = 0;
  for (let at = 0; at < bytes.length; at = lineEnd(bytes, at) + 1) {
    if (bytes[at] !== 45 || bytes[at + 1] !== 45) continue;
    if (n === found.length) {
      const wider = new Uint32Array(n * 2);
      wider.set(found);
      found = wider;
    }
    found[n++] = at;
  }
  return found.subarray(0, n);
}

function firstAtOrAfter(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Zero bytes, or many control characters, in the first kilobytes: no text of any charset but UTF-16, which is told by its zeros. */
export function looksBinary(bytes: Uint8Array): boolean {
  const size = Math.min(bytes.length, 4096);
  if (size === 0) return false;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false;
  let zeros = 0;
  let control = 0;
  for (let i = 0; i < size; i++) {
    const c = bytes[i] as number;
    // Nearly no byte of a text.
    if (c >= 32) continue;
    if (c === 0) zeros++;
    else if (c !== 9 && c !== 10 && c !== 13 && c !== 12 && c !== 27 && c !== 14 && c !== 15) control++;
  }
  const utf16 = zeros > size * 0.2 && zeros < size * 0.6 && control < size * 0.02;
  return !utf16 && (zeros > 0 || control > size * 0.1);
}

/** Links in plain text. Counted by plain search: linear whatever the text. */
export function countLinks(text: string): number {
  let n = 0;
  for (const mark of ['http://', 'https://']) {
    for (let at = text.indexOf(mark); at >= 0 && n < 1000; at = text.indexOf(mark, at + mark.length)) n++;
  }
  return n;
}

function isText(type: string, name: string): boolean {
  return type === 'text/plain' || type === 'text/html' || (type.startsWith('text/') && !MACHINE.test(type)) || TEXT_NAME.test(name);
}

/** How what programs read begins; a mail program shows the rest as the text that it is. */
const BEGINNINGS: readonly (readonly [type: RegExp, beginning: RegExp])[] = [
  [/^text\/(x-patch|x-diff)$/, /^(diff |--- |\+\+\+ |@@ |index |commit |from [0-9a-f]{40}|# hg )/im],
  [/^text\/css$/, /[{@]/],
  [/^text\/(vcard|x-vcard|directory)$/, /^\s*begin:/i],
  [/^message\/(delivery-status|disposition-notification|feedback-report|global-delivery-status)$/, /^\s*[a-z0-9-]{1,60}:/i],
];
const BEGINNING = 4096;

function isMislabelled(type: string, bytes: Uint8Array): boolean {
  const known = BEGINNINGS.find(([pattern]) => pattern.test(type));
  return known !== undefined && bytes.length > 0 && !known[1].test(latin1(bytes, 0, Math.min(bytes.length, BEGINNING)));
}

/** The transfer encoding, out of the quotes and comments that some writers put around it. */
function encodingOf(headers: readonly Header[]): string {
  const value = (firstHeader(headers, 'content-transfer-encoding') ?? '').slice(0, 200).toLowerCase();
  return (
    value
      .replace(/\([^()]{0,100}\)/g, ' ')
      .replaceAll('"', '')
      .trim()
      .split(/[\s;]/)[0] ?? ''
  );
}
