import { likeness, mix, SKETCH_SIZE, sketchFromHex, sketchHex } from './sketch.js';

/** From this share of equal places on two letters are called nearly the same. */
export const LIKE = 0.32;
const BANDS = 42;
const ROWS = 3;
/** Sketches that are remembered, 5 MB: the oldest that nothing was like goes first. */
const REMEMBERED = 20_480;
/** Sketches that speak for one group: a letter that drifts is followed, and one group cannot fill the memory. */
const A_GROUP = 64;
/** A letter as like as this to one that is remembered adds nothing to its group. */
const NEARLY_EQUAL = 0.7;
/** Remembered sketches a letter is held against: bounds the time of one whose bands are met everywhere. */
const CANDIDATES = 16;
const BUCKETS = 1 << 18;
/** Sketches in one bucket; the oldest is overwritten. */
const A_BUCKET = 8;
/** Turns that a sketch of a group of several is passed over before it is forgotten too. */
const PASSED_OVER = 64;

/** What is remembered, as plain data; `sketch` as `sketchHex` writes it. */
export type RepeatsState = {
  readonly next: number;
  readonly hand: number;
  readonly slots: readonly { readonly slot: number; readonly group: number; readonly sketch: string }[];
};

/**
 * Groups letters that are nearly the same, one at a time, in memory that does not grow: each is held against remembered
 * sketches that share a band of three places, and joins the group of the most like one. What was forgotten begins a new group.
 */
export class Repeats {
  private readonly signatures = new Uint16Array(REMEMBERED * SKETCH_SIZE);
  private readonly groupOf = new Int32Array(REMEMBERED).fill(-1);
  private readonly buckets = new Int32Array(BUCKETS * A_BUCKET).fill(-1);
  private readonly turn = new Uint8Array(BUCKETS);
  /** Of each living group: its letters and its remembered sketches. */
  private readonly groups = new Map<number, { letters: number; sketches: number }>();
  private next = 0;
  private hand = 0;

  /** `forgotten`: called with a group of which no sketch is remembered any more. */
  constructor(private readonly forgotten: (group: number, letters: number) => void = () => {}) {}

  /** The number of the group that the letter belongs to: a new one if none is like it. */
  add(sketch: Uint16Array): number {
    const { slot, share } = this.nearest(sketch);
    const group = slot < 0 || share < LIKE ? this.next++ : (this.groupOf[slot] as number);
    const known = this.groups.get(group) ?? { letters: 0, sketches: 0 };
    this.groups.set(group, known);
    known.letters++;
    if (known.sketches === 0 || (share < NEARLY_EQUAL && known.sketches < A_GROUP)) {
      known.sketches++;
      this.remember(this.free(), group, sketch);
    }
    return group;
  }

  state(): RepeatsState {
    const slots = [];
    for (let slot = 0; slot < REMEMBERED; slot++) {
      const group = this.groupOf[slot] as number;
      if (group >= 0) slots.push({ slot, group, sketch: sketchHex(this.signatureAt(slot)) });
    }
    return { next: this.next, hand: this.hand, slots };
  }

  /** Takes up what `state` gave; `letters` tells how many each group had. */
  restore(state: RepeatsState, letters: (group: number) => number): void {
    this.next = state.next;
    this.hand = state.hand;
    for (const { slot, group, sketch } of state.slots) {
      const known = this.groups.get(group) ?? { letters: letters(group), sketches: 0 };
      known.sketches++;
      this.groups.set(group, known);
      this.remember(slot, group, sketchFromHex(sketch));
    }
  }

  private nearest(sketch: Uint16Array): { slot: number; share: number } {
    const seen = new Set<number>();
    let best = { slot: -1, share: 0 };
    for (let band = 0; band < BANDS; band++) {
      const first = bucketOf(sketch, band) * A_BUCKET;
      for (let k = first; k < first + A_BUCKET; k++) {
        const slot = this.buckets[k] as number;
        if (slot < 0 || seen.has(slot) || this.groupOf[slot] === -1) continue;
        const signature = this.signatureAt(slot);
        // The bucket is shared by other keys, and by sketches that are no longer there.
        if (!sameBand(signature, sketch, band)) continue;
        seen.add(slot);
        const share = likeness(signature, sketch);
        if (share > best.share) best = { slot, share };
        if (seen.size >= CANDIDATES || best.share === 1) return best;
      }
    }
    return best;
  }

  private free(): number {
    for (let passed = 0; ; passed++) {
      const slot = this.hand;
      this.hand = (this.hand + 1) % REMEMBERED;
      const group = this.groupOf[slot] as number;
      const known = this.groups.get(group);
      if (known === undefined) return slot;
      if (known.letters > 1 && passed < PASSED_OVER) continue;
      if (--known.sketches === 0) {
        this.groups.delete(group);
        this.forgotten(group, known.letters);
      }
      return slot;
    }
  }

  private remember(slot: number, group: number, sketch: Uint16Array): void {
    this.groupOf[slot] = group;
    this.signatures.set(sketch, slot * SKETCH_SIZE);
    for (let band = 0; band < BANDS; band++) {
      const bucket = bucketOf(sketch, band);
      const turn = this.turn[bucket] as number;
      this.buckets[bucket * A_BUCKET + turn] = slot;
      this.turn[bucket] = (turn + 1) % A_BUCKET;
    }
  }

  private signatureAt(slot: number): Uint16Array {
    return this.signatures.subarray(slot * SKETCH_SIZE, (slot + 1) * SKETCH_SIZE);
  }
}

function bucketOf(sketch: Uint16Array, band: number): number {
  const at = band * ROWS;
  const h = mix(Math.imul(band + 1, 0x9e3779b1) ^ (sketch[at] as number) ^ ((sketch[at + 1] as number) << 16));
  return mix(h ^ (sketch[at + 2] as number)) % BUCKETS;
}

function sameBand(a: Uint16Array, b: Uint16Array, band: number): boolean {
  const at = band * ROWS;
  return a[at] === b[at] && a[at + 1] === b[at + 1] && a[at + 2] === b[at + 2];
}
