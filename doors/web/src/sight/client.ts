import type { Seen, Unseen } from '@hattari/engine';
import { type Begin, seeWith } from '@hattari/sight/see';
import type { Answer, Question } from '@hattari/sight/web';
import { fetched, type SightParts } from '../page-data.js';

/** What is shown while pictures are read. `megabytes`: of the parts that are on their way; 0 where they are all there. */
export type Progress = { readonly megabytes: number; readonly file: number; readonly files: number };

/** Ending a reading: the reader wanted it, or a part could not be had. */
export class Unreadable extends Error {
  constructor(readonly why: 'stopped' | 'parts-failed') {
    super(why);
  }
}

/** Programs without which nothing can be read; of the data of a language the reader says what it could not have. */
const NEEDED: ReadonlySet<string> = new Set(['ocr', 'pictures', 'pdf', 'codes', 'eng']);

/**
 * Reads the pictures, PDFs and documents of one message in a worker that lives no longer than that. Its parts are loaded here, each
 * when it is first wanted. Rejects with `Unreadable` only.
 */
export async function readFiles(
  files: readonly Unseen[],
  parts: SightParts,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): Promise<readonly Seen[]> {
  const end = new AbortController();
  let failed: Unreadable | null = null;
  let progress: Progress = { megabytes: 0, file: 1, files: files.length };
  const told = (more: Partial<Progress>): void => {
    progress = { ...progress, ...more };
    tell(progress);
  };
  const give = (why: Unreadable['why']): void => {
    failed ??= new Unreadable(why);
    end.abort();
  };
  if (signal.aborted) throw new Unreadable('stopped');
  signal.addEventListener('abort', () => give('stopped'), { once: true });

  const begin: Begin = (on) => {
    const worker = new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' });
    const say = (answer: Answer, moved: Uint8Array): void => worker.postMessage(answer, [moved.buffer]);
    const have = async (part: string): Promise<void> => {
      const file = parts[part];
      on.rests();
      told({ megabytes: progress.megabytes + (file?.bytes ?? 0) / 1_000_000 });
      const bytes = file === undefined ? null : await fetched(file).catch(() => null);
      told({ megabytes: 0 });
      on.goes();
      if (bytes !== null) say({ kind: 'part', part, bytes }, bytes);
      else if (NEEDED.has(part)) give('parts-failed');
      else worker.postMessage({ kind: 'part', part, bytes } satisfies Answer);
    };
    worker.onmessage = ({ data }: MessageEvent<Question>) => {
      if (data.kind === 'want') void have(data.part);
      else on.told(data);
    };
    worker.onerror = on.died;
    return {
      give: (file) => {
        const bytes = file.bytes.slice();
        say({ kind: 'read', file: { ...file, bytes } }, bytes);
      },
      end: () => worker.terminate(),
    };
  };
  tell(progress);
  const seen = await seeWith(begin, files, { signal: end.signal, progress: (_, file, count) => told({ file, files: count }) });
  if (failed !== null) throw failed;
  return seen;
}
