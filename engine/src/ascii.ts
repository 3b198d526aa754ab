const CHUNK = 8192;

/** Fewer bytes than this are put together faster than a decoder is called. */
const SHORT = 24;
const utf8 = new TextDecoder('utf-8');

/** True if every byte is ASCII. */
export function isAscii(bytes: Uint8Array, start = 0, end = bytes.length): boolean {
  let all = 0;
  for (let i = start; i < end; i++) all |= bytes[i] as number;
  return all < 0x80;
}

/** Bytes of ASCII as text; null if one of them is none. Decoded first: what is not ASCII becomes fewer units, or a sign that it was lost. */
export function asciiText(bytes: Uint8Array): string | null {
  const text = utf8.decode(bytes);
  return text.length === bytes.length && !text.includes('\ufffd') ? text : null;
}

/** Bytes as they are, one unit a byte (ISO-8859-1 in the sense of Unicode): for the parts of a mail that are ASCII by definition. */
export function latin1(bytes: Uint8Array, start = 0, stop = bytes.length): string {
  const end = Math.min(stop, bytes.length);
  if (end - start <= SHORT) {
    let word = '';
    for (let i = start; i < end; i++) word += String.fromCharCode(bytes[i] as number);
    return word;
  }
  if (isAscii(bytes, start, end)) return utf8.decode(bytes.subarray(start, end));
  // Arguments lie on the stack: 8,192 at a time is far from any engine's limit.
  let text = '';
  for (let i = start; i < end; i += CHUNK) text += String.fromCharCode.apply(null, bytes.subarray(i, Math.min(end, i + CHUNK)) as unknown as number[]);
  return text;
}

/** UTF-16 units to a string; lone surrogates stay what they are. */
export function unitsToText(units: Uint16Array, end = units.length): string {
  let text = '';
  for (let i = 0; i < end; i += CHUNK) text += String.fromCharCode.apply(null, units.subarray(i, Math.min(end, i + CHUNK)) as unknown as number[]);
  return text;
}

export function toBytes(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
