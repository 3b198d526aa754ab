import type { Seen } from '@hattari/engine';
import { see } from '@hattari/sight/node';
import { filesOf, THREAD } from './look.js';

/** Messages whose files are read at the same time: each takes a thread with some 600 MB, and a scan must stay below 1.5 GB. */
const AT_ONCE = 2;

/** Reads the files of many messages, a few messages at a time; each in a thread of its own, which ends with it. */
export class Eyes {
  private open = 0;
  private readonly waiting: (() => void)[] = [];

  /** `seconds`: for one message. */
  constructor(private readonly seconds: number) {}

  /** What sight reads in one message; in most there is nothing to be read, and they wait for nobody. */
  async look({ bytes, file }: { readonly bytes: Uint8Array; readonly file: string }): Promise<readonly Seen[]> {
    const files = filesOf(bytes, file);
    if (files.length === 0) return [];
    if (this.open >= AT_ONCE) await new Promise<void>((resolve) => void this.waiting.push(resolve));
    else this.open++;
    try {
      return await see(files, THREAD, { patience: this.seconds * 1_000 });
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.open--;
      else next();
    }
  }
}
