import type { Voice } from '../language/knowledge.js';
import type { Tokens } from '../phrase/tokens.js';

/** Tokens of one stretch; a place is judged by its own stretch and the ones beside it. */
const STRETCH = 64;
/** A language is spoken at a place if its everyday words are at least this share of those of the language that has most there. */
const LEAST_SHARE = 0.5;
/** So few everyday words of any language in the stretches say nothing: then every phrase counts. */
const FEW = 4;

/**
 * Which languages are spoken where in one text, by everyday words. The German "will ... dein" stands in no English sentence by
 * chance only; a phrase counts where its language is spoken. Scripts without spaces are never mistaken and always count.
 */
export class LocalLanguage {
  private readonly counts = new Map<number, Uint16Array>();

  constructor(
    private readonly tokens: Tokens,
    private readonly voices: readonly Voice[],
    private readonly commonBits: Int32Array,
  ) {}

  /** True if a phrase of this language may be meant by the tokens from `from` on. */
  speaks(language: string, from: number): boolean {
    const voice = this.voices.findIndex((v) => v.code === language);
    if (voice < 0 || this.voices[voice]?.singles === true) return true;
    const counts = this.around(Math.floor(from / STRETCH));
    let most = 0;
    for (let v = 0; v < counts.length; v++) if (v !== voice && this.voices[v]?.singles !== true) most = Math.max(most, counts[v] as number);
    return most < FEW || (counts[voice] as number) >= most * LEAST_SHARE;
  }

  private around(stretch: number): Uint16Array {
    const known = this.counts.get(stretch);
    if (known !== undefined) return known;
    const counts = new Uint16Array(this.voices.length);
    const end = Math.min(this.tokens.count, (stretch + 2) * STRETCH);
    for (let t = Math.max(0, (stretch - 1) * STRETCH); t < end; t++) {
      let bits = this.commonBits[this.tokens.cls[t] as number] as number;
      for (; bits !== 0; bits &= bits - 1) {
        const v = 31 - Math.clz32(bits & -bits);
        counts[v] = (counts[v] as number) + 1;
      }
    }
    this.counts.set(stretch, counts);
    return counts;
  }
}
