import { HALF_WIDTH } from './double-byte.js';
import { type PairSet, pairsOf } from './pairs.js';
import { textOf } from './units.js';

const ESCAPE = 0x1b;
const HOLE = 0xfffd;

/** What a byte of 7 bits stands for: itself, JIS X 0201 in its Roman or kana half, or with its neighbour a letter of a set. */
type Graphic = 'ascii' | 'roman' | 'kana' | PairSet;

/** Behind ESC, what is designated, and where: to G0 (used at once), to G1 (used between SO and SI), to G2 (by ESC N for one letter). */
const DESIGNATIONS: readonly (readonly [marks: string, place: 0 | 1 | 2, graphic: Graphic | 'latin-1' | 'greek'])[] = [
  // RFC 1468, RFC 1554 (ISO-2022-JP-2), RFC 2237 (JIS X 0212), JIS X 0202.
  ['(B', 0, 'ascii'],
  ['(J', 0, 'roman'],
  ['(H', 0, 'roman'],
  ['(I', 0, 'kana'],
  ['$@', 0, 'jis0208'],
  ['$B', 0, 'jis0208'],
  ['$(@', 0, 'jis0208'],
  ['$(B', 0, 'jis0208'],
  ['$(D', 0, 'jis0212'],
  // JIS X 0213 plane 1 holds JIS X 0208, whose places are kept.
  ['$(O', 0, 'jis0208'],
  ['$(Q', 0, 'jis0208'],
  ['$A', 0, 'gb2312'],
  ['$(A', 0, 'gb2312'],
  ['$(C', 0, 'euc-kr'],
  // RFC 1557 (ISO-2022-KR), RFC 1922 (ISO-2022-CN).
  ['$)C', 1, 'euc-kr'],
  ['$)A', 1, 'gb2312'],
  [')I', 1, 'kana'],
  ['.A', 2, 'latin-1'],
  ['.F', 2, 'greek'],
  // Says that JIS X 0208 of 1990 follows.
  ['&@', 0, 'ascii'],
];

type Designation = { readonly length: number; readonly place: 0 | 1 | 2; readonly graphic: Graphic | 'latin-1' | 'greek' };

/** The designation whose ESC stands at `at`, or null. */
export function designationAt(bytes: Uint8Array, at: number): Designation | null {
  for (const [marks, place, graphic] of DESIGNATIONS) {
    let k = 0;
    while (k < marks.length && bytes[at + 1 + k] === marks.charCodeAt(k)) k++;
    if (k === marks.length) return { length: marks.length + 1, place, graphic };
  }
  return null;
}

/**
 * ISO-2022-JP, -JP-1, -JP-2, -KR and -CN. An escape that changes nothing is nothing: browsers put U+FFFD there, mail programs
 * do not, and inside a word it would hide it. A letter cut off at the end or damaged becomes U+FFFD; a line end never does.
 */
export function decodeIso2022(bytes: Uint8Array, family: 'jp' | 'kr' | 'cn'): string {
  const units = new Uint16Array(bytes.length);
  let n = 0;
  let g0: Graphic = 'ascii';
  let g1: Graphic = family === 'kr' ? 'euc-kr' : family === 'cn' ? 'gb2312' : 'kana';
  let g2 = 'latin-1';
  let shifted = false;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i] as number;
    if (c === ESCAPE) {
      const next = bytes[i + 1];
      const designation = designationAt(bytes, i);
      if (designation !== null) {
        const { place, graphic } = designation;
        if (place === 2) g2 = graphic;
        else if (place === 1) g1 = graphic as Graphic;
        else g0 = graphic as Graphic;
        i += designation.length - 1;
      } else if (next === 0x4e && bytes[i + 2] !== undefined) {
        units[n++] = g2 === 'greek' ? greek(bytes[i + 2] as number) : (bytes[i + 2] as number) | 0x80;
        i += 2;
      } else units[n++] = next === undefined ? HOLE : c;
      continue;
    }
    if (c === 0x0e || c === 0x0f) {
      shifted = c === 0x0e;
      continue;
    }
    // Lines end in ASCII where sets are shifted to (RFC 1557, RFC 1922); a lost SI costs one line.
    if (c === 10 && family !== 'jp') shifted = false;
    const graphic = shifted ? g1 : g0;
    if (c > 0x7f) units[n++] = family === 'jp' && c >= 0xa1 && c <= 0xdf ? c + HALF_WIDTH : HOLE;
    else if (c <= 0x20 || c === 0x7f || graphic === 'ascii') units[n++] = c;
    else if (graphic === 'roman') units[n++] = c === 0x5c ? 0xa5 : c === 0x7e ? 0x203e : c;
    else if (graphic === 'kana') units[n++] = c <= 0x5f ? c + 0x80 + HALF_WIDTH : HOLE;
    else {
      const trail = bytes[i + 1];
      const isTrail = trail !== undefined && trail > 0x20 && trail < 0x7f;
      const point = isTrail ? (pairsOf(graphic)[(c << 8) | trail | 0x80] as number) : 0;
      units[n++] = point === 0 ? HOLE : point;
      if (isTrail) i++;
    }
  }
  return textOf(units, n);
}

/** ISO 8859-7 from 0xA0 on, as far as Unicode keeps its order. */
function greek(byte: number): number {
  return byte >= 0x34 && byte < 0x7f ? byte + 0x350 : HOLE;
}

/** HZ (RFC 1843): pairs of GB 2312 between "~{" and "~}"; a line ends in ASCII. */
export function decodeHz(bytes: Uint8Array): string {
  const pairs = pairsOf('gb2312');
  const units = new Uint16Array(bytes.length);
  let n = 0;
  let wide = false;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i] as number;
    const next = bytes[i + 1];
    if (c === 0x7e && (next === 0x7b || next === 0x7d || next === 0x7e || next === 10)) {
      if (next === 0x7e) units[n++] = 0x7e;
      else if (next !== 10) wide = next === 0x7b;
      i++;
    } else if (c === 10) {
      wide = false;
      units[n++] = c;
    } else if (wide && c > 0x20 && c < 0x7f && next !== undefined && next > 0x20 && next < 0x7f) {
      units[n++] = pairs[(c << 8) | next | 0x80] || HOLE;
      i++;
    } else units[n++] = c < 0x80 ? c : HOLE;
  }
  return textOf(units, n);
}
