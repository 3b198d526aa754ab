import type { Seen, Unseen } from '@hattari/engine';
import { useRef, useState } from 'preact/hooks';
import type { SightParts } from '../page-data.js';
import { type Progress, readFiles, Unreadable } from './client.js';

export type Reading = {
  /** Null where nothing is being read. */
  readonly progress: Progress | null;
  /** What the files say; null if that was ended by `quit`, or by `ended`, which was told of it. */
  readonly read: (files: Promise<readonly Unseen[]>) => Promise<readonly Seen[] | null>;
  /** The reader ends it, and is told so. */
  readonly stop: () => void;
  /** It is wanted no more. */
  readonly quit: () => void;
};

/** The reading of pictures as the screens see it: one at a time. */
export function useSight(parts: SightParts, ended: (why: Unreadable['why']) => void): Reading {
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<AbortController | null>(null);
  const stop = (): void => running.current?.abort();
  const quit = (): void => {
    const last = running.current;
    running.current = null;
    setProgress(null);
    last?.abort();
  };
  const read = async (files: Promise<readonly Unseen[]>): Promise<readonly Seen[] | null> => {
    quit();
    const mine = new AbortController();
    running.current = mine;
    const isMine = (): boolean => running.current === mine;
    setProgress({ megabytes: 0, file: 1, files: 1 });
    try {
      const seen = await readFiles(await files, parts, mine.signal, (now) => isMine() && setProgress(now));
      return isMine() ? seen : null;
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause;
      if (isMine()) ended(cause.why);
      return null;
    } finally {
      if (isMine()) quit();
    }
  };
  return { progress, read, stop, quit };
}
