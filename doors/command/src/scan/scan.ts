import { rmSync, type Stats } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Live, Seen } from '@hattari/engine';
import { type ScanOptions, Usage } from '../arguments.js';
import type { Setting } from '../check.js';
import { Reading } from '../chunks.js';
import { type Complete, openDns } from '../dns/open.js';
import type { Failure } from '../input.js';
import { failureLine } from '../line.js';
import { Eyes } from '../sight/eyes.js';
import { EXIT, worst } from '../severity.js';
import { Stop } from '../stop.js';
import { type Batch, BatchQueue } from './batch.js';
import { digestOf, type Journal, readJournal, removeStaleDrafts, writeJournal } from './journal.js';
import { Output } from './output.js';
import { Pool } from './pool.js';
import { Progress } from './progress.js';
import type { Result, Work } from './result.js';
import { type Passed, type Position, slotsOf } from './slots.js';
import { summaryOf } from './summary.js';
import { Tally } from './tally.js';

/** Milliseconds that what is in flight may take once the scan was told to stop. */
const GRACE = 10_000;
/** Messages, or milliseconds, from one journal to the next; writing them may take a twentieth of the time. */
const JOURNAL_MESSAGES = 2_000;
const JOURNAL_TIME = 2_000;
const JOURNAL_SHARE = 20;

/** `hattari scan`: every message of the paths, judged on all cores, told in order. Returns the exit code. */
export async function scan(options: ScanOptions, setting: Setting, knowledge: Uint8Array, edition: string): Promise<number> {
  if (options.paths.length === 0) throw new Usage('cli-no-path');
  return await new Scan(options, setting, knowledge, edition).go();
}

class Scan {
  private readonly reading = new Reading();
  /** Asked when what is in flight had its time. */
  private readonly late = new Stop();
  private readonly passed: Passed = { bytes: 0 };
  private readonly output: Output;
  private readonly digests: { readonly paths: string; readonly options: string };
  private readonly journal: Journal | null;
  private readonly tally: Tally;
  private readonly codes: Set<number>;
  private readonly now: number;
  private readonly began = performance.now();
  private position: Position | null;
  private unwritten = 0;
  private written = performance.now();
  private cost = 0;
  private lost = false;

  constructor(
    private readonly options: ScanOptions,
    private readonly setting: Setting,
    private readonly knowledge: Uint8Array,
    edition: string,
  ) {
    const { answers, json, sketch, paths, resume, dns, sight } = options;
    this.output = new Output(setting.terminal);
    this.digests = {
      paths: digestOf(paths.map((path) => (path === '-' ? path : resolve(path)))),
      options: digestOf([edition, setting.speech.code, setting.place, answers, json, sketch, paths, dns !== null, sight]),
    };
    const journal = resume === null ? null : readJournal(resume, this.digests.paths, this.digests.options);
    this.journal = journal;
    this.tally = journal === null ? new Tally() : Tally.of(journal.tally);
    this.codes = new Set(journal?.codes);
    this.now = journal?.now ?? Date.now();
    this.position = journal?.position ?? null;
  }

  async go(): Promise<number> {
    const { options, setting, reading } = this;
    const { terminal, speech } = setting;
    this.takeUp();
    const workers = options.workers ?? availableParallelism();
    const pool = this.hire(workers);
    const queue = new BatchQueue(pool, workers, this.liveness(await openDns(options.dns, setting)), this.sight());
    const before = this.tally.messages;
    const progress = new Progress(
      terminal,
      speech,
      reading,
      this.passed,
      () => this.tally.messages - before,
      () => queue.ahead,
    );
    const ignore = onSignals(() => {
      progress.end();
      terminal.err(`${speech.say('scan-stopping')}\n`);
      reading.stop.ask();
      setTimeout(() => {
        this.late.ask();
        void pool.close();
      }, GRACE).unref();
    });
    progress.begin(options.paths);
    try {
      const fed = queue.feed(
        slotsOf(options.paths, this.position, reading, this.passed, (path, stat) => this.isOurs(path, stat), options.sight !== null),
        reading.stop,
      );
      for (let batch = await queue.take(); batch !== null && (await this.tell(batch)); batch = await queue.take()) {
        queue.release(batch);
        this.saveIfDue();
      }
      queue.abandon();
      await fed;
    } finally {
      progress.end();
      ignore();
      await pool.close();
    }
    const code = await this.end();
    // What nobody reads would keep the program from ending.
    if (this.late.asked) process.exit(code);
    return code;
  }

  private hire(workers: number): Pool {
    const { options, setting, knowledge, now } = this;
    const { json, sketch } = options;
    const answers = options.answers as Readonly<Record<string, string>>;
    return new Pool(workers, { knowledge, place: setting.place, words: setting.speech.code, answers, json, sketch, now });
  }

  /** What asks the DNS about one message; it does not wait for answers when what is in flight had its time. */
  private liveness(complete: Complete | null): ((work: Work) => Promise<Live | undefined>) | null {
    if (complete === null) return null;
    const { speech, place } = this.setting;
    const late = new Promise<undefined>((settle) => this.late.on(() => settle(undefined)));
    return async ({ file: name, bytes }) => {
      const asked = complete({ bytes, name, answers: {}, place, words: speech.code, now: this.now });
      return (await Promise.race([asked, late]))?.live;
    };
  }

