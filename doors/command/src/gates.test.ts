import type { Answers, Detection } from '@hattari/engine';
import { detect, Speech } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { describe, expect, test } from 'vitest';
import { askGates } from './gates.js';
import type { Terminal } from './terminal.js';

const know = load(new URL('../dist/shelf/', import.meta.url));
const LETTER = `I am a professional hacker and I have full access to your device. I recorded a video of you through your webcam. Transfer $900 in bitcoin to my wallet.
You have 48 hours. If I do not get the money I will send the video to all your contacts, friends and relatives. Do not reply to this email.`;
const CHAT = 'him: I recorded our video call last night\nhim: send 300 dollars on cashapp or I send it to your mom\nme: please no';

/** Answers typed one after another, and all that was said. */
async function talk(text: string, typed: readonly string[], words = 'en', answers: Answers = {}) {
  let said = '';
  const lines = [...typed];
  const asked: string[] = [];
  const judge = async (given: Answers): Promise<Detection> => detect({ bytes: Buffer.from(text), answers: given, place: 'US', words, now: 0 }, know);
  const terminal = { out: (more: string) => (said += more), look: { columns: 60, colour: false } } as unknown as Terminal;
  const ask = (question: string): string | null => {
    asked.push(question);
    return lines.shift() ?? null;
  };
  const last = await askGates(await judge(answers), answers, judge, ask, { speech: new Speech(know, words), terminal });
  return { last, said, asked };
}

describe('the questions at a terminal', () => {
  test('three times no: only then the headline carries no condition, and the letter may go', async () => {
    const { last, said, asked } = await talk(LETTER, ['n', 'no', ' N\n']);
    expect(asked.length).toBe(3);
    expect(last.verdict.kind).toBe('bluff');
    expect(last.explanation.steps.map((s) => s.id)).toContain('delete-it');
    expect(said).toContain(last.explanation.headline);
  });

  test('one yes: the verdict and the steps change at once', async () => {
    const { last, said } = await talk(LETTER, ['y']);
    expect(last.verdict.kind).toBe('genuine');
    expect(said.replace(/\s+/g, ' ')).toContain(last.explanation.headline);
    expect(said).toMatch(/1\. .*\n/);
  });

  test.each<[string, readonly string[], string]>([
    ['ja', ['いいえ', 'いいえ', 'いいえ'], 'bluff'],
    ['ja', ['はい'], 'genuine'],
    ['de', ['nein', 'n', 'nein'], 'bluff'],
    ['ko', ['아니요', '아니오', 'n'], 'bluff'],
    ['pt', ['não', 'nao', 'n'], 'bluff'],
    ['ru', ['нет', 'н', 'нет'], 'bluff'],
    ['ru', ['да'], 'genuine'],
    ['en', ['Ｙ'], 'genuine'],
  ])('%s %j: %s', async (words, typed, kind) => expect((await talk(LETTER, typed, words)).last.verdict.kind).toBe(kind));

  test.each<[string, readonly string[], number]>([
    ['nothing typed leaves a question open', ['', '', ''], 3],
    ['q ends them', ['q'], 1],
    ['the end of input ends them', [], 1],
    ['what is no answer is asked again, three times at most', ['perhaps', 'what', 'hm', 'q'], 4],
  ])('%s', async (_, typed, questions) => {
    const { last, asked } = await talk(LETTER, typed);
    expect(asked.length).toBe(questions);
    expect(last.verdict.kind).toBe('bluff');
    expect(last.explanation.steps.map((s) => s.id)).not.toContain('delete-it');
  });

  test('numbers choose whom it is about; a child’s path has no pictures in it', async () => {
    const { last } = await talk(CHAT, ['y', '', 'y', '', '1', '2']);
    expect(last.verdict.flags).toEqual(expect.arrayContaining(['minor', 'third-party']));
    expect(last.explanation.steps.map((s) => s.id)).not.toContain('record-evidence');
  });

  test('a letter that asks nothing gets no questions', async () => {
    const { asked, said } = await talk(
      'From: a@example.org\nSubject: Monday\n\nThe meeting is on Monday at ten, and the minutes of the last one are attached.',
      ['y'],
    );
    expect(asked).toEqual([]);
    expect(said).toBe('');
  });

  const OPEN: Answers = {};
  const CLOSED: Answers = { contact: 'no', image: 'no', names: 'no' };
  const PASSWORD = `${LETTER}\nYour password is hunter22x.`;
  test.each<[string, keyof Answers, string, string, Answers]>([
    // what it is, question, answer that must be seen in headline, words or steps, text, answers before
    ['a letter', 'contact', 'yes', LETTER, OPEN],
    ['a letter', 'image', 'yes', LETTER, OPEN],
    ['a letter', 'names', 'yes', LETTER, OPEN],
    ['a letter', 'names', 'no', LETTER, { contact: 'no', image: 'no' }],
    ['a letter', 'image', 'no', LETTER, { contact: 'no', names: 'no' }],
    ['a letter', 'contact', 'no', LETTER, { image: 'no', names: 'no' }],
    ['a letter', 'paid', 'yes', LETTER, CLOSED],
    ['a letter', 'app', 'yes', LETTER, CLOSED],
    ['a letter with a password', 'password', 'no', PASSWORD, CLOSED],
    ['a conversation', 'app', 'yes', CHAT, OPEN],
    ['a conversation', 'paid', 'yes', CHAT, OPEN],
    ['a conversation', 'age', 'under-18', CHAT, OPEN],
    ['a conversation', 'age', 'adult', CHAT, OPEN],
    ['a conversation', 'who', 'child', CHAT, OPEN],
    ['a conversation', 'who', 'pupil', CHAT, OPEN],
    ['a conversation', 'who', 'friend', CHAT, OPEN],
  ])('%s: the answer %s=%s is seen', (_, gate, answer, text, before) => {
    const seen = (answers: Answers): unknown => {
      const { headline, leads, notes, steps } = detect({ bytes: Buffer.from(text), answers, place: 'US', words: 'en', now: 0 }, know).explanation;
      return { headline, leads, notes, steps };
    };
    expect(seen({ ...before, [gate]: answer })).not.toEqual(seen(before));
  });
});
