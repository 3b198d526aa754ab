import { latin1 } from '../../ascii.js';

/** What a file is by its bytes, whatever it is called. `null`: its bytes do not tell, as with text, scripts and much else. */
export type FileKind =
  | 'picture'
  | 'video'
  | 'sound'
  | 'pdf'
  | 'zip'
  | 'rar'
  | '7z'
  | 'gzip'
  | 'cab'
  | 'tar'
  | 'disk-image'
  | 'office'
  | 'rtf'
  | 'onenote'
  | 'program'
  | 'shortcut'
  | 'installer'
  | 'phone-app'
  | 'script'
  | 'page'
  | 'svg'
  | 'text';

type Mark = readonly [kind: FileKind, at: number, bytes: string];

// First bytes, as the formats' own specifications and the file(1) data give them.
const MARKS: readonly Mark[] = [
  ['picture', 0, '\xff\xd8\xff'],
  ['picture', 0, '\x89PNG\r\n\x1a\n'],
  ['picture', 0, 'GIF87a'],
  ['picture', 0, 'GIF89a'],
  ['picture', 0, 'II*\0'],
  ['picture', 0, 'MM\0*'],
  ['picture', 0, '\0\0\x01\0'],
  ['video', 0, '\x1aE\xdf\xa3'],
  ['video', 0, '\0\0\x01\xba'],
  ['video', 0, '0&\xb2u\x8ef\xcf\x11'],
  ['sound', 0, 'ID3'],
  ['sound', 0, 'OggS'],
  ['sound', 0, 'fLaC'],
  ['sound', 0, '#!AMR'],
  ['pdf', 0, '%PDF-'],
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
  ['rar', 0, 'Rar!\x1a\x07'],
  ['7z', 0, "7z\xbc\xaf'\x1c"],
  ['gzip', 0, '\x1f\x8b'],
  ['cab', 0, 'MSCF\0\0\0\0'],
  ['tar', 257, 'ustar'],
  ['disk-image', 0x8001, 'CD001'],
  ['disk-image', 0, 'conectix'],
  ['disk-image', 0, 'vhdxfile'],
  ['disk-image', 0, 'QFI\xfb'],
  ['office', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['rtf', 0, '{\\rt'],
  ['onenote', 0, '\xe4R\\{\x8c\xd8\xa7M\xae\xb1Sx\xd0)\x96\xd3'],
  ['program', 0, 'MZ'],
  ['program', 0, '\x7fELF'],
  ['program', 0, '\xfe\xed\xfa\xce'],
  ['program', 0, '\xfe\xed\xfa\xcf'],
  ['program', 0, '\xce\xfa\xed\xfe'],
  ['program', 0, '\xcf\xfa\xed\xfe'],
  ['program', 0, '\xca\xfe\xba\xbe'],
  ['program', 0, 'dex\n035'],
  ['shortcut', 0, 'L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F'],
  ['shortcut', 0, '[InternetShortcut]'],
  ['script', 0, '#!/'],
  ['script', 0, '#@~^'],
];

/** Bytes of a text in which a page or a drawing must show itself. */
const TEXT_PROBE = 1024;

/** What a file is, by its first bytes (32 KB for disk images, else a few hundred). */
export function kindOf(bytes: Uint8Array): FileKind | null {
  for (const [kind, at, mark] of MARKS) if (begins(bytes, at, mark)) return kind;
  if (begins(bytes, 0, 'RIFF')) return begins(bytes, 8, 'WEBP') ? 'picture' : begins(bytes, 8, 'WAVE') ? 'sound' : begins(bytes, 8, 'AVI ') ? 'video' : null;
  if (begins(bytes, 4, 'ftyp')) return isStill(latin1(bytes, 8, 12)) ? 'picture' : 'video';
  // "BM" alone begins many a text: the four bytes behind its length are zero in a bitmap.
  if (begins(bytes, 0, 'BM') && begins(bytes, 6, '\0\0\0\0')) return 'picture';
  if (bytes.length > 0x8000 + 6 && begins(bytes, 0x8001, 'CD001')) return 'disk-image';
  const text = latin1(bytes.subarray(0, TEXT_PROBE))
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/^(<\?xml[^>]{0,200}>\s*)?(<!--[^>]{0,400}-->\s*)?(<!doctype svg|<svg[\s>])/.test(text)) return 'svg';
  if (/^(<!--[^>]{0,400}-->\s*)?(<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<script[\s>])/.test(text)) return 'page';
  return null;
}

function isStill(brand: string): boolean {
  return /^(heic|heix|hevc|mif1|msf1|avif|avis)/.test(brand);
}

export function begins(bytes: Uint8Array, at: number, mark: string): boolean {
  if (bytes.length < at + mark.length) return false;
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark.charCodeAt(i)) return false;
  return true;
}
