import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE } from './all.js';
import { Guard, type Reply } from './guard.js';
import type { Cost } from './model.js';
import { isFailure, MEMORY, summary, wrongWith } from './report.js';

// Every message is hostile until it is read: nothing thrown, no process dead, no hang, and nothing unread is called clear.
// Two readers at once: together the files take a minute and a half of CPU.
const guards = Array.from({ length: 2 }, () => new Guard(new URL('../../dist/hostile-child.js', import.meta.url)));
const files = HOSTILE.map((file, index) => ({ ...file, index })).filter((file) => file.large !== true);
const replies = new Map<string, Reply>();

beforeAll(async () => {
  const queue = [...files];
  await Promise.all(
    guards.map(async (guard) => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) replies.set(file.id, await guard.run({ hostile: file.index }));
    }),
  );
  console.log(summary([...replies.values()].filter((reply): reply is Cost => !isFailure(reply))));
}, 600_000);
afterAll(async () => {
  for (const guard of guards) await guard.end();
});

describe('hostile files', () => {
  test('there are at least three hundred, each under a name of its own', () => {
    expect(files.length).toBeGreaterThanOrEqual(300);
    expect(replies.size).toBe(files.length);
  });

  test.each(files.map((file) => [file.id, file.why, file.over === true] as const))('%s: %s', (id, _, over) => {
    expect(wrongWith(replies.get(id) as Reply, over)).toBeNull();
  });

  test(`never more than ${MEMORY} MB`, () => {
    expect(Math.max(...[...replies.values()].map((reply) => (isFailure(reply) ? 0 : reply.peak)))).toBeLessThanOrEqual(MEMORY);
  });
});
