import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Mail } from '../../model.js';
import { read } from '../read.js';

const EXAMPLES = readFileSync(new URL('examples.txt', import.meta.url), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((block) => {
    const [id = '', ...lines] = block.split('\n');
    while (lines[0]?.startsWith('# ') === true && !lines[0].startsWith('# file: ')) lines.shift();
    const name = lines[0]?.startsWith('# file: ') === true ? (lines.shift() as string).slice('# file: '.length) : '';
    while (lines[0]?.startsWith('# ') === true) lines.shift();
    const [text = '', parts = ''] = lines.join('\n').split('\n==>\n');
    return { id, name, text: unescaped(text.trimEnd()), parts: parts.trim().split('\n') };
  });

function unescaped(text: string): string {
  return text.replace(/\\(t|u[0-9a-f]{4}|\\)/g, (_, code: string) =>
    code === 't' ? '\t' : code === '\\' ? '\\' : String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  );
}

const paste = (text: string, name = ''): Mail => read({ bytes: Buffer.from(`${text}\n`), name });

function told(mail: Mail): string[] {
  const turns = new Map(mail.turns.map((turn) => [turn.part, turn]));
  return mail.parts.map(({ id, text, speaker }) => {
    const turn = turns.get(id);
    const says = text.replaceAll('\n', ' / ');
    return turn === undefined ? `${id} | ${says}` : `${id} | ${speaker} | ${turn.name} | ${turn.time ?? ''} | ${says}`;
  });
}

describe('conversations as people paste them', () => {
  test('there are at least fifty', () => expect(EXAMPLES.length).toBeGreaterThanOrEqual(50));

  test.each(EXAMPLES.map((example) => [example.id, example] as const))('%s', (_, { name, text, parts }) => {
    const mail = paste(text, name);
    expect(told(mail)).toEqual(parts);
    expect(mail.turns.map(({ part }) => part)).toEqual(mail.parts.filter(({ speaker }) => speaker !== undefined).map(({ id }) => id));
    expect(mail.whole).toBe(true);
  });
});

describe('what only looks like one is read as it was', () => {
  test.each([
    ['a letter', 'Dear Anna,\n\nplease note: the meeting is at 10:30.\nBring: pen, paper.\n\nYours,\nTom'],
    ['an address block', 'Name: Anna Berg\nStreet: Elm Road 4\nCity: Leeds\nPhone: 0113 496 0000'],
    ['a CV', 'Name: Anna Berg\nPosition: Engineer\nCompany: Hobbs\n\nPosition: Tester\nCompany: Penrose\n\nPosition: Intern\nCompany: Orbi'],
    ['records of words that are no labels', 'Dog: Rex\nOwner: Tom\n\nDog: Fido\nOwner: Ann\n\nDog: Bello\nOwner: Kim'],
    ['headers of a forwarded mail', 'From: Anna\nSent: Monday\nTo: Tom\nSubject: the key\n\nIt is under the mat.'],
    ['a syslog', 'Nov  2 21:14:05 host sshd[123]: Failed password\nNov  2 21:14:06 host sshd[123]: Failed password\nNov  2 21:14:07 host cron[9]: started'],
    ['a log with levels', '2026-11-02 21:14:05 INFO: started\n2026-11-02 21:14:06 WARN: slow\n2026-11-02 21:14:07 INFO: done'],
    ['a log in brackets', '[2026-11-02 21:14:05] production.ERROR: no such file\n[2026-11-02 21:14:06] production.INFO: retry'],
    ['a log of Python', '2026-11-02 21:14:05,123 - root - INFO - started: yes\n2026-11-02 21:14:06,124 - root - ERROR - failed: no'],
    ['a log of services', '[2026-11-02 21:14:05] nginx: started\n[2026-11-02 21:14:06] postfix: started\n[2026-11-02 21:14:07] nginx: reload'],
    ['IRC', '[21:14] <anna> hi\n[21:14] <tom> hello\n[21:15] <anna> bye'],
    ['source code', 'switch (x) {\n  case A: return 1;\n  case B: return 2;\n  default: return 3;\n}'],
    ['YAML', 'jobs:\n  build:\n    name: a\n    steps:\n      - run: x\n      - run: y\n      - run: z'],
    ['a diff', '+++ b/file\n--- a/file\n> new: line\n< old: line\n> new: other'],
    ['a play', 'HAMLET: To be, or not to be.\nOPHELIA: My lord?\nHAMLET: Soft you now.\nOPHELIA: Good my lord.'],
    [
      'an interview',
      `Smith: ${'a long answer goes on and on. '.repeat(20)}\nJones: ${'and so does the next one. '.repeat(20)}\nSmith: ${'yes, on and on. '.repeat(30)}`,
    ],
    ['questions and answers', 'Q: Is it free?\nA: Yes.\nQ: Is it safe?\nA: Yes.'],
    ['a changelog', 'Fixed: a crash\nFixed: a leak\nAdded: a page\nFixed: a typo'],
    ['a list with colons', 'Eggs: 3\nMilk: 1 l\nBread: 2'],
    ['a poll', 'Yes: 12\nNo: 3\nUnsure: 4'],
    ['a timetable', '09:00 Registration\n10:00 Keynote\n10:45 Coffee\n11:00 Keynote'],
    ['a television guide', '20:15 News: the day\n21:00 Film: The Door\n23:00 News: the night'],
    ['prices', 'Adults: 12 EUR\nChildren: 6 EUR\nAdults (evening): 9 EUR'],
    ['one line with a colon', 'me: hello'],
    ['a Japanese notice', '日時：11月2日\n場所：公民館\n持ち物：筆記用具\n対象：小学生'],
    ['Japanese headers', '件名：お知らせ\n差出人：田中\n宛先：佐藤\n\nよろしくお願いします。'],
    ['a Japanese sentence with a quote', '母が「早く帰ってきなさい」と言った。\n私は「うん」と答えた。'],
    ['a Korean notice', '일시: 11월 2일\n장소: 학교\n대상: 학생'],
    ['German answers', 'Ja: 5 Stimmen\nNein: 3 Stimmen\nJa: 2 Stimmen'],
    [
      'a reply under a long quotation',
      '> I was wondering whether the new version of the library still reads from a\n> camera pipe on Linux, since the notes say nothing of it.\n\nYes, it does.\n\n> And the old bindings?\n\nThey are gone.',
    ],
    ['times without names', '09:12 I looked you up. Nurse, ward 6.\n09:13 I have your pictures\n09:15 I wait till Friday'],
    ['a bluff letter', 'Hello!\n\nI recorded you.\nAmount: $1300\nBitcoin: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa\n\nYou have: 48 hours.'],
    ['JSON of something else', '{"messages": [{"id": 1, "text": "hi"}], "name": "x"}'],
    ['JSON that is broken', '{"messages": [{"sender_name": "x", "content": "hi"'],
    ['JSON of a package', '{"name": "x", "author": {"name": "y"}, "messages": []}'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    const mail = paste(text);
    expect(mail.turns).toEqual([]);
    expect(mail.parts.every(({ id, speaker }) => speaker === undefined && !id.includes('/'))).toBe(true);
    expect(mail.parts.map((part) => part.text).join('\n')).toContain(text.trim().split('\n').pop());
  });

  test('a page that is no export', () => {
    const mail = paste('<html><body><p>me: hi</p><p>him: hello</p></body></html>');
    expect([mail.turns, mail.parts.map(({ kind }) => kind)]).toEqual([[], ['html']]);
  });
});

describe('in a mail only what nobody writes by hand, and nobody is its reader', () => {
  const mail = (body: string, type = 'text/plain; charset=utf-8'): Mail =>
    read({ bytes: Buffer.from(`From: a@example.org\nTo: b@example.org\nSubject: hi\nContent-Type: ${type}\n\n${body}\n`) });

  test.each([
    ['typed lines', 'me: hi\nhim: send it\nme: no'],
    ['times and names', '22:14 みお　録画した\n22:15 自分　え'],
    ['one line like WhatsApp', 'On Friday:\n[14/03/2025, 23:41] Elena: hi'],
    ['Instagram', 'You sent\nhi\nEnter\nsophie\nsophie\npay\nEnter'],
  ])('%s: no turns', (_, body) => {
    const one = mail(body);
    expect([one.turns, one.parts.map(({ id }) => id)]).toEqual([[], ['subject', '1']]);
  });

  test.each([
    ['LINE', '[LINE] Chat history with Ayaka\n\nSun, 11/01/2026\n11:02 PM\tAyaka\tpay\n11:03 PM\tKen\tno'],
    ['WhatsApp', '[14/03/2025, 23:41] Elena: pay\n[14/03/2025, 23:42] Me: no'],
  ])('%s: turns, and whose they are is unknown', (_, body) => {
    const one = mail(body);
    expect(one.turns.map(({ part, speaker }) => [part, speaker])).toEqual([
      ['turn:1', 'unknown'],
      ['turn:2', 'unknown'],
    ]);
  });

  test('an export attached as a text', () => {
    const one = mail(
      '--b\n\nplease look\n--b\nContent-Type: text/plain; name="chat.txt"\n\n14/03/2025, 23:41 - Elena: pay\n14/03/2025, 23:42 - Robert: no\n--b--',
      'multipart/mixed; boundary=b',
    );
    expect(one.parts.map(({ id, text }) => [id, text])).toEqual([
      ['subject', 'hi'],
      ['1', 'please look'],
      ['turn:1', 'pay'],
      ['turn:2', 'no'],
    ]);
  });
});
