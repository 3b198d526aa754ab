import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webmanifest: 'application/manifest+json',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  bin: 'application/octet-stream',
};

/** A file of the built page, by the path it is asked for; `headers` as the page's own `_headers` say. */
export type Served = { readonly path: string; readonly headers: Readonly<Record<string, string>> };

/** Every file of the built page by its path on the server: nothing that is not in this list is ever opened. */
export function servedFrom(folder: string, rules: string): ReadonlyMap<string, Served> {
  const served = new Map<string, Served>();
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of all) {
    if (!entry.isFile() || entry.name.startsWith('_')) continue;
    const path = join(entry.parentPath, entry.name);
    const at = `/${relative(folder, path).split(sep).join('/')}`;
    const type = TYPES[entry.name.slice(entry.name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    const file = { path, headers: { 'Content-Type': type, ...headersFor(at, rules) } };
    served.set(at, file);
    if (entry.name === 'index.html') served.set(at.slice(0, -entry.name.length), file);
  }
  return served;
}

/** The lines of a `_headers` file that hold for a path: a pattern (`/data/*`) and, indented below it, `Name: value`. The later rule wins. */
export function headersFor(path: string, rules: string): Record<string, string> {
  const headers: Record<string, string> = {};
  let holds = false;
  for (const line of rules.split('\n')) {
    if (line.startsWith('/')) holds = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line;
    const colon = line.indexOf(':');
    if (holds && line.startsWith('  ') && colon > 0) headers[line.slice(2, colon)] = line.slice(colon + 1).trim();
  }
  return headers;
}
