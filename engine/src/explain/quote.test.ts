import { describe, expect, test } from 'vitest';
import { read } from '../read/read.js';
import { quoteOf } from './quote.js';

const quoted = (text: string, part: string, words: string): string => {
  const mail = read({ bytes: Buffer.from(text) });
  const start = mail.parts.find(({ id }) => id === part)?.text.indexOf(words) ?? -1;
  expect(start).toBeGreaterThanOrEqual(0);
  return quoteOf(mail, { part, start, end: start + words.length }, []).quote;
};

describe('the words around what was found', () => {
  const LONG = 'i really do not know what you want from me since i never did anything to you at all';

  test.each([
    // pasted                                                                          part      found          quoted                                        why
    [`me: ok\nhim: ${LONG}\nhim: send 300 today`, 'turn:2', 'send 300', 'send 300 today', 'a long message above it is another message'],
    [`me: ok\nhim: send 300 today\nhim: ${LONG}`, 'turn:2', 'send 300', 'send 300 today', 'and one below it'],
    ['me: ok\nhim: i have it. send 300 today. or else', 'turn:2', 'send 300', 'send 300 today.', 'a sentence of a message'],
    [`${LONG}\nsend 300 today`, '1', 'send 300', `${LONG}\nsend 300 today`, 'a letter whose lines were wrapped'],
  ])('%j, %s, %j: %j (%s)', (text, part, words, expected) => expect(quoted(text, part, words)).toBe(expected));
});
