import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Flag, VerdictKind } from '../contract.js';
import { HEADINGS, makeKnowledge } from '../language/knowledge.js';
import { readLanguageFile } from '../language/language-file.js';
import type { Explanation } from '../model.js';
import { read } from '../read/read.js';
import { noticed } from './cases-of-path.js';
import { explain } from './explain.js';
import { FIXED_SET } from './fixed-set.js';

const DRAFTS = ['de', 'es', 'fr', 'it', 'ko', 'pt', 'ru', 'zh-Hans', 'zh-Hant'] as const;
const files = ['en', 'ja', ...DRAFTS].map((code) =>
  readLanguageFile(readFileSync(new URL(`../../../languages/${code}.md`, import.meta.url), 'utf8'), HEADINGS),
);
const wordsOnly = files.map((file) => ({ ...file, sections: file.sections.map((section) => ({ ...section, phrases: [] })) }));
const know = makeKnowledge(wordsOnly, [], '');
const signed = makeKnowledge(
  wordsOnly.map((file) => ({ ...file, checkedBy: 'someone who speaks it' })),
  [],
  '',
);
const voice = (code: string) => know.voices.find((v) => v.code === code);

function told(kind: VerdictKind, flags: readonly Flag[], words: string, by = know): Explanation {
  const mail = read({ bytes: Buffer.from('We had a call.') });
  const evidence = [noticed('signal', 'prior-chat'), noticed('claim', 'webcam-video')];
  return explain(
    { kind, family: null, probability: null, flags, asks: ['contact', 'password'], doubt: null },
    evidence,
    mail,
    null,
    [],
    { place: '', words },
    by,
  );
}

test.each(DRAFTS)('%s has every sentence of the fixed set', (code) => {
  expect([...FIXED_SET].filter((id) => voice(code)?.words[id] === undefined)).toEqual([]);
});

describe('a page in an unsigned language, and the whole of it in English beside', () => {
  test.each([
    // kind, flags, language, whether it is told in the fixed set, why
    ['genuine', [], 'ko', true, 'it may be real'],
    ['genuine', ['before'], 'pt', true, 'it may become real'],
    ['unsure', ['known-person'], 'ru', true, 'someone near'],
    ['bluff', ['minor'], 'de', true, 'a child'],
    ['clear', ['third-party'], 'de', true, 'someone asks for another'],
    ['unsure', [], 'ko', false, 'nobody is known to be in trouble'],
    ['bluff', [], 'ru', false, 'a mass letter'],
    ['genuine', ['crisis'], 'ja', false, 'read wholly'],
    ['genuine', ['minor'], 'en', false, 'read wholly'],
  ] as const)('%s %j in %s: %j, %s', (kind, flags, language, short, _why) => {
    const page = told(kind, flags, language);
    expect(page.beside !== null).toBe(short);
    expect(page.language).toBe(language);
    expect(told(kind, flags, language, signed).beside).toBeNull();
  });

  test.each(DRAFTS)('%s: what is not in the set is said in English alone', (code) => {
    const page = told('genuine', ['third-party', 'crisis'], code);
    const english = told('genuine', ['third-party', 'crisis'], 'en');
    const own = new Set([...FIXED_SET].map((id) => voice(code)?.words[id]));
    expect(own).toContain(page.headline);
    expect(page.steps.length).toBeGreaterThan(4);
    for (const text of [...page.leads, ...page.steps.map((step) => step.text)]) expect(own, text).toContain(text);
    expect(page.beside).toEqual({ language: 'en', headline: english.headline, leads: english.leads, steps: english.steps });
    expect(page.signals).toEqual(english.signals);
    expect(page.claims).toEqual(english.claims);
    // In the same order, none added.
    const ids = english.steps.map(({ id }) => id);
    expect(page.steps.map(({ id }) => id)).toEqual(ids.filter((id) => page.steps.some((step) => step.id === id)));
    expect(page.questions.map(({ gate }) => gate)).toEqual(['contact', 'password']);
    expect(page.questions[0]?.text).toBe(voice(code)?.words['ask-contact']);
    expect(page.questions[1]?.text).toBe(voice('en')?.words['ask-password']);
  });
});
