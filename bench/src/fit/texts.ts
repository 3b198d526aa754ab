import { pathToFileURL } from 'node:url';
import { type Class, detect, featuresOf, fold, HEADS, type Head, type Knowledge, read, traitsOf } from '@hattari/engine';
import { caseFiles, readCases } from '../cases.js';
import { readLetters } from '../letters.js';
import { ROOT } from '../root.js';

/** A text to fit on: its features, and of each head whether it is one (null: says nothing about this head). */
export type Example = {
  readonly features: Uint32Array;
  /** Traits of its evidence, the odds of its wording left at nothing. */
  readonly traits: ReadonlyMap<string, number>;
  readonly of: Class;
  readonly language: string;
  readonly labels: Readonly<Record<Head, boolean | null>>;
  readonly harmless: boolean;
  /** Written by somebody who saw no rule of ours. */
  readonly blind: boolean;
};

const LETTERS = pathToFileURL(`${ROOT}bench/letters/`);
const OTHERS = ['bluff.en', 'bluff.ja', 'innocent.en', 'innocent.ja', 'disguise.de', 'disguise.ko', 'disguise.ru'];

/** All texts to fit on, in a fixed order: our cases but the unseen ones, and our letters but those held out. */
export function examples(know: Knowledge): Example[] {
  const cases = caseFiles('own').flatMap(({ path, language }) =>
    readCases(path).map(({ text, wanted }): Example => {
      const real = wanted.kind === 'genuine';
      const flags: ReadonlySet<string> = new Set(wanted.flags);
      const labels = labelled((head) =>
        head === 'real' ? real : head === 'letter' ? wanted.kind === 'bluff' : head === 'kin' ? wanted.kind === 'kin' : real ? flags.has(head) : null,
      );
      const of = real ? 'real' : wanted.kind === 'bluff' ? 'letter' : wanted.kind === 'kin' ? 'kin' : 'harmless';
      return { ...seenIn(text, know), of, language, labels, harmless: of === 'harmless', blind: /round/.test(path.pathname) };
    }),
  );
  const letters = OTHERS.flatMap((name) =>
    readLetters(new URL(`${name}.txt`, LETTERS)).map(({ text }): Example => {
      const labels = labelled((head) => (head === 'real' || head === 'kin' ? false : head === 'letter' ? !name.startsWith('innocent') : null));
      const harmless = name.startsWith('innocent');
      return { ...seenIn(text, know), of: harmless ? 'harmless' : 'letter', language: name.split('.')[1] ?? '', labels, harmless, blind: false };
    }),
  );
  return [...cases, ...letters];
}

function labelled(of: (head: Head) => boolean | null): Example['labels'] {
  return Object.fromEntries(HEADS.map((head) => [head, of(head)])) as Example['labels'];
}

function seenIn(text: string, know: Knowledge): Pick<Example, 'features' | 'traits'> {
  const bytes = Buffer.from(text);
  const { streams } = fold(read({ bytes }));
  const features = featuresOf(streams.filter(({ kind }) => kind === 'text' || kind === 'html').map((stream) => stream.text));
  const { evidence } = detect({ bytes, answers: {}, place: 'US', words: 'en', now: 0 }, know);
  return { features, traits: traitsOf(evidence) };
}
