import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Detection, detect } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { ABOUT, type CaseText, caseFiles, type Half, type Mark, markOf, readCases } from './cases.js';

// The table of cases where it may not be a bluff: figures for both halves apart, or of the files that are named. Details of the unseen half
// and of named files are told on request only, since whoever writes phrases must not see what a first measurement holds.
const SHELF = new URL('../../doors/command/dist/shelf/', import.meta.url);
const { values, positionals } = parseArgs({ options: { verbose: { type: 'boolean', default: false }, only: { type: 'string' } }, allowPositionals: true });
const know = load(SHELF);

type Result = { readonly given: CaseText; readonly language: string; readonly found: Detection; readonly mark: Mark };

function resultsOf(files: ReturnType<typeof caseFiles>): Result[] {
  return files.flatMap(({ path, language }) =>
    readCases(path).map((given) => {
      const place = { ja: 'JP', ko: 'KR' }[language] ?? 'US';
      const found = detect({ bytes: Buffer.from(given.text), answers: given.answers, place, words: language, now: 0 }, know);
      return { given, language, found, mark: markOf(given.wanted, found.verdict.kind, found.verdict.family) };
    }),
  );
}

function rate(part: number, all: number): string {
  return all === 0 ? '-' : `${part}/${all} (${((100 * part) / all).toFixed(1)} %)`;
}

function tell(half: Half | 'named', files: ReturnType<typeof caseFiles>): void {
  const results = resultsOf(files);
  console.log(`${half}: ${results.length} cases`);
  const of = (kind: CaseText['wanted']['kind']): Result[] => results.filter((r) => r.given.wanted.kind === kind);
  const count = (list: readonly Result[], mark: Mark): number => list.filter((r) => r.mark === mark).length;
  const genuine = of('genuine');
  console.log(`  genuine called bluff or clear: ${count(genuine, 'dangerous')} of ${genuine.length}`);
  console.log(
    `  genuine recall, unsure as half: ${rate(count(genuine, 'right') + count(genuine, 'half') / 2, genuine.length)} (${count(genuine, 'right')} genuine, ${count(genuine, 'half')} unsure, ${count(genuine, 'wrong')} other)`,
  );
  const harmless = of('harmless');
  console.log(
    `  harmless called genuine: ${rate(harmless.filter((r) => r.found.verdict.kind === 'genuine').length, harmless.length)}; called anything: ${count(harmless, 'wrong')}`,
  );
  console.log(`  kin family right: ${rate(count(of('kin'), 'right'), of('kin').length)}`);
  console.log(`  bluffs bluff: ${rate(count(of('bluff'), 'right'), of('bluff').length)}`);
  const flags = results.flatMap((r) => r.given.wanted.flags.map((flag) => ({ flag, there: r.found.verdict.flags.includes(flag) })));
  const missing = flags.filter((f) => !f.there).map((f) => f.flag);
  console.log(`  flags that must be there: ${rate(flags.length - missing.length, flags.length)}${missing.length === 0 ? '' : `; missing ${counted(missing)}`}`);
  for (const about of ABOUT) {
    const some = results.filter((r) => r.given.about === about);
    if (some.length > 0) console.log(`    ${about.padEnd(13)} ${some.length} cases: ${counted(some.map((r) => r.mark))}`);
  }
  if (half === 'own' || values.verbose) for (const r of results) if (r.mark !== 'right' || missingFlags(r).length > 0) detail(r);
}

function counted(list: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([one, n]) => `${one} ${n}`).join(', ');
}

function missingFlags({ given, found }: Result): string[] {
  return given.wanted.flags.filter((flag) => !found.verdict.flags.includes(flag));
}

function detail(result: Result): void {
  const { given, language, found, mark } = result;
  const ids = (kind: string): string =>
    [...new Set(found.evidence.flatMap((e) => (e.kind === kind && 'id' in e ? [`${e.id}${e.by === undefined ? '' : `:${e.by[0]}`}`] : [])))].join(' ');
  const { verdict } = found;
  console.log(
    `  ${mark.padEnd(9)} ${language} ${given.name} [${given.about}] wanted ${given.wanted.kind}, got ${verdict.kind}${verdict.family === null ? '' : `/${verdict.family}`}${verdict.doubt === null ? '' : `(${verdict.doubt})`} lacks[${missingFlags(result).join(' ')}] signals[${ids('signal')}] claims[${ids('claim')}] kin[${ids('kin')}] frames[${ids('frame')}] turns ${found.mail.turns.length}`,
  );
}

const named = positionals.map((name) => ({ path: pathToFileURL(name), language: basename(name).split('.').at(-2) ?? '' }));
if (named.length > 0) tell('named', named);
else for (const half of ['own', 'unseen'] as const) if (values.only === undefined || values.only === half) tell(half, caseFiles(half));
