import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detect } from '../detect.js';
import { HEADINGS, makeKnowledge } from '../language/knowledge.js';
import { readLanguageFile } from '../language/language-file.js';
import type { Detection, Evidence, Stream } from '../model.js';
import { type Tokens, tokenise } from '../phrase/tokens.js';
import { besideTurns } from './beside-turns.js';
import { LocalLanguage } from './local-language.js';

const know = makeKnowledge(
  ['en', 'de', 'ja', 'pl'].map((code) => readLanguageFile(readFileSync(new URL(`../../../languages/${code}.md`, import.meta.url), 'utf8'), HEADINGS)),
  [],
  'test',
);
const seen = (text: string): Detection => detect({ bytes: Buffer.from(text), answers: {}, place: 'JP', words: 'en', now: 0 }, know);
const saidBy = ({ evidence }: Detection, by: string): string[] => evidence.flatMap((e) => ('id' in e && e.by === by ? [e.id] : []));
const fact = ({ evidence }: Detection, name: string): Evidence | undefined => evidence.find((e) => e.kind === 'fact' && e.fact === name);

describe('what is noticed in a conversation', () => {
  const SCENE = [
    'her: i have your pictures and all your followers',
    'me: are you going to send it to my mum? i only have 60 euros',
    'her: pay 200 euros in gift cards or i send them to everyone',
  ].join('\n');

  test('each sign has its speaker', () => {
    const found = seen(SCENE);
    expect(saidBy(found, 'other')).toEqual(expect.arrayContaining(['private-material', 'local-payment', 'offender-ultimatum']));
    expect(saidBy(found, 'unknown')).toEqual([]);
    expect(found.verdict.kind).toBe('genuine');
  });

  test("what the reader has is not what is wanted, and the words of the reader are nobody else's claim", () => {
    const { explanation } = seen(SCENE);
    expect(explanation.demand?.amount).toBe(200);
    for (const { quote } of [...explanation.claims, ...explanation.signals]) expect(quote).not.toContain('my mum');
  });

  test.each([
    ['short turns are one text', 'me: hi\nhim: hello\nme: who are you\nhim: a friend of yours', true],
    ['one turn of two lines is a conversation too', '22:14 みお　おはよう\n22:15 みお　いま何してる', true],
    ['a letter is none', 'Dear all,\n\nthe meeting is on Friday.\n', false],
  ])('%s', (_, text, is) => {
    const found = seen(text);
    expect(fact(found, 'dialogue') !== undefined).toBe(is);
    const units = fact(found, 'readable');
    const all = found.mail.parts.reduce((n, part) => n + part.text.trim().length, 0);
    expect(units).toMatchObject({ units: all });
  });

  test('the language of all turns is known, be each too short for it', () => {
    const turns = ['where are you', 'at home', 'and the key', 'it is on the table', 'is it', 'yes it is', 'and you', 'i am in the car'];
    expect(fact(seen(turns.map((text, k) => `${k % 2 === 0 ? 'me' : 'him'}: ${text}`).join('\n')), 'readable')).toMatchObject({ language: 'en' });
  });

  test('a language without phrases is noticed, be it in turns of a word or two', () => {
    const words = 'to jest nie ma na się do że jak co ale czy tak po za od'.split(' ');
    const text = words.map((word, k) => `${k % 2 === 0 ? 'me' : 'him'}: ${word}`).join('\n');
    expect(fact(seen(text), 'foreign')).toBeDefined();
    expect(fact(seen(text.replace(/: .*/g, ': the')), 'foreign')).toBeUndefined();
  });

  test('a turn of one word is of the language that is spoken around it', () => {
    const turn = (text: string, k: number): { stream: Stream; tokens: Tokens } => ({
      stream: { part: `turn:${k + 1}`, kind: 'text', speaker: 'unknown', text, origin: new Uint32Array(text.length) },
      tokens: tokenise(text, know.phrases),
    });
    const turns = ['is it the one that you have', 'will', 'and it is not what the others are'].map(turn);
    const [, { tokens } = turn('', 0)] = turns;
    const alone = new LocalLanguage(tokens, know.voices, know.commonBits);
    const among = new LocalLanguage(tokens, know.voices, know.commonBits, besideTurns(turns, know).get(tokens));
    const both = ['de', 'en'].map((code) => know.voices.findIndex((voice) => voice.code === code));
    expect(both.map((voice) => alone.speaks(voice, 0, 1))).toEqual([true, true]);
    expect(both.map((voice) => among.speaks(voice, 0, 1))).toEqual([false, true]);
  });

  test('of many places the first and the last are kept: the threat stands at the end', () => {
    const lines = Array.from({ length: 400 }, (_, k) => `${k % 2 === 0 ? 'her: i have your pictures' : 'me: no'}`);
    const spans = seen(lines.join('\n')).evidence.flatMap((e) => ('id' in e && e.id === 'private-material' && e.by === 'other' ? e.spans : []));
    expect([spans[0]?.part, spans.at(-1)?.part]).toEqual(['turn:1', 'turn:399']);
    expect(spans.length).toBeLessThanOrEqual(12);
  });
});
