import { describe, expect, test } from 'vitest';
import { Sight } from '@hattari/sight';
import { packages } from '@hattari/sight/node';
import { know } from '../languages.js';
import { readExhibit } from './reading.js';
import { exhibits } from './set.js';
import { countOf, misses } from './tally.js';
import { unmapped } from './unmapped.js';

// A few of the set, one of each kind and some languages; the whole of it is `npm run pictures`.
const SAMPLE = [
  'ja/line-follower-apple-card chat',
  'ja/jido-honyaku-2018 phone',
  'en/password-2018-terse phone',
  'en/own-account-machine-translated',
  'en/bank-alert phone',
  'ru/ru-vk-friends-sbp chat',
  'zh/zh-tongzhi phone',
  'de/paket-sms phone',
  'ja/jido-honyaku-2018 pdf-text',
  'de/disguise-de-hacker pdf-text',
  'en/insta-flip-giftcards pdf-scan',
  'en/code-1',
  'en/code-4',
  'en/code-5',
  'en/codes-1',
];
const all = exhibits();

describe('the set', () => {
  test('is 60 pictures, 20 PDFs and 20 pictures with codes, each with a name of its own', () => {
    const kinds = (of: readonly string[]): number => all.filter(({ kind }) => of.includes(kind)).length;
    expect([kinds(['as-shown', 'rotated', 'jpeg', 'photo']), kinds(['pdf-text']), kinds(['pdf-scan']), kinds(['qr'])]).toEqual([60, 10, 10, 20]);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  test('a file is the same at each drawing', () => {
    const one = all.find(({ name }) => name.startsWith('en/code-4'));
    expect(Buffer.from(one?.bytes() ?? []).equals(Buffer.from(one?.bytes() ?? [1]))).toBe(true);
  });
});

describe('a PDF whose fonts do not say which letters they draw is read as it looks', () => {
  const sight = new Sight(packages);
  const exhibit =
    all.find(({ name }) => name === 'en/password-2018-terse pdf-text') ?? all.find(({ kind, language }) => kind === 'pdf-text' && language === 'en');
  test.each<[string, (letter: string) => boolean, string]>([
    ['none of their digits', (letter) => /\d/.test(letter), 'scan'],
    ['no letter at all', () => true, 'scan'],
    ['only a bullet', (letter) => letter === '•', 'pdf'],
  ])(
    '%s',
    async (_what, lost, medium) => {
      if (exhibit === undefined) throw new Error('no written PDF in English');
      const bytes = unmapped(exhibit.bytes(), lost);
      const reading = await readExhibit({ ...exhibit, bytes: () => bytes }, sight, know);
      expect(reading.seen.flatMap(({ texts }) => texts.map((one) => one.medium))).toEqual([medium]);
      expect(misses(reading)).toEqual([]);
    },
    120_000,
  );
});

describe('pictures, PDFs and codes are read like their typed words', () => {
  const sight = new Sight(packages);
  test.each(SAMPLE)(
    '%s',
    async (start) => {
      const exhibit = all.find(({ name }) => name.startsWith(start));
      if (exhibit === undefined) throw new Error(`${start}: no such file in the set`);
      const reading = await readExhibit(exhibit, sight, know);
      expect(misses(reading)).toEqual([]);
      expect(countOf([reading])).toMatchObject({ files: 1, verdicts: 1, wrong: 0 });
    },
    120_000,
  );
});
