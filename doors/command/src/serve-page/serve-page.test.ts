import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HEADINGS, makeKnowledge, readLanguageFile, Speech } from '@hattari/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersFor } from './files.js';
import { page } from './serve-page.js';

const BIN = fileURLToPath(new URL('../../bin/hattari.js', import.meta.url));

test.each<[string, Record<string, string>, string]>([
  ['/a', { A: '1' }, 'a rule for all'],
  ['/data/x.bin', { A: '1', B: '2: 3' }, 'a rule for a folder adds to it'],
  ['/sw.js', { A: '1', C: '4' }, 'a rule for one file'],
])('headers of %s (%#)', (path, expected) => {
  expect(headersFor(path, '/*\n  A: 1\n/data/*\n  B: 2: 3\n/sw.js\n  C: 4\n')).toEqual(expected);
});

describe('hattari page', () => {
  let child: ChildProcess;
  let port = 0;
  beforeAll(async () => {
    child = spawn(process.execPath, [BIN, 'page', '--lang', 'en'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = await new Promise<string>((resolve) => child.stdout?.once('data', (bytes: Buffer) => resolve(bytes.toString())));
    expect(said).toMatch(/^The page is at http:\/\/127\.0\.0\.1:\d+\/ /);
    port = Number(/:(\d+)\//.exec(said)?.[1]);
  });
  afterAll(() => child?.kill('SIGKILL'));

  const get = (
    path: string,
    more: { readonly method?: string; readonly host?: string } = {},
  ): Promise<{ status: number; headers: Record<string, unknown>; body: string }> =>
    new Promise((resolve, reject) => {
      const headers = more.host === undefined ? {} : { Host: more.host };
      request({ host: '127.0.0.1', port, path, method: more.method ?? 'GET', headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      })
        .on('error', reject)
        .end();
    });

  test('gives the page with its policy', async () => {
    const { status, headers, body } = await get('/?lang=ja');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("connect-src 'self'");
    expect(headers['cache-control']).toBe('no-cache');
    expect(body).toContain('<title>Hattari</title>');
    expect((await get('/workbench/')).status).toBe(200);
  });

  test.each<[string, { readonly method?: string; readonly host?: string }, string]>([
    ['/../../../package.json', {}, 'out of the folder'],
    ['/%2e%2e/%2e%2e/package.json', {}, 'out of the folder, written otherwise'],
    ['/_headers', {}, 'not a file of the page'],
    ['/nothing', {}, 'no such file'],
    ['/', { method: 'POST' }, 'nothing is taken in'],
    ['/', { host: 'evil.example' }, 'another name that leads here'],
  ])('%s %j is refused: %s', async (path, more) => {
    expect((await get(path, more)).status).toBe(404);
  });

  test('ends when it is told to', async () => {
    const code = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    expect(await code).toBe(0);
  });

  test('a port that is taken, and options that are wrong: a sentence, exit 2', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const taken = String((other.address() as AddressInfo).port);
    const run = (...args: readonly string[]) => spawnSync(process.execPath, [BIN, 'page', '--lang', 'en', ...args], { encoding: 'utf8' });
    const { status, stderr } = run('--port', taken);
    expect([status, stderr]).toEqual([2, `The page cannot be served on port ${taken} (EADDRINUSE). Try another one with --port.\n`]);
    other.close();
    for (const wrong of [['--port', '70000'], ['--port'], ['extra'], ['--open']]) expect(run(...wrong).status).toBe(2);
  });

  test('where the page is not built it says what to run', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hattari-none-'));
    const file = readLanguageFile(readFileSync(new URL('../../../../languages/en.md', import.meta.url), 'utf8'), HEADINGS);
    const speech = new Speech(makeKnowledge([{ ...file, sections: [] }], [], ''), 'en');
    const said: string[] = [];
    const terminal = { out: () => {}, err: (text: string) => said.push(text) } as unknown as Parameters<typeof page>[2];
    expect(await page({ port: 0 }, speech, terminal, folder)).toBe(2);
    expect(said.join('')).toContain('npm run build');
    rmSync(folder, { recursive: true });
  });
});
