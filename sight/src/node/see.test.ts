import type { Unseen } from '@hattari/engine';
import { describe, expect, test } from 'vitest';
import { see } from './see.js';

/** A thread of a few lines, in place of the one that reads. */
const thread = (code: string): URL =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort as port } from 'node:worker_threads';\n${code}`)}`);
const file = (part: string): Unseen => ({ part, name: `/home/a/${part}.png`, kind: 'picture', bytes: new Uint8Array([1, 2, 3]) });
const DONE = `const done = (part, text) => port.postMessage({ kind: 'done', seen: { part, texts: [{ medium: 'image', text }], problems: [] } });`;

describe('what becomes of the files', () => {
  test('each is read, and given back in its order with its own bytes', async () => {
    const seen = await see([file('1'), file('2')], thread(`${DONE} port.on('message', ({ part, bytes }) => done(part, part + bytes.length));`));
    expect(seen.map(({ part, texts, problems }) => [part, texts[0]?.text, problems])).toEqual([
      ['1', '13', []],
      ['2', '23', []],
    ]);
  });

  test('no file: no thread is begun', async () => {
    expect(await see([], thread('throw new Error()'))).toEqual([]);
  });

  test('a stuck one is ended, what was read before stays, and the rest is told', async () => {
    const code = `${DONE} port.on('message', ({ part }) => { if (part === '1') done(part, 'read'); else { port.postMessage({ kind: 'so-far', seen: { part, texts: [{ medium: 'pdf', text: 'page one' }], problems: [] } }); setTimeout(() => { for (;;); }, 50); } });`;
    const seen = await see([file('1'), file('2'), file('3')], thread(code), { patience: 1_500 });
    expect(seen.map(({ texts, problems }) => [texts.map(({ text }) => text), problems.map(({ id }) => id)])).toEqual([
      [['read'], []],
      [['page one'], ['sight-time']],
      [[], ['sight-time']],
    ]);
    expect(seen[1]?.problems[0]?.detail).toBe('1.5 s');
  });

  test.each([
    ['that ends', 'process.exit(1)'],
    ['that throws', 'throw new Error("no")'],
    ['that fills its memory', 'const all = []; for (;;) all.push(new Array(1e7).fill(1.5))'],
  ])('a thread %s at one file reads the next in another', async (_what, fault) => {
    const seen = await see(
      [file('1'), file('2')],
      thread(`${DONE} port.on('message', ({ part }) => { if (part === '1') { ${fault} } else done(part, 'read'); });`),
    );
    expect(seen.map(({ texts, problems }) => [texts.length, problems])).toEqual([
      [0, [{ id: 'sight-broken', detail: '1.png' }]],
      [1, []],
    ]);
  });

  test('a thread that cannot even begin', async () => {
    const seen = await see([file('1'), file('2')], thread('throw new Error("no")'));
    expect(seen.map(({ problems }) => problems.map(({ id }) => id))).toEqual([['sight-broken'], ['sight-broken']]);
  });

  test('of sixty files fifty are read, and that is told', async () => {
    const files = Array.from({ length: 60 }, (_, k) => file(String(k)));
    const seen = await see(files, thread(`${DONE} port.on('message', ({ part }) => done(part, 'read'));`));
    expect([seen.length, seen.filter(({ texts }) => texts.length > 0).length]).toEqual([60, 50]);
    expect(seen[50]?.problems).toEqual([{ id: 'sight-pages', detail: '50 / 60' }]);
  });

  test('how far it is', async () => {
    const told: number[][] = [];
    await see(
      [file('1'), file('2')],
      thread(`${DONE} port.on('message', ({ part }) => { port.postMessage({ kind: 'progress', percent: 40 }); done(part, ''); });`),
      {
        progress: (...how) => told.push(how),
      },
    );
    expect(told).toEqual([
      [40, 1, 2],
      [40, 2, 2],
    ]);
  });
});
