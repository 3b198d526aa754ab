import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { widthOf } from './wrap.js';

// The built program itself, and the build's own step, started as they are started.
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const GUIDES = join(ROOT, 'languages/guides');

function run(script: string, args: readonly string[], env: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(ROOT, script), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en_US.UTF-8', TZ: 'UTC', ...env },
    timeout: 60_000,
  });
}
const hattari = (...args: string[]): SpawnSyncReturns<string> => run('doors/command/bin/hattari.js', args);

describe('hattari guide source', () => {
  test.each([
    ['en', 'How to get the source of a mail', 'When it is not worth the trouble', 'only a phone'],
    ['ja', 'メールの元の文', 'しなくてよいとき', 'スマートフォンしかない'],
  ])('the list, in %s: what it is for, when to skip it, every service', (lang, ...parts) => {
    const { stdout, status } = hattari('guide', 'source', '--lang', lang);
    expect(status).toBe(0);
    for (const part of parts) expect(stdout).toContain(part);
    for (const [, id = ''] of readFileSync(join(GUIDES, `source.${lang}.md`), 'utf8').matchAll(/^## (\S+) — /gm)) {
      if (id !== 'not-worth-it') expect(stdout).toMatch(new RegExp(`^${id} +\\S`, 'm'));
    }
  });

  test.each([
    ['gmail', 'en', ['Show original', 'app cannot show it', 'whole mail']],
    ['Gmail', 'ja', ['メッセージのソースを表示', 'アプリでは出せません', 'メールの全部']],
    ['outlook', 'en', ['View message source', 'Internet headers', 'header only']],
    ['アウトルック', 'ja', ['メッセージのソースを表示', 'インターネット ヘッダー']],
    ['Yahoo!メール', 'ja', ['詳細ヘッダー']],
    ['ＤＯＣＯＭＯ', 'ja', ['IMAP', 'メールの文だけ']],
    ['au', 'ja', ['Webメール', 'ヘッダだけ']],
    ['ソフトバンク', 'ja', ['Eメールヘッダ情報閲覧機能']],
    ['icloud', 'en', ['Show Long Headers']],
    ['apple mail', 'en', ['Raw Source']],
    ['iphone', 'en', ['cannot show it']],
    ['アイフォン', 'ja', ['アプリでは出せません']],
    ['Thunderbird', 'en', ['Ctrl+U']],
    ['protonmail', 'en', ['Export']],
  ])('%s in %s', (service, lang, parts) => {
    const { stdout, status } = hattari('guide', 'source', service, '--lang', lang);
    expect(status).toBe(0);
    for (const part of parts) expect(stdout).toContain(part);
    // Every entry says where it was seen and when, and each page says when it is not worth the trouble.
    expect(stdout).toMatch(/\d{4}-\d{2}-\d{2}.* {2}https:\/\//);
    expect(stdout).toContain(lang === 'ja' ? 'しなくてよいとき' : 'When it is not worth the trouble');
  });

  test('a name of two words needs no quotes', () => {
    expect(hattari('guide', 'source', 'proton', 'mail').stdout).toContain('Export');
  });

  test.each([
    ['an unknown service', ['guide', 'source', 'pigeon'], /^There are no steps for “pigeon” yet\. Known are: gmail, .*, proton\.\n/],
    ['in Japanese', ['guide', 'source', 'pigeon', '--lang', 'ja'], /^「pigeon」の手順は、まだありません。あるのは、gmail, .*, proton です。\n/],
    ['an unknown guide', ['guide', 'garden'], /^Wanted a guide that exists \(source\), got “garden”\.\n/],
    ['no guide', ['guide'], /guide \(source\)/],
    ['an unknown option', ['guide', 'source', '--fast'], /--fast/],
    ['an unknown language', ['guide', 'source', '--lang', 'xx'], /xx/],
  ])('%s: one sentence, exit 2', (_, args, sentence) => {
    const { stdout, stderr, status } = hattari(...args);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(status).toBe(2);
  });

  test('control characters of a name reach no terminal', () => {
    expect(hattari('guide', 'source', '\u001b[31mx').stderr).not.toContain('\u001b');
  });

  test('a language that has no guide is shown the English one, and is told so', () => {
    const { stdout, status } = hattari('guide', 'source', 'gmail', '--lang', 'de');
    expect(status).toBe(0);
    expect(stdout).toContain('Show original');
    expect(stdout).toContain(/^label-fallback: (.*)$/m.exec(readFileSync(join(ROOT, 'languages/de.md'), 'utf8'))?.[1]?.slice(0, 30));
  });
});

describe('files of guides', () => {
  const entriesOf = (lang: string): string[] =>
    [...readFileSync(join(GUIDES, `source.${lang}.md`), 'utf8').matchAll(/^## (\S+) — [\s\S]*?^gives: (\S+)/gm)].map(([, id, gives]) => `${id} ${gives}`);

  test('English and Japanese have the same entries, which give the same', () => expect(entriesOf('ja')).toEqual(entriesOf('en')));

  test.each(['en', 'ja'])('%s: never to ignore or delete, while nothing is known of the reader', (lang) => {
    expect(readFileSync(join(GUIDES, `source.${lang}.md`), 'utf8')).not.toMatch(/ignor|delete|無視|削除|捨て/i);
  });

  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hattari-guides-'));
    for (const sub of ['places', 'guides']) mkdirSync(join(folder, sub));
    copyFileSync(join(ROOT, 'languages/en.md'), join(folder, 'en.md'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const TOP = '# Title\n\n## not-worth-it — When not\n\n- never\n\n';
  const GOOD = '## gmail — Gmail\n\ngives: source\n1. Open it.\nsource: https://a.example/x\nseen: 2026-11-29\n';
  test.each([
    ['all is well', `${TOP}${GOOD}`, null],
    ['no source', `${TOP}${GOOD.replace(/^source: .*\n/m, '')}`, 'guides/source.en.md:7 “gmail”: a source (https://...) is missing'],
    ['a source that is no address', `${TOP}${GOOD.replace('https://a.example/x', 'I know it')}`, 'a source (https://...) is missing'],
    ['no date', `${TOP}${GOOD.replace(/^seen: .*\n/m, '')}`, 'the date on which the source was seen is missing'],
    ['a date that is none', `${TOP}${GOOD.replace('2026-11-29', '2026-13-29')}`, 'the date on which the source was seen is missing'],
    ['no steps', `${TOP}${GOOD.replace('1. Open it.\n', '')}`, 'steps are missing'],
    ['nothing, and steps', `${TOP}${GOOD.replace('gives: source', 'gives: nothing')}`, 'steps are missing'],
    ['what it gives is not told', `${TOP}${GOOD.replace('gives: source\n', '')}`, 'gives: should be one of source, header, nothing'],
    ['twice', `${TOP}${GOOD}\n${GOOD}`, '“gmail” stands here twice'],
    ['a heading without an id', `${TOP}${GOOD.replace('gmail — ', '')}`, 'a heading should be'],
    ['never said when it is not worth the trouble', `# Title\n\n${GOOD}`, 'when is it not worth the trouble?'],
  ])('the build: %s', (_, source, mistake) => {
    writeFileSync(join(folder, 'guides/source.en.md'), source);
    const { stderr, status } = run('shelf/dist/shelve.js', [folder, join(folder, 'out')]);
    if (mistake === null) expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    else {
      expect(stderr).toContain(mistake);
      expect(status).toBe(1);
    }
  });
});

describe('the page at 60 columns', () => {
  test.each(['en', 'ja'])('%s: nothing but addresses is wider', async (lang) => {
    const { load } = await import('@hattari/shelf');
    const { Speech } = await import('@hattari/engine');
    const { guide } = await import('./guide.js');
    const know = load(new URL('../dist/shelf/', import.meta.url));
    const out: string[] = [];
    const terminal = { out: (text: string) => void out.push(text), look: { columns: 60, colour: false } } as never;
    for (const about of [null, ...know.guides.flatMap(({ entries }) => entries.map(({ id }) => id))])
      guide({ topic: 'source', about }, know, new Speech(know, lang), terminal);
    const lines = out.join('').split('\n');
    expect(lines.length).toBeGreaterThan(200);
    for (const line of lines) if (!line.includes('https://')) expect(widthOf(line), line).toBeLessThanOrEqual(60);
  });
});
