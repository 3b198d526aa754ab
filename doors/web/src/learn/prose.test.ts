import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LEARNT, PROSES } from './given.js';
import { fieldOf, type Prose, readProse } from './prose.js';

const FOLDER = new URL('./prose/', import.meta.url);
const read = (name: string): Prose => readProse(readFileSync(new URL(name, FOLDER), 'utf8'), name);

describe('the prose of the Learn pages', () => {
  test('the folder holds each page in each language, and nothing else', () => {
    const wanted = PROSES.flatMap((name) => LEARNT.map((language) => `${name}.${language}.md`));
    expect(readdirSync(FOLDER).sort()).toEqual(wanted.sort());
  });

  test.each(PROSES)('%s: the same sections in both languages, in one order, for the same paths, with the same sources', (name) => {
    const [ja, en] = LEARNT.map((language) =>
      read(`${name}.${language}.md`).sections.map(({ id, fields }) => ({
        id,
        on: fields.get('on'),
        when: fields.get('when'),
        seen: fields.get('seen'),
        sources: fields.get('source')?.map((source) => source.split(' — ')[0]),
      })),
    );
    expect(ja).toEqual(en);
  });

  test.each(PROSES)('%s: a source is an address, and says when it was seen', (name) => {
    for (const { lead, sections } of LEARNT.map((language) => read(`${name}.${language}.md`))) {
      for (const section of [lead, ...sections]) {
        const sources = section.fields.get('source') ?? [];
        for (const source of sources) expect(source).toMatch(/^https?:\/\/\S+( — .+)?$/);
        if (sources.length > 0) expect([section.id, fieldOf(section, 'seen')]).toEqual([section.id, expect.stringMatching(/^2026-\d\d-\d\d$/)]);
      }
    }
  });

  test('every wave has a source', () => {
    for (const section of read('timeline.en.md').sections) expect([section.id, section.fields.has('source')]).toEqual([section.id, true]);
  });

  test('paragraphs, lists, steps, samples and fields', () => {
    const { title, lead, sections } = readProse('# T\n\none\n\n## a — A\n- x\n- y\n\n1. s\n2. t\n> q\non: bluff\nend\n', 'f.md');
    expect([title, lead.blocks]).toEqual(['T', [{ kind: 'text', lines: ['one'] }]]);
    expect(sections[0]?.blocks).toEqual([
      { kind: 'list', lines: ['x', 'y'] },
      { kind: 'steps', lines: ['s', 't'] },
      { kind: 'sample', lines: ['q'] },
      { kind: 'text', lines: ['end'] },
    ]);
    expect(fieldOf(sections[0] as Prose['lead'], 'on')).toBe('bluff');
  });

  test.each([
    // what is wrong                 what is said
    ['no title', 'f.md:1 wanted “# Title”'],
    ['# T\n## no id', 'f.md:2 wanted “## id — title”'],
    ['# T\n## a — A\n\n## a — B', 'f.md:4 “a” stands there twice'],
  ])('%j is refused', (source, message) => {
    expect(() => readProse(source, 'f.md')).toThrow(message);
  });

  test('a field that is wanted and missing is named', () => {
    expect(() => fieldOf(readProse('# T\n## a — A', 'f.md').sections[0] as Prose['lead'], 'when')).toThrow('“a”: “when: ...” is missing');
  });
});
