import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Answers } from '@hattari/engine';
import { addressesOf } from '../addresses.js';
import { type CaseText, caseFiles, readCases } from '../cases.js';
import { readLetters } from '../letters.js';
import { ROOT } from '../root.js';
import { type Half, type Item, type Label, UNDISGUISED } from './model.js';

const LETTERS = pathToFileURL(`${ROOT}bench/letters/`);
const LABEL_OF: Readonly<Record<string, Label>> = { bluff: 'bluff', genuine: 'genuine', innocent: 'harmless' };

/** Every text of ours that is a case of something: cases and letters, the sealed ones among them, which are counted and never printed. */
export function writtenItems(): Item[] {
  const cases = (['own', 'unseen'] as const).flatMap((half) =>
    caseFiles(half).flatMap(({ path, language }) =>
      readCases(path).map((one) =>
        written(`cases/${path.pathname.split('/').at(-1)}`, one.name, labelOf(one), language, half === 'own' ? 'own' : 'sealed', one.text, one),
      ),
    ),
  );
  const letters = readdirSync(LETTERS)
    .sort()
    .flatMap((file) => {
      const [, held, kind = '', language = ''] = /^(heldout-|second-)?([a-z]+)\.([a-z-]+)\.txt$/i.exec(file) ?? [];
      const label = LABEL_OF[kind];
      if (label === undefined) return [];
      return readLetters(new URL(file, LETTERS)).map(({ name, text }) =>
        written(`letters/${file}`, name, label, language, held === undefined ? 'own' : 'held-out', text),
      );
    });
  return [...cases, ...letters];
}

function labelOf({ wanted }: CaseText): Label {
  if (wanted.kind !== 'genuine') return wanted.kind;
  return wanted.flags.includes('minor') || wanted.flags.includes('crisis') ? 'minor' : 'genuine';
}

type Asked = { readonly answers: Answers; readonly wanted: Item['wanted'] };

function written(set: string, name: string, label: Label, language: string, half: Half, text: string, asked?: Asked): Item {
  return {
    set,
    name,
    label,
    language,
    source: 'written',
    half,
    group: `${set} ${name}`,
    disguise: UNDISGUISED,
    bytes: Buffer.from(text),
    words: language,
    answers: asked?.answers ?? {},
    wallets: Object.values(addressesOf(name)).filter((address) => text.includes(address)),
    wanted: asked?.wanted ?? null,
  };
}
