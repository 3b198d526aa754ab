const CHUNK = 8192;
const SHORT = 64;

/** Bytes as they are, one unit a byte (ISO-8859-1 in the sense of Unicode): for the parts of a mail that are ASCII by definition. */
export function latin1(bytes: Uint8Array, start = 0, stop = bytes.length): string {
  const end = Math.min(stop, bytes.length);
  let text = '';
  // A view costs more than a short word: names of fields are asked for on every line.
  if (end - start <= SHORT) {
    for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i] as number);
    return text;
  }
  for (let i = start; i < end; i += CHUNK) text += String.fromCharCode(...bytes.subarray(i, Math.min(end, i + CHUNK)));
  return text;
}

export function toBytes(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
