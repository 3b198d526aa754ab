import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Reading } from '../chunks.js';
import { Stop } from '../stop.js';
import { type Position, type Slot, slotsOf } from './slots.js';

let folder = '';
const mbox = (count: number): string =>
  Array.from({ length: count }, (_, n) => `From a@example.org Mon Jan  5 10:00:00 2026\nFrom: a@example.org\nTo: b@example.org\n\nnumber ${n}\n\n`).join('');
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hattari-slots-'));
  for (const sub of ['a/cur', 'a/new', 'c']) mkdirSync(join(folder, sub), { recursive: true });
  for (const [name, content] of [
    ['a/cur/2.host:2,S', 'two'],
    ['a/new/1.host', 'one'],
    ['b.mbox', mbox(4)],
    ['c/.hidden', ''],
    ['c/1.gz', gzipSync(mbox(3))],
    ['c/2.gz', gzipSync(mbox(3)).subarray(0, -5)],
  ] as const)
    writeFileSync(join(folder, name), content);
  symlinkSync('nowhere', join(folder, 'd'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function slots(from: Position | null, ask?: (slot: Slot, stop: Stop) => void): Promise<Slot[]> {
  const stop = new Stop();
  const all: Slot[] = [];
  const paths = [join(folder, 'b.mbox'), folder];
  for await (const slot of slotsOf(paths, from, new Reading(stop), { bytes: 0 }, () => false)) {
    all.push(slot);
    ask?.(slot, stop);
  }
  return all;
}

test('law: from any position on comes exactly what comes behind it in a whole run', async () => {
  const whole = await slots(null);
  // 4 of the mbox that is named; 2 of the Maildir, 4, hidden, 3, 3 and that the last is damaged, and a dangling link.
  expect(whole.length).toBe(4 + 2 + 4 + 1 + 3 + 3 + 1 + 1);
  for (const [n, { position }] of whole.entries()) expect(await slots(JSON.parse(JSON.stringify(position)) as Position)).toEqual(whole.slice(n + 1));
});

test('told to stop, it gives nothing more', async () => {
  expect((await slots(null, (slot, stop) => slot.position.step === 2 && stop.ask())).length).toBe(2);
});
