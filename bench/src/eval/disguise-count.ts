import { GROUPS } from '../disguise/all.js';
import { type Share, shareOf } from './interval.js';
import { type Read, SOURCES, type Source, UNDISGUISED } from './model.js';

/** One disguise on letters of one language and source: of the letters that are found undisguised, how many still are. */
export type DisguiseCount = {
  readonly group: string;
  readonly disguise: string;
  readonly language: string;
  readonly source: Source;
  readonly found: Share;
  /** Verdicts of the letters that the disguise hid. */
  readonly instead: Readonly<Record<string, number>>;
};

export function disguisesOf(reads: readonly Read[]): DisguiseCount[] {
  const own = reads.filter(({ item }) => item.set === 'disguises');
  const clean = new Set(own.flatMap(({ item, found }) => (item.disguise === UNDISGUISED && found.kind === 'bluff' ? [item.group] : [])));
  const rows: DisguiseCount[] = [];
  for (const [group, disguises] of Object.entries(GROUPS))
    for (const { id } of disguises) {
      const of = own.filter(({ item }) => item.disguise === id && clean.has(item.group));
      for (const source of SOURCES)
        for (const language of [...new Set(of.map(({ item }) => item.language))].sort()) {
          const cells = of.filter(({ item }) => item.source === source && item.language === language);
          if (cells.length === 0) continue;
          const instead: Record<string, number> = {};
          for (const { found } of cells) if (found.kind !== 'bluff') instead[found.kind] = (instead[found.kind] ?? 0) + 1;
          rows.push({ group, disguise: id, language, source, found: shareOf(cells.length - sum(Object.values(instead)), cells.length), instead });
        }
    }
  return rows;
}

/** Rows put together, by what they have in common. */
export function disguisesBy(rows: readonly DisguiseCount[], of: (row: DisguiseCount) => string): { readonly name: string; readonly found: Share }[] {
  return [...new Set(rows.map(of))].map((name) => {
    const some = rows.filter((row) => of(row) === name);
    return { name, found: shareOf(sum(some.map(({ found }) => found.part)), sum(some.map(({ found }) => found.of))) };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, n) => all + n, 0);
}
