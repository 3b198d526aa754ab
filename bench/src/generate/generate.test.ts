import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detect } from '@hattari/engine';
import { describe, expect, test } from 'vitest';
import { files, know } from '../languages.js';
import { ROOT } from '../root.js';
import { letterOf } from './letter.js';
import { mailsOf } from './mails.js';
import { LENGTHS, NEGATIVES, REGISTERS, STORIES } from './model.js';
import { negativeOf } from './negative.js';
import { type Sentences, writableIn } from './sentences.js';
import { LETTER_CLAIMS } from './stories.js';

const languages = writableIn(
  files.map(({ value }) => value),
  LETTER_CLAIMS,
);
const of = (language: string): Sentences => languages.find((one) => one.language === language) as Sentences;
const digest = (sentences: Sentences, seed: string): string => {
  const hash = createHash('sha256');
  for (const { name, label, bytes } of mailsOf(sentences, seed, 12)) hash.update(`${name} ${label} `).update(bytes);
  return hash.digest('hex');
};

test.each(languages.map((one) => [one.language, one] as const))('%s: the same seed gives the same bytes, another seed others', (_, sentences) => {
  const first = digest(sentences, 'a');
  expect(digest(sentences, 'a')).toBe(first);
  expect(digest(sentences, 'b')).not.toBe(first);
});

test('the languages with phrases can be written in', () => {
  expect(languages.map(({ language }) => language)).toEqual(expect.arrayContaining(['ar', 'de', 'en', 'es', 'ja', 'ko', 'pt', 'ru']));
});

describe('letters', () => {
  const letters = languages.flatMap((sentences) => Array.from({ length: 60 }, (_, k) => letterOf(sentences, 'test', k)));

  test('every story, register and length comes', () => {
    for (const language of ['en', 'ja', 'de']) {
      const own = letters.filter((letter) => letter.language === language);
      expect(new Set(own.map(({ story }) => story)).size).toBe(STORIES.length);
      expect(new Set(own.map(({ register }) => register)).size).toBe(REGISTERS.length);
      expect(new Set(own.map(({ length }) => length)).size).toBe(LENGTHS.length);
      expect(new Set(own.map(({ claims }) => claims.join())).size).toBeGreaterThan(50);
    }
  });

  test('the address stands in it once, as it is, and every claim is one of letters', () => {
    for (const { name, text, wallet, claims } of letters) {
      expect(text.split(wallet).length, name).toBe(2);
      for (const id of claims) expect(LETTER_CLAIMS.has(id), `${name}: ${id}`).toBe(true);
      expect(claims, name).toContain('crypto-wallet');
    }
  });
});

describe('negatives', () => {
  test('every kind in every language, with something in it', () => {
    for (const sentences of languages)
      for (const [k, kind] of NEGATIVES.entries()) {
        const { of: is, text, wallets, label } = negativeOf(sentences, 'test', k);
        expect(is).toBe(kind);
        expect(text.length, `${sentences.language} ${kind}`).toBeGreaterThan(15);
        expect(text).not.toMatch(/\{wallet\}|undefined/);
        for (const wallet of wallets) expect(text).toContain(wallet);
        if (label === 'quoting') expect(wallets).toHaveLength(1);
      }
  });

  test.each(['en', 'ja', 'de'])('%s: no harmless one of our own words is called a bluff or a real case', (language) => {
    for (let k = 0; k < 30; k++) {
      const { name, label, of: kind, text } = negativeOf(of(language), 'told', k);
      if (label !== 'harmless') continue;
      const { verdict } = detect({ bytes: Buffer.from(text), answers: {}, place: 'US', words: language, now: 0 }, know);
      expect(['bluff', 'genuine'], `${name} ${kind}: ${text}`).not.toContain(verdict.kind);
    }
  });
});

describe('it stays in the bench', () => {
  const packages = ['.', 'engine', 'shelf', 'sight', ...readdirSync(join(ROOT, 'doors')).map((door) => `doors/${door}`)].filter((folder) =>
    existsSync(join(ROOT, folder, 'package.json')),
  );
  const manifest = (folder: string) => JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Record<string, unknown>;

  test.each(packages)('%s neither depends on the bench nor packs it', (folder) => {
    const { dependencies = {}, files: packed = [], exports = {}, bin = {} } = manifest(folder);
    expect(Object.keys(dependencies as object)).not.toContain('@hattari/bench');
    expect(JSON.stringify([packed, exports, bin])).not.toMatch(/bench|generate/);
  });

  test('the bench exports nothing and is never published', () => {
    expect(manifest('bench')).toMatchObject({ private: true });
    expect(manifest('bench')).not.toHaveProperty('exports');
    expect(manifest('bench')).not.toHaveProperty('main');
  });
});
