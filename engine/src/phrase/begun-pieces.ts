import { firstsOf, OUT_HEAD, type Phrases } from './compile.js';

/** Ends of one sentence that are kept: a power of two, and more than the widest gap and the longest piece can hold; a sentence has some thirty. */
const KEPT = 1 << 13;

/**
 * Where first pieces of phrases ended in the sentence that is being read. "Your" ends the first piece of a hundred phrases, of which next to
 * none goes on: so it is noted once that these ended here, and looked for by whoever finds a second piece.
 */
export class BegunPieces {
  /** Where the outputs stand, the position behind the piece, the token at which it begins. */
  private readonly places = new Int32Array(KEPT);
  private readonly ends = new Int32Array(KEPT);
  private readonly begins = new Int32Array(KEPT);
  private count = 0;

  constructor(private readonly out: Phrases['out']) {}

  forget(): void {
    this.count = 0;
  }

  /** All first pieces among the outputs at `place` that go on end in front of position `end`. Ends never fall; of equal ones the longest piece comes first. */
  add(place: number, end: number, begin: number): void {
    const at = this.count++ & (KEPT - 1);
    this.places[at] = place;
    this.ends[at] = end;
    this.begins[at] = begin;
  }

  /** The token at which first piece `use` begins that ended at most `gap` in front of position `at`; -1: none. Only its last two ends count. */
  beginOf(use: number, at: number, gap: number): number {
    let end = -1;
    let begin = -1;
    let seen = 0;
    for (let k = this.count - 1, oldest = Math.max(0, this.count - KEPT); k >= oldest; k--) {
      const slot = k & (KEPT - 1);
      const ended = this.ends[slot] as number;
      if (ended !== end && (begin >= 0 || seen === 2 || at - ended > gap)) break;
      if (!this.holds(this.places[slot] as number, use)) continue;
      if (ended !== end) seen++;
      end = ended;
      // One that overlaps what comes next is not in front of it.
      begin = at >= ended ? (this.begins[slot] as number) : -1;
    }
    return begin;
  }

  /** Whether a first piece that goes on is among the outputs at `place`. They rise. */
  private holds(place: number, use: number): boolean {
    const { out } = this;
    const first = place + OUT_HEAD;
    let low = first + (out[place + 2] as number);
    let high = first + firstsOf(out[place + 1] as number);
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = out[middle] as number;
      if (there === use) return true;
      if (there < use) low = middle + 1;
      else high = middle;
    }
    return false;
  }
}
