import type { Problem } from '../../model.js';
import { PART_DEPTH, TNEF_FILES } from '../limits.js';
import { numberOf, type Properties, type Property, TAG, TYPE, textOf } from './properties.js';
import { type Unpacked, type UnpackedFile, unpack } from './unpacked.js';

const ATTRIBUTE = {
  subject: 0x00018004,
  body: 0x0002800c,
  fileData: 0x0006800f,
  fileTitle: 0x00018010,
  fileStart: 0x00069002,
  properties: 0x00069003,
  fileProperties: 0x00069005,
  codePage: 0x00069007,
} as const;

export function isTnef(bytes: Uint8Array): boolean {
  return bytes[0] === 0x78 && bytes[1] === 0x9f && bytes[2] === 0x3e && bytes[3] === 0x22;
}

type Loose = { title: Property | null; data: Uint8Array | null; properties: Properties };

/** What Exchange packs into winmail.dat (MS-OXTNEF). Total: lengths that lead out of the bytes end the reading there, and that is told. */
export function readTnef(bytes: Uint8Array, depth = 0): Unpacked {
  const problems: Problem[] = [];
  const properties = new Map<number, Property>();
  const loose: Loose[] = [];
  let page = 0;
  let at = 6;
  while (at + 9 <= bytes.length) {
    const name = uint32(bytes, at + 1);
    const size = uint32(bytes, at + 5);
    const data = bytes.subarray(at + 9, at + 9 + size);
    if (data.length < size) problems.push({ id: 'truncated' });
    at += 9 + size + 2;
    const file = loose[loose.length - 1];
    if (name === ATTRIBUTE.codePage) page = data.length >= 4 ? uint32(data, 0) : 0;
    else if (name === ATTRIBUTE.subject) setIfNew(properties, TAG.subject, { type: TYPE.string8, bytes: data });
    else if (name === ATTRIBUTE.body) setIfNew(properties, TAG.body, { type: TYPE.string8, bytes: data });
    else if (name === ATTRIBUTE.properties) {
      for (const [tag, value] of readProperties(data, problems)) properties.set(tag, value);
    } else if (name === ATTRIBUTE.fileStart) {
      if (loose.length < TNEF_FILES) loose.push({ title: null, data: null, properties: new Map() });
      else if (problems.length < 50) problems.push({ id: 'too-many-parts', detail: String(TNEF_FILES) });
    } else if (file === undefined) continue;
    else if (name === ATTRIBUTE.fileTitle) file.title = { type: TYPE.string8, bytes: data };
    else if (name === ATTRIBUTE.fileData) file.data = data;
    else if (name === ATTRIBUTE.fileProperties) file.properties = readProperties(data, problems);
  }
  const message = unpack(
    properties,
    [],
    loose.map((file) => readFile(file, page, depth)),
    page,
  );
  return { ...message, problems: [...problems, ...message.problems] };
}

function readFile({ title, data, properties }: Loose, page: number, depth: number): UnpackedFile {
  const all = new Map(properties);
  if (title !== null) setIfNew(all, TAG.attachLongName, title);
  const name = (textOf(all, TAG.attachLongName, page) || textOf(all, TAG.attachName, page) || textOf(all, TAG.displayName, page)).slice(0, 300);
  const type = textOf(all, TAG.attachType, page).trim().toLowerCase().slice(0, 100) || 'application/octet-stream';
  const object = properties.get(TAG.attachData);
  const bytes = object !== undefined && object.bytes.length > 0 ? object.bytes : (data ?? new Uint8Array(0));
  // An object begins with the identifier of its interface; behind it an embedded message is a TNEF of its own.
  const inner = object?.type === TYPE.object ? object.bytes.subarray(16) : bytes;
  if (depth < PART_DEPTH && isTnef(inner) && (object?.type === TYPE.object || numberOf(properties, TAG.attachMethod) === 5)) {
    return { name, type, bytes: inner, message: readTnef(inner, depth + 1) };
  }
  return { name, type, bytes, message: null };
}

const WANTED: ReadonlySet<number> = new Set(Object.values(TAG));
const SIZES: Readonly<Record<number, number>> = { 1: 0, 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16 };

/** The MAPI properties of one attribute (MS-OXTNEF 2.1.3.3). A type that is not known ends the reading: its length cannot be told. */
function readProperties(bytes: Uint8Array, problems: Problem[]): Properties {
  const properties = new Map<number, Property>();
  const count = bytes.length >= 4 ? uint32(bytes, 0) : 0;
  let at = 4;
  for (let k = 0; k < count && at + 4 <= bytes.length; k++) {
    const kind = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
    const tag = (bytes[at + 2] as number) | ((bytes[at + 3] as number) << 8);
    at += 4;
    if (tag >= 0x8000) {
      const isNamed = uint32(bytes, at + 16) === 1;
      at += isNamed ? 24 + padded(uint32(bytes, at + 20)) : 24;
    }
    const type = kind & 0x0fff;
    const isString = type === TYPE.string8 || type === TYPE.unicode || type === TYPE.object || type === TYPE.binary;
    let values = 1;
    if (isString || kind !== type) {
      values = uint32(bytes, at);
      at += 4;
    }
    const fixed = SIZES[type];
    if (!isString && fixed === undefined) {
      problems.push({ id: 'truncated' });
      break;
    }
    for (let v = 0; v < values && at < bytes.length; v++) {
      const size = isString ? uint32(bytes, at) : (fixed as number);
      if (isString) at += 4;
      const value = bytes.subarray(at, at + size);
      if (value.length < size) problems.push({ id: 'truncated' });
      if (v === 0 && WANTED.has(tag)) properties.set(tag, { type, bytes: value });
      at += padded(size);
      // Values of no size would be counted to four thousand million.
      if (size === 0 && !isString) break;
    }
    if (problems.length > 50) break;
  }
  return properties;
}

function setIfNew(properties: Map<number, Property>, tag: number, value: Property): void {
  if (!properties.has(tag)) properties.set(tag, value);
}

function padded(size: number): number {
  return Math.ceil(size / 4) * 4;
}

function uint32(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0;
}
