import { kindOfUnit, SINGLE } from '../fold/letters.js';
import type { Voice } from '../language/knowledge.js';
import type { Tokens } from '../phrase/tokens.js';

/** Tokens of one stretch; a place is judged by its own stretch and the ones beside it. */
const STRETCH = 64;
/** A language is spoken at a place if its everyday words are at least this share of those of the language that has most there. */
const LEAST_SHARE = 0.5;
/** So few everyday words of any language in the stretches say nothing: then every phrase counts. */
const FEW = 4;
/** Tokens on either side of a phrase that are looked at with it: a threat in one language is quoted in a letter in another. */
const BESIDE = 6;
/** First unit of Greek and Cyrillic. */
const BEYOND_LATIN = 0x370;

/**
 * Characters of scripts without spaces from which on some of them must be everyday ones: prose has over 20 % of them, noise (bytes
 * read in a wrong charset) hardly any.
 */
const FEW_SINGLES = 40;
const LEAST_OF_SINGLES = 0.02;

/**
 * Which languages are spoken where in one text, by everyday words. The German "will ... dein" stands in no English sentence by
 * chance only; a phrase counts where its language is spoken. Scripts without spaces are never mistaken for another language.
 */
export class LocalLanguage {
  private readonly counts = new Map<number, Uint16Array>();

  constructor(
    private readonly tokens: Tokens,
    private readonly voices: readonly Voice[],
    private readonly commonBits: Int32Array,
    /** Everyday words right before and behind the text, where it is one turn of many. */
    private readonly beside: Uint16Array | null = null,
  ) {}

  /** True if a phrase of this language may be meant by the tokens `from` to `to`: it is spoken around them, or by them and those beside them. */
  speaks(language: string, from: number, to: number): boolean {
    const voice = placeOf(this.voices, language);
    if (voice < 0) return true;
    const stretch = Math.floor(from / STRETCH);
    const wide = this.around(stretch);
    if (this.voices[voice]?.singles === true) {
      const singles = this.singles((stretch - 1) * STRETCH, (stretch + 2) * STRETCH);
      return singles < FEW_SINGLES || (wide[voice] as number) >= singles * LEAST_OF_SINGLES;
    }
    const most = this.mostBut(voice, wide);
    if (most < FEW || (wide[voice] as number) >= most * LEAST_SHARE) return true;
    const near = this.count(from - BESIDE, to + BESIDE, this.isLatin(from));
    return (near[voice] as number) > 0 && (near[voice] as number) >= this.mostBut(voice, near);
  }

  /** Everyday words of the other language that has most of them. */
  private mostBut(voice: number, counts: Uint16Array): number {
    let most = 0;
    for (let v = 0; v < counts.length; v++) if (v !== voice && this.voices[v]?.singles !== true) most = Math.max(most, counts[v] as number);
    return most;
  }

  private around(stretch: number): Uint16Array {
    const known = this.counts.get(stretch);
    if (known !== undefined) return known;
    const counts = this.count((stretch - 1) * STRETCH, (stretch + 2) * STRETCH);
    const { beside } = this;
    // A turn longer than that is a text of its own.
    if (beside !== null && this.tokens.count < 3 * STRETCH) for (let v = 0; v < counts.length; v++) counts[v] = (counts[v] as number) + (beside[v] as number);
    this.counts.set(stretch, counts);
    return counts;
  }

  private singles(from: number, to: number): number {
    let n = 0;
    for (let t = Math.max(0, from); t < Math.min(this.tokens.count, to); t++)
      if (kindOfUnit(this.tokens.lower.charCodeAt(this.tokens.start[t] as number)) === SINGLE) n++;
    return n;
  }

  private isLatin(t: number): boolean {
    return this.tokens.lower.charCodeAt(this.tokens.start[t] as number) < BEYOND_LATIN;
  }

  /** Everyday words by language; with `latin`, only those in Latin letters (or none of them): words in two alphabets are never mistaken for each other. */
  private count(from: number, to: number, latin?: boolean): Uint16Array {
    const counts = new Uint16Array(this.voices.length);
    const end = Math.min(this.tokens.count, to);
    for (let t = Math.max(0, from); t < end; t++) {
      if (latin !== undefined && this.isLatin(t) !== latin) continue;
      let bits = this.commonBits[this.tokens.cls[t] as number] as number;
      for (; bits !== 0; bits &= bits - 1) {
        const v = 31 - Math.clz32(bits & -bits);
        counts[v] = (counts[v] as number) + 1;
      }
    }
    return counts;
  }
}

const PLACES = new WeakMap<readonly Voice[], ReadonlyMap<string, number>>();

function placeOf(voices: readonly Voice[], language: string): number {
  let places = PLACES.get(voices);
  if (places === undefined) {
    places = new Map(voices.map((voice, v) => [voice.code, v]));
    PLACES.set(voices, places);
  }
  return places.get(language) ?? -1;
}
