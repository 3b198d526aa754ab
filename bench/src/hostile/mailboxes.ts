import { fill, join, lines, MB } from '../pieces.js';
import type { Hostile } from './model.js';

const FROM = 'From a@b.example Mon Oct  5 09:12:00 2026\n';

/** Mailboxes: each is also taken apart into its messages. */
export const MAILBOXES: readonly Hostile[] = [
  { id: 'mailbox: 500,000 From lines that are none', why: 'each is looked at', bytes: () => fill(2.5 * MB, 'From \n') },
  { id: 'mailbox: 60,000 From lines in a row', why: 'a message each', bytes: () => fill(60_000 * FROM.length, FROM) },
  { id: 'mailbox: 50,000 empty messages', why: 'a message each', bytes: () => fill(50_000 * (FROM.length + 1), `${FROM}\n`) },
  { id: 'mailbox: 20,000 messages', why: 'a message each', bytes: () => join(lines(20_000, (k) => `${FROM}From: a@b.example\nSubject: n${k}\n\nwords\n`)) },
  {
    id: 'mailbox: From lines quoted 1,000 times',
    why: 'each ">" is counted',
    bytes: () => join(FROM, 'Subject: s\n\n', fill(2 * MB, `${'>'.repeat(1000)}From \n`)),
  },
  { id: 'mailbox: 2 MB of ">"', why: 'one line to be unquoted', bytes: () => join(FROM, 'Subject: s\n\n', fill(2 * MB, '>')) },
  { id: 'mailbox: From lines without a date before a header', why: 'each asks for what follows', bytes: () => fill(2 * MB, '\nFrom a\nX: y\n') },
  {
    id: 'mailbox: From lines before 200 KB that are no header',
    why: 'each asks for what follows',
    bytes: () => join(fill(400_000, '\nFrom a\n'), fill(200_000, 'X: y\n')),
  },
  {
    id: 'mailbox: Content-Length of 4 GB',
    why: 'skips behind the end',
    bytes: () => join(FROM, 'Content-Length: 4294967295\n\nwords\n\n', FROM, 'Content-Length: -1\n\nwords\n'),
  },
  { id: 'mailbox: 2 million From lines', why: 'each is looked at', bytes: () => fill(12 * MB, '\nFrom \n'), large: true },
  { id: 'mailbox: 60 MB of empty messages', why: 'a message each', bytes: () => fill(60 * MB, `\n${FROM}`), large: true },
];
