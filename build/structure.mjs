// Holds the tree against the house: arrows, circles, claims, sizes, names. Prints each break in a line; exit 1 if there is one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

process.chdir(new URL('..', import.meta.url).pathname);
const breaks = [];

const WORKSPACES = {
  '@hattari/engine': 'engine',
  '@hattari/shelf': 'shelf',
  '@hattari/shelf/wire': 'shelf',
  '@hattari/sight': 'sight',
  '@hattari/sight/node': 'sight',
  '@hattari/sight/see': 'sight',
  '@hattari/sight/web': 'sight',
  '@hattari/command': 'doors/command',
  '@hattari/web': 'doors/web',
  '@hattari/bench': 'bench',
};
// Who may look at whom. An arrow that is not here points back up the house.
const ARROWS = {
  engine: [],
  shelf: ['engine'],
  sight: ['engine'],
  'doors/command': ['engine', 'shelf', 'sight'],
  'doors/web': ['engine', 'shelf', 'sight'],
  bench: ['engine', 'shelf', 'sight'],
};
const LONGEST = 400;

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (/\.(tsx?|mjs|js)$/.test(entry.name)) yield path;
  }
}

const sources = [...new Set(Object.values(WORKSPACES)), 'build'].flatMap((folder) => [...files(folder)]);
const graph = new Map();
const lengths = [];
for (const file of sources) {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n').length - 1;
  if (!file.endsWith('.test.ts')) lengths.push(lines);
  if (lines > LONGEST) breaks.push(`${file}: ${lines} lines; split it by room (at most ${LONGEST})`);
  if (/(^|\/)(utils?|helpers?|misc|common)\.[a-z]+$/.test(file)) breaks.push(`${file}: a dumping ground; name it after its one noun`);
  if (file.endsWith('/index.ts') && dirname(dirname(file)) !== ownerOf(file))
    breaks.push(`${file}: a barrel inside a package; only the package's own face is one`);
  const targets = [];
  for (const [, from] of text.matchAll(/^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'/gms)) {
    if (from.startsWith('.')) {
      const named = normalize(join(dirname(file), from)).replace(/\.js$/, '.ts');
      const target = existsSync(named) ? named : named.replace(/\.ts$/, '.tsx');
      if (existsSync(target)) targets.push(target);
      if (ownerOf(file) !== ownerOf(target) && !file.startsWith('build/')) breaks.push(`${file}: reaches into ${ownerOf(target)} by a path (${from})`);
    } else if (WORKSPACES[from] !== undefined && !file.endsWith('.test.ts')) {
      if (!ARROWS[ownerOf(file)]?.includes(WORKSPACES[from])) breaks.push(`${file}: ${ownerOf(file)} must not look at ${WORKSPACES[from]}`);
    }
  }
  graph.set(file, targets);
}

function ownerOf(file) {
  return Object.values(WORKSPACES).find((folder) => file.startsWith(`${folder}/`)) ?? dirname(file);
}

// Circles, by depth-first search.
const state = new Map();
function visit(file, path) {
  state.set(file, 1);
  for (const next of graph.get(file) ?? []) {
    if (state.get(next) === 1) breaks.push(`circle of imports: ${[...path.slice(path.indexOf(next)), file, next].map((f) => relative('.', f)).join(' -> ')}`);
    else if (!state.has(next)) visit(next, [...path, file]);
  }
  state.set(file, 2);
}
for (const file of graph.keys()) if (!state.has(file)) visit(file, []);

// Claims: folder = id, with its source, its cases in both directions, its place in the list, its English section.
const list = readFileSync('engine/src/claims/all.ts', 'utf8');
const english = readFileSync('languages/en.md', 'utf8');
const folders = readdirSync('engine/src/claims', { withFileTypes: true }).filter((e) => e.isDirectory());
for (const { name } of folders) {
  const folder = `engine/src/claims/${name}`;
  const claim = existsSync(`${folder}/claim.ts`) ? readFileSync(`${folder}/claim.ts`, 'utf8') : '';
  if (!claim.includes(`id: '${name}'`)) breaks.push(`${folder}/claim.ts: wanted id '${name}', as the folder is named`);
  if (!/sources: \[\s*'https:\/\//.test(claim)) breaks.push(`${folder}/claim.ts: no source`);
  if (!list.includes(`'./${name}/claim.js'`)) breaks.push(`${folder}: not in claims/all.ts`);
  if (!new RegExp(`^## ${name} — `, 'm').test(english)) breaks.push(`${folder}: no section in languages/en.md`);
  const cases = existsSync(`${folder}/cases.txt`) ? readFileSync(`${folder}/cases.txt`, 'utf8') : '';
  if (!new RegExp(`^${name}( |$)`, 'm').test(cases)) breaks.push(`${folder}/cases.txt: no case in which it is found`);
  if (!/^not /m.test(cases)) breaks.push(`${folder}/cases.txt: no case in which it is left alone`);
}

lengths.sort((a, b) => a - b);
console.log(`structure: ${sources.length} files, median ${lengths[lengths.length >> 1]} lines, longest ${lengths.at(-1)}; ${folders.length} claims`);
for (const line of breaks) console.log(line);
process.exitCode = breaks.length === 0 ? 0 : 1;
