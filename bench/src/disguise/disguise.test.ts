import { type Detection, read } from '@hattari/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { know } from '../languages.js';
import { GROUPS } from './all.js';
import { encode, quotedPrintable } from './encode.js';
import { bluffLetters } from './letters.js';
import { clean, encodedWords, mailOf, part } from './mail.js';
import type { BluffLetter } from './model.js';
import { type Cell, cleanOf, detectIn, mailOfCell, quotesOf, tableOf } from './table.js';
import { UNSEEN } from './unseen.js';

// What a person can read is read: five whole letters in many disguises get the verdict of the undisguised letter.
const letters = bluffLetters(new URL('../../letters/', import.meta.url));
const disguises = Object.values(GROUPS).flat();
const cells = tableOf(know, disguises, letters);
const cellsOf = (group: string): Cell[] => cells.filter((cell) => GROUPS[group]?.some(({ id }) => id === cell.disguise));
const named = (some: readonly Cell[]): string => some.map((c) => `${c.disguise} x ${c.language}: ${c.disguised}`).join('\n');
const share = (some: readonly Cell[], is: (cell: Cell) => boolean): number => some.filter(is).length / some.length;
const same = (cell: Cell): boolean => cell.disguised === cell.plain;

/** Of all cells, as undisguised; of all wallets, found. */
const WANTED = 0.97;

describe('the table itself', () => {
  test('sixty disguises and more, each of another name', () => {
    expect(new Set(disguises.map(({ id }) => id)).size).toBe(disguises.length);
    expect(disguises.length).toBeGreaterThanOrEqual(64);
  });

  test.each(letters.map((letter) => [letter.language, letter] as const))('%s: the undisguised letter is a bluff, its wallet is found', (_, letter) => {
    const found = cleanOf(know, letter);
    expect(found.verdict.kind).toBe('bluff');
    expect(found.explanation.wallets.map(({ address }) => address)).toEqual([letter.wallet]);
  });

  test.each(['invisible', 'look-alikes', 'shapes', 'spacing'])('%s: each cell really differs from its letter, and is the same at each run', (group) => {
    for (const disguise of GROUPS[group] ?? []) {
      for (const letter of letters) {
        const mail = mailOfCell(disguise, letter);
        expect(Buffer.compare(mail, mailOfCell(disguise, letter))).toBe(0);
        const text = read({ bytes: mail }).parts.find(({ kind }) => kind === 'text' || kind === 'html')?.text;
        expect(text?.trim(), `${disguise.id} x ${letter.language}`).not.toBe(letter.text.trim());
      }
    }
  });
});

describe('verdicts', () => {
  test('nearly every cell as the undisguised letter', () => {
    const wrong = cells.filter((cell) => !same(cell));
    expect(share(cells, same), `${wrong.length} of ${cells.length}:\n${named(wrong)}`).toBeGreaterThanOrEqual(WANTED);
  });

  test.each(disguises.map(({ id, why }) => [id, why]))('%s (%s): at least four letters of five', (id) => {
    const row = cells.filter((cell) => cell.disguise === id);
    expect(row.filter(same).length, named(row.filter((cell) => !same(cell)))).toBeGreaterThanOrEqual(4);
  });

  test.each(UNSEEN.map((disguise) => [disguise.id, disguise.why, disguise] as const))('%s (%s): nobody was threatened', (_, __, disguise) => {
    for (const letter of letters) expect(detectIn(know, mailOfCell(disguise, letter)).verdict.kind, letter.language).not.toBe('bluff');
  });
});

describe('wallets', () => {
  test('none is invented', () => expect(cells.flatMap((c) => c.walletsInvented.map((address) => `${c.disguise} x ${c.language}: ${address}`))).toEqual([]));

  test.each([
    ['in all cells', cells],
    ['in the disguises of wallets alone', cellsOf('wallets')],
  ] as const)('nearly all are found %s', (_, some) => {
    const lost = some.filter((cell) => !cell.walletFound);
    expect(
      share(some, (cell) => cell.walletFound),
      `${lost.length} of ${some.length} lost:\n${named(lost)}`,
    ).toBeGreaterThanOrEqual(WANTED);
  });
});

describe('a re-encoding changes neither the verdict nor the quotes', () => {
  test.each(cellsOf('encodings').map((cell) => [cell.disguise, cell.language, cell] as const))('%s x %s', (_, __, cell) => {
    expect([cell.disguised, cell.quotesLost, cell.quotesGained]).toEqual([cell.plain, [], []]);
  });

  const charsets = ['utf-8', 'gb18030', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'euc-kr', 'koi8-r', 'windows-1251', 'windows-1252', 'iso-8859-5', 'big5'];
  const plain = new Map<BluffLetter, Detection>(letters.map((letter) => [letter, detectIn(know, clean(letter))]));
  test('any charset that has its letters, in any transfer encoding', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...letters),
        fc.constantFrom(...charsets),
        fc.constantFrom('8bit', 'base64', 'quoted-printable'),
        fc.integer({ min: 4, max: 75 }),
        (letter, charset, transfer, width) => {
          const text = letter.text.replace(/\n/g, '\r\n');
          const bytes = charset === 'utf-8' ? Buffer.from(text) : encode(text, charset);
          fc.pre(bytes !== null);
          const body = {
            '8bit': () => bytes,
            base64: () => lines(Buffer.from(bytes).toString('base64'), width),
            'quoted-printable': () => quotedPrintable(bytes, width),
          };
          const mail = mailOf(encodedWords(letter.subject), part(`text/plain; charset=${charset}`, transfer, body[transfer as '8bit']()));
          const found = detectIn(know, mail);
          const before = plain.get(letter) as Detection;
          expect([found.verdict.kind, quotesOf(found)]).toEqual([before.verdict.kind, quotesOf(before)]);
        },
      ),
      { numRuns: 120 },
    );
  });
});

function lines(text: string, width: number): string {
  return (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\r\n');
}
