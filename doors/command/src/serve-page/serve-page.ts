import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Speech } from '@hattari/engine';
import { SITE } from '../place.js';
import type { Terminal } from '../terminal.js';
import { type Served, servedFrom } from './files.js';

export type PageOptions = { /** 0: any free one. */ readonly port: number };

/** `hattari page`: serves the built page on this machine only, until it is stopped. 0: stopped; 2: there is no page, or the port is taken. */
export async function page({ port }: PageOptions, speech: Speech, terminal: Terminal, folder = fileURLToPath(SITE)): Promise<number> {
  if (!existsSync(join(folder, 'index.html'))) {
    terminal.err(`${speech.say('cli-page-not-built')}\n`);
    return 2;
  }
  const files = servedFrom(folder, readFileSync(join(folder, '_headers'), 'utf8'));
  const server = createServer((request, response) => answer(request, response, files));
  return await new Promise((resolve) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      terminal.err(`${speech.say('cli-page-port', { port: String(port), reason: error.code ?? error.message })}\n`);
      resolve(2);
    });
    // Loopback: nobody else on the network sees it.
    server.listen(port, '127.0.0.1', () => {
      terminal.out(`${speech.say('cli-page-at', { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` })}\n`);
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended(server, resolve));
  });
}

function ended(server: Server, resolve: (code: number) => void): void {
  server.close(() => resolve(0));
  server.closeAllConnections();
}

function answer(request: IncomingMessage, response: ServerResponse, files: ReadonlyMap<string, Served>): void {
  // A page of another name that leads here (DNS rebinding) sees nothing.
  const isOurs = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');
  const path = (request.url ?? '').split(/[?#]/)[0] as string;
  const file = isOurs && (request.method === 'GET' || request.method === 'HEAD') ? files.get(path) : undefined;
  if (file === undefined) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404\n');
    return;
  }
  response.writeHead(200, file.headers);
  if (request.method === 'HEAD') response.end();
  else {
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
  }
}
