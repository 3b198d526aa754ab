import type { Ask } from '@hattari/engine';

/** The value below which a share `part` (0 to 1) of the values lie. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Milliseconds of CPU of this process, all its threads, that the work takes. */
export function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The median of some runs. */
export function cpuOf(runs: number, work: () => void): number {
  return median(Array.from({ length: runs }, () => cpu(work)));
}

export function ask(bytes: Uint8Array): Ask {
  return { bytes, answers: {}, place: 'US', words: 'en', now: 0 };
}

export function sizeOf(bytes: number): string {
  return bytes >= 1e6 ? `${bytes / 1e6} MB` : `${bytes / 1e3} KB`;
}
