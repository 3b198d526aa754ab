import { BORROWED_BEFORE_DISGUISE, borrowedLetter, isLatin, latinLike, latinTwin, type Script, scriptOf, twinOfLatin } from './confusables.js';
import { DIGIT, kindOfUnit, LETTER } from './letters.js';

/** Letters of one word by script; `pure` ones have no twin in print, so they tell which script the word is written in. */
type Count = { latin: number; pureLatin: number; cyrillic: number; pureCyrillic: number; greek: number; pureGreek: number; other: number; otherAlike: number };

/** A word of look-alikes alone is Latin if the text has so many times more letters that are surely Latin. */
const FAR_MORE = 10;

/**
 * Gives words that mix letters of scripts drawn alike back to one script: the one that its unmistakable letters belong to,
 * else the one of the text. Rewrites `units[0..n)` in place, one unit for one; true if anything was mixed. Folding the
 * result again changes nothing.
 */
export function repairMixedWords(units: Uint16Array, n: number): boolean {
  let repaired = false;
  const text = { latin: 0, cyrillic: 0, greek: 0, other: 0 };
  const disguised = isDisguised(units, n);
  const asLatin = (c: number): number => latinTwin(c) || latinLike(c);
  forEachWord(units, n, (from, to) => {
    const word = countOf(units, from, to);
    const own = (['cyrillic', 'greek'] as const).find((script) => word[script] > 0);
    // No language writes one word in two of these scripts.
    const foreign = Number(word.cyrillic > 0) + Number(word.greek > 0) + Number(word.otherAlike > 0);
    if ((foreign > 1 || (disguised && foreign > 0)) && isReadable(units, from, to)) repaired = rewrite(units, from, to, asLatin) || repaired;
    else if (word.latin > 0 && (own !== undefined || word.otherAlike > 0)) {
      const pure = own === 'greek' ? word.pureGreek : word.pureCyrillic;
      // пароль with a Latin p and o is Russian; pаsswоrd with Cyrillic а and о is not.
      if (own !== undefined && word.pureLatin === 0 && pure > 0) repaired = rewrite(units, from, to, (c) => twinOfLatin(c, own)) || repaired;
      else if (word.pureLatin > 0 && word.latin >= pure && isReadable(units, from, to)) repaired = rewrite(units, from, to, asLatin) || repaired;
    }
    const now = countOf(units, from, to);
    text.latin += now.pureLatin;
    text.cyrillic += now.pureCyrillic;
    text.greek += now.pureGreek;
    text.other += now.other - now.otherAlike;
  });
  const main: Script = text.cyrillic > text.latin ? 'cyrillic' : text.greek > text.latin ? 'greek' : 'latin';
  forEachWord(units, n, (from, to, digits) => {
    const word = countOf(units, from, to);
    const size = word.latin + word.cyrillic + word.greek + word.other;
    if (main !== 'latin' && !digits && word.pureLatin === 0 && word.latin > 0 && word.latin + word[main] === size) {
      // Words such as "a" and "pacco" in a Russian text.
      const before = word.latin;
      rewrite(units, from, to, (c) => twinOfLatin(c, main));
      repaired ||= before > 1;
      return;
    }
    const impure = word.pureCyrillic === 0 && word.pureGreek === 0 && word.other === word.otherAlike && word.latin < size;
    const alone = word.latin === 0;
    const foreign = word.cyrillic > 0 ? text.cyrillic : word.greek > 0 ? text.greek : text.other;
    if (impure && main === 'latin' && (!alone || foreign === 0 || text.latin > foreign * FAR_MORE)) {
      repaired = rewrite(units, from, to, asLatin) || repaired;
    }
  });
  return repaired;
}

/** True if the text uses letters of several alphabets that no one language has. */
function isDisguised(units: Uint16Array, n: number): boolean {
  let seen = 0;
  for (let i = 0; i < n; i++) {
    const k = borrowedLetter(units[i] as number);
    if (k >= 0) seen |= 1 << k;
  }
  let kinds = 0;
  for (; seen !== 0; seen &= seen - 1) kinds++;
  return kinds >= BORROWED_BEFORE_DISGUISE;
}

/** True if every letter of a word can be read as a Latin one. */
function isReadable(units: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = units[i] as number;
    if (kindOfUnit(c) !== DIGIT && !isLatin(c) && latinTwin(c) === 0 && latinLike(c) === 0) return false;
  }
  return true;
}

/** Runs of letters; one with digits in it (an address of a wallet, a code) is one run, and whole: `digits`. */
function forEachWord(units: Uint16Array, n: number, visit: (from: number, to: number, digits: boolean) => void): void {
  for (let i = 0; i < n; ) {
    const first = kindOfUnit(units[i] as number);
    if (first !== LETTER && first !== DIGIT) {
      i++;
      continue;
    }
    let to = i + 1;
    let digits = first === DIGIT;
    for (; to < n; to++) {
      const kind = kindOfUnit(units[to] as number);
      if (kind !== LETTER && kind !== DIGIT) break;
      digits ||= kind === DIGIT;
    }
    visit(i, to, digits);
    i = to;
  }
}

function countOf(units: Uint16Array, from: number, to: number): Count {
  const count: Count = { latin: 0, pureLatin: 0, cyrillic: 0, pureCyrillic: 0, greek: 0, pureGreek: 0, other: 0, otherAlike: 0 };
  for (let i = from; i < to; i++) {
    const c = units[i] as number;
    if (kindOfUnit(c) === DIGIT) continue;
    switch (scriptOf(c)) {
      case 'latin':
        count.latin++;
        if (twinOfLatin(c, 'cyrillic') === 0 && twinOfLatin(c, 'greek') === 0) count.pureLatin++;
        break;
      case 'cyrillic':
        count.cyrillic++;
        if (latinTwin(c) === 0) count.pureCyrillic++;
        break;
      case 'greek':
        count.greek++;
        if (latinTwin(c) === 0) count.pureGreek++;
        break;
      default:
        count.other++;
        if (latinLike(c) !== 0) count.otherAlike++;
    }
  }
  return count;
}

function rewrite(units: Uint16Array, from: number, to: number, twin: (c: number) => number): boolean {
  let changed = false;
  for (let i = from; i < to; i++) {
    const other = twin(units[i] as number);
    if (other === 0 || other === units[i]) continue;
    units[i] = other;
    changed = true;
  }
  return changed;
}

/** True for letters of a script that could pass for another: where none stands, no word has to be looked at. */
export function mayBeMixed(c: number): boolean {
  return !isLatin(c) && (latinTwin(c) !== 0 || latinLike(c) !== 0);
}
