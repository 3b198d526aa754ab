import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { detect } from '../detect.js';
import { HEADINGS, makeKnowledge } from '../language/knowledge.js';
import { readLanguageFile } from '../language/language-file.js';

// Each claim's own cases: a text, `==>`, then a line a claim: `id "words that its quote must hold"`, or `not id`.
const HERE = new URL('./', import.meta.url);
const LANGUAGES = new URL('../../../languages/', import.meta.url);
const know = makeKnowledge(
  readdirSync(LANGUAGES)
    .filter((name) => /^[a-z]{2,3}\.md$/.test(name))
    .map((name) => readLanguageFile(readFileSync(new URL(name, LANGUAGES), 'utf8'), HEADINGS)),
  [],
  'test',
);

type Case = { readonly why: string; readonly text: string; readonly expected: readonly string[] };

function casesOf(claim: string): Case[] {
  const source = readFileSync(new URL(`${claim}/cases.txt`, HERE), 'utf8');
  return source
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [why = '', ...lines] = block.split('\n');
      const mark = lines.indexOf('==>');
      return { why, text: lines.slice(0, mark).join('\n').trim(), expected: lines.slice(mark + 1).filter((line) => line.trim() !== '') };
    });
}

const claims = readdirSync(fileURLToPath(HERE), { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(claims.map((entry) => entry.name))('%s', (claim) => {
  test.each(casesOf(claim).map((c) => [c.why, c] as const))('%s', (_, { text, expected }) => {
    expect(expected.length).toBeGreaterThan(0);
    const { mail, evidence } = detect({ bytes: Buffer.from(text), answers: {}, place: 'JP', words: 'en', now: 0 }, know);
    const found = new Map(evidence.flatMap((e) => (e.kind === 'claim' ? [[e.id, e.spans] as const] : [])));
    for (const line of expected) {
      const [, not, id = '', quote] = /^(not )?([a-z0-9-]+)(?: "(.*)")?$/.exec(line) ?? [];
      if (not !== undefined) {
        expect(found.has(id), line).toBe(false);
        continue;
      }
      const spans = (found.get(id) ?? []).map((s) => mail.parts.find((p) => p.id === s.part)?.text.slice(s.start, s.end));
      expect(spans.length, line).toBeGreaterThan(0);
      if (quote !== undefined)
        expect(
          spans.some((s) => s?.includes(quote)),
          `${line}; found ${JSON.stringify(spans)}`,
        ).toBe(true);
    }
  });
});
