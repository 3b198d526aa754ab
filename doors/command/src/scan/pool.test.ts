import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Pool } from './pool.js';
import type { Work } from './result.js';

// Workers of another make: what the text says is what they do.
const PROGRAM = `
import { parentPort, workerData } from 'node:worker_threads';
parentPort.on('message', (batch) => {
  parentPort.postMessage(batch.map(({ index, bytes }) => {
    Atomics.store(workerData.beat, 0, index);
    Atomics.add(workerData.beat, 1, 1);
    const text = Buffer.from(bytes).toString();
    if (text === 'dies') process.exit(7);
    if (text === 'eats') for (const all = []; ; ) all.push(new Array(100_000).fill(all.length));
    if (text === 'hangs') for (;;);
    return [index, { line: text }];
  }));
});
`;

let folder = '';
let program = pathToFileURL('/');
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hattari-pool-'));
  const file = join(folder, 'worker.mjs');
  writeFileSync(file, PROGRAM);
  writeFileSync(join(folder, 'stillborn.mjs'), 'throw new Error("no")');
  program = pathToFileURL(file);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const work = (texts: readonly string[]): Work[] => texts.map((text, index) => ({ index, file: 'x', message: index, bytes: Buffer.from(text) }));
const pool = (patience = 60_000, from = program): Pool =>
  new Pool(
    2,
    { knowledge: new Uint8Array(0), place: '', words: '', answers: {}, json: true, sketch: false, now: 0 },
    { patience, megabytes: 64, program: from },
  );

describe('a message that its worker does not outlive is given up, and the others are judged', () => {
  test.each([
    ['dies', 60_000],
    ['eats', 60_000],
    ['hangs', 1_500],
  ])('%s', async (what, patience) => {
    const own = pool(patience);
    const texts = ['a', 'b', what, 'c', what, 'd'];
    const [results, others] = await Promise.all([own.judge(work(texts)), own.judge(work(['e', 'f']))]);
    await own.close();
    expect(results).toEqual(texts.map((text) => (text === what ? { gaveUp: 'cli-gave-up' } : { line: text })));
    expect(others).toEqual([{ line: 'e' }, { line: 'f' }]);
  });
});

test('workers that cannot even begin do not keep a batch for ever', async () => {
  const own = pool(60_000, pathToFileURL(join(folder, 'stillborn.mjs')));
  expect(await own.judge(work(['a', 'b']))).toEqual([{ gaveUp: 'cli-unexpected' }, { gaveUp: 'cli-unexpected' }]);
  await own.close();
});

test('a closed pool gives null for what it did not finish', async () => {
  const own = pool();
  const hanging = own.judge(work(['hangs']));
  await own.close();
  expect(await hanging).toBeNull();
  expect(await own.judge(work(['a']))).toBeNull();
});
