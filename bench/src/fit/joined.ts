import type { Knowledge } from '@hattari/engine';
import { randomOf } from '../disguise/random.js';
import { type Example, seenIn } from './texts.js';

/** Of the real cases so many are joined to a letter, so that the trees see as many of these as there are letters. */
const MIXED = 0.3;
/** How often a blank line stands between the two; whoever copies a chat has none. */
const BLANK = 0.7;
/** How often the letter is in another language than the story: letters are sent to everybody. */
const FOREIGN = 0.3;
/** Units of what a reader writes around a letter: longer ones tell a story. */
const LONGEST_FRAME = 600;

/**
 * Texts made of two examples that `together` says may meet (they are of one fold): a real case before or behind a whole
 * letter (`mixed`), and a letter in the words with which a reader showed another one (`letter`). Only the trees learn from them.
 */
export function joined(from: readonly Example[], seed: string, know: Knowledge, together: (a: Example, b: Example) => boolean, share = MIXED): Joined[] {
  const random = randomOf(`${seed} joined`);
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const letters = from.filter(({ of }) => of === 'letter');
  const frames = letters.flatMap(frameOf);
  const mixed = from
    .filter(({ of, text }) => of === 'real' && !isMail(text))
    .flatMap((real): Joined[] => {
      if (random() >= share) return [];
      const isForeign = random() < FOREIGN;
      const letter = pick(letters.filter((one) => (one.language !== real.language) === isForeign && together(one, real)));
      if (letter === undefined) return [];
      const texts = [real.text, bodyOf(letter.text)];
      if (random() < 0.5) texts.reverse();
      return [{ ...real, ...seenIn(texts.join(random() < BLANK ? '\n\n' : '\n'), know), of: 'mixed', like: real }];
    });
  const shown = letters.flatMap((letter): Joined[] => {
    const frame = pick(frames.filter(({ of }) => of !== letter && of.language === letter.language && together(of, letter)));
    if (frame === undefined) return [];
    const text = [frame.before, bodyOf(letter.text), frame.behind].filter((one) => one !== '').join('\n\n');
    return [{ ...letter, ...seenIn(text, know), like: letter }];
  });
  return [...mixed, ...shown];
}

/** `like`: the example whose fold and labels it has. */
export type Joined = Example & { readonly like: Example };

type Frame = { readonly of: Example; readonly before: string; readonly behind: string };

/** What a reader wrote around the claims of a letter. */
function frameOf(of: Example): Frame[] {
  if (!of.isShown) return [];
  const first = of.parts.findIndex(({ claims }) => claims);
  if (first < 0) return [];
  const last = of.parts.findLastIndex(({ claims }) => claims);
  const before = textOf(of.parts.slice(0, first));
  const behind = textOf(of.parts.slice(last + 1));
  const units = before.length + behind.length;
  return units === 0 || units > LONGEST_FRAME ? [] : [{ of, before, behind }];
}

function textOf(parts: Example['parts']): string {
  return parts.map(({ text }) => text.trim()).join('\n');
}

function isMail(text: string): boolean {
  return /^[A-Za-z-]+: /.test(text);
}

function bodyOf(text: string): string {
  const end = isMail(text) ? text.search(/\n\r?\n/) : -1;
  return end < 0 ? text : text.slice(end).trim();
}
