import { DIGIT, GAP, kindAt, kindOfUnit, LETTER, SINGLE, unitAt } from '../fold/letters.js';
import { drawnLike } from '../fold/look-alike-kana.js';
import { endsSentence, isJoint, lowerSameLength, numberEnd, WORD_LIMIT, wordEnd } from './boundaries.js';
import { withoutArticle } from './clitics.js';
import { loneLetters } from './lone-letters.js';

/** A word of a phrase or of a list of everyday words, and whether a sentence ended before it. */
export type Word = { readonly text: string; readonly behindEnd: boolean };

/** The words of an author's phrase: no vocabulary yet, so a hyphened, dotted or spaced word is always one. */
export function phraseWords(text: string): Word[] {
  const lower = lowerSameLength(text);
  const found: Word[] = [];
  let behindEnd = false;
  const push = (word: string): void => {
    found.push({ text: word, behindEnd });
    behindEnd = false;
  };
  for (let at = 0; at < lower.length; ) {
    const c = lower.charCodeAt(at);
    const kind = kindOfUnit(c);
    if (kind === GAP) {
      behindEnd ||= endsSentence(lower, at);
      at++;
    } else if (kind === SINGLE) {
      push(String.fromCharCode(drawnLike(c)));
      at++;
    } else if (kind === DIGIT) {
      const to = numberEnd(lower, at);
      push(lower.slice(at, to));
      at = to;
    } else {
      let to = wordEnd(lower, at);
      const run = to - at === 1 ? loneLetters(lower, at) : null;
      let word = run?.word ?? lower.slice(at, to);
      to = run?.end ?? to;
      while (run === null && isJoint(unitAt(lower, to)) && kindAt(lower, to + 1) === LETTER) {
        const more = wordEnd(lower, to + 1);
        word += lower.slice(to + 1, more);
        to = more;
      }
      push(withoutArticle(word.slice(0, WORD_LIMIT)));
      at = to;
    }
  }
  return found;
}
