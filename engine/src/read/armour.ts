import { latin1 } from '../ascii.js';
import { isBase64Line, isBlank, lineEnd } from './source.js';

/** A text without its OpenPGP armour (RFC 4880 6.2, 7); `encrypted` if a block in it can be read with a key only. */
export type Unarmoured = { readonly bytes: Uint8Array; readonly encrypted: boolean };

const LONGEST_MARK = 40;

/**
 * Takes the armour lines, dash-escapes and signature off a clear-signed text and leaves out encrypted blocks. Only what is
 * base64 in full lines is left out: words between two armour lines are words, which a mail program would show.
 */
export function withoutArmour(bytes: Uint8Array): Unarmoured {
  if (!holdsArmour(bytes)) return { bytes, encrypted: false };
  const out = new Uint8Array(bytes.length);
  let n = 0;
  let place: 'text' | 'signed' | 'block' = 'text';
  let head = false;
  let encrypted = false;
  for (let at = 0; at < bytes.length; ) {
    const end = lineEnd(bytes, at);
    const next = Math.min(end + 1, bytes.length);
    const mark = bytes[at] === 45 && bytes[at + 4] === 45 ? latin1(bytes, at, Math.min(end, at + LONGEST_MARK)).trimEnd() : '';
    let keep = at;
    if (mark === '-----BEGIN PGP SIGNED MESSAGE-----') {
      place = 'signed';
      head = true;
      keep = next;
    } else if (mark === '-----BEGIN PGP SIGNATURE-----' && place === 'signed') {
      place = 'block';
      keep = next;
    } else if (mark === '-----BEGIN PGP MESSAGE-----' && blockFollows(bytes, next)) {
      place = 'block';
      encrypted = true;
      keep = next;
    } else if (place === 'block') {
      if (mark === '-----END PGP SIGNATURE-----' || mark === '-----END PGP MESSAGE-----') {
        place = 'text';
        keep = next;
      } else if (isArmourLine(bytes, at, end)) keep = next;
    } else if (place === 'signed') {
      if (head && isBlank(bytes, at, end)) {
        head = false;
        keep = next;
      } else if (head && /^Hash: [A-Z0-9, -]+\s*$/.test(latin1(bytes, at, Math.min(end, at + 200)))) keep = next;
      else if (bytes[at] === 45 && bytes[at + 1] === 32) keep = at + 2;
    }
    out.set(bytes.subarray(keep, next), n);
    n += next - keep;
    at = next;
  }
  return { bytes: out.subarray(0, n), encrypted };
}

function holdsArmour(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at = lineEnd(bytes, at) + 1) {
    if (bytes[at] === 45 && bytes[at + 4] === 45 && latin1(bytes, at, Math.min(bytes.length, at + 15)) === '-----BEGIN PGP ') return true;
  }
  return false;
}

/** Fields of the armour, then a line of base64: a letter that only names the line has none. */
function blockFollows(bytes: Uint8Array, from: number): boolean {
  let at = from;
  for (let k = 0; k < 12 && at < bytes.length; k++) {
    const end = lineEnd(bytes, at);
    const isField = /^[A-Za-z-]{1,20}: /.test(latin1(bytes, at, Math.min(end, at + 24)));
    if (!isField && !isBlank(bytes, at, end)) return end - at >= 24 && isBase64Line(bytes, at, end);
    at = end + 1;
  }
  return false;
}

/** Full lines of base64, the checksum, a version, or a short last line in front of the checksum. */
export function isArmourLine(bytes: Uint8Array, at: number, end: number): boolean {
  if (isBlank(bytes, at, end) || bytes[at] === 61) return isBase64Line(bytes, at + 1, end);
  if (/^Version: [\w .()/:-]+\s*$/.test(latin1(bytes, at, Math.min(end, at + 100)))) return true;
  const isLast = bytes[end + 1] === 61 || (bytes[end + 1] === 45 && bytes[end + 2] === 45);
  return (end - at >= 60 || isLast) && isBase64Line(bytes, at, end);
}
