import { gzipSync, zipSync } from 'fflate';

// Files as small as their formats allow: what tells them is their first bytes and their lists.

export function bytesOf(text: string, size = 0): Uint8Array {
  const bytes = new Uint8Array(Math.max(size, text.length));
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) & 0xff;
  return bytes;
}

export const EXE = bytesOf('MZ\x90\0\x03\0\0\0', 512);
export const ELF = bytesOf('\x7fELF\x02\x01\x01', 64);
export const LNK = bytesOf('L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F', 76);
export const JPG = bytesOf('\xff\xd8\xff\xe0\0\x10JFIF\0', 64);
export const PNG = bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 64);
export const GIF = bytesOf('GIF89a\x01\0\x01\0', 64);
export const WEBP = bytesOf('RIFF\x20\0\0\0WEBPVP8 ', 64);
export const MP4 = bytesOf('\0\0\0\x20ftypisom\0\0\x02\0', 64);
export const HEIC = bytesOf('\0\0\0\x18ftypheic', 64);
export const PDF = bytesOf('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n');
export const RTF = bytesOf('{\\rtf1\\ansi hello}');
export const OLE = bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 512);
export const OLE_MACROS = bytesOf(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(500)}_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0`);
export const ONE = bytesOf('\xe4R\\{\x8c\xd8\xa7M\xae\xb1Sx\xd0)\x96\xd3', 64);
export const APK_MANIFEST = { 'AndroidManifest.xml': new Uint8Array(8), 'classes.dex': bytesOf('dex\n035\0') };

export function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files });
}

/** As `zip`, each entry marked as needing a password, locally and in the list. */
export function lockedZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const bytes = zipSync({ ...files }, { level: 0 });
  for (let at = 0; at + 4 < bytes.length; at++) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b) continue;
    if (bytes[at + 2] === 3 && bytes[at + 3] === 4) bytes[at + 6] = (bytes[at + 6] as number) | 1;
    if (bytes[at + 2] === 1 && bytes[at + 3] === 2) bytes[at + 8] = (bytes[at + 8] as number) | 1;
  }
  return bytes;
}

export function gzip(bytes: Uint8Array, name: string): Uint8Array {
  return gzipSync(bytes, { filename: name });
}

export function office(main: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  return zip({ '[Content_Types].xml': bytesOf('<Types/>'), [main]: bytesOf('<w/>'), ...more });
}

export function tar(name: string, data: Uint8Array): Uint8Array {
  const blocks = new Uint8Array(512 + Math.ceil(data.length / 512) * 512 + 1024);
  blocks.set(bytesOf(name), 0);
  blocks.set(bytesOf(data.length.toString(8).padStart(11, '0')), 124);
  blocks.set(bytesOf('0'), 156);
  blocks.set(bytesOf('ustar\x0000'), 257);
  blocks.set(data, 512);
  return blocks;
}

/** A RAR 4 with one stored file. */
export function rar4(name: string, flags = 0): Uint8Array {
  const header = new Uint8Array(32 + name.length);
  const view = new DataView(header.buffer);
  header[2] = 0x74;
  view.setUint16(3, 0x8000 | flags, true);
  view.setUint16(5, header.length, true);
  view.setUint16(26, name.length, true);
  header.set(bytesOf(name), 32);
  return joined(bytesOf('Rar!\x1a\x07\0'), bytesOf('\0\0\x73\0\0\x0d\0', 13), header, bytesOf('\0\0\x7b\0\0\x07\0'));
}

/** A RAR 5 with one file; `locked`: an extra record says that it is encrypted. */
export function rar5(name: string, locked = false): Uint8Array {
  const extra = locked ? [2, 1, 0] : [];
  const body = [2, locked ? 3 : 2, ...(locked ? [extra.length] : []), 0, 0, 10, 0, 0, 1, name.length, ...bytesOf(name), ...extra];
  const file = new Uint8Array([0, 0, 0, 0, body.length, ...body]);
  const end = new Uint8Array([0, 0, 0, 0, 3, 5, 0, 0]);
  return joined(bytesOf('Rar!\x1a\x07\x01\0'), file, end);
}

/** A disk image whose root folder holds one file. */
export function iso(name: string): Uint8Array {
  const bytes = new Uint8Array(20 * 2048);
  const volume = 16 * 2048;
  bytes.set(bytesOf('\x01CD001\x01'), volume);
  const view = new DataView(bytes.buffer);
  view.setUint32(volume + 156 + 2, 18, true);
  view.setUint32(volume + 156 + 10, 2048, true);
  bytes.set(bytesOf('\xffCD001\x01'), 17 * 2048);
  const record = 18 * 2048;
  bytes[record] = 33 + name.length + 2 + ((name.length + 2) % 2 === 0 ? 1 : 0);
  bytes[record + 32] = name.length + 2;
  bytes.set(bytesOf(`${name};1`), record + 33);
  return bytes;
}

export function cab(name: string): Uint8Array {
  const bytes = new Uint8Array(36 + 16 + name.length + 1);
  bytes.set(bytesOf('MSCF\0\0\0\0'));
  const view = new DataView(bytes.buffer);
  view.setUint32(16, 36, true);
  view.setUint16(28, 1, true);
  bytes.set(bytesOf(name), 52);
  return bytes;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
