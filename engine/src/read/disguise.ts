import type { Disguise } from '../model.js';

// Ends of names that a double click starts, on Windows, macOS, Linux and phones.
const PROGRAM =
  /\.(exe|scr|pif|com|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|msix|jar|lnk|url|iqy|iso|img|vhdx?|chm|one|xll|docm|xlsm|dmg|pkg|app|command|scpt|apk|xapk|mobileconfig)$/i;
const DOCUMENT = /\.(jpe?g|png|gif|webp|heic|pdf|mp4|mov|avi|mkv|mp3|txt|docx?|xlsx?|zip)[\s._-]*\.[a-z0-9]{2,12}$/i;

/** What a file's name and first bytes pretend. Nothing is unpacked, rendered or run. */
export function disguiseOf(name: string, type: string, head: Uint8Array): Disguise | null {
  const bare = name.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  if (/[\u202e\u202d\u2067]/.test(name)) return 'reversed-name';
  if (PROGRAM.test(bare) && DOCUMENT.test(bare)) return 'double-extension';
  if (PROGRAM.test(bare)) return 'program';
  const isProgram = head[0] === 0x4d && head[1] === 0x5a;
  const isShortcut = head[0] === 0x4c && head[1] === 0 && head[2] === 0 && head[3] === 0 && head[4] === 1;
  if (isProgram || isShortcut) return 'type-unlike-name';
  if (/^image\/(jpeg|png|gif|webp)$/.test(type) && head.length >= 4 && !isPicture(head)) return 'type-unlike-name';
  return null;
}

/** First bytes of JPEG, PNG, GIF, WebP, BMP, HEIF. */
export function isPicture(head: Uint8Array): boolean {
  const at = (k: number, ...bytes: number[]): boolean => bytes.every((b, i) => head[k + i] === b);
  return (
    at(0, 0xff, 0xd8, 0xff) ||
    at(0, 0x89, 0x50, 0x4e, 0x47) ||
    at(0, 0x47, 0x49, 0x46, 0x38) ||
    (at(0, 0x52, 0x49, 0x46, 0x46) && at(8, 0x57, 0x45, 0x42, 0x50)) ||
    at(0, 0x42, 0x4d) ||
    at(4, 0x66, 0x74, 0x79, 0x70)
  );
}

/** What a file is that is no text, for a sentence: by its first bytes. */
export function nameOfBinary(head: Uint8Array): string {
  if (isPicture(head)) return 'picture';
  const magic = String.fromCharCode(...head.subarray(0, 8));
  if (magic.startsWith('%PDF')) return 'PDF';
  if (magic.startsWith('PK')) return 'ZIP';
  if (magic.startsWith('MZ')) return 'program';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0xd0 && head[1] === 0xcf) return 'Outlook/Office';
  return 'binary';
}
