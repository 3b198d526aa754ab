import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nobodyHome } from './dns.js';
import { atRest, freePort, type Peer, type PeerAnswer, patiently, programAt } from './peer.js';
import { endTree, treeOf } from './process-tree.js';

/** Modules that ask the network or a database; what is left reads the mail. */
const OFF = ['rbl', 'surbl', 'spf', 'dkim', 'dkim_signing', 'dmarc', 'arc', 'asn', 'mx_check', 'fuzzy_check', 'hfilter', 'neural'];

/** Rspamd of the Debian package with two workers, or null if it is not installed. */
export async function startRspamd(): Promise<Peer | null> {
  const program = programAt('rspamd');
  if (program === null) return null;
  const home = mkdtempSync(join(tmpdir(), 'hattari-rspamd-'));
  const dns = await nobodyHome();
  const port = await freePort();
  for (const folder of ['db', 'run', 'log', 'local', 'local/local.d', 'local/override.d']) mkdirSync(join(home, folder));
  for (const name of OFF) writeFileSync(join(home, `local/local.d/${name}.conf`), 'enabled = false;\n');
  writeFileSync(join(home, 'local/local.d/options.inc'), `dns { nameserver = ["127.0.0.1:${dns.port}"]; }\n`);
  const file = join(home, 'rspamd.conf');
  writeFileSync(
    file,
    `.include "$CONFDIR/common.conf"
options {
  pidfile = "$RUNDIR/rspamd.pid";
  .include "$CONFDIR/options.inc"
  control_socket = "$RUNDIR/rspamd.sock mode=0600";
  .include(priority=1,duplicate=merge) "$LOCAL_CONFDIR/local.d/options.inc"
}
logging { type = "file"; filename = "$LOGDIR/rspamd.log"; level = "error"; }
worker "normal" { bind_socket = "127.0.0.1:${port}"; count = 2; .include "$CONFDIR/worker-normal.inc" }
`,
  );
  const places = { DBDIR: 'db', RUNDIR: 'run', LOGDIR: 'log', LOCAL_CONFDIR: 'local' };
  const values = Object.entries(places).flatMap(([name, folder]) => ['--var', `${name}=${join(home, folder)}`]);
  const daemon = spawn(program, ['-f', '--insecure', '-c', file, ...values], { stdio: 'ignore' });
  const pid = daemon.pid as number;
  const cpu = (): number => treeOf(pid).cpu;
  const check = async (mail: Uint8Array): Promise<void> => void (await scan(port, mail));
  const end = async (): Promise<void> => {
    await endTree(pid);
    dns.end();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await patiently(60, () => check(Buffer.from('Subject: are you there\r\n\r\nyes\r\n')));
    await atRest(cpu);
  } catch (cause) {
    await end();
    throw cause;
  }
  const version = /[\d.]+/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[0] ?? 'unknown';
  return {
    name: 'Rspamd',
    version,
    note: '2 workers, no Redis, no network modules, DNS answered at once',
    check,
    answer: async (mail) => answerIn(await scan(port, mail)),
    cpu,
    resident: () => treeOf(pid).resident,
    end,
  };
}

function answerIn(json: string): PeerAnswer {
  const { score, symbols } = JSON.parse(json) as { score: number; symbols: Record<string, { score: number }> };
  return { score, rules: Object.fromEntries(Object.entries(symbols).map(([name, rule]) => [name, rule.score])) };
}

function scan(port: number, mail: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/checkv2', method: 'POST', headers: { 'Content-Length': mail.length } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.once('end', () => (answer.statusCode === 200 ? resolve(text) : reject(new Error(`rspamd: wanted status 200, got ${answer.statusCode}`))));
      answer.once('error', reject);
    });
    sent.once('error', reject);
    sent.end(mail);
  });
}
