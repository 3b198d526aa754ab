import type { Cell } from './cells.js';
import { disguisesBy } from './disguise-count.js';
import { shareOf } from './interval.js';
import { figuresOf, type Plot, type Row } from './plot.js';
import type { Result } from './result.js';

const told = (rows: readonly Row[]): string => rows.map(({ name, share }) => `${name}: ${figuresOf(share)}`).join('; ');
const plot = (title: string, about: string, scale: Plot['scale'], rows: readonly Row[]): Plot => ({
  title,
  description: `${about} ${told(rows)}.`,
  scale,
  rows,
});

/** The plots of a result by the ends of their file names; one without rows is left out. */
export function plotsOf(result: Result): Readonly<Record<string, Plot>> {
  const all: Record<string, Plot> = {
    recall: plot(
      'Mass letters called a bluff',
      'Share of groups of near-copies wholly called a bluff, with exact 95 % intervals.',
      'share',
      result.cells.filter(({ label, half }) => label === 'bluff' && half !== 'own').map((cell) => ({ name: nameOf(cell), share: cell.found, of: 'ours' })),
    ),
    alarms: plot(
      'Innocent messages called a bluff or a real case',
      'On a scale of powers of ten, with exact 95 % intervals.',
      'rare',
      result.labels.flatMap((cell) => (cell.falseAlarms === null ? [] : [{ name: nameOf(cell), share: cell.falseAlarms, of: 'ours' as const }])),
    ),
    genuine: plot(
      'Real cases called a bluff or nothing at all (dangerous)',
      'Written cases; on a scale of powers of ten, with exact 95 % intervals.',
      'rare',
      result.labels.filter(({ label }) => label === 'genuine' || label === 'minor').map((cell) => ({ name: nameOf(cell), share: cell.dangerous, of: 'ours' })),
    ),
    disguises: plot(
      'Letters still found in disguise',
      'Of letters found undisguised, by the kind of disguise, with exact 95 % intervals.',
      'share',
      disguisesBy(result.disguises, ({ group, source }) => `${group}, ${source === 'written' ? 'our' : source} letters`).map(({ name, found }) => ({
        name,
        share: found,
        of: 'ours',
      })),
    ),
    peers: plot(
      'Real mass letters marked, groups of near-copies',
      'Groups wholly marked by each filter, content only and without a network, with exact 95 % intervals.',
      'share',
      (result.peers?.rows ?? []).map(({ name, test, groups }) => ({ name: `${name}: ${test.replaceAll('`', '')}`, share: groups, of: ours(name) })),
    ),
    'peer-alarms': plot(
      'Real ham and articles marked',
      'The same filters on ham and articles, on a scale of powers of ten, with exact 95 % intervals.',
      'rare',
      (result.peers?.rows ?? []).map(({ name, test, marked }) => {
        const some = marked.filter(({ label }) => label === 'ham' || label === 'article').map(({ share }) => share);
        const sum = (of: (share: (typeof some)[number]) => number): number => some.reduce((all, share) => all + of(share), 0);
        return {
          name: `${name}: ${test.replaceAll('`', '')}`,
          share: shareOf(
            sum(({ part }) => part),
            sum(({ of }) => of),
          ),
          of: ours(name),
        };
      }),
    ),
  };
  return Object.fromEntries(Object.entries(all).filter(([, { rows }]) => rows.length > 0));
}

function ours(name: string): Row['of'] {
  return name === 'Hattari' ? 'ours' : 'others';
}

function nameOf({ label, language, source, half }: Cell): string {
  return `${label}${language === 'all' ? '' : ` ${language}`}, ${source === 'real' && half === 'open' ? 'real' : `${source}, ${half}`}`;
}
