import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { detect } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { ROOT } from './root.js';
import { messagesASecond } from './speed/cores.js';
import { floorOf } from './speed/floor.js';
import { growthOf } from './speed/growth.js';
import { mailsToMeasure } from './speed/mails.js';
import { ask, cpu, median, quantile } from './speed/measure.js';
import { besidePeers } from './speed/peers/compare.js';
import { linesOf } from './speed/print.js';
import { type Result, record } from './speed/result.js';
import { stagesOf } from './speed/stages.js';
import { samplesOf, startUp } from './speed/start.js';

// What a message costs, beside what it costs the filters that are installed: npm run bench [-- --corpora FOLDER] [--record].
// Machines are noisy: medians, and ratios of one run; nothing is asserted.
const { values } = parseArgs({
  options: { corpora: { type: 'string' }, record: { type: 'boolean', default: false }, peers: { type: 'boolean', default: true } },
  allowNegative: true,
});
const know = load(pathToFileURL(`${ROOT}doors/command/dist/shelf/`));
const ROUNDS = 7;
/**
 * Passes before a message's cost is taken. Node compiles the code that runs often while it runs, at first more of it than it reads of mail,
 * and for some fifteen passes (6,000 mails); the peers were compiled by their makers. What the passes before that cost is told beside it.
 */
const WARM = 20;

const mails = mailsToMeasure(values.corpora);
const { bytes, ...about } = mails;
const start = startUp();
const samples = samplesOf(know);
const floor = floorOf();

const pass = (): void => {
  for (const mail of bytes) detect(ask(mail), know);
};
const meansOf = (rounds: readonly (readonly number[])[]): number => median(rounds.map((round) => round.reduce((sum, n) => sum + n, 0) / round.length));
const measured = (): readonly (readonly number[])[] => Array.from({ length: ROUNDS }, () => bytes.map((mail) => cpu(() => void detect(ask(mail), know))));
const first = cpu(pass) / bytes.length;
pass();
const early = meansOf(measured());
for (let k = 2 + ROUNDS; k < WARM; k++) pass();
const rounds = measured();
const each = bytes.map((_, k) => median(rounds.map((round) => round[k] as number)));
const perMail = {
  mean: meansOf(rounds),
  p50: quantile(each, 0.5),
  p99: quantile(each, 0.99),
  early,
  first,
};
const stages = stagesOf(() => {
  for (let k = 0; k < 3; k++) pass();
});
const perSecond = { one: await messagesASecond(bytes, 1), two: await messagesASecond(bytes, 2) };
const result: Result = {
  start,
  samples,
  floor,
  mails: { count: bytes.length, ...about },
  perMail,
  stages,
  perSecond,
  memory: peakMemory(bytes),
  growth: growthOf(know),
  compared: values.peers ? await besidePeers(bytes) : { peers: [], absent: [] },
};
for (const line of linesOf(result)) console.log(line);
if (values.record) console.log(`recorded in ${record(result)}`);

/** In a process of its own, which reads the mails from a folder as a program would. */
function peakMemory(mails: readonly Uint8Array[]): Result['memory'] {
  const folder = mkdtempSync(join(tmpdir(), 'hattari-bench-'));
  try {
    mails.forEach((mail, k) => {
      writeFileSync(join(folder, `${k}.eml`), mail);
    });
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('./speed-memory.js', import.meta.url)), folder], { encoding: 'utf8' });
    return JSON.parse(stdout) as Result['memory'];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
