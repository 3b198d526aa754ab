import { Worker } from 'node:worker_threads';
import { WORKER_MEGABYTES } from '../detect-large.js';
import type { Judging, Result, Work } from './result.js';

/** Milliseconds for one message; the largest that is read takes a tenth of it. */
const PATIENCE = 120_000;
const GLANCE = 1_000;
/** Deaths of workers on one batch that no message can be blamed for. */
const DEATHS = 3;

/** Heap for what is new in one worker: V8's own choice takes 50 MB more a scan and is no faster. */
const YOUNG_MEGABYTES = 8;

/** Milliseconds for one message, heap of one worker, and what it runs. */
type Means = { readonly patience: number; readonly megabytes: number; readonly program: URL };
type Job = { work: readonly Work[]; readonly results: Result[]; deaths: number; readonly done: (results: Result[] | null) => void };
type Hand = { readonly worker: Worker; readonly beat: Int32Array; job: Job | null; began: number; seen: number; since: number };

/**
 * Workers that judge batches of messages. One that dies, of memory or a fault, or is stuck at a message, is replaced; that
 * message is given up and the rest of its batch judged anew.
 */
export class Pool {
  private readonly hands = new Set<Hand>();
  private readonly waiting: Job[] = [];
  private readonly timer: NodeJS.Timeout;
  private closed = false;

  constructor(
    private readonly size: number,
    private readonly judging: Omit<Judging, 'beat'>,
    private readonly means: Means = { patience: PATIENCE, megabytes: WORKER_MEGABYTES, program: new URL('./scan-worker.js', import.meta.url) },
  ) {
    this.timer = setInterval(() => this.glance(), Math.min(GLANCE, means.patience / 2));
  }

  /** Results of the work in its order (`index` counts from 0); null if the pool was closed before. */
  judge(work: readonly Work[]): Promise<Result[] | null> {
    return new Promise((resolve) => {
      const results: Result[] = [];
      if (work.length === 0) resolve(results);
      else if (this.closed) resolve(null);
      else {
        this.waiting.push({ work, results, deaths: 0, done: resolve });
        this.next();
      }
    });
  }

  /** True if a batch would be begun at once. */
  get idle(): boolean {
    return this.waiting.length === 0 && [...this.hands].filter((hand) => hand.job !== null).length < this.size;
  }

  /** Ends every worker; what is not judged gives null. */
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    const left = [...this.waiting.splice(0), ...[...this.hands].flatMap((hand) => hand.job ?? [])];
    for (const job of left) job.done(null);
    await Promise.all([...this.hands].map((hand) => hand.worker.terminate()));
  }

  private next(): void {
    while (!this.closed && this.waiting.length > 0) {
      const hand = [...this.hands].find((one) => one.job === null) ?? (this.hands.size < this.size ? this.hire() : null);
      if (hand === null) return;
      const job = this.waiting.shift() as Job;
      hand.job = job;
      hand.began = Atomics.load(hand.beat, 1);
      hand.seen = hand.began;
      hand.since = performance.now();
      hand.worker.postMessage(job.work);
    }
  }

  private hire(): Hand {
    const beat = new Int32Array(new SharedArrayBuffer(8));
    const worker = new Worker(this.means.program, {
      workerData: { ...this.judging, beat } satisfies Judging,
      // Flags that the program was started with may keep a worker from starting.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.means.megabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    const hand: Hand = { worker, beat, job: null, began: 0, seen: 0, since: 0 };
    this.hands.add(hand);
    worker.on('message', (results: readonly (readonly [number, Result])[]) => {
      const { job } = hand;
      hand.job = null;
      if (job === null) return;
      for (const [index, result] of results) job.results[index] = result;
      job.done(job.results);
      this.next();
    });
    worker.on('error', () => {
      // Told by the exit that follows.
    });
    worker.on('exit', () => this.lost(hand));
    return hand;
  }

  private lost(hand: Hand): void {
    this.hands.delete(hand);
    const { job } = hand;
    hand.job = null;
    if (job === null || this.closed) return;
    if (Atomics.load(hand.beat, 1) !== hand.began) {
      const blamed = Atomics.load(hand.beat, 0);
      job.results[blamed] = { gaveUp: 'cli-gave-up' };
      job.work = job.work.filter((work) => work.index !== blamed);
    } else if (++job.deaths >= DEATHS) {
      for (const { index } of job.work) job.results[index] = { gaveUp: 'cli-unexpected' };
      job.work = [];
    }
    if (job.work.length === 0) job.done(job.results);
    else this.waiting.unshift(job);
    this.next();
  }

  private glance(): void {
    const now = performance.now();
    for (const hand of this.hands) {
      const beat = Atomics.load(hand.beat, 1);
      if (hand.job === null || beat !== hand.seen) {
        hand.seen = beat;
        hand.since = now;
      } else if (now - hand.since > this.means.patience) void hand.worker.terminate();
    }
  }
}
