import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

export const SITE = fileURLToPath(new URL('../../dist/site/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
};

/** `asked`: method and path of every request that came. */
export type Site = { readonly url: string; readonly asked: readonly string[]; readonly end: () => void };

/** A folder on a free port of loopback, as any static host would give it: no header of its own but the type, and those that are given. */
export async function hosted(folder: string, headers: Readonly<Record<string, string>> = {}): Promise<Site> {
  const files = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const path = (request.url ?? '').split(/[?#]/)[0]?.slice(1) ?? '';
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!files.has(name)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { ...headers, 'Content-Type': TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
    response.end(readFileSync(join(folder, name)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const end = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, end };
}

/** The policy as the page's own `_headers` gives it to hosts: there it holds for its workers too. */
export function policyOfHosts(folder: string): Readonly<Record<string, string>> {
  const [, policy = ''] = /^ {2}Content-Security-Policy: (.*)$/m.exec(readFileSync(join(folder, '_headers'), 'utf8')) ?? [];
  return { 'Content-Security-Policy': policy };
}

/** Debian's Chromium, or another that is on the path; undefined if there is none. */
export function chromiumHere(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

export async function launched(executablePath: string): Promise<Browser> {
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'] });
}
