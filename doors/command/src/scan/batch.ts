import type { Live, Seen } from '@hattari/engine';
import type { Stop } from '../stop.js';
import type { Pool } from './pool.js';
import type { Result, Work } from './result.js';
import type { Slot } from './slots.js';

/** Slots that go to a worker together: small mails must not be paid for by the sending. */
const BATCH_SLOTS = 32;
const BATCH_BYTES = 256 * 1024;
/** Bytes of messages that are read and not yet told. */
const IN_FLIGHT_BYTES = 64 * 1024 * 1024;
/** Batches that are begun and not yet told, a worker: a slow message holds up the output, not the memory. */
const IN_FLIGHT_BATCHES = 6;
/** Milliseconds that a message waits for company while a worker is idle. */
const COMPANY = 20;

/** Slots in their order, and what comes of the messages among them (by place; null: the pool was closed). */
export type Batch = { readonly slots: readonly Slot[]; readonly bytes: number; readonly results: Promise<Result[] | null> };

/** Batches between whoever reads and whoever tells: bounded in bytes and number, first in, first out. */
export class BatchQueue {
  private slots: Slot[] = [];
  private bytes = 0;
  private readonly ready: Batch[] = [];
  private begun = 0;
  private begunBytes = 0;
  private ended = false;
  private abandoned = false;
  private fault: unknown = null;
  private wakeTaker = (): void => {};
  private wakeFeeder = (): void => {};
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly workers: number,
    /** What the DNS says of a message; null: it is not asked. */
    private readonly live: ((work: Work) => Promise<Live | undefined>) | null = null,
    /** What sight reads in the files of a message; null: they are not read. */
    private readonly look: ((work: Work) => Promise<readonly Seen[]>) | null = null,
  ) {}

  /** Bytes that were read and not yet told. */
  get ahead(): number {
    return this.begunBytes + this.bytes;
  }

  /** Takes all slots in; resolves at their end, or when abandoned. A fault of the source is thrown by `take`. */
  async feed(slots: AsyncIterable<Slot>, stop: Stop): Promise<void> {
    try {
      for await (const slot of slots) {
        this.add(slot);
        while (!this.abandoned && !stop.asked && (this.begun >= this.workers * IN_FLIGHT_BATCHES || this.begunBytes >= IN_FLIGHT_BYTES))
          await new Promise<void>((resolve) => {
            this.wakeFeeder = resolve;
          });
        if (this.abandoned) break;
      }
    } catch (cause) {
      this.fault = cause;
    }
    if (this.timer !== null) clearTimeout(this.timer);
    this.send();
    this.ended = true;
    this.wakeTaker();
  }

  /** The next batch; null when there is no more. */
  async take(): Promise<Batch | null> {
    while (this.ready.length === 0) {
      if (this.fault !== null) throw this.fault;
      if (this.ended) return null;
      await new Promise<void>((resolve) => {
        this.wakeTaker = resolve;
      });
    }
    return this.ready.shift() as Batch;
  }

  /** Makes room: the batch was told. */
  release(batch: Batch): void {
    this.begun--;
    this.begunBytes -= batch.bytes;
    this.wakeFeeder();
  }

  abandon(): void {
    this.abandoned = true;
    this.wakeFeeder();
  }

  private add(slot: Slot): void {
    this.slots.push(slot);
    if ('bytes' in slot.what) this.bytes += slot.what.bytes.length;
    if (this.slots.length >= BATCH_SLOTS || this.bytes >= BATCH_BYTES) this.send();
    else this.timer ??= setTimeout(() => this.late(), COMPANY);
  }

  private late(): void {
    this.timer = null;
    if (this.slots.length === 0) return;
    if (this.pool.idle) this.send();
    else this.timer = setTimeout(() => this.late(), COMPANY);
  }

  private send(): void {
    if (this.slots.length === 0) return;
    const { slots, bytes } = this;
    this.slots = [];
    this.bytes = 0;
    const work: Work[] = [];
    for (const [index, { what }] of slots.entries()) if ('bytes' in what) work.push({ index, file: what.file, message: what.message, bytes: what.bytes });
    this.begun++;
    this.begunBytes += bytes;
    this.ready.push({ slots, bytes, results: this.judged(work) });
    this.wakeTaker();
  }

  /** One message of a batch after the other: as many are asked about at once as batches are begun. */
  private async judged(work: readonly Work[]): Promise<Result[] | null> {
    if (this.live === null && this.look === null) return await this.pool.judge(work);
    const asked: Work[] = [];
    for (const one of work) {
      const live = await this.live?.(one);
      const seen = await this.look?.(one);
      asked.push({ ...one, ...(live === undefined ? {} : { live }), ...(seen === undefined || seen.length === 0 ? {} : { seen }) });
    }
    return await this.pool.judge(asked);
  }
}
