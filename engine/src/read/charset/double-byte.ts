import type { DoubleByte } from './names.js';
import { type Pairs, pairsOf } from './pairs.js';
import { textOf } from './units.js';

const HOLE = 0xfffd;
/** U+FF61 to U+FF9F lie at bytes 0xA1 to 0xDF of JIS X 0201. */
export const HALF_WIDTH = 0xff61 - 0xa1;

/** Letters of Big5 that Unicode writes with two characters (Encoding Standard, 12.1.1). */
const COMBINED: Readonly<Record<number, readonly [number, number]>> = {
  34914: [0xca, 0x304],
  34916: [0xca, 0x30c],
  34979: [0xea, 0x304],
  34981: [0xea, 0x30c],
};

/**
 * By the Encoding Standard's decoders, whose treatment of damaged bytes Node 20 does not share: a pair that is no letter
 * becomes U+FFFD, and its second byte is read again if it is ASCII.
 */
export function decodeDoubleByte(bytes: Uint8Array, set: DoubleByte): string {
  // No sequence of bytes gives more units than it has bytes.
  const units = new Uint16Array(bytes.length);
  const pairs = pairsOf(set === 'euc-jp' ? 'jis0208' : set);
  let n = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x80) {
      units[n++] = lead;
      continue;
    }
    const alone = single(lead, set);
    if (alone !== 0) {
      units[n++] = alone;
      continue;
    }
    let trail = bytes[i + 1];
    let table: Pairs = pairs;
    let first = lead;
    if (set === 'euc-jp' && lead === 0x8e) {
      units[n++] = trail !== undefined && trail >= 0xa1 && trail <= 0xdf ? trail + HALF_WIDTH : HOLE;
      if (trail !== undefined && trail >= 0x80) i++;
      continue;
    }
    if (set === 'euc-jp' && lead === 0x8f && trail !== undefined && trail >= 0xa1 && trail <= 0xfe) {
      table = pairsOf('jis0212');
      first = trail;
      i++;
      trail = bytes[i + 1];
    }
    const combined = set === 'big5' && trail !== undefined ? COMBINED[(lead << 8) | trail] : undefined;
    const point = trail === undefined ? 0 : (table[((first - 0x80) << 8) | trail] as number);
    if (combined !== undefined) {
      units[n++] = combined[0];
      units[n++] = combined[1];
      i++;
    } else if (point > 0xffff) {
      units[n++] = 0xd7c0 + (point >> 10);
      units[n++] = 0xdc00 | (point & 0x3ff);
      i++;
    } else {
      units[n++] = point === 0 ? HOLE : point;
      if (point !== 0 || (trail !== undefined && trail >= 0x80)) i++;
    }
  }
  return textOf(units, n);
}

/** The letter of a byte that stands alone, U+FFFD for one that may not, 0 for the first of a pair. */
function single(byte: number, set: DoubleByte): number {
  if (set === 'shift_jis') {
    if (byte === 0x80) return 0x80;
    if (byte >= 0xa1 && byte <= 0xdf) return byte + HALF_WIDTH;
    return byte === 0xa0 || byte > 0xfc ? HOLE : 0;
  }
  if (set === 'euc-jp') return byte === 0x8e || byte === 0x8f || (byte >= 0xa1 && byte <= 0xfe) ? 0 : HOLE;
  return byte === 0x80 || byte === 0xff ? HOLE : 0;
}
