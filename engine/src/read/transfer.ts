/** Decoders of Content-Transfer-Encoding (RFC 2045). Lenient: what is not an encoding is passed over or kept, never thrown. */
export type Decoded = { readonly bytes: Uint8Array; readonly broken: boolean };

const BASE64 = new Int8Array(256).fill(-1);
'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.split('').forEach((ch, i) => {
  BASE64[ch.charCodeAt(0)] = i;
});
// RFC 4648 section 5: some senders use the URL alphabet by mistake.
BASE64[45] = 62;
BASE64[95] = 63;

export function decodeBase64(source: Uint8Array): Decoded {
  const bytes = new Uint8Array(Math.ceil((source.length * 3) / 4) + 3);
  let n = 0;
  let bits = 0;
  let held = 0;
  let strange = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as number;
    const value = BASE64[c] as number;
    if (value < 0) {
      // A mailing list's footer behind the encoded text is not base64: padding ends a run, white space is nothing.
      if (c === 61) bits = 0;
      else if (c !== 10 && c !== 13 && c !== 32 && c !== 9) strange++;
      continue;
    }
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[n++] = (held >> bits) & 0xff;
    }
  }
  return { bytes: bytes.subarray(0, n), broken: strange > 0 };
}

export function decodeQuotedPrintable(source: Uint8Array): Decoded {
  const bytes = new Uint8Array(source.length);
  let n = 0;
  let broken = false;
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as number;
    if (c !== 61) {
      bytes[n++] = c;
      continue;
    }
    const a = source[i + 1];
    const b = source[i + 2];
    const high = hexValue(a);
    const low = hexValue(b);
    if (high >= 0 && low >= 0) {
      bytes[n++] = high * 16 + low;
      i += 2;
    } else if (a === 10) i += 1;
    else if (a === 13 && b === 10) i += 2;
    else if (a === undefined) break;
    else {
      // Trailing white space before a soft line break was added on the way (RFC 2045 section 6.7, rule 3).
      let k = i + 1;
      while (source[k] === 32 || source[k] === 9) k++;
      if (k > i + 1 && (source[k] === 10 || source[k] === 13)) i = source[k] === 13 && source[k + 1] === 10 ? k + 1 : k;
      else {
        bytes[n++] = c;
        broken = true;
      }
    }
  }
  return { bytes: bytes.subarray(0, n), broken };
}

function hexValue(c: number | undefined): number {
  if (c === undefined) return -1;
  if (c >= 48 && c <= 57) return c - 48;
  if (c >= 65 && c <= 70) return c - 55;
  if (c >= 97 && c <= 102) return c - 87;
  return -1;
}
