import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readLetters } from './letters.js';

// Long runs of `hattari scan` on generated mail: peak memory and rate on an mbox of gigabytes, and on 1,000 and many mails
// of a Maildir, which must need the same memory. Prints; asserts nothing. `npm run soak -- --gigabytes 2 --mails 50000`
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({ options: { gigabytes: { type: 'string', default: '2' }, mails: { type: 'string', default: '50000' } } });
const GIGABYTES = Number(values.gigabytes);
const MAILS = Number(values.mails);
/** Bytes of a mail of the large mbox: a letter and an attached file. */
const WITH_FILE = 40 * 1024;

const lettersIn = (kind: string): ReturnType<typeof readLetters> =>
  ['en', 'ja'].flatMap((code) => readLetters(join(ROOT, `bench/letters/${kind}.${code}.txt`)));
const letters = lettersIn('innocent');
const threats = lettersIn('bluff');

function mailOf(n: number, size: number): string {
  const from = n % 20 === 0 ? threats : letters;
  const text = from[n % from.length]?.text ?? '';
  const head = `From: sender${n}@example.org\nTo: receiver@example.org\nSubject: number ${n}\nMIME-Version: 1.0\n`;
  const plain = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n';
  if (size === 0) return `${head}${plain}\n${text}\n`;
  const line = `${Buffer.from(`attached bytes of the mail ${n} `.repeat(3)).toString('base64').slice(0, 76)}\n`;
  const file = line.repeat(Math.max(1, Math.floor((size - text.length - 400) / line.length)));
  return `${head}Content-Type: multipart/mixed; boundary=part\n\n--part\n${plain}\n${text}\n--part\nContent-Type: application/pdf; name=paper.pdf\nContent-Transfer-Encoding: base64\n\n${file}--part--\n`;
}

function makeMbox(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  let n = 0;
  for (let size = 0; size < bytes; ) {
    let block = '';
    for (let k = 0; k < 50; k++) block += `From x@example.org Mon Jan  5 10:00:00 2026\n${mailOf(n++, WITH_FILE).replace(/^(>*From )/gm, '>$1')}\n`;
    size += writeSync(file, block);
  }
  closeSync(file);
}

function makeMaildir(path: string, mails: number): void {
  for (const sub of ['cur', 'new', 'tmp']) mkdirSync(join(path, sub), { recursive: true });
  for (let n = 0; n < mails; n++) writeFileSync(join(path, 'cur', `${1_700_000_000 + n}.M${n}.host:2,S`), mailOf(n, 0));
}

type Run = { readonly megabytes: number; readonly seconds: number; readonly cpu: number; readonly count: number };

/** Runs the program; its memory is what the system says was its highest (Linux), with all threads. */
async function scan(path: string): Promise<Run> {
  const begin = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'doors/command/bin/hattari.js'), 'scan', '--lang', 'en', path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  let peak = 0;
  let ticks = 0;
  const timer = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      ticks = Number(fields[11]) + Number(fields[12]);
    } catch {
      // Ended, or a system without /proc.
    }
  }, 100);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  const count = Number(/Messages looked at: (\d+)/.exec(out)?.[1] ?? 0);
  return { megabytes: peak / 1024, seconds: (performance.now() - begin) / 1000, cpu: ticks / 100, count };
}

function print(what: string, bytes: number, { megabytes, seconds, cpu, count }: Run): void {
  const flow = bytes > 0 ? ` and ${(bytes / 1024 / 1024 / seconds).toFixed(1)} MB` : '';
  const rate = `${(count / seconds).toFixed(0)} messages${flow} a second`;
  const size = bytes > 0 ? `, ${(bytes / 1024 ** 3).toFixed(2)} GB` : '';
  console.log(`${what}: ${count} messages${size}, peak ${megabytes.toFixed(0)} MB resident, ${seconds.toFixed(0)} s, ${cpu.toFixed(0)} s CPU, ${rate}`);
}

const folder = mkdtempSync(join(tmpdir(), 'hattari-soak-'));
try {
  console.log(`${availableParallelism()} cores, Node ${process.version}`);
  for (const mails of [1_000, MAILS]) {
    const maildir = join(folder, `maildir-${mails}`);
    makeMaildir(maildir, mails);
    print(`Maildir of ${mails}`, 0, await scan(maildir));
    rmSync(maildir, { recursive: true });
  }
  const mbox = join(folder, 'large.mbox');
  makeMbox(mbox, GIGABYTES * 1024 ** 3);
  print('mbox', statSync(mbox).size, await scan(mbox));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
