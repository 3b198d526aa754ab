import { HALF_WIDTH_JAMO } from './alphabets.js';
import type { Random } from './model.js';

// The arithmetic of Hangul syllables: The Unicode Standard 3.12.
const HEADS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const VOWELS = [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'];
const TAILS = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];
const FIRST = 0xac00;

/** The jamo of a syllable, as a keyboard names them. */
function jamoOf(syllable: string): readonly [string, string, string] {
  const at = syllable.charCodeAt(0) - FIRST;
  return [HEADS[Math.floor(at / 588)] as string, VOWELS[Math.floor(at / 28) % 21] as string, TAILS[at % 28] as string];
}

/** ㅎㅏㄴㄱㅡㄹ for 한글, at a share of all syllables. */
export function compatibilityJamo(text: string, share: number, random: Random): string {
  return text.replace(/[가-힣]/g, (syllable) => (random() < share ? jamoOf(syllable).join('') : syllable));
}

/** Jamo of the half-width forms. */
export function halfWidthJamo(text: string, share: number, random: Random): string {
  const half = (jamo: string): string => HALF_WIDTH_JAMO[jamo.normalize('NFKC')] ?? jamo;
  return text.replace(/[가-힣]/g, (syllable) => (random() < share ? jamoOf(syllable).map(half).join('') : syllable));
}

/** 하ㄴ그ㄹ for 한글: the tail stands beside its syllable. */
export function splitTails(text: string, share: number, random: Random): string {
  return text.replace(/[가-힣]/g, (syllable) => {
    const tail = (syllable.charCodeAt(0) - FIRST) % 28;
    return tail > 0 && random() < share ? String.fromCharCode(syllable.charCodeAt(0) - tail) + (TAILS[tail] as string) : syllable;
  });
}

/** Conjoining jamo (U+1100 on), which every screen shows as the syllable. */
export function conjoiningJamo(text: string, share: number, random: Random): string {
  return text.replace(/[가-힣]/g, (syllable) => (random() < share ? syllable.normalize('NFD') : syllable));
}
