// The Unicode Standard 15.1, section 3.12: a syllable is its leading consonant, vowel and trailing consonant in one number.
const SYLLABLES = 0xac00;
const VOWELS = 21;
const TRAILS = 28;
const LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const TRAILING = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

/** For each leading consonant the number of the trailing one that is written with the same letter, or 0. */
const TRAIL_OF_LEAD = Uint8Array.from(LEADS, (letter) => TRAILING.indexOf(letter) + 1);
const LEAD = 0x1100;
const VOWEL = 0x1161;
const TRAIL = 0x11a7;

export function isJamo(c: number): boolean {
  return c >= LEAD && c <= 0x11c2;
}

/**
 * Puts letters of Hangul written one by one together to syllables, in place; returns the new length. Takes units that NFKC has
 * been through, so that letters of the keyboard (ㅂ) are leading consonants by now.
 */
export function composeJamo(units: Uint16Array, origin: Uint32Array, n: number): number {
  const at = (k: number): number => (k < n ? (units[k] as number) : 0);
  const isLead = (c: number): boolean => c >= LEAD && c < LEAD + LEADS.length;
  const isVowel = (c: number): boolean => c >= VOWEL && c < VOWEL + VOWELS;
  let to = 0;
  for (let k = 0; k < n; to++) {
    origin[to] = origin[k] as number;
    if (!isLead(at(k)) || !isVowel(at(k + 1))) {
      units[to] = at(k++);
      continue;
    }
    const third = at(k + 2);
    // A consonant with a vowel behind it begins the next syllable.
    const trail = third > TRAIL && third < TRAIL + TRAILS ? third - TRAIL : isLead(third) && !isVowel(at(k + 3)) ? (TRAIL_OF_LEAD[third - LEAD] as number) : 0;
    units[to] = SYLLABLES + ((at(k) - LEAD) * VOWELS + at(k + 1) - VOWEL) * TRAILS + trail;
    k += trail > 0 ? 3 : 2;
  }
  return to;
}
