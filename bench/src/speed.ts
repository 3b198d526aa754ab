import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { type Ask, detect, fold, read } from '@hattari/engine';
import { load } from '@hattari/shelf';

// What a message costs: CPU per message, growth with size, memory, and the start of the program beside `node -e 0`.
// Machines are noisy: medians and ratios of one run, nothing asserted.
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const know = load(new URL('../../doors/command/dist/shelf/', import.meta.url));
const RUNS = 10;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function ask(bytes: Uint8Array): Ask {
  return { bytes, answers: {}, place: 'US', words: 'en', now: 0 };
}

function startUp(): void {
  const letter = readFileSync(`${ROOT}samples/en-hacker.eml`, 'utf8');
  const tenKilobytes = `${letter}\n${'An ordinary sentence follows here, and it says nothing. '.repeat(200)}`.slice(0, 10_240);
  const time = (args: readonly string[], input: string): number => {
    const begin = performance.now();
    spawnSync(process.execPath, args, { input });
    return performance.now() - begin;
  };
  const bare: number[] = [];
  const check: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    bare.push(time(['-e', '0'], ''));
    check.push(time([`${ROOT}doors/command/bin/hattari.js`, 'check', '-'], tenKilobytes));
  }
  console.log(
    `start: check of a 10 KB letter ${median(check).toFixed(0)} ms, node -e 0 ${median(bare).toFixed(0)} ms, ratio ${(median(check) / median(bare)).toFixed(1)} (medians of ${RUNS}, wall)`,
  );
}

function perMessage(): void {
  const mails = readdirSync(`${ROOT}samples`)
    .filter((name) => /\.(eml|txt)$/.test(name))
    .map((name) => readFileSync(`${ROOT}samples/${name}`));
  for (const mail of mails) detect(ask(mail), know);
  const each = mails.map((mail) => median(Array.from({ length: RUNS }, () => cpu(() => void detect(ask(mail), know)))));
  const bytes = mails.reduce((n, m) => n + m.length, 0) / mails.length;
  console.log(
    `samples: ${mails.length} messages of ${(bytes / 1024).toFixed(1)} KB, median ${median(each).toFixed(2)} ms CPU, worst ${Math.max(...each).toFixed(2)} ms`,
  );
}

function growth(): void {
  const sentence = 'I sent you the agenda of the meeting yesterday; your device list and the camera are on page 3.\n';
  let first = 0;
  for (const size of [1_000, 10_000, 100_000, 1_000_000, 4_000_000]) {
    const bytes = Buffer.from(sentence.repeat(Math.ceil(size / sentence.length)).slice(0, size));
    const runs = size > 500_000 ? 3 : RUNS;
    const whole = median(Array.from({ length: runs }, () => cpu(() => void detect(ask(bytes), know))));
    const mail = read({ bytes });
    const reading = median(Array.from({ length: runs }, () => cpu(() => void read({ bytes }))));
    const folding = median(Array.from({ length: runs }, () => cpu(() => void fold(mail))));
    if (first === 0) first = whole / size;
    console.log(
      `text of ${String(size / 1000).padStart(5)} KB: ${whole.toFixed(1)} ms CPU (read ${reading.toFixed(1)}, fold ${folding.toFixed(1)}), ${((whole / size) * 1e6).toFixed(0)} ms a MB`,
    );
  }
  console.log(`memory: ${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB resident at the end`);
}

startUp();
perMessage();
growth();
