import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Programs of Debian that the post office of the tests is made of, and their packages. */
const NEEDED = [
  ['postfix', '/usr/sbin/postfix'],
  ['opendkim', '/usr/sbin/opendkim'],
  ['opendmarc', '/usr/sbin/opendmarc'],
] as const;

/** Why there can be no post office here, in one line; null if there can. */
export function missing(): string | null {
  const packages = NEEDED.filter(([, program]) => !existsSync(program)).map(([name]) => name);
  if (packages.length > 0)
    return `needs Postfix with real signing and judging: apt-get install ${NEEDED.map(([name]) => name).join(' ')} (missing: ${packages.join(', ')})`;
  return process.getuid?.() === 0 ? null : 'needs Postfix, which only root can start';
}

/** A port of the loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((settle) => server.once('listening', settle));
  const { port } = server.address() as AddressInfo;
  await new Promise((settle) => server.close(settle));
  return port;
}

/** Programs that were started, all ended by `stop`. */
export class Programs {
  private readonly running: { readonly child: ChildProcess; readonly ended: Promise<void> }[] = [];

  /** Starts a program in the foreground and waits until it listens on `port`. */
  async start(program: string, args: readonly string[], port: number): Promise<void> {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' } });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
    });
    let gone = false;
    const ended = new Promise<void>((settle) => {
      child.once('close', () => {
        gone = true;
        settle();
      });
    });
    this.running.push({ child, ended });
    for (let tries = 0; tries < 200; tries++) {
      if (gone) throw new Error(`${program} ended: ${said}`);
      if (await listens(port)) return;
      await wait(50);
    }
    throw new Error(`${program} does not listen: ${said}`);
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.running.splice(0).map(async ({ child, ended }) => {
        child.kill('SIGTERM');
        // Milters end when they next wake; they hold nothing that could be lost.
        const late = setTimeout(() => child.kill('SIGKILL'), 500);
        await ended;
        clearTimeout(late);
      }),
    );
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', () => settle(false));
  });
}
