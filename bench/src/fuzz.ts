import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Guard } from './hostile/guard.js';
import type { Cost } from './hostile/model.js';
import { isFailure, MEMORY, summary, wrongWith } from './hostile/report.js';

// npm run fuzz -- --seconds 60 [--seed N]: messages made from seeds N, N+1, ...; a seed that fails is printed, and gives the
// same message again: npm run fuzz -- --seconds 1 --seed THAT. Exit 1 if one threw, hung, ate the memory or broke a law.
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } } });
const seconds = wholeNumber('--seconds', values.seconds);
const first = values.seed === undefined ? Math.floor(Math.random() * 1e9) : wholeNumber('--seed', values.seed);
/** Failures that are told; one mistake fails many seeds. */
const MOST = 10;

const guard = new Guard(new URL('./hostile-child.js', import.meta.url));
const until = performance.now() + seconds * 1000;
const slowest: Cost[] = [];
let executions = 0;
let bytes = 0;
let failures = 0;
let peak = 0;
for (let seed = first; performance.now() < until && failures < MOST; seed++) {
  const reply = await guard.run({ fuzz: seed });
  executions++;
  const wrong = wrongWith(isFailure(reply) ? { ...reply, id: `seed ${seed}` } : reply, false);
  if (wrong !== null) {
    failures++;
    console.log(wrong);
  }
  if (isFailure(reply)) continue;
  bytes += reply.bytes;
  peak = Math.max(peak, reply.peak);
  slowest.push(reply);
  if (slowest.length > 1000) slowest.sort((a, b) => b.cpu - a.cpu).splice(5);
}
await guard.end();
if (peak > MEMORY) console.log(`memory: ${peak.toFixed(0)} MB, more than ${MEMORY}`);
console.log(`fuzz: ${executions} executions from seed ${first}, mean ${(bytes / executions / 1000).toFixed(1)} KB, ${failures} failures; slowest:`);
console.log(summary(slowest.sort((a, b) => b.cpu - a.cpu).slice(0, 5)));
process.exitCode = failures > 0 || peak > MEMORY ? 1 : 0;

function wholeNumber(name: string, given: string): number {
  const number = Number(given);
  if (given.trim() !== '' && Number.isInteger(number) && number >= 0) return number;
  console.error(`${name}: wanted a whole number, got ${given}`);
  process.exit(2);
}
