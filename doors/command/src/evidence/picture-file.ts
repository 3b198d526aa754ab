/** Names of pictures and films; a gzip around one changes nothing. */
const NAME =
  /\.(jpe?g|jpe|jfif|png|apng|gif|bmp|dib|webp|tiff?|hei[cf]s?|avif|jxl|jp2|svgz?|ico|psd|dng|cr[23]|nef|arw|mp4|m4v|mov|qt|avi|mkv|webm|wmv|flv|3gp|3g2|mpe?g|mts|m2ts|vob|ogv)(\.gz)?$/i;

/** First bytes of pictures and films (their own specifications); `*` is any byte. */
const SIGNATURES: readonly (readonly [at: number, bytes: string])[] = [
  [0, 'ffd8ff'], // JPEG
  [0, '89504e470d0a1a0a'], // PNG
  [0, '474946383761'], // GIF87a
  [0, '474946383961'], // GIF89a
  [0, '49492a00'], // TIFF, and most raw pictures
  [0, '4d4d002a'], // TIFF
  [0, '52494646********57454250'], // RIFF, WebP
  [0, '52494646********41564920'], // RIFF, AVI
  [0, '424d********00000000'], // BMP: its reserved bytes are zero
  [0, '00000100'], // icon
  [0, '38425053'], // Photoshop
  [0, 'ff0a'], // JPEG XL
  [0, '0000000c4a584c20'], // JPEG XL
  [0, '0000000c6a502020'], // JPEG 2000
  [0, '00******66747970'], // ISO media: MP4, MOV, HEIF, AVIF, 3GP
  [0, '00******6d6f6f76'], // QuickTime without a type
  [0, '00******6d646174'],
  [0, '1a45dfa3'], // Matroska, WebM
  [0, '464c5601'], // FLV
  [0, '3026b2758e66cf11'], // ASF: WMV
  [0, '000001ba'], // MPEG
  [0, '000001b3'], // MPEG
];
const TABLE = SIGNATURES.map(([at, hex]) => ({ at, bytes: (hex.match(/../g) ?? []).map((pair) => (pair === '**' ? null : Number.parseInt(pair, 16))) }));

/** A drawing is a picture too, though it is written as text. */
const DRAWING = /^\ufeff?\s{0,200}(?:<\?xml[^>]{0,200}\?>\s{0,200})?(?:<!--[^>]{0,400}-->\s{0,200})?(?:<!DOCTYPE svg[^>]{0,400}>\s{0,200})?<svg[\s>]/i;

/** Bytes of a file that decide. */
export const PICTURE_HEAD = 2048;

/** True for a name that pictures and films bear: such a file is not even opened. */
export function hasPictureName(name: string): boolean {
  return NAME.test(name);
}

/** True for pictures and films by their first bytes. */
export function isPictureFile(head: Uint8Array): boolean {
  if (TABLE.some(({ at, bytes }) => bytes.every((byte, k) => byte === null || head[at + k] === byte))) return true;
  return DRAWING.test(Buffer.from(head.subarray(0, PICTURE_HEAD)).toString('latin1'));
}
