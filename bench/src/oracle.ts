import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bluffLetters, corporaAt, messagesOf } from './corpora.js';
import { type Difference, differenceOf, linesLost, parting } from './oracle/differences.js';
import { LIBRARIES, OURS, type Reading, rendered } from './oracle/readers.js';

// Our reader beside two kept libraries on every mail of the corpora: npm run oracle -- --corpora FOLDER [--names N] [--only SET].
// Prints how often each field differs and how, with names to look at, and what each reader costs. Judges nothing.
const { values } = parseArgs({ options: { corpora: { type: 'string' }, names: { type: 'string', default: '3' }, only: { type: 'string', default: '' } } });
const NAMES = Number(values.names);
const FIELDS = ['subject', 'from', 'text', 'html'] as const;

try {
  await compare(corporaAt(values.corpora));
} catch (cause) {
  console.log((cause as Error).message);
  process.exitCode = 2;
}

async function compare(corpora: string): Promise<void> {
  const tables = new Map(LIBRARIES.map(({ name }) => [name, new Map<string, { count: number; names: string[] }>()]));
  const spent = new Map<string, number>();
  let bytes = 0;
  let mails = 0;
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = process.cpuUsage();
    const made = await work();
    const { user, system } = process.cpuUsage(before);
    spent.set(name, (spent.get(name) ?? 0) + (user + system) / 1000);
    return made;
  };
  for (const mail of mailsOf(corpora)) {
    if (!mail.name.includes(values.only)) continue;
    mails++;
    bytes += mail.bytes.length;
    const ours = await timed(OURS.name, () => OURS.read(mail.bytes));
    for (const library of LIBRARIES) {
      const raw = await timed(library.name, () => library.read(mail.bytes));
      const table = tables.get(library.name) as Map<string, { count: number; names: string[] }>;
      if (raw.failed !== undefined) note(table, `it failed: ${raw.failed.slice(0, 60)}`, mail.name, ['', '']);
      else compareFields(table, mail.name, ours, seen(raw));
    }
  }
  console.log(`${mails} mails, ${(bytes / 1e6).toFixed(1)} MB`);
  for (const [name, ms] of spent) console.log(`  ${name}: ${(ms / (bytes / 1e6)).toFixed(1)} ms CPU a MB, ${(ms / mails).toFixed(2)} ms a mail`);
  for (const [name, table] of tables) {
    console.log(`beside ${name}:`);
    for (const [what, { count, names }] of [...table].sort(([a], [b]) => (a < b ? -1 : 1))) {
      console.log(`  ${what}: ${count}`);
      for (const line of names) console.log(`      ${line}`);
    }
  }
}

function compareFields(table: Map<string, { count: number; names: string[] }>, name: string, ours: Reading, theirs: Reading): void {
  for (const field of FIELDS) {
    const found: Difference =
      field === 'from' ? differenceOf(ours.from.toLowerCase(), theirs.from.toLowerCase()) : differenceOf(ours[field], theirs[field], ours.all, theirs.all);
    if (field === 'text') {
      const lost = linesLost(ours.all, theirs.all);
      note(
        table,
        lost.length === 0 ? 'lines: all of theirs stand in ours' : 'lines: some of theirs stand nowhere in ours',
        name,
        lost.length === 0 ? null : [`${lost.length} lines`, lost[0] as string],
      );
    }
    note(table, `${field}: ${found}`, name, found === 'same' || found === 'white space' ? null : parting(ours[field], theirs[field]));
  }
}

/** A library's reading with its HTML as a person sees it. */
function seen(raw: Reading): Reading {
  const html = rendered(raw.html);
  return { ...raw, html, all: `${raw.subject}\n${raw.text}\n${html}` };
}

function note(table: Map<string, { count: number; names: string[] }>, what: string, name: string, places: readonly [string, string] | null): void {
  const entry = table.get(what) ?? { count: 0, names: [] };
  table.set(what, entry);
  entry.count++;
  if (places !== null && entry.names.length < NAMES) entry.names.push(`${name}: ${JSON.stringify(places[0])} | ${JSON.stringify(places[1])}`);
}

/** Mails only: a text has no parts to be compared. */
function* mailsOf(corpora: string): Generator<{ readonly name: string; readonly bytes: Uint8Array }> {
  for (const { name, bytes } of bluffLetters(corpora)) if (name.endsWith('.eml')) yield { name: `sextortion/${name}`, bytes };
  for (const folder of ['ham', 'kin', 'phish', 'spam']) {
    if (!readdirSync(join(corpora, folder)).some((file) => file.endsWith('.mbox.gz'))) continue;
    for (const { name, bytes } of messagesOf(corpora, folder)) if (name.includes('.mbox.gz:')) yield { name: `${folder}/${name}`, bytes };
  }
}
