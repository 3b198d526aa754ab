import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atRest, freePort, type Peer, type PeerAnswer, patiently, programAt } from './peer.js';
import { endTree, treeOf } from './process-tree.js';

/** SpamAssassin's daemon with local tests only and two children, or null if it is not installed. */
export async function startSpamd(): Promise<Peer | null> {
  const program = programAt('spamd');
  if (program === null) return null;
  const home = mkdtempSync(join(tmpdir(), 'hattari-spamd-'));
  const port = await freePort();
  // It will not run as root without being told whom to become; "nobody" stands in every Debian.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const daemon = spawn(
    program,
    [
      '-L',
      '-x',
      '-m',
      '2',
      '--min-children=2',
      '--max-conn-per-child=1000000',
      '-i',
      '127.0.0.1',
      '-p',
      String(port),
      '-s',
      'null',
      `--pidfile=${join(home, 'pid')}`,
      ...user,
    ],
    { stdio: 'ignore', env: { ...process.env, HOME: home } },
  );
  const pid = daemon.pid as number;
  const cpu = (): number => treeOf(pid).cpu;
  const check = async (mail: Uint8Array): Promise<void> => void (await scan(port, 'CHECK', mail));
  const answer = async (mail: Uint8Array): Promise<PeerAnswer> => answerIn(await scan(port, 'SYMBOLS', mail));
  const end = async (): Promise<void> => {
    await endTree(pid);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await patiently(120, () => check(Buffer.from('Subject: are you there\r\n\r\nyes\r\n')));
    await atRest(cpu);
  } catch (cause) {
    await end();
    throw cause;
  }
  const version = /[\d.]+/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[0] ?? 'unknown';
  const compiled = existsSync('/var/lib/spamassassin/compiled') ? 'rules compiled' : 'rules not compiled (sa-compile makes it faster)';
  return {
    name: 'spamd',
    version,
    note: `2 children, local tests only, Bayes untrained, ${compiled}`,
    check,
    answer,
    cpu,
    resident: () => treeOf(pid).resident,
    end,
  };
}

/** Names alone: the protocol tells no points of a rule. */
function answerIn(text: string): PeerAnswer {
  const names = text.slice(text.indexOf('\r\n\r\n') + 4).trim();
  return {
    score: Number(/^Spam: \w+ ; (-?[\d.]+)/m.exec(text)?.[1]),
    rules: Object.fromEntries(names.split(/[,\s]+/).flatMap((name) => (name === '' ? [] : [[name, Number.NaN]]))),
  };
}

/** One message by the protocol of spamc; resolves to the answer if it has a score. */
function scan(port: number, command: 'CHECK' | 'SYMBOLS', mail: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1');
    socket.once('error', reject);
    socket.on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.once('close', () =>
      /^SPAMD\/[\d.]+ 0 .*\r\n.*^Spam: (True|False) ;/ms.test(answer)
        ? resolve(answer)
        : reject(new Error(`spamd: wanted a score, got ${answer.slice(0, 200)}`)),
    );
    socket.end(Buffer.concat([Buffer.from(`${command} SPAMC/1.5\r\nContent-length: ${mail.length}\r\n\r\n`), mail]));
  });
}
