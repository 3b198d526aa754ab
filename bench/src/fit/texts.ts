import { pathToFileURL } from 'node:url';
import { featuresOf, fold, HEADS, type Head, read } from '@hattari/engine';
import { caseFiles, readCases } from '../cases.js';
import { readLetters } from '../letters.js';
import { ROOT } from '../root.js';

/** A text to fit on: its features, and of each head whether it is one (null: says nothing about this head). */
export type Example = {
  readonly features: Uint32Array;
  readonly labels: Readonly<Record<Head, boolean | null>>;
  readonly harmless: boolean;
  /** Written by somebody who saw no rule of ours. */
  readonly blind: boolean;
};

const LETTERS = pathToFileURL(`${ROOT}bench/letters/`);
const OTHERS = ['bluff.en', 'bluff.ja', 'innocent.en', 'innocent.ja', 'disguise.de', 'disguise.ko', 'disguise.ru'];

/** All texts to fit on, in a fixed order: our cases but the unseen ones, and our letters but those held out. */
export function examples(): Example[] {
  const cases = caseFiles('own').flatMap(({ path }) =>
    readCases(path).map(({ text, wanted }): Example => {
      const real = wanted.kind === 'genuine';
      const flags: ReadonlySet<string> = new Set(wanted.flags);
      const labels = labelled((head) => (head === 'real' ? real : head === 'letter' ? wanted.kind === 'bluff' : real ? flags.has(head) : null));
      return { features: featuresOfMessage(text), labels, harmless: wanted.kind === 'harmless', blind: /round/.test(path.pathname) };
    }),
  );
  const letters = OTHERS.flatMap((name) =>
    readLetters(new URL(`${name}.txt`, LETTERS)).map(({ text }): Example => {
      const labels = labelled((head) => (head === 'real' ? false : head === 'letter' ? !name.startsWith('innocent') : null));
      return { features: featuresOfMessage(text), labels, harmless: name.startsWith('innocent'), blind: false };
    }),
  );
  return [...cases, ...letters];
}

function labelled(of: (head: Head) => boolean | null): Example['labels'] {
  return Object.fromEntries(HEADS.map((head) => [head, of(head)])) as Example['labels'];
}

function featuresOfMessage(text: string): Uint32Array {
  const { streams } = fold(read({ bytes: Buffer.from(text) }));
  return featuresOf(streams.filter(({ kind }) => kind === 'text' || kind === 'html').map((stream) => stream.text));
}
