import { filesToSee, type Seen, type Speech, type Unseen } from '@hattari/engine';
import { see } from '@hattari/sight/node';
import type { Item } from '../input.js';
import type { Terminal } from '../terminal.js';

export const THREAD = new URL('./sight-worker.js', import.meta.url);

/** What sight reads in the pictures, PDFs and documents of one message. Nothing of them is kept anywhere. */
export async function look(
  { bytes, file }: Item,
  seconds: number,
  { speech, terminal }: { readonly speech: Speech; readonly terminal: Terminal },
): Promise<readonly Seen[]> {
  const files = filesOf(bytes, file);
  if (files.length === 0) return [];
  const { progress } = terminal;
  const seen = await see(files, THREAD, {
    patience: seconds * 1_000,
    progress: (percent, at, count) => progress?.(speech.say('sight-progress', { percent: String(percent), at: String(at), count: String(count) })),
  });
  progress?.('');
  return seen;
}

/** The files of a message that sight may read. */
export function filesOf(bytes: Uint8Array, name: string): readonly Unseen[] {
  try {
    return filesToSee({ bytes, name });
  } catch {
    // A fault of ours, which whoever judges the same bytes meets again, and tells.
    return [];
  }
}
