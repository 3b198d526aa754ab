import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { filesToSee } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { Sight } from '@hattari/sight';
import { packages } from '@hattari/sight/node';
import { development } from './pictures/development.js';
import { type Reading, readExhibit } from './pictures/reading.js';
import { exhibits } from './pictures/set.js';
import { misses, short, table } from './pictures/tally.js';

// npm run pictures [-- --development] [--only WORD] [--keep FOLDER]: draws our own letters as pictures, PDFs and codes, reads them, and compares
// with their typed words. Exit 1 if a goal is not reached. `--development`: the set on which sight is mended, in place of the reported one;
// `--alone FILE`: the memory that reading one file takes, in megabytes. `--only`: those whose name or kind holds the word; `--keep`: files and words read.
const { values } = parseArgs({
  options: { development: { type: 'boolean', default: false }, only: { type: 'string' }, keep: { type: 'string' }, alone: { type: 'string' } },
});
const STATUS = '/proc/self/status';
if (values.alone !== undefined) {
  console.log(await memoryOf(values.alone));
  process.exit(0);
}
const know = load(new URL('../../doors/command/dist/shelf/', import.meta.url));
const sight = new Sight(packages);
const chosen = (values.development ? development() : exhibits()).filter(
  ({ name, kind }) => values.only === undefined || name.includes(values.only) || kind === values.only,
);
if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true });

const readings: Reading[] = [];
for (const exhibit of chosen) {
  const reading = await readExhibit(exhibit, sight, know);
  readings.push(reading);
  if (values.keep !== undefined) keep(values.keep, reading);
  for (const miss of misses(reading)) console.log(miss);
}
console.log(table(readings));
for (const line of memories(readings)) console.log(line);
console.log(`peak memory of all that, with the drawing: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
const told = short(readings);
for (const line of told) console.log(line);
// The threads of the programs in WASM would keep the process.
process.exit(told.length === 0 ? 0 : 1);

/** The costliest file of each kind, read in a process of its own: what a person's machine must have. */
function memories(all: readonly Reading[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'hattari-pictures-'));
  try {
    return [...new Set(all.map(({ exhibit }) => exhibit.kind))].map((kind) => {
      const { exhibit } = all.filter((one) => one.exhibit.kind === kind).reduce((most, one) => (one.seconds > most.seconds ? one : most));
      const file = join(folder, kind);
      writeFileSync(file, exhibit.bytes());
      const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--alone', file], { encoding: 'utf8' });
      return `peak memory of one ${kind}: ${stdout.trim()} MB`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function memoryOf(file: string): Promise<string> {
  for (const one of filesToSee({ bytes: readFileSync(file) })) await new Sight(packages).look(one);
  // What getrusage tells of a new process begins with what its parent had; Linux counts anew here.
  const own = existsSync(STATUS) ? /^VmHWM:\s*(\d+)/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined;
  return ((own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024).toFixed(0);
}

function keep(folder: string, { exhibit, seen, read, typed }: Reading): void {
  const bytes = exhibit.bytes();
  const ending = bytes[0] === 0x25 ? 'pdf' : bytes[0] === 0xff ? 'jpg' : 'png';
  const name = join(folder, exhibit.name.replace(/[/ ]/g, '_'));
  writeFileSync(`${name}.${ending}`, bytes);
  const words = seen
    .flatMap(({ texts, problems }) => [...texts.map(({ medium, text }) => `[${medium}] ${text}`), ...problems.map(({ id }) => `(${id})`)])
    .join('\n');
  const said = ({ evidence }: Reading['read']): string => evidence.flatMap((e) => ('id' in e ? [e.id] : [])).join(' ');
  writeFileSync(`${name}.json`, JSON.stringify(seen));
  writeFileSync(`${name}.txt`, `${words}\n\n--- typed: ${typed.verdict.kind}: ${said(typed)}\n--- read: ${read.verdict.kind}: ${said(read)}\n`);
}
