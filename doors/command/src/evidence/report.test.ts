import type { Answers, Detection, Evidence, Mail } from '@hattari/engine';
import { Speech } from '@hattari/engine';
import { load } from '@hattari/shelf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELD_UNITS, FIELDS, MESSAGE_UNITS, REPORT_UNITS } from './limits.js';
import type { Pack } from './pack.js';
import { plainOf } from './plain.js';
import { reportOf } from './report.js';
import { statementOf } from './statement.js';

const know = load(new URL('../../dist/shelf/', import.meta.url));
const english = new Speech(know, 'en');
const japanese = new Speech(know, 'ja');

/** What a reader of messages might hand over, filled with a stranger's words wherever there is room. */
function found(mail: Partial<Mail>, evidence: readonly Evidence[] = []): Detection {
  return {
    mail: {
      form: 'text',
      headers: [],
      parts: [],
      turns: [],
      attachments: [],
      problems: [],
      pictures: 0,
      whole: true,
      ...mail,
    } as unknown as Mail,
    evidence,
    verdict: { kind: 'genuine', family: null, probability: null, flags: [], asks: [], doubt: null },
    sender: null,
    explanation: {
      signals: [],
      claims: [],
      wallets: [],
      demandWords: [],
      tricks: [],
      problems: [],
      sender: null,
    } as unknown as Detection['explanation'],
  };
}

function packOf(detection: Detection, speech = english, name = 'chat.txt', answers: Answers = {}, bytes = ''): Pack {
  const input = { file: name, size: 10, sha256: null, readAt: 0, messages: 1 };
  const messages = [{ number: 1, input, statement: statementOf(detection, null, Buffer.from(bytes), speech) }];
  return { madeAt: 0, version: '9.9', edition: 'x', age: 'unknown', answers, inputs: [input], messages };
}

const TURNS = found({
  parts: [
    { id: 'turn:1', kind: 'text', text: 'we talked last night', speaker: 'other' },
    { id: 'turn:2', kind: 'text', text: 'please stop', speaker: 'reader' },
    { id: 'turn:3', kind: 'text', text: 'pay to @mia22', speaker: 'unknown' },
  ],
  turns: [
    { part: 'turn:1', speaker: 'other', name: 'mia_22', time: '22:14' },
    { part: 'turn:2', speaker: 'reader', name: 'me', time: '22:15' },
    { part: 'turn:3', speaker: 'unknown', name: '', time: null },
  ],
});

describe('a conversation', () => {
  test('stands in order, with who said it and when, as told apart', () => {
    const rows = [
      ...reportOf(packOf(TURNS), english).matchAll(
        /<tr><td>(\d)<\/td><td>([^<]*) <span class="faint">\(([^)]*)\)<\/span><\/td><td>([^<]*)<\/td><td class="said">([^<]*)/g,
      ),
    ];
    expect(rows.map((row) => row.slice(1))).toEqual([
      ['1', 'mia_22', 'other side', '22:14', 'we talked last night'],
      ['2', 'me', 'receiver', '22:15', 'please stop'],
      ['3', '', 'not known', '', 'pay to @mia22'],
    ]);
  });

  test('without times has no column for them', () => {
    const turns = TURNS.mail.turns.map((turn) => ({ ...turn, time: null }));
    expect(reportOf(packOf(TURNS), english)).toContain('Time as written</th>');
    expect(reportOf(packOf(found({ parts: TURNS.mail.parts, turns })), english)).not.toContain('Time as written</th>');
  });

  test('in Japanese', () => expect(reportOf(packOf(TURNS, japanese), japanese)).toContain('(受け取った側)'));

  test('as a text file', () => {
    const [message] = packOf(TURNS).messages;
    expect(message === undefined ? '' : plainOf(message, english)).toContain('1. mia_22 (other side) 22:14\nwe talked last night\n\n2. me (receiver) 22:15');
  });

  test('as a text file, if it stands as text in the file, is that text', () => {
    const file = 'mia_22: we talked last night\nmia_22 22:15\u202e\nme: please stop\n';
    const plain = (bytes: string): string =>
      packOf(TURNS, english, 'chat.txt', {}, bytes)
        .messages.map((message) => plainOf(message, english))
        .join('');
    expect(plain(file)).toContain('mia_22: we talked last night\nmia_22 22:15[U+202E]\nme: please stop\n');
    expect(plain(JSON.stringify([{ text: 'we talked last night' }]))).toContain('1. mia_22 (other side) 22:14');
    expect(plain('something else')).toContain('1. mia_22 (other side) 22:14');
  });

  test('each message of a turn has its own time', () => {
    const detection = found({
      parts: [{ id: 'turn:1', kind: 'text', text: 'pay me\nnow', speaker: 'other' }],
      turns: [
        {
          part: 'turn:1',
          speaker: 'other',
          name: 'mia',
          time: '22:14',
          messages: [
            { start: 0, time: '22:14' },
            { start: 7, time: '23:59' },
          ],
        },
      ],
    });
    const report = reportOf(packOf(detection), english);
    const rows = [...report.matchAll(/<tr><td>([\d.]+)<\/td>.*<td>([\d:]+)<\/td><td class="said">([^<]*)/g)];
    expect(rows.map((row) => row.slice(1))).toEqual([
      ['1.1', '22:14', 'pay me'],
      ['1.2', '23:59', 'now'],
    ]);
  });

  test('an account is told with the entry it stands in', () =>
    expect(reportOf(packOf(TURNS), english)).toContain('<td dir="auto">@mia22</td><td>entry 3</td>'));

  test('of a hundred thousand empty turns prints a few', () => {
    const turns = Array.from({ length: 100_000 }, (_, n) => ({ part: `turn:${n}`, speaker: 'other', name: 'x', time: null }) as const);
    const report = reportOf(packOf(found({ turns })), english);
    expect(report.length).toBeLessThan(MESSAGE_UNITS * 3);
    expect(report).toContain('All of the text that was read stands in messages/001.txt');
  });
});

