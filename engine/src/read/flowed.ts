const SPACE = 32;
const QUOTE = 62;

/** Sets in which a space and a line end are no single bytes. */
const WIDE = /utf-?(?:16|32)|ucs|unicode|utf-?7/i;

/**
 * Lines that the writer's program broke, joined again as mail programs show them (RFC 3676): one that ends in a space goes on in
 * the next of the same depth of ">"; with `DelSp=yes` that space is none. A space before a line is stuffing.
 */
export function unflowed(bytes: Uint8Array, parameters: ReadonlyMap<string, string>): Uint8Array {
  if (parameters.get('format')?.toLowerCase() !== 'flowed' || WIDE.test(parameters.get('charset') ?? '')) return bytes;
  const isSpaceKept = parameters.get('delsp')?.toLowerCase() !== 'yes';
  const out = new Uint8Array(bytes.length);
  let n = 0;
  let open = -1;
  for (let at = 0; at < bytes.length; ) {
    const next = bytes.indexOf(10, at);
    const stop = next < 0 ? bytes.length : next + 1;
    const end = next < 0 ? bytes.length : bytes[next - 1] === 13 && next > at ? next - 1 : next;
    let from = at;
    while (from < end && bytes[from] === QUOTE) from++;
    const depth = from - at;
    if (bytes[from] === SPACE && from < end) from++;
    // "-- " above a signature is a line of its own (section 4.3).
    const isSignature = end - from === 3 && bytes[from] === 45 && bytes[from + 1] === 45 && bytes[from + 2] === SPACE;
    if (open >= 0 && (open !== depth || isSignature)) out[n++] = 10;
    if (open !== depth || isSignature) {
      out.set(bytes.subarray(at, at + depth), n);
      n += depth;
      if (depth > 0 && from > at + depth) out[n++] = SPACE;
    }
    const isFlowed = end > from && bytes[end - 1] === SPACE && !isSignature && next >= 0;
    const kept = isFlowed ? (isSpaceKept ? end : end - 1) : stop;
    out.set(bytes.subarray(from, kept), n);
    n += kept - from;
    open = isFlowed ? depth : -1;
    at = stop;
  }
  return out.subarray(0, n);
}
