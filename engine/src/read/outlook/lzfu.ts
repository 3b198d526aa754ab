import { RTF_BYTES } from '../limits.js';

// MS-OXRTFCP 2.1.2.1: what stands in the dictionary before the first byte.
const FILLED =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;
const HEADER = 16;

/** RTF out of its compressed form (MS-OXRTFCP); null if it is none. `cut` when it breaks off or is longer than RTF_BYTES. */
export function decompressRtf(packed: Uint8Array): { readonly rtf: Uint8Array; readonly cut: boolean } | null {
  if (packed.length < HEADER) return null;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const size = view.getUint32(4, true);
  const kind = view.getUint32(8, true);
  if (kind === PLAIN) return { rtf: packed.subarray(HEADER, HEADER + Math.min(size, RTF_BYTES)), cut: size > Math.min(packed.length - HEADER, RTF_BYTES) };
  if (kind !== COMPRESSED) return null;
  const dictionary = new Uint8Array(4096);
  for (let i = 0; i < FILLED.length; i++) dictionary[i] = FILLED.charCodeAt(i);
  let write = FILLED.length;
  // Two bytes give seventeen at most; what the header claims is not believed.
  const out = new Uint8Array(Math.min(RTF_BYTES, (packed.length - HEADER) * 9));
  let n = 0;
  let at = HEADER;
  while (at < packed.length) {
    const control = packed[at++] as number;
    for (let bit = 0; bit < 8; bit++) {
      if (n >= out.length) return { rtf: out, cut: true };
      if ((control & (1 << bit)) === 0) {
        if (at >= packed.length) return { rtf: out.subarray(0, n), cut: true };
        const c = packed[at++] as number;
        out[n++] = c;
        dictionary[write] = c;
        write = (write + 1) & 4095;
        continue;
      }
      if (at + 1 >= packed.length) return { rtf: out.subarray(0, n), cut: true };
      const token = ((packed[at] as number) << 8) | (packed[at + 1] as number);
      at += 2;
      const from = token >> 4;
      // A reference to the place that is written next ends the stream.
      if (from === write) return { rtf: out.subarray(0, n), cut: false };
      for (let k = 0; k < (token & 15) + 2 && n < out.length; k++) {
        const c = dictionary[(from + k) & 4095] as number;
        out[n++] = c;
        dictionary[write] = c;
        write = (write + 1) & 4095;
      }
    }
  }
  return { rtf: out.subarray(0, n), cut: true };
}