describe('a stranger writes the page', () => {
  const SCRIPT = `<script>document.title='ran'</script><img src=x onerror="document.title='ran'">'"\`&</td></table><h1>`;
  const everywhere = found({
    form: 'mail',
    headers: ['From', 'Date', 'Subject', 'Received'].map((name) => ({ name, value: SCRIPT })),
    parts: (['subject', 'text', 'html', 'hidden'] as const).map((kind, n) => ({
      id: n === 0 ? 'subject' : `${n}${SCRIPT}`,
      kind,
      text: `${n} ${SCRIPT}\u202e`,
    })),
    attachments: [{ part: '3', name: SCRIPT, type: SCRIPT, size: 1, machine: false }],
  });
  const words = {
    signals: [{ id: 'x', title: 'x', quote: SCRIPT, standsIn: null, why: '' }],
    problems: [{ id: 'charset', text: SCRIPT }],
  } as unknown as Detection['explanation'];
  const report = reportOf(packOf({ ...everywhere, explanation: { ...everywhere.explanation, ...words } }, english, SCRIPT), english);

  test('and is read as text', () => {
    expect(report.split('&lt;script&gt;').length).toBeGreaterThan(12);
    expect(report).toContain('<b class="unseen">[U+202E]</b>');
  });

  test('no element, attribute or address but ours', () => {
    const body = report.slice(report.indexOf('</style>') + '</style>'.length);
    const elements = new Set([...body.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name));
    expect(
      [...elements].filter((name) => !/^(head|body|html|main|section|h[1-3]|p|ul|li|table|thead|tbody|tr|th|td|div|span|br|a|b|strong)$/.test(name ?? '')),
    ).toEqual([]);
    const attributes = new Set(
      [...body.matchAll(/<[a-z0-9]+((?:\s[a-z-]+="[^"<>]*")*)>/gi)].flatMap(([, all = '']) => [...all.matchAll(/\s([a-z-]+)=/g)].map(([, name]) => name)),
    );
    expect([...attributes].sort()).toEqual(['aria-labelledby', 'class', 'dir', 'href', 'id', 'scope']);
    for (const [, href] of body.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^#message-\d+$/);
    expect(body.match(/</g)?.length).toBe(body.match(/<\/?[a-z0-9]+(?:\s[a-z-]+="[^"<>]*")*>/gi)?.length);
  });

  test('the policy allows the one style sheet and nothing else', () => {
    expect(report).toMatch(/content="default-src &#39;none&#39;; style-src &#39;sha256-[\w+/]+=*&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"/);
  });

  test('whatever is written', () => {
    const count = (text: string): number => text.match(/</g)?.length ?? 0;
    const tags = count(reportOf(packOf(found({ parts: [{ id: '1', kind: 'text', text: 'x' }] })), english));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '\n', '!', '-', '/'), minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '');
        expect(count(reportOf(packOf(found({ parts: [{ id: '1', kind: 'text', text }] })), english))).toBe(tags);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what the report says', () => {
  test('the same text in two dresses is printed once', () => {
    const report = reportOf(
      packOf(
        found({
          parts: [
            { id: '1.1', kind: 'text', text: 'pay  me today' },
            { id: '1.2', kind: 'html', text: 'pay me\ntoday' },
          ],
        }),
      ),
      english,
    );
    expect(report.match(/today/g)?.length).toBe(1);
    expect(report).toContain('The same text as in part 1.1.');
  });

  test('one passage that is marked twice is printed once', () => {
    const detection = found({ parts: [{ id: '1', kind: 'text', text: 'x' }] });
    const signals = ['first', 'second'].map((title) => ({ id: title, title, quote: 'we talked', standsIn: null, why: 'never printed' }));
    const report = reportOf(packOf({ ...detection, explanation: { ...detection.explanation, signals } }), english);
    expect(report.match(/we talked/g)?.length).toBe(1);
    expect(report).toContain('first<br>second');
    expect(report).not.toContain('never printed');
  });

  test.each([
    ['en', english, 'Estimate of a program (not evidence)', 'By its words: may be a real threat'],
    ['ja', japanese, 'プログラムの推定（証拠ではありません）', '言葉から見ると: 本当の脅しかもしれないもの'],
  ])('the verdict is an estimate, in %s', (_, speech, title, words) => {
    const report = reportOf(packOf(TURNS, speech), speech);
    expect(report).toContain(title);
    expect(report.split(words)).toHaveLength(2);
  });

  test('a header of a thousand long lines is cut, and said so', () => {
    const headers = Array.from({ length: 1_000 }, (_, n) => ({ name: 'received', value: `${n} ${'y'.repeat(2 * FIELD_UNITS)}` }));
    const report = reportOf(packOf(found({ form: 'mail', headers })), english);
    expect(report.length).toBeLessThan(2 * FIELDS * FIELD_UNITS);
    expect(report).toContain(`and ${1_000 - FIELDS} more`);
    expect(report).toContain('y …</td>');
  });

  test('of many long messages no more is printed than a browser lays out', () => {
    const pack = packOf(found({ parts: [{ id: '1', kind: 'text', text: 'wort '.repeat(MESSAGE_UNITS / 5) }] }));
    const messages = Array.from({ length: 40 }, (_, n) => ({ ...(pack.messages[0] as Pack['messages'][number]), number: n + 1 }));
    const report = reportOf({ ...pack, messages }, english);
    expect(report.match(/wort/g)?.length).toBe(REPORT_UNITS / 5);
    expect(report).toContain('All of the text that was read stands in messages/040.txt');
  });

  test('a shown password is masked in the sender, the header, the subject and the name of a file', () => {
    const text = 'your password is harbour77blue';
    const detection = found(
      {
        form: 'mail',
        headers: [{ name: 'from', value: 'harbour77blue <a@example.org>' }],
        parts: [{ id: '1', kind: 'text', text }],
        attachments: [{ part: '2', name: 'harbour77blue.txt', type: 'text/plain', size: 1, machine: true }],
      },
      [{ kind: 'fact', fact: 'password', span: { part: '1', start: text.indexOf('harbour'), end: text.length } }],
    );
    const sender = { verdict: 'not-proven', why: ['harbour77blue'], picture: [{ label: 'x', text: 'harbour77blue' }] } as const;
    const report = reportOf(packOf({ ...detection, explanation: { ...detection.explanation, sender } }), english);
    expect(report).not.toContain('harbour77blue');
    expect(report.split('*'.repeat(13)).length).toBeGreaterThan(5);
  });

  test('a text without words, and answers that were given', () => {
    const report = reportOf(packOf(found({}), english, 'a.txt', { contact: 'yes', age: 'adult' }), english);
    expect(report).toContain('There is no text that could be read.');
    expect(report).toContain('contact=yes, age=adult');
  });
});
