/** First bytes of what is surely no letter. What may hold one (PDF, Outlook's .msg and documents in its container) is not here. */
const SIGNATURES: readonly (readonly [at: number, bytes: string])[] = [
  [0, 'ffd8ff'], // JPEG
  [0, '89504e470d0a1a0a'], // PNG
  [0, '474946383761'], // GIF87a
  [0, '474946383961'], // GIF89a
  [0, '49492a00'], // TIFF
  [0, '4d4d002a'], // TIFF
  [0, '52494646'], // RIFF: WebP, AVI, WAV
  [4, '66747970'], // ISO media: MP4, HEIF, AVIF
  [0, '1a45dfa3'], // Matroska, WebM
  [0, '4f676753'], // Ogg
  [0, '494433'], // MP3 with ID3
  [0, '664c6143'], // FLAC
  [0, '504b0304'], // ZIP
  [0, '504b0506'], // ZIP, empty
  [0, '377abcaf271c'], // 7z
  [0, '526172211a07'], // RAR
  [0, 'fd377a585a00'], // xz
  [0, '28b52ffd'], // Zstandard
  [0, '425a6839314159265359'], // bzip2 at its usual level
  [257, '7573746172'], // tar
  [0, '7f454c46'], // ELF
  [0, 'cffaedfe'], // Mach-O
  [0, 'cafebabe'], // Java class, universal Mach-O
  [0, '0061736d'], // WebAssembly
  [0, '53514c69746520666f726d6174203300'], // SQLite
  [0, '774f4632'], // WOFF2
];

/** Bytes of a file that decide; each of these kinds has a zero byte among them. */
export const LOOKED_AT = 512;

const TABLE = SIGNATURES.map(([at, hex]) => ({ at, bytes: Buffer.from(hex, 'hex') }));

/** True for pictures, sound, films, archives, programs, databases by their first bytes, and for nothing at all: an empty mailbox. */
export function isNoMessage(head: Uint8Array): boolean {
  if (head.length === 0) return true;
  // No mail server lets a zero byte through, so a sender cannot make a letter pass for one of these.
  if (!head.subarray(0, LOOKED_AT).includes(0)) return false;
  // "MZ" alone may begin a sentence: a program says where its second header is, and is no text.
  if (head[0] === 0x4d && head[1] === 0x5a && head.subarray(2, 64).includes(0)) return true;
  return TABLE.some(({ at, bytes }) => bytes.every((byte, k) => head[at + k] === byte));
}
