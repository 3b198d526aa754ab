import { readFileSync } from 'node:fs';
import { HEADINGS, type Knowledge, makeKnowledge, neverSaid, PATHS, readLanguageFile, WORDS } from '@hattari/engine';
import { describe, expect, test } from 'vitest';
import { AR } from './ar.js';
import { EN } from './en.js';
import { ES } from './es.js';
import { IT } from './it.js';
import { FR } from './fr.js';
import { JA } from './ja.js';
import { EASY_JAPANESE, EASY_PAGE } from './ja-easy.js';
import { directionOf, sayIn, withoutReadings } from './say.js';
import { ZH_HANS } from './zh-hans.js';
import { ZH_HANT } from './zh-hant.js';

/** A language as the engine speaks it, without the phrases that mail is read with. */
function voiceOf(code: string): Pick<Knowledge, 'voices' | 'places'> {
  const file = readLanguageFile(readFileSync(new URL(`../../../../languages/${code}.md`, import.meta.url), 'utf8'), HEADINGS);
  const sections = file.sections.map((section) => (section.id.startsWith('never-said') ? section : { ...section, phrases: [] }));
  return makeKnowledge([{ ...file, sections }], [], '');
}

describe('words of the page', () => {
  test.each([
    ['en', EN],
    ['es', ES],
    ['it', IT],
    ['fr', FR],
    ['ja', JA],
    ['ja', EASY_PAGE],
    ['ar', AR],
    ['zh-Hans', ZH_HANS],
    ['zh-Hant', ZH_HANT],
  ] as const)('%s: nothing is said that must never be said, on any path: the page stands around all of them', (code, words) => {
    const know = voiceOf(code);
    const slips = Object.entries(words).flatMap(([key, text]) =>
      PATHS.flatMap((path) => {
        const slip = neverSaid(know, path, code, withoutReadings(text));
        return slip === null ? [] : [`${key} on ${path}: ${slip.words}`];
      }),
    );
    expect(slips).toEqual([]);
  });

  test('the check can see: a sentence that tells to throw the message away is found', () => {
    expect(neverSaid(voiceOf('ja'), 'genuine', 'ja', '無視してください。')).not.toBeNull();
  });

  test('slots are the same in every language', () => {
    const slots = (text: string): readonly string[] => (text.match(/\{[a-z]+\}/g) ?? []).sort();
    for (const key of Object.keys(EN) as (keyof typeof EN)[]) {
      expect([key, slots(JA[key])]).toEqual([key, slots(EN[key])]);
      expect([key, slots(AR[key])]).toEqual([key, slots(EN[key])]);
      expect([key, slots(ES[key])]).toEqual([key, slots(EN[key])]);
      expect([key, slots(IT[key])]).toEqual([key, slots(EN[key])]);
      expect([key, slots(FR[key])]).toEqual([key, slots(EN[key])]);
      expect([key, slots(ZH_HANS[key])]).toEqual([key, slots(EN[key])]);
      expect([key, slots(ZH_HANT[key])]).toEqual([key, slots(EN[key])]);
      if (EASY_PAGE[key] !== undefined) expect([key, slots(EASY_PAGE[key])]).toEqual([key, slots(EN[key])]);
    }
  });

  test.each([
    ['ja', false, 'check', '読む'],
    ['de', false, 'check', EN.check],
    ['ar', false, 'check', AR.check],
    ['zh-Hant', false, 'check', ZH_HANT.check],
    ['en', true, 'check', EN.check],
    ['ja', true, 'choose-file', 'ファイルを選ぶ'],
  ] as const)('%s, plain %s: %s is %s', (language, easy, key, expected) => {
    expect(sayIn(language, easy)(key)).toBe(expected);
  });

  test.each([
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['ja', 'ltr'],
    ['arn', 'ltr'],
  ])('%s is written %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});

describe('plain Japanese', () => {
  test('its sentences stand for sentences of the engine, with the same slots', () => {
    const ordinary = voiceOf('ja').voices[0]?.words ?? {};
    const slots = (text: string): readonly string[] => (text.match(/\{[a-z]+\}/g) ?? []).sort();
    for (const [id, text] of Object.entries(EASY_JAPANESE)) {
      expect(WORDS).toContain(id);
      expect([id, slots(text)]).toEqual([id, slots(ordinary[id] ?? '')]);
    }
  });

  test('where the ordinary sentence may stand, the plain one says nothing that must never be said', () => {
    const know = voiceOf('ja');
    const ordinary = know.voices[0]?.words ?? {};
    const slips = Object.entries(EASY_JAPANESE).flatMap(([id, text]) =>
      PATHS.flatMap((path) => {
        const slip = neverSaid(know, path, 'ja', ordinary[id] ?? '') === null ? neverSaid(know, path, 'ja', withoutReadings(text)) : null;
        return slip === null ? [] : [`${id} on ${path}: ${slip.words}`];
      }),
    );
    expect(slips).toEqual([]);
  });

  test('every group of Chinese characters has its reading', () => {
    const bare = [...Object.values(EASY_JAPANESE), ...Object.values(EASY_PAGE)].flatMap(
      (text) => text.match(/[\p{Script=Han}々]+(?![\p{Script=Han}々《])/gu) ?? [],
    );
    expect(bare).toEqual([]);
  });

  test('sentences are short', () => {
    const long = [...Object.values(EASY_JAPANESE), ...Object.values(EASY_PAGE)].flatMap((text) =>
      withoutReadings(text)
        .split('。')
        .filter((one) => one.length > 48),
    );
    expect(long).toEqual([]);
  });
});
