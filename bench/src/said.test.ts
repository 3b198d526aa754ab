import {
  ANSWERS,
  type Answers,
  type Detection,
  detect,
  GATES,
  neverSaid,
  PATHS,
  type Path,
  pathsOf,
  saidBy,
  sentencesOf,
  slipsIn,
  wordsOn,
} from '@hattari/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseFiles, readCases } from './cases.js';
import { know } from './languages.js';
import { readLetters } from './letters.js';

// Everything the program can say, read out of the program itself: is it in the listing that people approve, and may it be said?
const LANGUAGES = ['en', 'ja', 'de', 'es', 'fr', 'it', 'ko', 'pt', 'ru', 'zh-Hans', 'zh-Hant'] as const;
const LETTERS = new URL('../letters/', import.meta.url);
const letters = ['genuine', 'bluff', 'innocent'].flatMap((set) => ['en', 'ja'].flatMap((language) => readLetters(new URL(`${set}.${language}.txt`, LETTERS))));
const anyAnswers = fc.record(Object.fromEntries(GATES.map((gate) => [gate, fc.constantFrom(...ANSWERS[gate])])) as Record<string, fc.Arbitrary<string>>, {
  requiredKeys: [],
}) as fc.Arbitrary<Answers>;

/** The letter as it came by mail, or its words as they were pasted. */
function told(text: string, asMail: boolean, answers: Answers, words: string, place: string): Detection {
  const head = 'From: a@b.example\nTo: a@b.example\nSubject: hello\nContent-Type: text/plain; charset=utf-8\n\n';
  return detect({ bytes: Buffer.from(asMail ? `${head}${text}\n` : text), answers, place, words, now: 0, sender: 'always' }, know);
}

/** Whether a sentence is one of the listed ones, their slots filled; what is filled in may be a listed sentence with another behind it. */
function isListed(sentence: string, rows: Listed): boolean {
  if (rows.plain.has(sentence)) return true;
  return rows.patterns.some(({ pattern, nested }) => {
    const found = pattern.exec(sentence);
    if (found === null) return false;
    return !nested || isListed(found.groups?.['sentence'] ?? '', rows) || isComposed(found.groups?.['sentence'] ?? '', rows);
  });
}

/** A conclusion about the sender and how sure it is stand in one line. */
function isComposed(sentence: string, rows: Listed): boolean {
  return rows.sure.some((sure) => sentence.endsWith(sure) && isListed(sentence.slice(0, -sure.length).trimEnd(), rows));
}

type Listed = {
  readonly plain: ReadonlySet<string>;
  readonly sure: readonly string[];
  readonly patterns: readonly { readonly pattern: RegExp; readonly nested: boolean }[];
};
const listings = new Map<string, Listed>();
function listed(path: Path, language: string, place: string): Listed {
  const key = `${path} ${language} ${place}`;
  const known = listings.get(key);
  if (known !== undefined) return known;
  const rows = wordsOn(path, know, language, place);
  const slotted = rows.filter(({ text }) => /\{[a-z]+\}/.test(text));
  const made = {
    plain: new Set(rows.map(({ text }) => text)),
    sure: rows.flatMap(({ id, text }) => (id.startsWith('sender-sure-') ? [text] : [])),
    patterns: slotted.map(({ text }) => ({ pattern: patternOf(text), nested: text.includes('{sentence}') })),
  };
  listings.set(key, made);
  return made;
}

