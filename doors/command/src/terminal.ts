import { closeSync, openSync, readSync } from 'node:fs';
import type { Look } from './page.js';
import { printable, printableLines, wrap } from './wrap.js';

/** What the program writes to and how it looks; handed in, so that tests bring their own. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Writes to the output; resolves when the system has taken all of it. */
  readonly deliver: (text: string) => Promise<void>;
  /** Resolves when the output has room again: a slow reader must not fill the memory. */
  readonly drained: () => Promise<void>;
  /** Shows one line in place of the one before, '' for none; null where nobody sees it: not a terminal. */
  readonly progress: ((text: string) => void) | null;
  readonly look: Look;
  readonly inputIsTerminal: boolean;
  /** Puts a question and waits for a line, null at the end of input; null where nobody sits there. */
  readonly ask: ((question: string) => string | null) | null;
};

/** Lines longer than this tire the eye, however wide the window. */
const WIDEST = 84;
const NARROWEST = 30;

/** Back to the start of the line, and nothing on it. */
const CLEARED = '\r\u001b[K';

export function processTerminal(): Terminal {
  const { stdout, stderr, stdin } = process;
  const columns = stdout.columns || 80;
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write(CLEARED);
    shown = false;
  };
  return {
    out: (text) => void stdout.write(text),
    err: (text) => {
      clear();
      stderr.write(printableLines(text));
    },
    deliver: (text) =>
      new Promise((resolve) => {
        if (stdout.isTTY) clear();
        stdout.write(text, () => resolve());
      }),
    drained: () => (stdout.writableNeedDrain ? new Promise((resolve) => stdout.once('drain', resolve)) : Promise.resolve()),
    progress: stderr.isTTY
      ? (text) => {
          clear();
          if (text === '') return;
          stderr.write(cut(printable(text), (stderr.columns || 80) - 1));
          shown = true;
        }
      : null,
    look: { columns: Math.max(NARROWEST, Math.min(WIDEST, columns - 1)), colour: stdout.isTTY === true && !process.env['NO_COLOR'] },
    inputIsTerminal: stdin.isTTY === true,
    ask: stdin.isTTY === true && stdout.isTTY === true ? askAtTerminal : null,
  };
}

/** Bytes of an answer that are looked at. */
const ANSWER_BYTES = 1024;

/** The terminal is opened anew: standard input has ended where the message was pasted. Blocks, since there is nothing else to do. */
function askAtTerminal(question: string): string | null {
  process.stdout.write(printableLines(question));
  let device: number;
  try {
    device = openSync(process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r');
  } catch {
    return null;
  }
  try {
    const buffer = Buffer.alloc(ANSWER_BYTES);
    const got = readSync(device, buffer, 0, ANSWER_BYTES, null);
    return got === 0 ? null : buffer.toString('utf8', 0, got);
  } catch {
    return null;
  } finally {
    closeSync(device);
  }
}

/** What of a line fits: one that wraps could not be taken back. */
function cut(text: string, columns: number): string {
  return wrap(text, columns)[0] ?? '';
}
