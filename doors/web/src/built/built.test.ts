import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readWeights } from '@hattari/engine';
import { load, pack } from '@hattari/shelf';
import { gunzipped, squeeze, unsqueeze } from '@hattari/shelf/wire';
import { describe, expect, test } from 'vitest';
import type { BuiltPage } from '../page-data.js';
import { SERVICE } from '../password/range.js';

const SITE = fileURLToPath(new URL('../../dist/site/', import.meta.url));
const LANGUAGES = fileURLToPath(new URL('../../../../languages/', import.meta.url));
const SHELF = new URL('../../../command/dist/shelf/', import.meta.url);
const html = readFileSync(join(SITE, 'index.html'), 'utf8');
const data = JSON.parse(/id="page-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as BuiltPage;

type Kept = { readonly path: string; readonly integrity: string };

/** Bytes of gzip until the page can be seen and used: the page, its scripts and styles, its words in Japanese and English. */
const FIRST_VIEW = 120 * 1024;

describe('the built page', () => {
  test(`its first view takes at most ${FIRST_VIEW} bytes`, () => {
    const paths = [...html.matchAll(/ (?:src|href)="\.\/([^"]+)"/g)].map(([, path]) => path as string);
    const sizes = ['index.html', ...paths].map((path) => [path, gzipSync(readFileSync(join(SITE, path))).length] as const);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    const engine = readdirSync(join(SITE, 'assets')).filter((name) => name.startsWith('worker-'));
    const apart = engine.reduce((sum, name) => sum + gzipSync(readFileSync(join(SITE, 'assets', name))).length, 0);
    console.log(
      `page: first view ${total} bytes; apart: engine ${apart}, languages ${data.languages.map(({ code, first }) => `${code} ${first.bytes}`).join(', ')}, all ${data.all.bytes}, weights ${data.weights?.bytes}, for pictures ${Object.values(data.sight).reduce((sum, { bytes }) => sum + bytes, 0)} (an English screenshot: ${['ocr', 'pictures', 'codes', 'eng'].reduce((sum, part) => sum + (data.sight[part]?.bytes ?? 0), 0)})`,
    );
    expect(total).toBeLessThanOrEqual(FIRST_VIEW);
    expect(paths.some((path) => path.endsWith('.css'))).toBe(true);
  });

  test('every script and style carries the digest of its file', () => {
    const tags = [...html.matchAll(/<(?:script|link)[^>]*integrity="([^"]+)"[^>]*(?:src|href)="\.\/([^"]+)"/g)];
    expect(tags.length).toBeGreaterThanOrEqual(3);
    for (const [, integrity, path] of tags) expect([path, integrity]).toEqual([path, digest(path as string)]);
  });

  test('the policy stands in the page and in the headers for hosts, and allows nothing but its own files', () => {
    const inPage = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(inPage).toContain("default-src 'none'");
    expect(inPage).toContain("connect-src 'self'");
    // Programs of WebAssembly, and no text that would be run.
    expect(inPage.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|https?:|data:|\*/);
    expect(readFileSync(join(SITE, '_headers'), 'utf8')).toContain(`Content-Security-Policy: ${inPage}; frame-ancestors 'none'`);
  });

  test('the range service stands in the password page alone', () => {
    const holding = filesIn(SITE).filter((path) => readFileSync(join(SITE, path)).includes('pwnedpasswords'));
    expect(holding.map((path) => path.replace(/-[\w-]{8}\.js$/, '.js')).sort()).toEqual(['_headers', 'assets/password.js', 'password/index.html']);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(SITE, 'password/index.html'), 'utf8'))?.[1] ?? '';
    expect(policy).toContain(`connect-src ${SERVICE};`);
    expect(policy.replace(SERVICE, '')).not.toMatch(/unsafe|https?:|data:|\*|connect-src 'self'/);
    // Some hosts join the values of all rules that hold for a path: none may have two policies.
    const rules = readFileSync(join(SITE, '_headers'), 'utf8');
    expect(rules).toContain(`/password/*\n  Content-Security-Policy: ${policy}; frame-ancestors 'none'`);
    expect(rules.slice(0, rules.indexOf('\n/\n'))).not.toContain('Content-Security-Policy');
    expect(data.asksPasswords).toBe(true);
  });

  test('left out of the build, no file names it, and the page offers no way there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hattari-page-'));
    const [languages, out] = [join(folder, 'languages'), join(folder, 'site')];
    // One language is enough for it, and built in a fifth of the time.
    for (const name of ['en.md', 'places', 'guides']) cpSync(join(LANGUAGES, name), join(languages, name), { recursive: true });
    const env = { ...process.env, HATTARI_PASSWORD_CHECK: 'no' };
    execFileSync(
      process.execPath,
      [fileURLToPath(new URL('../../../../build/page.mjs', import.meta.url)), '--no-scripts', '--languages', languages, '--out', out],
      { env },
    );
    const files = filesIn(out);
    expect(files.filter((path) => path.startsWith('password'))).toEqual([]);
    expect(files.filter((path) => /pwnedpasswords|\/password\//.test(readFileSync(join(out, path), 'latin1')) && !path.startsWith('assets/'))).toEqual([]);
    expect(files.filter((path) => readFileSync(join(out, path)).includes('pwnedpasswords'))).toEqual([]);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('"asksPasswords":false');
    rmSync(folder, { recursive: true });
  }, 180_000);

  test('what is kept for use without a network is every file but the parts, each with its digest; what reads pictures, and the Learn pages, only once they were used', () => {
    const script = readFileSync(join(SITE, 'sw.js'), 'utf8');
    const [, now = '', later = ''] = /^const FILES=(\[.*?\]),LATER=(\[.*?\]),EDITION=/.exec(script) ?? [];
    const [atOnce, once] = [JSON.parse(now) as Kept[], JSON.parse(later) as Kept[]];
    const files = [...atOnce, ...once];
    const learn = once.filter(({ path }) => /^learn\/.*\.html$/.test(path));
    expect(learn.length).toBeGreaterThan(50);
    expect(JSON.stringify(atOnce)).not.toContain('learn/');
    for (const { path, integrity } of files) expect([path, integrity]).toEqual([path, digest(path)]);
    for (const { path, integrity } of Object.values(data.sight)) expect(once).toContainEqual({ path, integrity });
    expect(once.length).toBe(Object.keys(data.sight).length + 1 + learn.length);
    const parts = new Set(data.languages.map(({ first }) => first.path));
    const built = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(SITE, path)).isFile());
    const wanted = built.filter((path) => !parts.has(path) && path !== 'sw.js' && path !== '_headers');
    expect(files.map(({ path }) => path).sort()).toEqual(wanted.sort());
  });

  test('the only date in it is that of the language data; no path of the machine it was built on', () => {
    const built = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(html|js|css)$|_headers$/.test(path));
    for (const path of built)
      expect([path, readFileSync(join(SITE, path), 'utf8').includes(fileURLToPath(new URL('../../../../', import.meta.url)))]).toEqual([path, false]);
    expect(data.seen).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('the languages come back as they were: the page reads with the same tables as the program', () => {
    const know = load(SHELF);
    const back = unsqueeze(readFileSync(join(SITE, data.all.path)));
    expect(data.edition).toBe(know.edition);
    const resemblance = data.weights === null ? null : readWeights(gunzipped(readFileSync(join(SITE, data.weights.path))));
    expect(Buffer.compare(pack({ ...back, resemblance }), pack({ ...know, guides: [] }))).toBe(0);
    expect(() => unsqueeze(Buffer.from('something else'))).toThrow('knowledge: wanted bytes that begin with');
  });

  test('squeezed twice, the same bytes', () => {
    const part = unsqueeze(readFileSync(join(SITE, data.languages[0]?.first.path ?? '')));
    expect(Buffer.compare(squeeze(part), readFileSync(join(SITE, data.languages[0]?.first.path ?? '')))).toBe(0);
  });
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
}

function digest(path: string): string {
  return `sha256-${createHash('sha256')
    .update(readFileSync(join(SITE, path)))
    .digest('base64')}`;
}
