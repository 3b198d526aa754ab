import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { answerIn, askService } from './range.js';

const REST = '0123456789ABCDEF0123456789ABCDEF012';
const OTHER = 'F'.repeat(35);

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  [`${OTHER}:4\r\n${REST}:52579\r\n`, { is: 'found', times: 52_579 }, 'it stands there so many times'],
  [`${OTHER}:4\r\n`, { is: 'not-found' }, 'others of the same five digits are no answer'],
  [`${REST}:0\r\n${OTHER}:3`, { is: 'not-found' }, 'a line that only pads'],
  [`${REST}:7`, { is: 'found', times: 7 }, 'one line without an end'],
  ['', { is: 'wrong' }, 'there is never none'],
  ['<html>Please sign in to this network</html>', { is: 'wrong' }, 'another page in its place'],
  [`${OTHER}:4\nfailed`, { is: 'wrong' }, 'an answer that broke off is no "not found"'],
  [`${REST.slice(1)}:4`, { is: 'wrong' }, 'a digit is missing'],
] as const)('%j is %j: %s', (text, expected, _) => {
  expect(answerIn(text, REST)).toEqual(expected);
});

const DIGEST = createHash('sha1').update('blue-kettle-77').digest('hex').toUpperCase();
const answering = (response: () => Response | Promise<Response>): { asked: [string, RequestInit][] } => {
  const asked: [string, RequestInit][] = [];
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push([address, init]);
    return await response();
  });
  return { asked };
};

test('five digits are sent, and a padded answer is asked for', async () => {
  const { asked } = answering(() => new Response(`${DIGEST.slice(5)}:3\r\n${OTHER}:0`));
  expect(await askService('blue-kettle-77')).toEqual({ is: 'found', times: 3 });
  const [[address, init] = ['', {}]] = asked;
  expect(asked.length).toBe(1);
  expect(address).toBe(`https://api.pwnedpasswords.com/range/${DIGEST.slice(0, 5)}`);
  expect(init).toMatchObject({ headers: { 'Add-Padding': 'true' }, credentials: 'omit', cache: 'no-store' });
  expect(JSON.stringify(init)).not.toContain('blue-kettle');
});

test.each([
  ['an error of the service', () => new Response('', { status: 503 }), 'wrong'],
  ['more than any answer has', () => new Response('A'.repeat(500_000)), 'wrong'],
  ['a line that is not allowed, or broken', () => Promise.reject(new TypeError('failed')), 'wrong'],
] as const)('%s is never "not found"', async (_, response, expected) => {
  answering(response);
  expect(await askService('x')).toEqual({ is: expected });
});

test('without a network, without an answer in time, without SHA-1', async () => {
  answering(() => Promise.reject(new TypeError('failed')));
  vi.stubGlobal('navigator', { onLine: false });
  expect(await askService('x')).toEqual({ is: 'offline' });
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => new Promise((__, reject) => signal?.addEventListener('abort', () => reject(signal.reason))));
  expect(await askService('x', 10)).toEqual({ is: 'silent' });
  vi.stubGlobal('crypto', {});
  expect(await askService('x')).toEqual({ is: 'not-here' });
});
