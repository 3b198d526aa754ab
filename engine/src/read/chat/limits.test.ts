import { describe, expect, test } from 'vitest';
import type { Mail } from '../../model.js';
import { EXPORT_BYTES, JSON_DEPTH, REMARKS, TURNS_FIRST, TURNS_LAST } from '../limits.js';
import { read } from '../read.js';
import { readJson } from './json.js';

const paste = (text: string): Mail => read({ bytes: Buffer.from(text) });
const lines = (count: number, line: (k: number) => string): string => Array.from({ length: count }, (_, k) => line(k)).join('\n');
const ids = (mail: Mail): string[] => mail.problems.map(({ id }) => id);

describe('limits of conversations', () => {
  test('the first turns and the last are kept, and that it is not all is told', () => {
    const mail = paste(lines(30_000, (k) => `${k % 2 === 0 ? 'me' : 'him'}: word ${k}`));
    expect(mail.turns.length).toBe(TURNS_FIRST + TURNS_LAST);
    expect(
      mail.parts.map(({ text }) => text).filter((text) => ['word 0', `word ${TURNS_FIRST - 1}`, `word ${30_000 - TURNS_LAST}`, 'word 29999'].includes(text))
        .length,
    ).toBe(4);
    expect([ids(mail), mail.whole]).toEqual([['text-cut'], false]);
    expect(new Set(mail.parts.map(({ id }) => id)).size).toBe(mail.parts.length);
  });

  test('as many turns as are kept are told as whole', () => {
    const mail = paste(lines(TURNS_FIRST + TURNS_LAST, (k) => `${k % 2 === 0 ? 'me' : 'him'}: word ${k}`));
    expect([mail.turns.length, mail.problems, mail.whole]).toEqual([TURNS_FIRST + TURNS_LAST, [], true]);
  });

  test('remarks between turns are kept, beyond some as one part', () => {
    const mail = paste(lines(1_000, (k) => (k % 3 === 2 ? `then it went on, ${k}` : `${k % 3 === 0 ? 'me' : 'him'}: word ${k}`)));
    expect(mail.parts.filter(({ speaker }) => speaker === undefined).length).toBe(REMARKS + 1);
    expect(mail.parts.map(({ text }) => text).join('\n')).toContain('then it went on, 995');
    expect(mail.whole).toBe(true);
  });

  test.each([
    ['a name that never ends', `${'x'.repeat(200_000)}: hi\nme: hi\nme: no`],
    ['a line of colons', `${':'.repeat(200_000)}\nme: hi`],
    ['a line of brackets', `${'[14/03/2025, 23:41] '.repeat(20_000)}\nme: hi`],
    ['a quote that never closes', `[LINE] Chat history with Mio\n\nSun, 11/01/2026\n20:02\tMio\t"hi\n${'more\n'.repeat(50_000)}20:03\tTom\tyo`],
    ['marks of direction', `${'\u200e'.repeat(300_000)}[14/03/2025, 23:41] Elena: hi`],
    ['Japanese quotes', `あいて「${'「'.repeat(100_000)}\n自分「え」`],
    ['half a million lines', 'a b\n'.repeat(300_000)],
    ['dates that never end', `${'2026/11/'.repeat(50_000)}\n${'1:1'.repeat(50_000)}`],
    ['names alone', `ME\n${'SOPHIE\n'.repeat(100_000)}`],
    ['one tag of a backup', `<smses count="1">\n<sms ${'body="'.repeat(100_000)}`],
  ])('%s is read, and all of it is there', (_, text) => {
    const mail = paste(text);
    const units = mail.parts.reduce((n, part) => n + part.text.length, 0) + mail.turns.reduce((n, { name }) => n + name.length, 0);
    // Names, times and blank lines are not in the parts.
    if (mail.turns.length === 0) expect(units).toBeGreaterThanOrEqual(Math.min(text.length, 1_300_000) - 2);
    else expect(mail.parts.length).toBeGreaterThan(0);
    expect(new Set(mail.parts.map(({ id }) => id)).size).toBe(mail.parts.length);
  });
});

describe('JSON that no messenger wrote', () => {
  const chat = (more: string): string => `{"messages": [{"sender_name": "a", "content": "hi"}], "title": "a", "participants": []${more}}`;

  test('is read where it is theirs', () => expect(readJson(chat(''))?.pieces.length).toBe(1));

  test.each([
    ['too deep', chat(`, "x": ${'['.repeat(JSON_DEPTH)}${']'.repeat(JSON_DEPTH)}`)],
    ['a million brackets', `{"sender_name": ${'['.repeat(1_000_000)}`],
    ['too long', chat(`, "x": "${'x'.repeat(EXPORT_BYTES)}"`)],
    ['not closed', chat('').slice(0, -1)],
    ['a list', '[{"sender_name": "a", "content": "hi"}]'],
    ['a prototype', '{"__proto__": {"messages": [{"sender_name": "a", "content": "hi"}]}}'],
    ['fields of other kinds', '{"messages": {"sender_name": "a"}, "chats": 3, "personal_information": []}'],
    ['messages that are no objects', '{"messages": [null, 1, "sender_name", ["sender_name"]]}'],
    ['names and texts that are no strings', '{"messages": [{"sender_name": {"a": 1}, "content": [1]}, {"from_id": null, "text": {"text": 3}}]}'],
  ])('%s: none', (_, text) => expect(readJson(text)?.pieces ?? []).toEqual([]));

  test('a long export is read whole, beyond what a text may be', () => {
    const messages = Array.from({ length: 6_000 }, (_, k) => ({
      sender_name: k % 3 === 0 ? 'a' : 'b',
      timestamp_ms: 1_700_000_000_000 + k,
      content: `word ${k} ${'long '.repeat(60)}`,
    }));
    const mail = paste(JSON.stringify({ participants: [{ name: 'a' }, { name: 'b' }], title: 'a', messages }));
    expect([mail.turns[0]?.speaker, mail.turns.length, mail.problems]).toEqual(['other', 4_000, []]);
    expect(mail.parts.map(({ text }) => text).join('\n')).toContain('word 3000 ');
  });
});
