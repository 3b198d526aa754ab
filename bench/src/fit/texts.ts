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
      const labels = Object.fromEntries(HEADS.map((head) => [head, head === 'real' ? real : real ? flags.has(head) : null])) as Example['labels'];
      return { features: featuresOfMessage(text), labels, harmless: wanted.kind === 'harmless', blind: /round/.test(path.pathname) };
    }),
  );
  const letters = OTHERS.flatMap((name) =>
    readLetters(new URL(`${name}.txt`, LETTERS)).map(({ text }): Example => {
      const labels = Object.fromEntries(HEADS.map((head) => [head, head === 'real' ? false : null])) as Example['labels'];
      return { features: featuresOfMessage(text), labels, harmless: name.startsWith('innocent'), blind: false };
    }),
  );
  return [...cases, ...letters];
}

function featuresOfMessage(text: string): Uint32Array {
  const { streams } = fold(read({ bytes: Buffer.from(text) }));
  return featuresOf(streams.filter(({ kind }) => kind === 'text' || kind === 'html').map((stream) => stream.text));
}
