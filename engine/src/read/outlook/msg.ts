import { PART_DEPTH } from '../limits.js';
import { CompoundFile, type Entry, isCompoundFile } from './compound-file.js';
import { numberOf, type Properties, type Property, pageOf, TAG, TYPE, textOf } from './properties.js';
import { type Unpacked, type UnpackedFile, unpack } from './unpacked.js';

const BAG = '__properties_version1.0';
const STREAM = /^__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})$/i;
const EMBEDDED = 5;

/** A message saved by Outlook (MS-OXMSG); null if the bytes are another compound file, such as an old Word document. Total. */
export function readMsg(bytes: Uint8Array): Unpacked | null {
  if (!isCompoundFile(bytes)) return null;
  const file = new CompoundFile(bytes);
  const entries = file.children(file.root);
  if (!entries.has(BAG)) return null;
  const message = readMessage(file, entries, 32, 0, 0);
  return file.broken ? { ...message, problems: [...message.problems, { id: 'truncated' }] } : message;
}

function readMessage(file: CompoundFile, entries: ReadonlyMap<string, Entry>, header: number, page: number, depth: number): Unpacked {
  const properties = readBag(file, entries, header);
  const own = pageOf(properties, page);
  const recipients: Properties[] = [];
  const files: UnpackedFile[] = [];
  // The directory is a tree for look-ups; their numbers stand at the end of their names.
  const numbered = [...entries].filter(([, entry]) => entry.kind === 'storage').sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, entry] of numbered) {
    if (/^__recip_version1\.0_/i.test(name)) recipients.push(readBag(file, file.children(entry), 8));
    else if (/^__attach_version1\.0_/i.test(name)) files.push(readAttachment(file, file.children(entry), own, depth));
  }
  const message = unpack(properties, recipients, files, page);
  return depth > PART_DEPTH ? { ...message, problems: [...message.problems, { id: 'too-deep', detail: String(PART_DEPTH) }] } : message;
}

function readAttachment(file: CompoundFile, entries: ReadonlyMap<string, Entry>, page: number, depth: number): UnpackedFile {
  const properties = readBag(file, entries, 8);
  const name = (textOf(properties, TAG.attachLongName, page) || textOf(properties, TAG.attachName, page) || textOf(properties, TAG.displayName, page)).slice(
    0,
    300,
  );
  const type = textOf(properties, TAG.attachType, page).trim().toLowerCase().slice(0, 100) || 'application/octet-stream';
  const object = entries.get('__substg1.0_3701000D');
  if (object === undefined || object.kind !== 'storage')
    return { name, type, bytes: properties.get(TAG.attachData)?.bytes ?? new Uint8Array(0), message: null };
  if (numberOf(properties, TAG.attachMethod) === EMBEDDED && depth <= PART_DEPTH) {
    const inner = file.children(object);
    if (inner.has(BAG)) return { name, type, bytes: new Uint8Array(0), message: readMessage(file, inner, 24, page, depth + 1) };
  }
  // An object of another program: its first bytes say what it is to whoever lists it.
  return { name, type, bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), message: null };
}

/** Properties of a storage: fixed ones lie in one stream, the others in a stream each. */
function readBag(file: CompoundFile, entries: ReadonlyMap<string, Entry>, header: number): Properties {
  const properties = new Map<number, Property>();
  const bag = entries.get(BAG);
  if (bag !== undefined && bag.kind === 'stream') {
    const bytes = file.stream(bag);
    for (let at = header; at + 16 <= bytes.length; at += 16) {
      const type = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
      const tag = (bytes[at + 2] as number) | ((bytes[at + 3] as number) << 8);
      if (type === TYPE.integer || type === TYPE.boolean || type === TYPE.time) properties.set(tag, { type, bytes: bytes.subarray(at + 8, at + 16) });
    }
  }
  for (const [name, entry] of entries) {
    const match = entry.kind === 'stream' ? STREAM.exec(name) : null;
    if (match === null) continue;
    const tag = Number.parseInt(match[1] as string, 16);
    const type = Number.parseInt(match[2] as string, 16);
    if (WANTED.has(tag) && (type === TYPE.unicode || type === TYPE.string8 || type === TYPE.binary)) {
      // Of two that bear one name, the one in Unicode holds every letter.
      if (properties.get(tag)?.type !== TYPE.unicode) properties.set(tag, { type, bytes: file.stream(entry) });
    }
  }
  return properties;
}

const WANTED: ReadonlySet<number> = new Set(Object.values(TAG));
