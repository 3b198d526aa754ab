import { HKSCS } from './big5-data.js';

/** Code points by `(lead - 0x80) << 8 | trail`; 0 where the set has no letter. */
export type Pairs = Uint32Array;
export type PairSet = 'shift_jis' | 'jis0208' | 'jis0212' | 'euc-kr' | 'big5' | 'gb2312';

type Source = { readonly label: string; readonly before: readonly number[]; readonly leads: Range; readonly trails: Range };
type Range = readonly [first: number, last: number];

const EUC: Range = [0xa1, 0xfe];
const SOURCES: Readonly<Record<PairSet, Source>> = {
  shift_jis: { label: 'shift_jis', before: [], leads: [0x81, 0xfc], trails: [0x40, 0xfc] },
  jis0208: { label: 'euc-jp', before: [], leads: EUC, trails: EUC },
  // Rows 2 to 77: Node has letters of IBM behind them.
  jis0212: { label: 'euc-jp', before: [0x8f], leads: [0xa2, 0xed], trails: EUC },
  'euc-kr': { label: 'euc-kr', before: [], leads: [0x81, 0xfe], trails: [0x41, 0xfe] },
  big5: { label: 'big5', before: [], leads: [0x81, 0xfe], trails: [0x40, 0xfe] },
  gb2312: { label: 'gb18030', before: [], leads: EUC, trails: EUC },
};

const made = new Map<PairSet, Pairs>();

/** The two-byte letters of a set, read once from the host's decoder and completed where hosts differ from the Encoding Standard. */
export function pairsOf(set: PairSet): Pairs {
  let pairs = made.get(set);
  if (pairs !== undefined) return pairs;
  pairs = fromHost(SOURCES[set]);
  if (set === 'euc-kr') completeKorean(pairs);
  if (set === 'big5') completeBig5(pairs);
  made.set(set, pairs);
  return pairs;
}

function fromHost({ label, before, leads, trails }: Source): Pairs {
  const pairs = new Uint32Array(0x8000);
  const width = before.length + 3;
  const count = (leads[1] - leads[0] + 1) * (trails[1] - trails[0] + 1);
  // One letter a line: no decoder takes a line end for the second byte of a letter.
  const all = new Uint8Array(count * width);
  let at = 0;
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (let trail = trails[0]; trail <= trails[1]; trail++) {
      all.set([...before, lead, trail, 10], at);
      at += width;
    }
  const lines = new TextDecoder(label).decode(all).split('\n');
  let line = 0;
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (let trail = trails[0]; trail <= trails[1]; trail++) {
      const letter = lines[line++] ?? '';
      const point = letter.codePointAt(0) ?? 0;
      // A host that does not know a pair gives U+FFFD, or its bytes one by one, or a place for private use.
      if (point > 0x9f && point !== 0xfffd && (label === 'shift_jis' || point < 0xe000 || point > 0xf8ff) && letter.length === (point > 0xffff ? 2 : 1))
        pairs[((lead - 0x80) << 8) | trail] = point;
    }
  return pairs;
}

/** Code page 949 puts the syllables that KS X 1001 has not, in the order of Unicode, into the places that it leaves free. */
function completeKorean(pairs: Pairs): void {
  const standard = new Set<number>();
  for (let lead = 0xb0; lead <= 0xc8; lead++) for (let trail = 0xa1; trail <= 0xfe; trail++) standard.add(pairs[((lead - 0x80) << 8) | trail] as number);
  let syllable = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead++)
    for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0); trail++) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue;
      while (standard.has(syllable)) syllable++;
      if (syllable <= 0xd7a3) pairs[((lead - 0x80) << 8) | trail] = syllable++;
    }
  pairs[(0x22 << 8) | 0xe6] = 0x20ac;
  pairs[(0x22 << 8) | 0xe7] = 0xae;
}

function completeBig5(pairs: Pairs): void {
  for (const [first, letters] of HKSCS) {
    let pointer = first;
    for (const letter of letters) {
      const column = pointer % 157;
      const lead = Math.floor(pointer / 157) + 1;
      pairs[(lead << 8) | (column < 0x3f ? column + 0x40 : column + 0x62)] = letter.codePointAt(0) as number;
      pointer++;
    }
  }
}
