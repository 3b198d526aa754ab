// Builds the page: its scripts once (doors/web/dist/raw), then with the languages of a folder as files for any static host:
// node build/page.mjs [--languages FOLDER] [--out FOLDER] [--no-scripts]. The same input gives the same bytes.
// HATTARI_PASSWORD_CHECK=no leaves out the page that asks whether a password stands in a leak, the only one that asks anybody outside.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { build } from 'vite';
import { buildLearn, writeLearn } from './learn.mjs';
import { copySight } from './page-sight.mjs';

const ROOT = new URL('..', import.meta.url).pathname;
const RAW = join(ROOT, 'doors/web/dist/raw');
const SITE = join(ROOT, 'doors/web/dist/site');
const WEIGHTS = join(ROOT, 'engine/weights/resemblance.bin');
const WORKER = join(ROOT, 'doors/web/dist/service-worker.js');

/** The service that the password page asks; no other page may. */
const [, SERVICE] = /SERVICE = '([^']+)'/.exec(readFileSync(join(ROOT, 'doors/web/src/password/range.ts'), 'utf8'));

/** What the pages forbid themselves. A `meta` cannot say who may frame them; the headers of a host can. */
const POLICY = [
  "default-src 'none'",
  // Programs of WebAssembly read pictures; no text is ever run.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');
const PASSWORD_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  `connect-src ${SERVICE}`,
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');
/** Paths, and what those there forbid themselves. */
const POLICIES = [
  [['/', '/index.html', '/workbench/*', '/learn/*', '/assets/*', '/data/*', '/sight/*', '/sw.js'], POLICY],
  [['/password/*'], PASSWORD_POLICY],
];
const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The scripts and styles, without any language. */
export async function buildScripts() {
  await build({ configFile: join(ROOT, 'doors/web/vite.config.mjs') });
  const bundle = await rolldown({ input: join(ROOT, 'doors/web/src/offline/service-worker.ts'), platform: 'browser' });
  await bundle.write({ file: WORKER, format: 'iife', minify: true });
  await bundle.close();
  copySight(RAW);
  await buildLearn();
}

/** The page with the languages of a folder. */
export async function assemble(languages = join(ROOT, 'languages'), out = SITE) {
  rmSync(out, { recursive: true, force: true });
  cpSync(RAW, out, { recursive: true });
  rmSync(join(out, 'sight.json'));
  // What others wrote travels with the licences it came under.
  cpSync(join(ROOT, 'NOTICE'), join(out, 'notice.txt'));
  const told = execFileSync(process.execPath, [join(ROOT, 'shelf/dist/shelve-page.js'), languages, out, WEIGHTS], { encoding: 'utf8' });
  const asksPasswords = process.env.HATTARI_PASSWORD_CHECK !== 'no';
  if (!asksPasswords) leaveOutPasswords(out);
  const data = { ...JSON.parse(told), sight: JSON.parse(readFileSync(join(RAW, 'sight.json'), 'utf8')), asksPasswords };
  for (const page of ['index.html', 'workbench/index.html']) finish(join(out, page), POLICY, JSON.stringify(data), out, page.includes('/') ? '../' : './');
  if (asksPasswords) finish(join(out, 'password/index.html'), PASSWORD_POLICY, JSON.stringify(data), out, '../');
  const learn = new Set(await writeLearn(languages, out, data, (page, folder) => finish(join(out, page), POLICY, '', out, folder)));
  // The first languages are parts of all of them: kept once. What reads pictures, and what is there to learn, is kept once it was used.
  const parts = new Set(data.languages.map(({ first }) => first.path));
  const all = filesIn(out)
    .filter((path) => !parts.has(path))
    .map((path) => ({ path, integrity: digest(readFileSync(join(out, path))) }));
  const isForLater = (path) => isOfSight(path) || learn.has(path);
  const [later, files] = [all.filter(({ path }) => isForLater(path)), all.filter(({ path }) => !isForLater(path))];
  const edition = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 12);
  const lists = Object.entries({ FILES: files, LATER: later, EDITION: edition }).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  writeFileSync(join(out, 'sw.js'), `const ${lists.join(',')};\n${readFileSync(WORKER, 'utf8')}`);
  writeFileSync(join(out, '_headers'), headersFile(asksPasswords));
  return data;
}

/** What reads pictures: its programs and data, and the worker that they run in. */
export function isOfSight(path) {
  return /^(sight\/|assets\/reader-)/.test(path);
}

/** The page, and every script and style that only it wants. */
function leaveOutPasswords(out) {
  const of = (page) => readFileSync(join(out, page), 'utf8').match(/assets\/[^"]+/g) ?? [];
  const wanted = new Set(['index.html', 'workbench/index.html', 'learn/page.html'].flatMap(of));
  for (const path of of('password/index.html')) if (!wanted.has(path)) rmSync(join(out, path));
  rmSync(join(out, 'password'), { recursive: true });
}

/** For hosts that read such a file (and our own): no path has the same header twice, since some of them join the values. */
function headersFile(asksPasswords) {
  const all = Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  const each = POLICIES.flatMap(([paths, policy]) => paths.map((path) => [path, policy])).filter(([path]) => asksPasswords || path !== '/password/*');
  const lines = each.flatMap(([path, policy]) => {
    const lasts = ['/assets/*', '/data/*', '/sight/*'].includes(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
    return [path, `  Content-Security-Policy: ${policy}; frame-ancestors 'none'`, `  Cache-Control: ${lasts}`];
  });
  return `${['/*', ...all, ...lines].join('\n')}\n`;
}

/** Writes policy, data and digests into one of the pages. */
function finish(file, policy, data, out, folder) {
  const html = readFileSync(file, 'utf8')
    .replace('{policy}', policy)
    // Nothing in the data may end the block that holds it.
    .replace('"{data}"', () => data.replaceAll('<', '\\u003c'))
    .replace(/<(script|link)([^>]*?) (src|href)="([^"]+\.(?:js|css))"/g, (_, tag, before, name, path) => {
      const integrity = digest(readFileSync(join(out, path.slice(folder.length))));
      return `<${tag}${before} integrity="${integrity}" ${name}="${path}"`;
    });
  writeFileSync(file, html);
}

function digest(bytes) {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
  if (!process.argv.includes('--no-scripts') || !existsSync(RAW)) await buildScripts();
  const { edition, all } = await assemble(option('--languages'), option('--out'));
  console.log(`page: ${option('--out') ?? relative(process.cwd(), SITE)} (${edition}, languages ${all.bytes} bytes)`);
}
