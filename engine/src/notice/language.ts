import { kindOfUnit, LETTER, SINGLE } from '../fold/letters.js';
import type { Knowledge, Voice } from '../language/knowledge.js';
import type { Tokens } from '../phrase/tokens.js';

/** Everyday words make up this share of a text in a language: English prose has 40 %, a foreign text far below 10 %. */
const SHARE_OF_WORDS = 0.12;
/** The same for scripts of single characters: Japanese has over 20 % of の, に, は, を ... ; Chinese nearly none. */
const SHARE_OF_CHARACTERS = 0.1;
/** Tokens looked at: language is a matter of the first pages. */
const SAMPLE = 4_000;

/**
 * The language of the house that a text is written in, or null. A text in two of them counts as the one with more words. A
 * language that is not complete yet is none here: what it cannot say, nobody would have found.
 */
export function languageOf(texts: readonly Tokens[], { voices, commonBits }: Pick<Knowledge, 'voices' | 'commonBits'>): string | null {
  const hits = new Uint32Array(voices.length);
  let words = 0;
  let singles = 0;
  for (const tokens of texts) {
    const size = Math.min(tokens.count, SAMPLE);
    for (let t = 0; t < size; t++) {
      // Numbers are of no language: a patch or a table is as English as its words.
      const kind = kindOfUnit(tokens.lower.charCodeAt(tokens.start[t] as number));
      if (kind === SINGLE) singles++;
      else if (kind === LETTER) words++;
      let bits = commonBits[tokens.cls[t] as number] as number;
      for (; bits !== 0; bits &= bits - 1) {
        const v = 31 - Math.clz32(bits & -bits);
        hits[v] = (hits[v] as number) + 1;
      }
    }
  }
  let best: Voice | null = null;
  let most = 0;
  for (const [v, voice] of voices.entries()) {
    const found = hits[v] as number;
    const total = voice.singles ? singles : words;
    // Half a text in a script that the language does not use is not a text in that language.
    if (total < 3 || total < (words + singles) * 0.4) continue;
    const share = found / total;
    if (share >= (voice.singles ? SHARE_OF_CHARACTERS : SHARE_OF_WORDS) && found > most) {
      best = voice;
      most = found;
    }
  }
  return best?.complete === true ? best.code : null;
}

/** Tokens of a sentence or two, and everyday words of a language among them that show it. */
const SENTENCES = 16;
const SPOKEN = 4;

/**
 * True if some stretch of a text is in a language that is known by its everyday words alone: nobody would find what it says. Each
 * list is one text, be it in the turns of a conversation.
 */
export function hasForeignStretch(texts: readonly (readonly Tokens[])[], { voices, commonBits }: Pick<Knowledge, 'voices' | 'commonBits'>): boolean {
  const counts = new Uint8Array(voices.length);
  const strangers = voices.reduce((bits, voice, v) => (voice.complete ? bits : bits | (1 << v)), 0);
  const recent = new Int32Array(SENTENCES);
  for (const text of texts) {
    counts.fill(0);
    let seen = 0;
    // Strangers that are spoken in this stretch: mostly none.
    let spoken = 0;
    for (const tokens of text) {
      for (let t = 0; t < tokens.count; t++, seen++) {
        const bits = commonBits[tokens.cls[t] as number] as number;
        for (let rest = bits; rest !== 0; rest &= rest - 1) {
          const v = 31 - Math.clz32(rest & -rest);
          const count = (counts[v] as number) + 1;
          counts[v] = count;
          if (count === SPOKEN) spoken |= strangers & (1 << v);
        }
        const last = seen >= SENTENCES ? (recent[seen % SENTENCES] as number) : 0;
        for (let rest = last; rest !== 0; rest &= rest - 1) {
          const v = 31 - Math.clz32(rest & -rest);
          const count = (counts[v] as number) - 1;
          counts[v] = count;
          if (count < SPOKEN) spoken &= ~(1 << v);
        }
        recent[seen % SENTENCES] = bits;
        if (spoken !== 0 && (bits & strangers) !== 0 && mostOf(counts, strangers) > mostOf(counts, ~strangers)) return true;
      }
    }
  }
  return false;
}

/** The count of the language that has most, of those whose bits are set. */
function mostOf(counts: Uint8Array, languages: number): number {
  let most = 0;
  for (let v = 0; v < counts.length; v++) if ((languages & (1 << v)) !== 0) most = Math.max(most, counts[v] as number);
  return most;
}
