import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ANSWERS, type Answers, type Detection, detect, GATES, makeKnowledge, PATHS, type Path, pathsOf, Speech } from '@hattari/engine';
import { languagesIn, placesIn } from '@hattari/shelf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { humanWords } from './human.js';
import { lineOf } from './line.js';
import { rowsOf } from './words.js';

const ROOT = new URL('../../../', import.meta.url);
const languages = fileURLToPath(new URL('languages/', ROOT));
const know = makeKnowledge(
  languagesIn(languages).map((f) => f.value),
  placesIn(`${languages}places`).map((f) => f.value),
  '',
);
const letters = ['genuine', 'bluff', 'innocent'].flatMap((set) =>
  ['en', 'ja'].flatMap((language) =>
    readFileSync(new URL(`bench/letters/${set}.${language}.txt`, ROOT), 'utf8')
      .split(/^=== .*$/m)
      .slice(1)
      .map((text) => text.replace(/^# why:.*$/m, '').trim()),
  ),
);
const anyAnswers = fc.record(Object.fromEntries(GATES.map((gate) => [gate, fc.constantFrom(...ANSWERS[gate])])) as Record<string, fc.Arbitrary<string>>, {
  requiredKeys: [],
}) as fc.Arbitrary<Answers>;

/** Wide enough that no sentence is broken. */
const LOOK = { columns: 100_000, colour: false };

type Allowed = { readonly texts: ReadonlySet<string>; readonly patterns: readonly RegExp[] };
const allowed = new Map<string, Allowed>();
function allowedOn(path: Path, speech: Speech, place: string): Allowed {
  const key = `${path} ${speech.code}`;
  const known = allowed.get(key);
  if (known !== undefined) return known;
  const texts = rowsOf(path, know, speech, place).flatMap(({ text }) => text.split('\n'));
  const made = {
    texts: new Set(texts),
    patterns: texts
      .filter((text) => /\{[a-z]+\}/.test(text))
      .map((text) => new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[a-z]+\}/g, '.*?')}$`)),
  };
  allowed.set(key, made);
  return made;
}

/** What a page holds besides our sentences: the letter's own words, addresses, numbers to call, the picture of the envelope. */
function isData(line: string, { explanation: e }: Detection): boolean {
  const desk = e.help.some((h) => line === [h.phone, h.hours].filter((x) => x !== null).join('  ') || line === h.url || line.endsWith(h.source));
  return line === '' || line.startsWith('| ') || line.startsWith('+--') || desk || e.wallets.some(({ address }) => line === address);
}

function sentencesOfPage(page: string): string[] {
  return page.split('\n').map((line) => line.trim().replace(/^(\d+\.|-) /, ''));
}

function isAllowed(line: string, { texts, patterns }: Allowed): boolean {
  if (texts.has(line) || patterns.some((pattern) => pattern.test(line))) return true;
  const claim = /^(.*) {2}\[(.*)\]$/.exec(line);
  if (claim !== null) return texts.has(claim[1] ?? '') && texts.has(claim[2] ?? '');
  // A conclusion about the sender, and how sure it is.
  return [...texts].some((text) => line.endsWith(text) && /^[(（]/.test(text) && isAllowed(line.slice(0, -text.length).trim(), { texts, patterns }));
}

/** Fields of a JSON line that hold sentences of ours. */
function sentencesOfLine(detection: Detection): string[] {
  const line = JSON.parse(JSON.stringify(lineOf({ file: '-', message: null }, detection))) as {
    headline: string;
    claims: { why: string }[];
    signals: { why: string }[];
    sender: { why: string[] } | null;
    attachments: { why: string }[];
    steps: { text: string }[];
    beside: { headline: string; leads: string[]; steps: { text: string }[] } | null;
    help: { name: string }[];
    problems: { text: string }[];
  };
  const whys = [...line.claims, ...line.signals, ...line.attachments].map(({ why }) => why);
  const beside = line.beside === null ? [] : [line.beside.headline, ...line.beside.leads, ...line.beside.steps.map(({ text }) => text)];
  return [
    line.headline,
    ...whys,
    ...(line.sender?.why ?? []),
    ...line.steps.map(({ text }) => text),
    ...beside,
    ...line.help.map(({ name }) => name),
    ...line.problems.map(({ text }) => text),
  ].flatMap((text) => text.split('\n'));
}

describe('whatever the program prints of a letter is in the listing of its paths', () => {
  test.each([
    ['en', 'US'],
    ['ja', 'JP'],
    ['pt', 'BR'],
    ['ru', 'ZZ'],
  ])('%s in %s: human words and JSON, with any answers', (language, place) => {
    fc.assert(
      fc.property(fc.constantFrom(...letters), fc.boolean(), anyAnswers, (text, asMail, answers) => {
        const head = 'From: a@b.example\nTo: a@b.example\nSubject: hello\nContent-Type: text/plain; charset=utf-8\n\n';
        const bytes = Buffer.from(asMail ? `${head}${text}\n` : text);
        const detection = detect({ bytes, answers, place, words: language, now: 0, sender: 'always' }, know);
        const speech = new Speech(know, language);
        const printed = sentencesOfPage(humanWords(detection, speech, LOOK, 'FILE')).filter((line) => !isData(line, detection));
        for (const path of pathsOf(detection.verdict)) {
          const may = allowedOn(path, speech, place);
          for (const said of [...printed, ...sentencesOfLine(detection)]) if (said !== '') expect(isAllowed(said, may), `${path}: ${said}`).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

const BIN = fileURLToPath(new URL('doors/command/bin/hattari.js', ROOT));
function hattari(...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', LANG: 'en_US.UTF-8', TZ: 'UTC' } });
}

describe('hattari words', () => {
  test('every path has its sentences, each with its id, the headline first', () => {
    for (const path of PATHS) {
      const rows = rowsOf(path, know, new Speech(know, 'ja'), 'JP');
      expect(rows[0]?.where, path).toBe('headline');
      expect(rows.every((row) => row.id !== '' && row.text !== '' && row.language === 'ja')).toBe(true);
      expect(rows.map(({ id }) => id)).toContain('label-help');
    }
  });

  test.each([
    // path, id that stands there, id that does not, why
    ['minor', 'step-record-without-pictures', 'step-record-evidence', 'a child keeps no pictures'],
    ['known-person', 'step-known-lines', 'step-stop-and-block', 'no order to block'],
    ['before', 'step-before-leave', 'step-takedown-adult', 'nothing was sent'],
    ['crisis', 'step-crisis-call', 'step-delete-it', 'no bluff beside crisis words'],
    ['bluff', 'step-delete-it', 'step-police', 'after three times no'],
    ['third-party', 'step-helper-listen', 'step-record-evidence', 'helpers keep no pictures'],
    ['genuine', 'step-takedown-adult', 'headline-genuine-before', 'prevention has its own path'],
  ] as const)('%s says %s, not %s: %s', (path, said, unsaid, _why) => {
    const ids = rowsOf(path, know, new Speech(know, 'en'), 'US').map(({ id }) => id);
    expect(ids).toContain(said);
    expect(ids).not.toContain(unsaid);
  });

  test('the help desks of the place stand in it, and no others', () => {
    const { stdout } = hattari('words', '--path', 'minor', '--lang', 'ja', '--place', 'JP');
    expect(stdout).toContain('JP/childline');
    expect(stdout).toContain('world/take-it-down');
    expect(stdout).not.toContain('GB/');
  });

  test('an unsigned language is listed in its fixed set, beside English', () => {
    const rows = hattari('words', '--path', 'genuine', '--lang', 'ko', '--json')
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { where: string; id: string; language: string });
    const of = (language: string, where: string): string[] => rows.filter((r) => r.language === language && r.where === where).map(({ id }) => id);
    expect(of('ko', 'steps')).toContain('step-stop-and-block');
    expect(of('ko', 'steps')).not.toContain('step-lock-profiles');
    expect(of('en', 'beside')).toEqual(expect.arrayContaining(['headline-genuine', 'lead-calm', 'step-stop-and-block', 'step-lock-profiles']));
    expect(of('ko', 'signals')).toEqual([]);
  });

  test.each([
    [['words'], '--path'],
    [['words', '--path'], '--path'],
    [['words', '--path', 'nowhere'], 'known-person'],
    [['words', '--path', 'minor', '--place'], '--place'],
    [['words', '--path', 'minor', '--answers', 'contact=no'], '--answers'],
  ])('%j is refused in a sentence that names %s', (args, named) => {
    const { status, stderr } = hattari(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(named);
  });
});

test('an unsigned language prints its few sentences first, marked as a draft, then all in English', () => {
  const text = 'We had a video call and he recorded it. He says he will send it to my mother Anna if I do not pay with gift cards.';
  const { stdout } = spawnSync(process.execPath, [BIN, 'check', '-', '--lang', 'de', '--place', 'GB'], { input: text, encoding: 'utf8' });
  const at = (words: string): number => stdout.replace(/\s+/g, ' ').indexOf(words);
  expect(at('Das kann eine echte Drohung sein')).toBe(0);
  expect(at('ein Entwurf')).toBeGreaterThan(at('blockieren Sie das Konto'));
  expect(at('This may be a real threat')).toBeGreaterThan(at('ein Entwurf'));
  expect(at('Set your own profiles to private')).toBeGreaterThan(at('This may be a real threat'));
  expect(at('Stellen Sie Ihre eigenen Profile')).toBe(-1);
});
