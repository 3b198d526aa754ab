import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { splitMbox } from '@hattari/engine';
import { EngineInPage } from './engine-in-page.js';
import { type Line, likenessOfLine, likenessOfTold } from './likeness.js';
import { chromiumHere, hosted, launched, SITE } from './site.js';

// npm run page:compare -- FOLDER [LETTERS]: letters spread evenly over a folder, told by the page in Chromium and by the command line.
// Prints each that differs; exit 1 if one does.

const BIN = fileURLToPath(new URL('../../../command/bin/hattari.js', import.meta.url));
const [folder = '', wanted = '200'] = process.argv.slice(2);
const chromium = chromiumHere();
if (folder === '' || chromium === undefined) {
  console.error(folder === '' ? 'wanted a folder of letters' : 'no Chromium here (Debian package: chromium)');
  process.exit(2);
}

/** Messages of one mailbox: of twenty thousand the first would be all there is. */
const OF_A_MAILBOX = 12;

const letters = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .sort()
  .map((name) => join(folder, name))
  .filter((path) => /\.(eml|txt|msg|mbox\.gz)$/.test(path) && statSync(path).isFile())
  .flatMap((path) => lettersOf(path));
const step = Math.max(1, letters.length / Number(wanted));
const chosen = Array.from({ length: Math.min(letters.length, Number(wanted)) }, (_, i) => letters[Math.floor(i * step)] as Uint8Array);
const copies = mkdtempSync(join(tmpdir(), 'hattari-compare-'));
const files = chosen.map((bytes, i) => {
  const file = join(copies, `${i}`);
  writeFileSync(file, bytes);
  return file;
});
const told = new Map<string, Line[]>();
for (const line of checked(files)) told.set(line.file, [...(told.get(line.file) ?? []), line]);

const site = await hosted(SITE);
const browser = await launched(chromium);
const engine = await EngineInPage.in(await browser.newPage(), site.url);
let same = 0;
let differ = 0;
for (const file of files) {
  const looked = await engine.look(readFileSync(file), file, { answers: {}, place: 'JP', language: 'en', easy: false });
  const lines = told.get(file) ?? [];
  for (const [i, one] of looked.told.entries()) {
    const line = lines[i];
    if (line?.verdict != null && isDeepStrictEqual(JSON.parse(JSON.stringify(likenessOfTold(one))), likenessOfLine(line))) same++;
    else {
      differ++;
      console.log(`${file} [${i}]: page ${one.kind}, command line ${line?.verdict?.kind}`);
    }
  }
}
await browser.close();
site.end();
rmSync(copies, { recursive: true });
console.log(`${files.length} files, ${same + differ} messages: ${same} the same, ${differ} differ`);
process.exitCode = differ === 0 ? 0 : 1;

function checked(paths: readonly string[]): readonly Line[] {
  const options = ['check', '--list', '-', '--json', '--lang', 'en', '--place', 'JP'];
  let out: string;
  try {
    out = execFileSync(process.execPath, [BIN, ...options], { input: paths.join('\n'), encoding: 'utf8', maxBuffer: 1 << 30 });
  } catch (cause) {
    out = (cause as { stdout: string }).stdout;
  }
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

function lettersOf(path: string): readonly Uint8Array[] {
  if (!path.endsWith('.gz')) return [readFileSync(path)];
  const all = [...splitMbox(gunzipSync(readFileSync(path)))];
  return all.filter((_, i) => i % Math.ceil(all.length / OF_A_MAILBOX) === 0);
}
