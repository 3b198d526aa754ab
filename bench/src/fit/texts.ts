import { pathToFileURL } from 'node:url';
import { type Class, detect, type Family, featuresOf, fold, HEADS, type Head, type Knowledge, read, segmentsOf, traitsOf } from '@hattari/engine';
import { type CaseText, caseFiles, readCases } from '../cases.js';
import { readLetters } from '../letters.js';
import { ROOT } from '../root.js';

/** Some sentences of a text: their features, and whether a claim of a letter stands in them. */
export type Part = { readonly text: string; readonly features: Uint32Array; readonly claims: boolean };

/** What the engine sees of a text: its features, its parts, and the traits of its evidence, the odds of its wording left at nothing. */
export type Seen = {
  readonly text: string;
  readonly features: Uint32Array;
  readonly parts: readonly Part[];
  readonly traits: ReadonlyMap<string, number>;
};

/** A text to fit on, and of each head whether it is one (null: says nothing about this head). */
export type Example = Seen & {
  readonly of: Class;
  readonly family: Family | null;
  readonly language: string;
  readonly labels: Readonly<Record<Head, boolean | null>>;
  readonly harmless: boolean;
  /** A real case into which sentences of letters are mixed: no part of it is surely of one hand. */
  readonly isMixed: boolean;
  /** A letter that a reader shows with words of their own. */
  readonly isShown: boolean;
  /** Written by somebody who saw no rule of ours. */
  readonly blind: boolean;
};

const LETTERS = pathToFileURL(`${ROOT}bench/letters/`);
const OTHERS = ['bluff.en', 'bluff.ja', 'innocent.en', 'innocent.ja', 'disguise.de', 'disguise.ko', 'disguise.ru'];

/** All texts to fit on, in a fixed order: our cases but the unseen ones, and our letters but those held out. */
export function examples(know: Knowledge): Example[] {
  const cases = caseFiles('own').flatMap(({ path, language }) =>
    readCases(path).map((one): Example => exampleOf(one, language, /round/.test(path.pathname), know)),
  );
  const letters = OTHERS.flatMap((name) =>
    readLetters(new URL(`${name}.txt`, LETTERS)).map(({ text }): Example => {
      const harmless = name.startsWith('innocent');
      const labels = labelled((head) => (head === 'real' || head === 'kin' ? false : head === 'letter' ? !harmless : null));
      const of = harmless ? 'harmless' : 'letter';
      const language = name.split('.')[1] ?? '';
      return { ...seenIn(text, know), of, family: null, language, labels, harmless, isMixed: false, isShown: false, blind: false };
    }),
  );
  return [...cases, ...letters];
}

export function exampleOf({ text, wanted, about }: CaseText, language: string, blind: boolean, know: Knowledge): Example {
  const real = wanted.kind === 'genuine';
  const flags: ReadonlySet<string> = new Set(wanted.flags);
  const labels = labelled((head) =>
    head === 'real' ? real : head === 'letter' ? wanted.kind === 'bluff' : head === 'kin' ? wanted.kind === 'kin' : real ? flags.has(head) : null,
  );
  const of = real ? 'real' : wanted.kind === 'bluff' ? 'letter' : wanted.kind === 'kin' ? 'kin' : 'harmless';
  return {
    ...seenIn(text, know),
    of,
    family: wanted.family,
    language,
    labels,
    harmless: of === 'harmless',
    isMixed: about === 'mixed',
    isShown: of === 'letter' && flags.has('reported'),
    blind,
  };
}

function labelled(of: (head: Head) => boolean | null): Example['labels'] {
  return Object.fromEntries(HEADS.map((head) => [head, of(head)])) as Example['labels'];
}

export function seenIn(text: string, know: Knowledge): Seen {
  const bytes = Buffer.from(text);
  const { streams } = fold(read({ bytes }));
  const bodies = streams.filter(({ kind }) => kind === 'text' || kind === 'html');
  const features = featuresOf(bodies.map((stream) => stream.text));
  const { evidence } = detect({ bytes, answers: {}, place: 'US', words: 'en', now: 0 }, know);
  const claims = evidence.flatMap((e) => (e.kind === 'claim' ? e.spans : []));
  const parts = segmentsOf(bodies, claims).map((one) => ({ ...one, features: featuresOf([one.text]) }));
  return { text, features, parts, traits: traitsOf(evidence) };
}
