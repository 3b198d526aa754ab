import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Knowledge } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { GROUPS } from './disguise/all.js';
import { bluffLetters } from './disguise/letters.js';
import { LANGUAGES, type LetterLanguage } from './disguise/model.js';
import { type Cell, cleanOf, mailOfCell, tableOf } from './disguise/table.js';
import { UNSEEN } from './disguise/unseen.js';

// disguise [--only GROUP|ID] [--quotes] [--shelf FOLDER]: the table of disguises; disguise --show ID/LANGUAGE: one disguised mail.
const letters = bluffLetters(new URL('../letters/', import.meta.url));
const { values } = parseArgs({
  options: { only: { type: 'string' }, show: { type: 'string' }, quotes: { type: 'boolean', default: false }, shelf: { type: 'string' } },
});
const SHELF = new URL('../../doors/command/dist/shelf/', import.meta.url);
const know = load(values.shelf === undefined ? SHELF : pathToFileURL(`${values.shelf}/`)) as Knowledge;

const sum = (cells: readonly Cell[], is: (cell: Cell) => boolean): string => `${cells.filter(is).length}/${cells.length}`;
const same = (cell: Cell): boolean => cell.disguised === cell.plain;

/** `=` as the undisguised letter, `w` with another wallet or none. */
function mark(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  const wallet = cell.walletsInvented.length > 0 ? ' wallet!' : cell.walletFound ? '' : ' -wallet';
  return `${same(cell) ? '=' : cell.disguised}${wallet}`;
}

function print(): void {
  console.log(letters.map((letter) => `${letter.language} ${cleanOf(know, letter).verdict.kind}`).join('  '));
  const all: Cell[] = [];
  for (const [group, disguises] of Object.entries(GROUPS)) {
    const wanted = disguises.filter(({ id }) => values.only === undefined || values.only === group || values.only === id);
    if (wanted.length === 0) continue;
    const cells = tableOf(know, wanted, letters);
    all.push(...cells);
    console.log(`\n${group}: ${sum(cells, same)} as undisguised, wallets ${sum(cells, (c) => c.walletFound)}`);
    for (const { id, why } of wanted) {
      const row = LANGUAGES.map((language) => mark(cells.find((c) => c.disguise === id && c.language === language)).padEnd(15));
      console.log(`  ${id.padEnd(32)}${row.join('')}${why}`);
    }
    if (values.quotes)
      for (const c of cells)
        if (c.quotesLost.length + c.quotesGained.length > 0)
          console.log(`  ${c.disguise}/${c.language}: lost ${c.quotesLost.join(' ')} gained ${c.quotesGained.join(' ')} ${c.problems.join(' ')}`);
  }
  const unseen = values.only === undefined ? tableOf(know, UNSEEN, letters) : [];
  if (unseen.length > 0) console.log(`\nunseen: ${sum(unseen, (c) => c.disguised !== 'bluff')} not called a bluff`);
  for (const language of LANGUAGES)
    console.log(
      `${language}: ${sum(
        all.filter((c) => c.language === language),
        same,
      )}`,
    );
  console.log(
    `all: ${sum(all, same)} as undisguised; wallets found ${sum(all, (c) => c.walletFound)}, invented ${all.reduce((n, c) => n + c.walletsInvented.length, 0)}`,
  );
}

function show(name: string): void {
  const [id, language = 'en'] = name.split('/');
  const disguise = [...Object.values(GROUPS).flat(), ...UNSEEN].find((d) => d.id === id);
  const letter = letters.find((l) => l.language === (language as LetterLanguage));
  if (disguise === undefined || letter === undefined) {
    console.log(`disguise: wanted ID/LANGUAGE, got ${name}`);
    process.exitCode = 2;
  } else process.stdout.write(mailOfCell(disguise, letter));
}

if (values.show === undefined) print();
else show(values.show);
