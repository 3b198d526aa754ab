/** Bytes of a page of WASM memory. */
const PAGE = 65_536;
const MEMORY_SECTION = 5;

/**
 * A WASM program whose memory cannot grow over `megabytes`: what it unpacks is hostile, and a program that is refused memory tells so,
 * while one that takes all there is takes the machine. Writes its memory section anew (WebAssembly Core 2.0, 5.5.8).
 */
export function bounded(wasm: Uint8Array, megabytes: number): Uint8Array {
  for (let at = 8; at < wasm.length; ) {
    const size = leb(wasm, at + 1);
    const end = size.end + size.value;
    if (wasm[at] !== MEMORY_SECTION) {
      at = end;
      continue;
    }
    // One memory; its flags say whether it has a limit already.
    const flags = wasm[size.end + 1] as number;
    const least = leb(wasm, size.end + 2).value;
    const most = Math.max(least, Math.floor((megabytes * 1024 * 1024) / PAGE));
    const content = [1, flags | 1, ...toLeb(least), ...toLeb(most)];
    const section = [MEMORY_SECTION, ...toLeb(content.length), ...content];
    const out = new Uint8Array(wasm.length - (end - at) + section.length);
    out.set(wasm.subarray(0, at));
    out.set(section, at);
    out.set(wasm.subarray(end), at + section.length);
    return out;
  }
  throw new RangeError('wanted a WASM program with a memory of its own, got one without');
}

function leb(bytes: Uint8Array, from: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let at = from, shift = 0; at < bytes.length; at++, shift += 7) {
    value += ((bytes[at] as number) & 0x7f) * 2 ** shift;
    if (((bytes[at] as number) & 0x80) === 0) return { value, end: at + 1 };
  }
  throw new RangeError('wanted a whole WASM program, got one that breaks off');
}

function toLeb(value: number): number[] {
  return value < 128 ? [value] : [(value & 0x7f) | 0x80, ...toLeb(Math.floor(value / 128))];
}
