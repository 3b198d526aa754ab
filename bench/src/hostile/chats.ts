import { FULL, fill, lines, MB } from '../pieces.js';
import type { Hostile } from './model.js';

const chat = (id: string, why: string, make: () => Uint8Array): Hostile => ({ id: `chat: ${id}`, why, bytes: make });
const over = (id: string, why: string, make: () => Uint8Array): Hostile => ({ ...chat(id, why, make), over: true });
const text = (content: string): Uint8Array => Buffer.from(content);

/** Conversations that make a reader of conversations, or all that looks at each turn, work more than they are worth. */
export const CHATS: readonly Hostile[] = [
  over('two who speak by turns', 'a part for each line', () => fill(FULL, 'me: hi\nhim: yo\n')),
  over('two who speak by turns, with remarks', 'a part for each line and one between', () => fill(FULL, 'me: hi\nx y\nhim: yo\nz w\n')),
  over('WhatsApp by turns', 'a part for each line', () => fill(FULL, '[14/03/2025, 23:41] Elena: hi\n[14/03/2025, 23:42] Tom: no\n')),
  over('60,000 names', 'a speaker for each line', () => text(lines(60_000, (k) => `[14/03/2025, 23:41] N${k}: hi`))),
  over('900 attached chats of 100 turns', 'each may have as many turns as one', () => {
    const part = `--b\n\n${lines(100, (k) => `14/03/2025, 23:41 - ${k % 2 === 0 ? 'Elena' : 'Tom'}: word`)}\n`;
    return text(`From: a@b.example\nTo: c@d.example\nSubject: hi\nContent-Type: multipart/mixed; boundary=b\n\n${part.repeat(900)}--b--\n`);
  }),
  chat('quotes that never close', 'each may go on to the end', () =>
    text(`[LINE] Chat history with Mio\n\nSun, 11/01/2026\n${'20:02\tMio\t"hi\n'.repeat(60_000)}`),
  ),
  over('dates without an end', 'each may begin a message', () => fill(FULL, '14/03/2025, 14/03/2025, ')),
  over('stamps without a name', 'each may begin a message', () => fill(FULL, '14/03/2025, 23:41 - \n')),
  over('Telegram by turns', 'a part for each line', () => fill(FULL, 'Lia, [11.09.2024 18:22]\nhi\n\nTom, [11.09.2024 18:22]\nhi\n\n')),
  over('names in capitals', 'each may be a speaker', () => text(`ME\n${lines(250_000, (k) => `N${k.toString(36).toUpperCase()}`)}`)),
  over('quotations by turns', 'a part for each line', () => fill(FULL, '> a\nb\n')),
  chat('a backup of 30,000 tags', 'a message each', () => text(`<smses count="1">\n${'<sms type="1" body="a" address="b" />\n'.repeat(30_000)}`)),
  chat('a backup of tags that never end', 'each may go on to the end', () => text(`<smses count="1">\n${'<sms body='.repeat(100_000)}`)),
  chat('Messenger, 3.9 MB of JSON', 'parsed at once', () =>
    text(`{"messages": [${lines(58_000, (k) => `{"sender_name":"${k % 7}","content":"x","timestamp_ms":${k}},`)}1]}`),
  ),
  over('JSON of four million brackets', 'a level each', () => text(`{"sender_name":${'['.repeat(4 * MB)}`)),
  over('JSON of a million empty objects', 'an object each', () => text(`{"sender_name":[${'{},'.repeat(1_390_000)}1]}`)),
  chat('one message of 4 MB', 'a text longer than a text may be', () => text(`{"messages":[{"sender_name":"a","content":"${'pay me '.repeat(590_000)}"}]}`)),
  chat('Telegram, a page of 44,000 messages', 'a page each', () =>
    text(`<html>${'<div class="message default"><div class="from_name">L</div><div class="text">hi</div></div>'.repeat(44_000)}`),
  ),
  over('a page of classes', 'each may be a name', () => text(`<html class="from_name"><div class="${'_a6-h '.repeat(600_000)}`)),
];
