import { expect, test } from 'vitest';
import { messagesOf } from './messages.js';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const mail = 'From a@example.org Mon Oct  5 09:12:03 2026\nSubject: x\n\nI filmed you.\n\n';

test.each<[string, ReturnType<typeof file>[], readonly string[], number]>([
  ['each file is a message', [file('a.txt', 'I filmed you.'), file('b.eml', 'Subject: x\n\nPay.')], ['a.txt', 'b.eml'], 0],
  ['a mailbox is as many as it holds, beside others', [file('a.mbox', mail.repeat(2)), file('b.txt', 'Pay.')], ['a.mbox', 'a.mbox', 'b.txt'], 0],
  [
    'no more than a person reads, all files together',
    [file('a.mbox', mail.repeat(49)), file('b.mbox', mail.repeat(4))],
    [...Array(49).fill('a.mbox'), 'b.mbox'],
    3,
  ],
  ['none', [], [], 0],
])('%s', (_, given, names, left) => {
  const { messages, more } = messagesOf(given);
  expect([messages.map(({ name }) => name), more]).toEqual([names, left]);
});
