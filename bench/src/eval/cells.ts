import type { VerdictKind } from '@hattari/engine';
import { costOf, costOfAlways } from './cost.js';
import { type Share, shareOf } from './interval.js';
import { HALVES, type Half, LABELS, type Label, type Read, type Source } from './model.js';

/** Counts of one label in one language, of one source and half; undisguised. */
export type Cell = {
  readonly label: Label;
  readonly language: string;
  readonly source: Source;
  readonly half: Half;
  readonly messages: number;
  readonly groups: number;
  readonly kinds: Readonly<Partial<Record<VerdictKind, number>>>;
  /** Groups of near-copies in which every message was told as wanted. */
  readonly found: Share;
  /** Of harmless labels: messages called `bluff` or `genuine`. */
  readonly falseAlarms: Share | null;
  /** Of real cases: called `bluff` or `clear`. Of ham, articles and harmless texts: called `bluff`. */
  readonly dangerous: Share;
  /** Mean harm of a message, 0 to 100, and what showing always the same would cost. */
  readonly cost: number;
  readonly costAlways: { readonly bluff: number; readonly unsure: number; readonly clear: number };
};

/** Sets that have tables of their own. */
const APART: ReadonlySet<string> = new Set(['disguises', 'letters/marked']);

/** A cell for each label, source and half, in each language or in all together; in the order of the lists of `model.ts`. */
export function cellsOf(reads: readonly Read[], of: 'language' | 'all'): Cell[] {
  const plain = reads.filter(({ item }) => !APART.has(item.set));
  const keys = new Map<string, Read[]>();
  for (const one of plain) {
    const { label, language, source, half } = one.item;
    const key = [LABELS.indexOf(label), source, HALVES.indexOf(half), of === 'language' ? language : 'all'].join(' ');
    keys.set(key, [...(keys.get(key) ?? []), one]);
  }
  return [...keys].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, some]) => cellOf(some));
}

/** Messages of one label, source and half, in one language or, where they are several, in `all`. Throws on none: a cell of nothing is a mistake of ours. */
export function cellOf(reads: readonly Read[]): Cell {
  const first = reads[0]?.item;
  if (first === undefined) throw new RangeError('cell: wanted messages, got none');
  const { label, source, half } = first;
  const groups = new Map<string, boolean>();
  for (const { item, found } of reads) groups.set(item.group, (groups.get(item.group) ?? true) && asWanted(label, found.kind));
  const kinds: Partial<Record<VerdictKind, number>> = {};
  for (const { found } of reads) kinds[found.kind] = (kinds[found.kind] ?? 0) + 1;
  const count = (is: (kind: VerdictKind) => boolean): Share => shareOf(reads.filter(({ found }) => is(found.kind)).length, reads.length);
  return {
    label,
    language: reads.every(({ item }) => item.language === first.language) ? first.language : 'all',
    source,
    half,
    messages: reads.length,
    groups: groups.size,
    kinds: Object.fromEntries(Object.entries(kinds).sort()),
    found: shareOf([...groups.values()].filter((whole) => whole).length, groups.size),
    falseAlarms: alarms(label) ? count((kind) => kind === 'bluff' || kind === 'genuine') : null,
    dangerous: count((kind) => isDangerous(label, kind)),
    cost: reads.reduce((sum, { found }) => sum + costOf(label, found), 0) / reads.length,
    costAlways: { bluff: costOfAlways('bluff', label), unsure: costOfAlways('unsure', label), clear: costOfAlways('clear', label) },
  };
}

/** Labels of which nobody is blackmailed and nothing is a mass letter. */
function alarms(label: Label): boolean {
  return label !== 'bluff' && label !== 'genuine' && label !== 'minor';
}

function asWanted(label: Label, kind: VerdictKind): boolean {
  switch (label) {
    case 'bluff':
      return kind === 'bluff';
    case 'genuine':
    case 'minor':
      return kind === 'genuine';
    case 'kin':
    case 'phishing':
      return kind === 'kin';
    case 'spam':
      return kind !== 'bluff' && kind !== 'genuine';
    default:
      return kind !== 'bluff' && kind !== 'genuine' && kind !== 'kin';
  }
}

export function isDangerous(label: Label, kind: VerdictKind): boolean {
  switch (label) {
    case 'genuine':
    case 'minor':
      return kind === 'bluff' || kind === 'clear';
    case 'ham':
    case 'article':
    case 'harmless':
      return kind === 'bluff';
    default:
      return false;
  }
}
