import { setImmediate } from 'node:timers/promises';
import type { Speech } from '@hattari/engine';
import type { Reading } from '../chunks.js';
import type { Terminal } from '../terminal.js';
import type { Passed } from './slots.js';
import { duration, rateOf } from './summary.js';
import { sizeOf, walk } from './walk.js';

/** Milliseconds between two looks of the progress line. */
const PERIOD = 500;
const MEASURED_A_TURN = 200;

/** A line that tells how far a scan is; only on a terminal, never in a log. */
export class Progress {
  private total: number | null = null;
  private readonly began = performance.now();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly terminal: Terminal,
    private readonly speech: Speech,
    private readonly reading: Reading,
    private readonly passed: Passed,
    /** Messages of this run so far. */
    private readonly count: () => number,
    /** Bytes that were read, and whose messages are not yet told. */
    private readonly ahead: () => number,
  ) {}

  begin(paths: readonly string[]): void {
    if (this.terminal.progress === null) return;
    this.timer = setInterval(() => this.terminal.progress?.(this.line()), PERIOD);
    void this.measure(paths);
  }

  end(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.terminal.progress?.('');
  }

  private line(): string {
    const seconds = (performance.now() - this.began) / 1000;
    const count = this.count();
    const slots = { count: String(count), rate: rateOf(count, seconds) };
    // What was read may wait long for its pictures; of a packed mailbox more waits than was read.
    const done = Math.max(1, this.reading.bytes - this.ahead());
    const todo = this.total === null ? 0 : this.total - this.passed.bytes - done;
    if (todo <= 0 || count === 0) return this.speech.say('scan-progress', slots);
    return this.speech.say('scan-progress-left', { ...slots, time: duration((todo / done) * seconds, this.speech.code) });
  }

  /** The size of everything, beside the work; a pipe has none, and then no time left is told. */
  private async measure(paths: readonly string[]): Promise<void> {
    if (paths.includes('-')) return;
    let total = 0;
    let n = 0;
    for (const found of walk(paths)) {
      if (this.timer === null) return;
      total += sizeOf(found);
      if (++n % MEASURED_A_TURN === 0) await setImmediate();
    }
    this.total = total;
  }
}
