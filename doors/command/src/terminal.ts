import type { Look } from './human.js';
import { printableLines } from './wrap.js';

/** What the program writes to and how it looks; handed in, so that tests bring their own. */
export type Terminal = { readonly out: (text: string) => void; readonly err: (text: string) => void; readonly look: Look; readonly inputIsTerminal: boolean };

/** Lines longer than this tire the eye, however wide the window. */
const WIDEST = 84;
const NARROWEST = 30;

export function processTerminal(): Terminal {
  const columns = process.stdout.columns || 80;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(printableLines(text)),
    look: { columns: Math.max(NARROWEST, Math.min(WIDEST, columns - 1)), colour: process.stdout.isTTY === true && !process.env['NO_COLOR'] },
    inputIsTerminal: process.stdin.isTTY === true,
  };
}
