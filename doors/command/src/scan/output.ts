import { fstatSync, ftruncateSync, type Stats } from 'node:fs';
import type { Terminal } from '../terminal.js';
import type { Written } from './journal.js';

/** Standard output of a scan: counts what was written, so that a journal can tell. */
export class Output {
  lines = 0;
  bytes = 0;
  private readonly file: string | null;
  private end: number;

  constructor(
    private readonly terminal: Terminal,
    stat: Stats | null = statOf(),
  ) {
    this.file = stat?.isFile() === true ? `${stat.dev}:${stat.ino}` : null;
    this.end = stat?.size ?? 0;
  }

  /** Writes lines; resolves when the system has taken them. */
  async write(lines: string, count: number): Promise<void> {
    const bytes = Buffer.byteLength(lines);
    await this.terminal.deliver(lines);
    this.lines += count;
    this.bytes += bytes;
    this.end += bytes;
  }

  is(stat: Stats): boolean {
    return this.file === `${stat.dev}:${stat.ino}`;
  }

  written(): Written {
    return { lines: this.lines, bytes: this.bytes, file: this.file, end: this.end };
  }

  /**
   * Goes on behind what a journal knows of. Lines that an ended run wrote after its last journal come again: where the output
   * is the same plain file they are taken off first (true); elsewhere the caller must tell.
   */
  resume(before: Written): boolean {
    this.lines = before.lines;
    this.bytes = before.bytes;
    if (this.file === null || this.file !== before.file || this.end < before.end) return false;
    ftruncateSync(1, before.end);
    this.end = before.end;
    return true;
  }
}

function statOf(): Stats | null {
  try {
    return fstatSync(1);
  } catch {
    return null;
  }
}
