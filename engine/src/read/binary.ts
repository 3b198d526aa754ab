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