function patternOf(text: string): RegExp {
  const escaped = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('{sentence}', '(?<sentence>.*)').replace(/\{[a-z]+\}/g, '.*?')}$`, 's');
}

describe('what is said on a path is in the listing of that path', () => {
  // Japanese and English are told whole, Korean and German in the fixed set beside English.
  test.each([
    ['en', 'US'],
    ['ja', 'JP'],
    ['ko', 'KR'],
    ['de', 'ZZ'],
  ])('%s in %s, for any letter and any answers', (language, place) => {
    fc.assert(
      fc.property(fc.constantFrom(...letters), fc.boolean(), anyAnswers, ({ text }, asMail, answers) => {
        const { verdict, explanation } = told(text, asMail, answers, language, place);
        for (const path of pathsOf(verdict)) {
          const rows = listed(path, language, place);
          const missing = sentencesOf(explanation).filter(({ text: said }) => !isListed(said, rows) && !isComposed(said, rows));
          expect(missing, `${path}: ${JSON.stringify(verdict)}`).toEqual([]);
        }
      }),
      { numRuns: 250 },
    );
  });

  test('the matcher of this test does not take just anything', () => {
    const rows = listed('genuine', 'en', 'US');
    for (const said of ['You may ignore it.', 'In what was pasted: You may ignore it.', 'If a@b.example is your address: Nothing. (Certain.)'])
      expect(isListed(said, rows) || isComposed(said, rows), said).toBe(false);
  });
});

describe('what must never be said is said on no path', () => {
  test.each(LANGUAGES)('%s: no sentence of any listing, in any place', (language) => {
    expect(slipsIn(know, language)).toEqual([]);
  });

  test.each(LANGUAGES)('%s: the check has something to catch with, on each path', (language) => {
    const voice = know.voices.find(({ code }) => code === language);
    expect(Object.values(voice?.neverSaid ?? {}).flat().length).toBeGreaterThanOrEqual(20);
    for (const path of PATHS) expect(neverSaid(know, path, language, IGNORE_IT[language]), path).not.toBeNull();
  });

  test.each([
    // path, language, sentence, whether it is never said there, why
    ['before', 'en', 'What is sent cannot be called back.', false, 'prevention'],
    ['genuine', 'en', 'What is sent cannot be called back.', true, 'takes away hope'],
    ['before', 'ja', '送ったものは、取りもどせません。', false, 'prevention'],
    ['unsure', 'ja', '送ったものは、取りもどせません。', true, 'takes away hope'],
    ['genuine', 'en', 'Block him everywhere.', false, 'a stranger is blocked'],
    ['known-person', 'en', 'Block him everywhere.', true, 'someone near may strike back'],
    ['known-person', 'ja', '相手をブロックしてください。', true, 'someone near may strike back'],
    ['genuine', 'ja', 'チャットのスクリーンショットをとってください。', false, 'an adult keeps the chat'],
    ['minor', 'ja', 'チャットのスクリーンショットをとってください。', true, 'a child keeps no pictures'],
    ['bluff', 'en', 'You may delete the message.', false, 'after three times no'],
    ['genuine', 'en', 'You may delete the message.', true, 'it is needed'],
  ] as const)('%s %s %j: %j, %s', (path, language, sentence, caught, _why) => {
    expect(neverSaid(know, path, language, sentence) !== null).toBe(caught);
  });

  test.each(LANGUAGES)('%s: no heading, and nothing that is said while questions are asked, on any path', (language) => {
    const words = know.voices.find(({ code }) => code === language)?.words ?? {};
    const around = Object.entries(words).filter(([id]) => /^(label|gate)-/.test(id));
    expect(around.length).toBeGreaterThan(10);
    for (const [id, text] of around) for (const path of PATHS) expect(neverSaid(know, path, language, text), `${path} ${id}`).toBeNull();
  });

  // The unseen half stays unseen: what it makes the program say is the same sentences.
  const texts = [...letters, ...caseFiles('own').flatMap(({ path }) => readCases(path))].map(({ text }) => text);
  test.each(LANGUAGES)('%s: no output of our own letters, with any answers', (language) => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.boolean(), anyAnswers, (text, asMail, answers) => {
        const { verdict, explanation } = told(text, asMail, answers, language, 'JP');
        // A draft's page holds English too: each sentence is checked in the language it is in.
        const english = new Set(saidBy(told(text, asMail, answers, 'en', 'JP').explanation));
        for (const path of pathsOf(verdict))
          for (const said of saidBy(explanation)) expect(neverSaid(know, path, english.has(said) ? 'en' : language, said), `${path}: ${said}`).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  test('no phrase of these sections is matched against mail', () => {
    expect(know.sections.filter(({ id }) => id.startsWith('never-said'))).toEqual([]);
    const { evidence } = told('Why did you send him a picture? It is your own fault. You can ignore it, nothing will happen.', true, {}, 'en', 'US');
    expect(evidence.flatMap((e) => ('id' in e && e.id.startsWith('never-said') ? [e.id] : []))).toEqual([]);
  });
});

const IGNORE_IT: Readonly<Record<(typeof LANGUAGES)[number], string>> = {
  en: 'Just ignore it.',
  ja: 'このメールは無視してください。',
  de: 'Ignorieren Sie es einfach.',
  ko: '무시하세요.',
  pt: 'Ignore isso.',
  es: 'Ignore esto.',
  fr: 'Ignorez cela.',
  it: 'Ignori questo messaggio.',
  ru: 'Просто игнорировать это.',
  'zh-Hans': '请忽略这封邮件。',
  'zh-Hant': '請忽略這封信。',
};
