import { detect } from '@hattari/engine';
import { describe, expect, test } from 'vitest';
import { caseFiles, markOf, readCases } from './cases.js';
import { know } from './languages.js';

// Our own cases of kin and of mail that only looks like it, as somebody would paste them.
const RIGHT = 0.95;
const ACCUSED = 0.03;

const results = caseFiles('own')
  .filter(({ path }) => path.pathname.includes('own-kin'))
  .flatMap(({ path, language }) =>
    readCases(path).map((given) => {
      const { verdict } = detect({ bytes: Buffer.from(given.text), answers: given.answers, place: 'US', words: language, now: 0 }, know);
      return { language, given, verdict, name: `${language} ${given.name}: ${verdict.kind}/${verdict.family}` };
    }),
  );

describe('our own cases of kin', () => {
  const kin = results.filter((r) => r.given.wanted.kind === 'kin');
  const harmless = results.filter((r) => r.given.wanted.kind === 'harmless');

  test('the family is right, in every language', () => {
    expect(kin.length).toBeGreaterThan(200);
    for (const language of ['en', 'ja', 'de', 'ko', 'pt', 'ru']) {
      const some = kin.filter((r) => r.language === language);
      const wrong = some.filter((r) => markOf(r.given.wanted, r.verdict.kind, r.verdict.family) !== 'right').map((r) => r.name);
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(Math.floor(some.length * (1 - RIGHT)));
    }
  });

  test('violence and organisations are flagged, lures too', () => {
    expect(kin.flatMap((r) => r.given.wanted.flags.filter((flag) => !r.verdict.flags.includes(flag)).map((flag) => `${r.name} lacks ${flag}`))).toEqual([]);
  });

  test('true notices, bills, news and trainings are accused of nothing', () => {
    expect(harmless.length).toBeGreaterThan(150);
    const accused = harmless.filter((r) => ['kin', 'bluff', 'genuine'].includes(r.verdict.kind)).map((r) => r.name);
    expect(accused.length, accused.join('\n')).toBeLessThanOrEqual(Math.floor(harmless.length * ACCUSED));
  });
});
