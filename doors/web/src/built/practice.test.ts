import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { detect } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { describe, expect, test } from 'vitest';
import { LEARNT } from '../learn/given.js';
import { readProse } from '../learn/prose.js';
import { sentencesIn } from './sentences.js';

const know = load(new URL('../../../command/dist/shelf/', import.meta.url));
const lettersOf = (language: string): URL => new URL(`../learn/letters/${language}/`, import.meta.url);

/** What a page of the round says of its letters: the kind it is held to be, and every sentence below it. */
function roundsIn(language: string): readonly { readonly kind: string; readonly texts: readonly string[] }[] {
  const html = readFileSync(fileURLToPath(new URL(`../../dist/site/learn/${language}/practice/index.html`, import.meta.url)), 'utf8');
  return [...html.matchAll(/<section class="round" data-kind="([a-z]+)"[\s\S]*?<\/section>/g)].map(([section, kind = '']) => ({
    kind,
    texts: sentencesIn(section).map(({ text }) => text),
  }));
}

describe.each(LEARNT)('the round of letters in %s', (language) => {
  const names = readdirSync(lettersOf(language)).sort();
  const rounds = roundsIn(language);

  test('ten letters, of every kind that is to be told apart', () => {
    expect([names.length, rounds.length]).toEqual([10, 10]);
    const counts = Object.fromEntries(['bluff', 'genuine', 'kin', 'clear'].map((kind) => [kind, rounds.filter((round) => round.kind === kind).length]));
    expect(counts).toEqual({ bluff: 3, genuine: 2, kin: 2, clear: 3 });
  });

  test.each(names.map((name, i) => [name, i] as const))('%s: what the page says is what the program says', (name, i) => {
    const bytes = readFileSync(new URL(name, lettersOf(language)));
    const { verdict, explanation } = detect({ bytes, name, answers: {}, place: '', words: language, now: Date.now(), sender: 'always' }, know);
    const { headline, signals, claims, steps } = explanation;
    expect(rounds[i]?.kind).toBe(verdict.kind === 'mention' ? 'clear' : verdict.kind);
    const told = [...signals, ...claims];
    const expected = [headline, ...told.flatMap(({ title, why }) => [title, why])].filter((text) => text !== '');
    const texts = rounds[i]?.texts ?? [];
    // In this order, and nothing that was found left out.
    expect(texts.filter((text) => expected.includes(text))).toEqual(expected);
    expect(texts.some((text) => text.endsWith(steps[0]?.text ?? ''))).toBe(true);
  });

  test('each says that it is a sample, and its addresses are reserved ones', () => {
    for (const name of names) {
      const text = readFileSync(new URL(name, lettersOf(language)), 'utf8');
      for (const [address] of text.matchAll(/[\w.-]+@[\w.-]+/g))
        expect([name, address]).toEqual([name, expect.stringMatching(/example\.(com|org|net|jp)$|\.invalid$/)]);
    }
    for (const { texts } of rounds) expect(texts.join()).toMatch(/Sample, in our own words|見本\(/);
  });
});

describe.each(LEARNT)('samples of our own for the patterns in %s', (language) => {
  const { sections } = readProse(readFileSync(new URL(`../learn/prose/patterns.${language}.md`, import.meta.url), 'utf8'), 'patterns');
  const samples = sections.flatMap(({ id, blocks }) =>
    blocks.filter(({ kind }) => kind === 'sample').flatMap(({ lines }) => lines.map((line) => [line, id] as const)),
  );

  test.each(samples)('%s is read as %s', (line, id) => {
    const { evidence } = detect({ bytes: Buffer.from(line), answers: {}, place: '', words: language, now: 0 }, know);
    expect(evidence.flatMap((e) => (e.kind === 'claim' ? [e.id] : []))).toContain(id);
  });
});
