import type { Failure, Reply } from './guard.js';
import type { Cost } from './model.js';

/** Milliseconds of CPU above which a file is said to hang the reader, and megabytes above which it eats the machine (issue 3). */
export const HANG = 5000;
export const MEMORY = 1024;

export const isFailure = (reply: Reply): reply is Failure => 'failed' in reply;

/** What is wrong with one file, in a sentence; null for nothing. */
export function wrongWith(reply: Reply, over: boolean): string | null {
  if (isFailure(reply)) return `${reply.id}: ${reply.failed}`;
  const wrong = [...reply.breaches];
  if (reply.cpu > HANG) wrong.push(`${(reply.cpu / 1000).toFixed(1)} s of CPU`);
  if (over && reply.whole) wrong.push('over a limit, and told as wholly read');
  return wrong.length === 0 ? null : `${reply.id}: ${wrong.join('; ')}`;
}

/** The slowest five, and the peak of memory with the file that raised it. */
export function summary(costs: readonly Cost[]): string {
  const slowest = [...costs].sort((a, b) => b.cpu - a.cpu).slice(0, 5);
  const peak = costs.reduce((most, cost) => Math.max(most, cost.peak), 0);
  const raised = costs.find((cost) => cost.peak === peak);
  const total = costs.reduce((sum, cost) => sum + cost.cpu, 0);
  return [
    `${costs.length} files, ${(total / 1000).toFixed(1)} s of CPU, peak ${peak.toFixed(0)} MB resident (${raised?.id ?? 'none'})`,
    ...slowest.map((cost) => `  ${(cost.cpu / 1000).toFixed(2)} s  ${(cost.bytes / 1000).toFixed(0)} KB  ${cost.verdict}  ${cost.id}`),
  ].join('\n');
}
