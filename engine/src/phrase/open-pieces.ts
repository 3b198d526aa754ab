import { BegunPieces } from './begun-pieces.js';
import { firstsOf, OUT_HEAD, type Phrases } from './compile.js';
import type { Tokens } from './tokens.js';

/** Of each piece the last two ends are remembered: the latest may overlap the piece that comes next, the one before it does not. */
const SLOTS = 4;
/** Positions between two texts: further than any gap, so that what was open in one text is near nothing in the next, and need not be wiped. */
const APART = 1 << 10;
const LAST_BASE = 1 << 30;

/**
 * Outputs of a node from which on those that are awaited are looked for by bits, 32 uses at once. There are some 130 such nodes ("your",
 * "to", numbers), and two thirds of all outputs that a text meets stand at eight of them; about forty words of bits are set in a sentence.
 */
const MANY = 64;

/** Pieces of phrases that ended in the sentence that is being read, and where. Reused from text to text. */
export class OpenPieces {
  /** Hits of each phrase in this text. */
  readonly kept: Uint8Array;
  /** What `await` found. */
  readonly found: Int32Array;
  /** Per use that is no first piece: end and begin of its last piece, end and begin of the one before. */
  private readonly ends: Int32Array;
  private readonly begun: BegunPieces;
  /**
   * Per use one bit: the piece before it ended in this sentence. A token is the second piece of some forty phrases, whose first nearly
   * never stands there: this is small enough to be asked each time.
   */
  private readonly awaited: Int32Array;
  private readonly words: Int32Array;
  private wordCount = 0;
  private readonly bitsOfOthers = new Map<number, Int32Array>();
  private positions: Uint32Array = new Uint32Array(0);
  private base = 0;
  private highest = 0;

  constructor(private readonly phrases: Phrases) {
    const uses = phrases.usePhrase.length;
    this.kept = new Uint8Array(phrases.phrases);
    this.found = new Int32Array(uses);
    this.ends = new Int32Array(uses * SLOTS).fill(-APART);
    this.awaited = new Int32Array((uses >> 5) + 1);
    this.words = new Int32Array(this.awaited.length);
    this.begun = new BegunPieces(phrases.out);
  }

  begin({ position, count }: Tokens): void {
    this.forget();
    this.positions = position;
    this.base = this.highest + APART;
    this.highest = this.base + (count > 0 ? (position[count - 1] as number) : 0);
    if (this.highest < LAST_BASE) return;
    this.ends.fill(-APART);
    this.highest -= this.base;
    this.base = 0;
  }

  /** A sentence ends: nothing is awaited. */
  forget(): void {
    this.begun.forget();
    for (let w = 0; w < this.wordCount; w++) this.awaited[this.words[w] as number] = 0;
    this.wordCount = 0;
  }

  /** All first pieces among the outputs at `place` cover the tokens `from` to `t`; the pieces that come next are awaited. */
  endFirsts(place: number, from: number, t: number): void {
    const { awaited, words } = this;
    const { out } = this.phrases;
    const start = place + OUT_HEAD + (out[place + 2] as number);
    const stop = place + OUT_HEAD + firstsOf(out[place + 1] as number);
    if (start === stop) return;
    this.begun.add(place, this.base + (this.positions[t] as number) + 1, from);
    let count = this.wordCount;
    for (let o = start; o < stop; o++) {
      const next = (out[o] as number) + 1;
      const bits = awaited[next >> 5] as number;
      if (bits === 0) words[count++] = next >> 5;
      awaited[next >> 5] = bits | (1 << next);
    }
    this.wordCount = count;
  }

  /** A piece of `use`, no first one, covers the tokens `from` to `t`; the piece that comes next is awaited. */
  end(use: number, from: number, t: number): void {
    const { ends, awaited } = this;
    const slot = use * SLOTS;
    const end = this.base + (this.positions[t] as number) + 1;
    if (ends[slot] === end) return;
    ends[slot + 2] = ends[slot] as number;
    ends[slot + 3] = ends[slot + 1] as number;
    ends[slot] = end;
    ends[slot + 1] = from;
    const next = use + 1;
    const bits = awaited[next >> 5] as number;
    if (bits === 0) this.words[this.wordCount++] = next >> 5;
    awaited[next >> 5] = bits | (1 << next);
  }

  /** Writes to `found` the uses that stand from `from` to `stop` among the outputs and are awaited, rising; gives how many. */
  await(from: number, stop: number): number {
    if (this.wordCount === 0) return 0;
    if (stop - from >= MANY && this.wordCount < stop - from) return this.awaitByBits(from, stop);
    const { awaited, found } = this;
    const { out } = this.phrases;
    let n = 0;
    for (let o = from; o < stop; o++) {
      const use = out[o] as number;
      if (((awaited[use >> 5] as number) & (1 << use)) !== 0) found[n++] = use;
    }
    return n;
  }

  /** Where the phrase begins whose piece `use` begins at token `first`, near behind the piece before it; -1: that one is not near. */
  beginOf(use: number, first: number): number {
    const { ends } = this;
    const at = this.base + (this.positions[first] as number);
    const gap = this.phrases.useGap[use] as number;
    if ((this.phrases.useGap[use - 1] as number) < 0) return this.begun.beginOf(use - 1, at, gap);
    const before = (use - 1) * SLOTS;
    for (let slot = before; slot < before + SLOTS; slot += 2) {
      const end = ends[slot] as number;
      if (at >= end && at - end <= gap) return ends[slot + 1] as number;
    }
    return -1;
  }

  private awaitByBits(from: number, stop: number): number {
    const { awaited, found, words } = this;
    const bitsOf = this.bitsOf(from, stop);
    let n = 0;
    for (let w = 0; w < this.wordCount; w++) {
      const word = words[w] as number;
      for (let bits = (awaited[word] as number) & (bitsOf[word] as number); bits !== 0; bits &= bits - 1) {
        const use = (word << 5) | (31 - Math.clz32(bits & -bits));
        // Words are in the order in which they were opened.
        let k = n++;
        for (; k > 0 && (found[k - 1] as number) > use; k--) found[k] = found[k - 1] as number;
        found[k] = use;
      }
    }
    return n;
  }

  private bitsOf(from: number, stop: number): Int32Array {
    const known = this.bitsOfOthers.get(from);
    if (known !== undefined) return known;
    const bits = new Int32Array(this.awaited.length);
    for (let o = from; o < stop; o++) {
      const use = this.phrases.out[o] as number;
      bits[use >> 5] = (bits[use >> 5] as number) | (1 << use);
    }
    this.bitsOfOthers.set(from, bits);
    return bits;
  }
}

const OPEN = new WeakMap<Phrases, OpenPieces>();

/** The memory of these phrases: laying out a new one for each text would cost more than matching it. */
export function openPiecesOf(phrases: Phrases): OpenPieces {
  let open = OPEN.get(phrases);
  if (open === undefined) {
    open = new OpenPieces(phrases);
    OPEN.set(phrases, open);
  }
  return open;
}
