import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLAIMS, HEADINGS, makeKnowledge, neverSaid, PATHS, type Path, readLanguageFile } from '@hattari/engine';
import { describe, expect, test } from 'vitest';
import { IPA_QUESTIONS } from '../learn/figures.js';
import { LEARNT } from '../learn/given.js';
import { sentencesIn } from './sentences.js';

const SITE = fileURLToPath(new URL('../../dist/site/', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const pages = readdirSync(join(SITE, 'learn'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .sort();
const htmlOf = (page: string): string => readFileSync(join(SITE, 'learn', page), 'utf8');

describe('the Learn pages', () => {
  test('Japanese and English have the same pages, one for each pattern among them', () => {
    const [ja, en] = LEARNT.map((language) => pages.filter((page) => page.startsWith(`${language}/`)).map((page) => page.slice(language.length + 1)));
    expect(ja).toEqual(en);
    for (const { id } of CLAIMS) expect(en).toContain(`patterns/${id}/index.html`);
    expect(pages).toHaveLength(2 * (en?.length ?? 0));
  });

  test('every link leads somewhere: to a file of the build, and to a heading of it', () => {
    const lost = pages.flatMap((page) =>
      [...htmlOf(page).matchAll(/ (?:href|src)="([^"]+)"/g)].flatMap(([, to = '']) => {
        if (/^(https?:\/\/|tel:[\d*+]|tel:%23)/.test(to)) return [];
        const [path = '', anchor] = to.replace(/\?[^#]*/, '').split('#');
        const at = path === '' ? join('learn', page) : normalize(join('learn', dirname(page), path));
        const file = at.endsWith('/') ? `${at}index.html` : at;
        if (to.startsWith('/') || !existsSync(join(SITE, file))) return [`${page}: ${to}`];
        return anchor === undefined || readFileSync(join(SITE, file), 'utf8').includes(` id="${anchor}"`) ? [] : [`${page}: ${to}`];
      }),
    );
    expect(lost).toEqual([]);
  });

  test('each says its language and title, has one heading of the first rank, carries policy and digests, and nothing inline', () => {
    const titles = new Set<string>();
    for (const page of pages) {
      const html = htmlOf(page);
      const language = page.slice(0, 2);
      titles.add(`${language} ${/<title>([^<]+)<\/title>/.exec(html)?.[1]}`);
      expect([page, /<html lang="(..)"/.exec(html)?.[1], html.match(/<h1/g)?.length]).toEqual([page, language, 1]);
      expect([page, html.includes("default-src 'none'; script-src 'self'")]).toEqual([page, true]);
      expect([page, / style=|<style|<script(?![^>]* src=)| on[a-z]+=|\{[a-z]+\}/.exec(html)?.[0]]).toEqual([page, undefined]);
      for (const [tag] of html.matchAll(/<(?:script|link)[^>]*(?:\.js|\.css)"[^>]*>/g))
        expect([page, tag.includes('integrity="sha256-')]).toEqual([page, true]);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect([page, ids.filter((id, i) => ids.indexOf(id) !== i)]).toEqual([page, []]);
    }
    expect(titles.size).toBe(pages.length);
  });

  test.each(LEARNT)('%s: the chart has its words, and the same numbers as a table', (language) => {
    const html = htmlOf(`${language}/timeline/index.html`);
    const chart = /<svg[\s\S]*?<\/svg>/.exec(html)?.[0] ?? '';
    expect(chart).toMatch(/role="img"[^>]* aria-describedby="chart-text"[^>]*><title>[^<]{20,}/);
    expect(/<p id="chart-text"[^>]*>([^<]{50,})/.exec(html)).not.toBeNull();
    const drawn = [...chart.matchAll(/class="count"[^>]*>(\d+)/g)].map(([, count]) => Number(count));
    const table = [...html.matchAll(/<th scope="row">[^<]+<\/th><td>(\d+)<\/td><td><a href="https?:/g)].map(([, count]) => Number(count));
    expect([drawn, table]).toEqual([IPA_QUESTIONS.map(({ count }) => count), IPA_QUESTIONS.map(({ count }) => count)]);
    // As many numbers under the years as there are waves.
    expect(chart.match(/class="wave"/g)?.length).toBe(html.match(/<ol class="waves">[\s\S]*?<\/ol>/)?.[0].match(/<h2/g)?.length);
  });

  test.each(LEARNT)('%s: nothing is said that must never be said, on any path unless it names those it is meant for', (language) => {
    const file = readLanguageFile(readFileSync(join(ROOT, `languages/${language}.md`), 'utf8'), HEADINGS);
    const know = makeKnowledge([{ ...file, sections: file.sections.map((s) => (s.id.startsWith('never-said') ? s : { ...s, phrases: [] })) }], [], '');
    const checked = new Set<string>();
    const slips: string[] = [];
    for (const page of pages.filter((path) => path.startsWith(language))) {
      for (const { text, on, theirs } of sentencesIn(/<body>([\s\S]*)<\/body>/.exec(htmlOf(page))?.[1] ?? '')) {
        for (const path of theirs ? [] : on === 'all' ? PATHS : (on as readonly Path[])) {
          expect([page, PATHS.includes(path)]).toEqual([page, true]);
          if (checked.has(`${path} ${text}`)) continue;
          checked.add(`${path} ${text}`);
          const slip = neverSaid(know, path, language, text);
          if (slip !== null) slips.push(`${page} on ${path} (${slip.section}): “${slip.words}” in ${text}`);
        }
      }
    }
    expect(checked.size).toBeGreaterThan(1000);
    expect(slips).toEqual([]);
  });

  test('the walk can see: our own voice, a sample, and a sentence for some paths only', () => {
    expect(
      sentencesIn(
        '<p>One <a href="x">two</a>.</p><figure data-theirs="true"><blockquote>Three &amp; four</blockquote></figure><p data-on="bluff clear">Five</p>',
      ),
    ).toEqual([
      { text: 'One two.', on: 'all', theirs: false },
      { text: 'Three & four', on: 'all', theirs: true },
      { text: 'Five', on: ['bluff', 'clear'], theirs: false },
    ]);
  });
});
