import { kindOfUnit, SINGLE } from '../fold/letters.js';
import type { Knowledge, Voice } from '../language/knowledge.js';
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

const [UNASKED, SILENT, SPOKEN, NEAR] = [0, 1, 2, 3];

/**
 * Which languages are spoken where in one text, by everyday words. The German "will ... dein" stands in no English sentence by
 * chance only; a phrase counts where its language is spoken. Scripts without spaces are never mistaken for another language.
 */
export class LocalLanguage {
  /** By stretch and voice: whether a phrase that begins there counts; `NEAR`: that is up to the words beside it. */
  private readonly answers: Uint8Array;
  private readonly counts = new Map<number, Uint16Array>();
  private readonly near: Uint16Array;
  /** Voices whose scripts have spaces. */
  private readonly spaced: readonly number[];

  constructor(
    private readonly tokens: Tokens,
    private readonly voices: readonly Voice[],
    private readonly commonBits: Int32Array,
    /** Everyday words right before and behind the text, where it is one turn of many. */
    private readonly beside: Uint16Array | null = null,
  ) {
    this.answers = new Uint8Array((Math.floor(tokens.count / STRETCH) + 1) * voices.length);
    this.near = new Uint16Array(voices.length);
    this.spaced = spacedOf(voices);
  }

  /** True if a phrase of this voice (-1: of none) may be meant by the tokens `from` to `to`: it is spoken around them, or by them and those beside them. */
  speaks(voice: number, from: number, to: number): boolean {
    if (voice < 0) return true;
    const stretch = Math.floor(from / STRETCH);
    const at = stretch * this.voices.length + voice;
    if (this.answers[at] === UNASKED) this.answers[at] = this.spokenAround(voice, stretch);
    if (this.answers[at] !== NEAR) return this.answers[at] === SPOKEN;
    const near = this.count(from - BESIDE, to + BESIDE, this.near.fill(0), this.isLatin(from));
    return (near[voice] as number) > 0 && (near[voice] as number) >= this.mostBut(voice, near);
  }

  private spokenAround(voice: number, stretch: number): number {
    const wide = this.around(stretch);
    if (this.voices[voice]?.singles === true) {
      const singles = this.singles((stretch - 1) * STRETCH, (stretch + 2) * STRETCH);
      return singles < FEW_SINGLES || (wide[voice] as number) >= singles * LEAST_OF_SINGLES ? SPOKEN : SILENT;
    }
    const most = this.mostBut(voice, wide);
    return most < FEW || (wide[voice] as number) >= most * LEAST_SHARE ? SPOKEN : NEAR;
  }

  /** Everyday words of the other language that has most of them. */
  private mostBut(voice: number, counts: Uint16Array): number {
    let most = 0;
    for (const v of this.spaced) if (v !== voice && (counts[v] as number) > most) most = counts[v] as number;
    return most;
  }

  private around(stretch: number): Uint16Array {
    const known = this.counts.get(stretch);
    if (known !== undefined) return known;
    const counts = this.count((stretch - 1) * STRETCH, (stretch + 2) * STRETCH, new Uint16Array(this.voices.length));
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

  /** Everyday words by language, added to `counts`; with `latin`, only those in Latin letters (or none of them): words in two alphabets are never mistaken for each other. */
  private count(from: number, to: number, counts: Uint16Array, latin?: boolean): Uint16Array {
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

const SPACED = new WeakMap<readonly Voice[], readonly number[]>();

function spacedOf(voices: readonly Voice[]): readonly number[] {
  let spaced = SPACED.get(voices);
  if (spaced === undefined) {
    spaced = [...voices.keys()].filter((v) => voices[v]?.singles !== true);
    SPACED.set(voices, spaced);
  }
  return spaced;
}

const VOICE_OF = new WeakMap<Int32Array, Int16Array>();

/** For each phrase the voice of its language: its place among the voices, or -1. */
export function voiceOfPhrases({ sectionOf, sections, voices }: Pick<Knowledge, 'sectionOf' | 'sections' | 'voices'>): Int16Array {
  let voiceOf = VOICE_OF.get(sectionOf);
  if (voiceOf === undefined) {
    const places = new Map(voices.map(({ code }, v) => [code, v]));
    const ofSection = sections.map(({ language }) => places.get(language) ?? -1);
    voiceOf = Int16Array.from(sectionOf, (section) => ofSection[section] ?? -1);
    VOICE_OF.set(sectionOf, voiceOf);
  }
  return voiceOf;
}
