import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Detection, detect } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { ABOUT, type CaseText, caseFiles, type Half, type Mark, markOf, readCases } from './cases.js';

// The table of cases where it may not be a bluff: figures for both halves apart. Details of the unseen half are told on request only,
// since whoever writes phrases must not see what it says.
const SHELF = new URL('../../doors/command/dist/shelf/', import.meta.url);
const { values } = parseArgs({
  options: { verbose: { type: 'boolean', default: false }, only: { type: 'string' }, file: { type: 'string', multiple: true, default: [] } },
});
const know = load(SHELF);

type Result = { readonly given: CaseText; readonly language: string; readonly found: Detection; readonly mark: Mark };

/** `--file PATH`, as often as wanted: a table of these files alone, `round.ja.txt` in Japanese. */
const GIVEN = values.file.map((path) => ({ path: pathToFileURL(path), language: path.split('.').at(-2) ?? '' }));

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

function tell(title: string, files: ReturnType<typeof caseFiles>, details: boolean): void {
  const results = resultsOf(files);
  console.log(`${title}: ${results.length} cases`);
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
  if (details) for (const r of results) if (r.mark !== 'right' || missingFlags(r).length > 0) detail(r);
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

const HALVES: readonly Half[] = ['own', 'unseen'];
if (GIVEN.length > 0) tell('given', GIVEN, values.verbose);
else for (const half of HALVES) if (values.only === undefined || values.only === half) tell(half, caseFiles(half), half === 'own' || values.verbose);
