import { lostWallets, type Reading, walletsOf, wrongWallets } from './reading.js';

/** The goals: verdict as for typed words, wallets exact, of pictures and PDFs and of codes; no wrong wallet as sure. */
const LEAST_VERDICTS = 0.95;
const LEAST_WALLETS = 0.95;

export type Count = {
  readonly files: number;
  readonly verdicts: number;
  readonly wallets: number;
  readonly exact: number;
  readonly wrong: number;
  readonly seconds: number;
};

export function countOf(readings: readonly Reading[]): Count {
  const sum = (of: (reading: Reading) => number): number => readings.reduce((all, reading) => all + of(reading), 0);
  const wallets = sum(({ typed }) => walletsOf(typed).length);
  return {
    files: readings.length,
    verdicts: sum(({ typed, read }) => (typed.verdict.kind === read.verdict.kind ? 1 : 0)),
    wallets,
    exact: wallets - sum((reading) => lostWallets(reading).length),
    wrong: sum((reading) => wrongWallets(reading).length),
    seconds: sum(({ seconds }) => seconds),
  };
}

/** A row for each kind, each language and all. */
export function table(readings: readonly Reading[]): string {
  const rows: [string, readonly Reading[]][] = [];
  for (const of of ['kind', 'language'] as const) {
    for (const value of new Set(readings.map(({ exhibit }) => exhibit[of]))) rows.push([value, readings.filter(({ exhibit }) => exhibit[of] === value)]);
  }
  rows.push(['all', readings]);
  const line = (name: string, ...cells: readonly string[]): string => name.padEnd(10) + cells.map((cell) => cell.padStart(14)).join('');
  return [
    line('', 'verdict', 'wallets', 'wrong as sure', 'CPU s each'),
    ...rows.map(([name, of]) => {
      const { files, verdicts, wallets, exact, wrong, seconds } = countOf(of);
      return line(name, `${verdicts}/${files}`, `${exact}/${wallets}`, String(wrong), (seconds / files).toFixed(1));
    }),
  ].join('\n');
}

/** What was missed in one file, a line each; none where all was read as typed. */
export function misses(reading: Reading): string[] {
  const { exhibit, typed, read } = reading;
  const wanted = typed.verdict.kind;
  return [
    ...(read.verdict.kind === wanted ? [] : [`${exhibit.name}: wanted ${wanted}, got ${read.verdict.kind}`]),
    ...lostWallets(reading).map((address) => `${exhibit.name}: lost ${address}`),
    ...wrongWallets(reading).map((address) => `${exhibit.name}: WRONG ${address}`),
  ];
}

/** Which goals are not reached, a sentence each. */
export function short(readings: readonly Reading[]): string[] {
  const all = countOf(readings);
  const codes = countOf(readings.filter(({ exhibit }) => exhibit.kind === 'qr'));
  const told: string[] = [];
  if (all.verdicts < all.files * LEAST_VERDICTS) told.push(`verdict as typed: wanted ${LEAST_VERDICTS}, got ${(all.verdicts / all.files).toFixed(3)}`);
  if (all.exact < all.wallets * LEAST_WALLETS) told.push(`wallets exact: wanted ${LEAST_WALLETS}, got ${(all.exact / all.wallets).toFixed(3)}`);
  if (codes.exact < codes.wallets) told.push(`wallets in codes: wanted all, got ${codes.exact} of ${codes.wallets}`);
  if (all.wrong > 0) told.push(`wrong wallets as sure: wanted none, got ${all.wrong}`);
  return told;
}
