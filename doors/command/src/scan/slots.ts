import { setImmediate } from 'node:timers/promises';
import type { Reading } from '../chunks.js';
import { type Failure, type Item, itemsOf, type Skipped } from '../input.js';
import { compareKeys, type Key } from './key.js';
import { type Ours, sizeOf, walk } from './walk.js';

/** How far a scan is: behind the `step`-th thing that the file at `key` gave. */
export type Position = { readonly key: Key; readonly step: number };

/** One thing of a scan in its order: a message, or why there is none. */
export type Slot = { readonly position: Position; readonly what: Item | Failure | Skipped };

/** Bytes of files that were gone through before this run, and are passed over. */
export type Passed = { bytes: number };

/** Things between two turns of the event loop: signals and workers must be heard while nothing else waits. */
const TURN = 32;

/** Everything that the paths hold behind `from`, in order, until told to stop; `seeing`: pictures in folders too. */
export async function* slotsOf(
  paths: readonly string[],
  from: Position | null,
  reading: Reading,
  passed: Passed,
  ours: Ours,
  seeing = false,
): AsyncGenerator<Slot> {
  let count = 0;
  for (const found of walk(paths, ours)) {
    const { key, what } = found;
    if (reading.stop.asked) return;
    if (++count % TURN === 0) await setImmediate();
    const order = from === null ? 1 : compareKeys(key, from.key);
    if (order < 0) {
      passed.bytes += sizeOf(found);
      continue;
    }
    const behind = order === 0 ? (from as Position).step : 0;
    let step = 0;
    if ('path' in what) {
      for await (const item of itemsOf(what, reading, { seeing })) {
        if (reading.stop.asked) return;
        if (++count % TURN === 0) await setImmediate();
        if (++step > behind) yield { position: { key, step }, what: item };
      }
    } else if (++step > behind) yield { position: { key, step }, what };
  }
}