  /** What reads the files of a message; begins none once the scan was told to stop, and is not waited for when what is in flight had its time. */
  private sight(): ((work: Work) => Promise<readonly Seen[]>) | null {
    const { sight } = this.options;
    if (sight === null) return null;
    const eyes = new Eyes(sight);
    const late = new Promise<readonly Seen[]>((settle) => this.late.on(() => settle([])));
    return async (work) => await Promise.race([eyes.look(work), late]);
  }

  /** Writes the lines of a batch, then counts it. False if it was not judged, or could not be written in time. */
  private async tell({ slots, results }: Batch): Promise<boolean> {
    const judged = await results;
    if (judged === null) return false;
    const { json } = this.options;
    let lines = '';
    let count = 0;
    const told = slots.map(({ what }, index): { failure: Failure | null; result: Result | null } => {
      const result = 'bytes' in what ? (judged[index] ?? { gaveUp: 'cli-unexpected' }) : null;
      const { file } = what;
      const failure =
        'id' in what
          ? what
          : result !== null && 'gaveUp' in result && 'bytes' in what
            ? { file, message: what.message, id: result.gaveUp, slots: { file } }
            : null;
      const line =
        failure !== null
          ? JSON.stringify(failureLine(failure, this.setting.speech.say(failure.id, failure.slots)))
          : result !== null && 'line' in result
            ? result.line
            : null;
      if (json && line !== null) {
        lines += `${line}\n`;
        count++;
      }
      return { failure, result };
    });
    if (count > 0 && !(await this.inTime(this.output.write(lines, count)))) return false;
    for (const [index, { what }] of slots.entries()) {
      const { failure, result } = told[index] as (typeof told)[number];
      if (failure !== null) {
        this.tally.failure(failure);
        this.codes.add(2);
        if (!json) this.setting.terminal.err(`${this.setting.speech.say(failure.id, failure.slots)}\n`);
      } else if ('skipped' in what) this.tally.skipped(what);
      else if ('bytes' in what && result !== null && !('gaveUp' in result)) {
        this.tally.message(what, result);
        this.codes.add(EXIT[result.kind]);
      }
    }
    this.position = slots.at(-1)?.position ?? this.position;
    this.unwritten += slots.length;
    return true;
  }

  /** False if it is not done when what is in flight had its time: nobody reads the output. */
  private inTime(work: Promise<void>): Promise<boolean> {
    return new Promise((settle, fail) => {
      const forget = this.late.on(() => settle(false));
      work.then(() => settle(true), fail).finally(forget);
    });
  }

  private takeUp(): void {
    const { journal, options, setting } = this;
    const { terminal, speech } = setting;
    if (options.resume === null) return;
    if (journal !== null) {
      terminal.err(`${speech.say('scan-resumed', { count: String(journal.tally.messages) })}\n`);
      const cut = this.output.resume(journal.written);
      if (options.json && !cut) terminal.err(`${speech.say('scan-resumed-output', { count: String(journal.written.lines) })}\n`);
    }
    removeStaleDrafts(options.resume);
    // Now, not after hours, is the time to learn that it cannot be written.
    try {
      this.save(options.resume);
    } catch (cause) {
      throw new Usage('cli-resume-lost', { file: options.resume, reason: (cause as NodeJS.ErrnoException).code ?? '' });
    }
  }

  private saveIfDue(): void {
    if (this.options.resume === null) return;
    const since = performance.now() - this.written;
    if ((this.unwritten < JOURNAL_MESSAGES && since < JOURNAL_TIME) || since < this.cost * JOURNAL_SHARE) return;
    this.trySave(this.options.resume);
  }

  private trySave(file: string): void {
    try {
      this.save(file);
    } catch (cause) {
      this.codes.add(2);
      const { terminal, speech } = this.setting;
      if (!this.lost) terminal.err(`${speech.say('cli-resume-lost', { file, reason: (cause as NodeJS.ErrnoException).code ?? '' })}\n`);
      this.lost = true;
    }
  }

  private save(file: string): void {
    const begin = performance.now();
    const { position, now, tally } = this;
    writeJournal(file, {
      hattari: 1,
      ...this.digests,
      position,
      now,
      written: this.output.written(),
      codes: [...this.codes],
      seconds: this.seconds(),
      tally: tally.state(),
    });
    this.unwritten = 0;
    this.written = performance.now();
    this.cost = this.written - begin;
  }

  private async end(): Promise<number> {
    const { options, setting, tally } = this;
    const incomplete = this.reading.stop.asked;
    if (options.resume !== null) {
      if (incomplete) this.trySave(options.resume);
      else rmSync(options.resume, { force: true });
    }
    if (incomplete) this.codes.add(2);
    const words = summaryOf({ tally, seconds: this.seconds(), incomplete }, setting.speech, setting.terminal.look);
    if (options.json) setting.terminal.err(words);
    else await this.inTime(setting.terminal.deliver(words));
    return worst(this.codes);
  }

  private seconds(): number {
    return (this.journal?.seconds ?? 0) + (performance.now() - this.began) / 1000;
  }

  /** The output and the journal may lie in a folder that is scanned. */
  private isOurs(path: Buffer, stat: Stats): boolean {
    const { resume } = this.options;
    return this.output.is(stat) || (resume !== null && resolve(path.toString()) === resolve(resume));
  }
}

/** Calls back at the first signal to stop; at the second the program ends at once. Gives what takes that back. */
function onSignals(stop: () => void): () => void {
  let asked = false;
  const hear = (): void => {
    if (asked) process.exit(2);
    asked = true;
    stop();
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  return () => {
    for (const signal of SIGNALS) process.off(signal, hear);
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
