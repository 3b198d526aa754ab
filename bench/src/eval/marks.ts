import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readLetters } from '../letters.js';
import { ROOT } from '../root.js';
import { type Share, shareOf } from './interval.js';
import { type Item, type Read, UNDISGUISED } from './model.js';

/** A claim that a person marked: half-open range in UTF-16 units of the letter's text. */
export type Mark = { readonly id: string; readonly start: number; readonly end: number };

export type Marked = { readonly name: string; readonly language: string; readonly text: string; readonly marks: readonly Mark[] };

/** Marks taken out of a letter, `{{id|words}}`, one inside another too. Throws a sentence where a mark does not close. */
export function unmarked(name: string, marked: string): Pick<Marked, 'text' | 'marks'> {
  let text = '';
  const open: { id: string; start: number }[] = [];
  const marks: Mark[] = [];
  for (let at = 0; at < marked.length; ) {
    const begin = /^\{\{([a-z0-9-]+)\|/.exec(marked.slice(at, at + 64));
    if (begin !== null) {
      open.push({ id: begin[1] as string, start: text.length });
      at += begin[0].length;
    } else if (marked.startsWith('}}', at)) {
      const last = open.pop();
      if (last === undefined) throw new Error(`${name}: wanted {{id| before }}`);
      marks.push({ ...last, end: text.length });
      at += 2;
    } else text += marked[at++];
  }
  if (open.length > 0) throw new Error(`${name}: wanted }} after {{${open[0]?.id}|`);
  return { text, marks: marks.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** The letters whose claims were marked by hand, from the list of claims alone. */
export function markedLetters(): Marked[] {
  const folder = pathToFileURL(`${ROOT}bench/letters/`);
  return readdirSync(folder)
    .filter((file) => /^marked\.[a-z]+\.txt$/.test(file))
    .sort()
    .flatMap((file) => readLetters(new URL(file, folder)).map(({ name, text }) => ({ name, language: file.split('.')[1] ?? '', ...unmarked(name, text) })));
}

export function markedItems(letters: readonly Marked[]): Item[] {
  return letters.map(({ name, language, text }) => ({
    set: 'letters/marked',
    name,
    label: 'bluff',
    language,
    source: 'written',
    half: 'held-out',
    group: `marked ${name}`,
    disguise: UNDISGUISED,
    bytes: Buffer.from(text),
    words: language,
    answers: {},
    wallets: null,
    wanted: null,
  }));
}

export type ClaimCount = {
  readonly language: string;
  readonly letters: number;
  /** Of the claims told for a letter, those that it makes, and those told of the very words. */
  readonly precision: Share;
  readonly inPlace: Share;
  /** Of the claims that the letters make, those told. */
  readonly recall: Share;
  /** Claims told wrongly, and missed, with how often. */
  readonly wrong: Readonly<Record<string, number>>;
  readonly missed: Readonly<Record<string, number>>;
};

export function claimsOf(language: string, letters: readonly Marked[], reads: readonly Read[]): ClaimCount {
  const count = { told: 0, right: 0, inPlace: 0, made: 0 };
  const wrong: Record<string, number> = {};
  const missed: Record<string, number> = {};
  const add = (to: Record<string, number>, id: string): void => {
    to[id] = (to[id] ?? 0) + 1;
  };
  letters.forEach(({ marks }, k) => {
    const told = (reads[k] as Read).found.claims;
    count.told += told.length;
    for (const { id, places } of told) {
      const same = marks.filter((mark) => mark.id === id);
      if (same.length > 0) count.right++;
      else add(wrong, id);
      if (same.some((mark) => places.some(([start, end]) => start < mark.end && mark.start < end))) count.inPlace++;
    }
    const made = new Set(marks.map(({ id }) => id));
    count.made += made.size;
    for (const id of made) if (!told.some((one) => one.id === id)) add(missed, id);
  });
  return {
    language,
    letters: letters.length,
    precision: shareOf(count.right, count.told),
    inPlace: shareOf(count.inPlace, count.told),
    recall: shareOf(count.made - Object.values(missed).reduce((sum, n) => sum + n, 0), count.made),
    wrong: ordered(wrong),
    missed: ordered(missed),
  };
}

function ordered(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
