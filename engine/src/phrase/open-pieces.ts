import { firstsOf, OUT_HEAD, type Phrases } from './compile.js';
import type { Tokens } from './tokens.js';

/**
 * Ends of pieces that are kept, a power of two. Only those count that the widest gap and the longest piece reach, some 80 tokens, of which
 * a text of nothing but phrases ends nine pieces each.
 */
const KEPT = 1 << 14;
const LAST_END = 1 << 30;
const SENTENCES = 255;
/**
 * Pieces of phrases that ended in the sentence that is being read, and where. "Your" ends the first piece of a hundred phrases, of which
 * next to none goes on: so it is noted once that these ended here, and of each piece only at which end it was last among them. Of each
 * piece the last two ends count: the latest may overlap the piece that comes next, the one before it does not. Reused from text to text.
 */
export class OpenPieces {
  /** Hits of each phrase in this text. */
  readonly kept: Uint8Array;
  /** What `await` found. */
  readonly found: Int32Array;
  /** Per use: the sentence (1 to `SENTENCES`, round and round) in which it was last awaited. A byte each, for two of three looks at outputs are here. */
  private readonly awaited: Uint8Array;
  private sentence = 1;
  /** Per use: the end at which the piece before it ended last, be it in a text long ago. */
  private readonly last: Int32Array;
  /** Of each end: where the outputs stand of whose first pieces it is the end (or -1 - use), the position behind it, the token at which it begins. */
  private readonly places = new Int32Array(KEPT);
  private readonly ends = new Int32Array(KEPT);
  private readonly begins = new Int32Array(KEPT);
  /** Numbers of the next end, and of the first of this sentence. */
  private next = 1;
  private since = 1;
  private positions: Uint32Array = new Uint32Array(0);

  constructor(private readonly phrases: Phrases) {
    const uses = phrases.usePhrase.length;
    this.kept = new Uint8Array(phrases.phrases);
    this.found = new Int32Array(uses);
    this.last = new Int32Array(uses + 1);
    this.awaited = new Uint8Array(uses + 1);
  }

  begin({ position }: Tokens): void {
    this.positions = position;
    if (this.next > LAST_END) {
      this.next = this.since = 1;
      this.last.fill(0);
      this.awaited.fill(0);
    }
    this.forget();
  }

  /** A sentence ends: nothing is awaited. */
  forget(): void {
    if (this.since === this.next) return;
    this.since = this.next;
    if (this.sentence < SENTENCES) this.sentence++;
    else {
      this.sentence = 1;
      this.awaited.fill(0);
    }
  }

  /** All first pieces that go on among the outputs at `place` cover the tokens `from` to `t`; the pieces that come next are awaited. */
  endFirsts(place: number, from: number, t: number): void {
    const { last, awaited, sentence } = this;
    const { out } = this.phrases;
    const start = place + OUT_HEAD + (out[place + 2] as number);
    const stop = place + OUT_HEAD + firstsOf(out[place + 1] as number);
    if (start === stop) return;
    const end = this.note(place, from, t);
    for (let o = start; o < stop; o++) {
      const next = (out[o] as number) + 1;
      last[next] = end;
      awaited[next] = sentence;
    }
  }

  /** A piece of `use`, no first one, covers the tokens `from` to `t`; the piece that comes next is awaited. */
  end(use: number, from: number, t: number): void {
    this.last[use + 1] = this.note(-1 - use, from, t);
    this.awaited[use + 1] = this.sentence;
  }

  private note(place: number, from: number, t: number): number {
    const slot = this.next & (KEPT - 1);
    this.places[slot] = place;
    this.ends[slot] = (this.positions[t] as number) + 1;
    this.begins[slot] = from;
    return this.next++;
  }

  /** Writes to `found` the uses that stand from `from` to `stop` among the outputs and are awaited, rising; gives how many. */
  await(from: number, stop: number): number {
    const { awaited, sentence, found } = this;
    if (this.since === this.next) return 0;
    const { out } = this.phrases;
    let n = 0;
    for (let o = from; o < stop; o++) {
      const use = out[o] as number;
      if (awaited[use] === sentence) found[n++] = use;
    }
    return n;
  }

  /** Where the phrase begins whose awaited piece `use` begins at token `first`, near behind the piece before it; -1: that one is not near. */
  beginOf(use: number, first: number): number {
    const at = this.positions[first] as number;
    const gap = this.phrases.useGap[use] as number;
    const latest = this.last[use] as number;
    let end = -1;
    let begin = -1;
    let seen = 0;
    for (let k = latest, oldest = Math.max(this.since, this.next - KEPT); k >= oldest; k--) {
      const slot = k & (KEPT - 1);
      const ended = this.ends[slot] as number;
      // Ends never fall, and of equal ones that of the longest piece was first.
      if (ended !== end && (begin >= 0 || seen === 2 || at - ended > gap)) break;
      if (k !== latest && !this.isEndOf(this.places[slot] as number, use - 1)) continue;
      if (ended !== end) seen++;
      end = ended;
      begin = at >= ended ? (this.begins[slot] as number) : -1;
    }
    return begin;
  }

  /** Whether an end is one of a piece. Uses rise among outputs. */
  private isEndOf(place: number, use: number): boolean {
    if (place < 0) return place === -1 - use;
    const { out } = this.phrases;
    const first = place + OUT_HEAD;
    let low = first + (out[place + 2] as number);
    let high = first + firstsOf(out[place + 1] as number);
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((out[middle] as number) < use) low = middle + 1;
      else high = middle;
    }
    return low < first + firstsOf(out[place + 1] as number) && out[low] === use;
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
