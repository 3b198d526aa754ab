/** Fewer units than this are put together faster than a decoder is made. */
const SHORT = 64;
const ORDER = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'utf-16le' : 'utf-16be';

/** The first `end` UTF-16 units as a text; a surrogate without its other half becomes U+FFFD. */
export function textOf(units: Uint16Array, end = units.length): string {
  if (end > SHORT) return new TextDecoder(ORDER, { ignoreBOM: true }).decode(new Uint8Array(units.buffer, 0, end * 2));
  return String.fromCharCode(...units.subarray(0, end)).replace(/[\ud800-\udfff]/gu, '\ufffd');
}
