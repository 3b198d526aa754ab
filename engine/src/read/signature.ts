import { latin1, toBytes } from '../ascii.js';
import { isArmourLine } from './armour.js';
import { countWords } from './pasted-headers.js';
import { openCms } from './smime/cms.js';
import { isBlank, lineEnd } from './source.js';
import { decodeBase64 } from './transfer.js';

const SIGNATURE_TYPE = /^application\/(pgp-signature|pgp-keys|x-?pkcs7-signature|pkcs7-signature)$/;
/** Bytes of a signature or key: with 1,000 people's signatures on it a key has a megabyte. */
const SIGNATURE_BYTES = 2 * 1024 * 1024;
/** Packets of one (RFC 4880, 4.2). */
const PACKETS = 20_000;
/** Signatures, keys, trust, names and their pictures (RFC 4880, 4.3); the others can hold a letter. */
const PACKET_TAGS: ReadonlySet<number> = new Set([2, 5, 6, 7, 12, 13, 14, 17]);
/** Words from which what stands beside the base64, or within the bytes, may be a sentence. */
const SENTENCE_WORDS = 6;

/**
 * True if a part of that type holds signatures or keys and no letter, whatever its name: then only programs read it. A signed or
 * encrypted letter under such a type is none.
 */
export function isSignature(type: string, bytes: Uint8Array): boolean {
  if (!SIGNATURE_TYPE.test(type) || bytes.length > SIGNATURE_BYTES) return false;
  const blocks = blocksOf(bytes) ?? [bytes];
  if (type.includes('pkcs7')) return blocks.every((block) => isDer(block) && openCms(block)?.kind === 'bare' && !holdsWords(block));
  return blocks.every((block) => isPackets(block) && !holdsWords(block));
}

/** What blocks of armour or PEM hold; null if there is anything beside them but blank lines. */
function blocksOf(bytes: Uint8Array): Uint8Array[] | null {
  const blocks: Uint8Array[] = [];
  let end = '';
  let fields = '';
  let lines: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const stop = lineEnd(bytes, at);
    const line = latin1(bytes, at, Math.min(stop, at + 200)).trimEnd();
    const begun = end === '' ? /^-----BEGIN (PGP SIGNATURE|PGP PUBLIC KEY BLOCK|PGP PRIVATE KEY BLOCK|PKCS7|CMS)-----$/.exec(line) : null;
    if (begun !== null) {
      end = `-----END ${begun[1]}-----`;
      lines = [];
    } else if (end !== '' && line === end) {
      blocks.push(decodeBase64(toBytes(lines.join(''))).bytes);
      end = '';
    } else if (end !== '' && /^(Version|Comment|Hash|Charset|MessageID): /.test(line) && stop - at <= 200) fields += ` ${line}`;
    else if (end !== '' && isArmourLine(bytes, at, stop)) {
      if (bytes[at] !== 61) lines.push(latin1(bytes, at, stop));
    } else if (!isBlank(bytes, at, stop)) return null;
    at = stop + 1;
  }
  return blocks.length > 0 && end === '' && countWords(fields, SENTENCE_WORDS) < SENTENCE_WORDS ? blocks : null;
}

/** One SEQUENCE (X.690, 8.1) that fills the bytes, or one of a length that is not told, with its end. */
function isDer(bytes: Uint8Array): boolean {
  const first = bytes[1] ?? 0;
  if (bytes[0] !== 0x30 || bytes.length < 16) return false;
  if (first === 0x80) return bytes.at(-1) === 0 && bytes.at(-2) === 0;
  const size = first & 0x7f;
  if (first < 0x80 || size > 4) return false;
  let length = 0;
  for (let i = 0; i < size; i++) length = length * 256 + (bytes[2 + i] ?? 0);
  return bytes.length === 2 + size + length;
}

/** Packets of OpenPGP that fill the bytes, of those kinds alone. */
function isPackets(bytes: Uint8Array): boolean {
  let at = 0;
  for (let n = 0; at < bytes.length && n < PACKETS; n++) {
    const head = bytes[at] as number;
    const tag = head & 0x40 ? head & 0x3f : (head >> 2) & 0x0f;
    if (head < 0x80 || !PACKET_TAGS.has(tag)) return false;
    const [a, b, c, d, e] = [1, 2, 3, 4, 5].map((k) => bytes[at + k] ?? 0) as [number, number, number, number, number];
    const wide = ((b * 256 + c) * 256 + d) * 256 + e;
    if ((head & 0x40) !== 0) {
      if (a >= 224 && a < 255) return false;
      at += a < 192 ? 2 + a : a === 255 ? 6 + wide : 3 + (a - 192) * 256 + b + 192;
    } else if ((head & 3) === 3) return false;
    else at += (head & 3) === 0 ? 2 + a : (head & 3) === 1 ? 3 + a * 256 + b : 5 + ((a * 256 + b) * 256 + c) * 256 + d;
  }
  return bytes.length > 0 && at === bytes.length;
}

/** A run of printable signs with a sentence in it: certificates hold names and addresses. */
function holdsWords(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    let end = at;
    while (end < bytes.length && isPrintable(bytes[end] as number)) end++;
    if (end - at >= 30 && countWords(latin1(bytes, at, end), SENTENCE_WORDS) >= SENTENCE_WORDS) return true;
    at = end + 1;
  }
  return false;
}

function isPrintable(c: number): boolean {
  return (c >= 32 && c < 127) || c === 9 || c === 10 || c === 13;
}
