import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GuideEntry, readGuideFile, Speech } from '@hattari/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GuideOptions } from './arguments.js';
import { widthOf } from './wrap.js';

// The built program itself, and the build's own step, started as they are started.
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const GUIDES = join(ROOT, 'languages/guides');

function run(script: string, args: readonly string[], env: Record<string, string> = {}, input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(ROOT, script), ...args], {
    encoding: 'utf8',
    input,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en_US.UTF-8', TZ: 'UTC', ...env },
    timeout: 60_000,
  });
}
const entriesIn = (topic: string, lang: string): readonly GuideEntry[] =>
  readGuideFile(readFileSync(join(GUIDES, `${topic}.${lang}.md`), 'utf8'), topic, lang).entries;
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
    ['an unknown guide', ['guide', 'garden'], /^Wanted a guide that exists \(source, device\), got “garden”\.\n/],
    ['no guide', ['guide'], /guide \(source, device\)/],
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

/** The page of the guide without a process of its own: thirty starts take as many seconds. */
async function pageOf(options: Partial<GuideOptions>, lang: string, place = 'ZZ', columns = 80): Promise<string> {
  const { load } = await import('@hattari/shelf');
  const { guide } = await import('./guide.js');
  const know = load(new URL('../dist/shelf/', import.meta.url));
  const out: string[] = [];
  const terminal = { out: (text: string) => void out.push(text), look: { columns, colour: false } } as never;
  expect(guide({ topic: 'device', about: null, place: null, json: false, ...options }, know, new Speech(know, lang), place, terminal)).toBe(0);
  return out.join('');
}

describe('hattari guide device', () => {
  test.each([
    ['en', 'no reason to check your device', 'When there is nothing to look at', 'First: could someone near you see'],
    ['ja', '端末を調べる理由はありません', '見なくてよいとき', '近くの人に見られていませんか'],
  ])('the list, in %s: first when not, then whom it could put in danger, then every entry', (lang, ...parts) => {
    const { stdout, status } = hattari('guide', 'device', '--lang', lang);
    expect(status).toBe(0);
    const at = [...parts, 'windows-programs'].map((part) => stdout.indexOf(part));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    for (const { id } of entriesIn('device', lang)) expect(stdout).toMatch(new RegExp(`^ *${id} +\\S`, 'm'));
  });

  test.each([
    ['start', 'en', ['flight mode on', 'From another device']],
    ['最初', 'ja', ['機内モード', '別の端末から']],
    ['windows', 'en', ['Recent activity', 'light beside the camera', 'AnyDesk', 'Full scan', 'offline scan']],
    ['ウィンドウズ', 'ja', ['最近のアクティビティ', 'カメラの横のライト', 'AnyDesk', 'フル スキャン', 'オフライン スキャン']],
    ['mac', 'en', ['Privacy & Security', 'green light', 'Screen Sharing', 'Login Items & Extensions']],
    ['マック', 'ja', ['プライバシーとセキュリティ', '緑のランプ', '画面共有', 'ログイン項目と機能拡張']],
    ['iphone', 'en', ['App Privacy Report', 'green dot', 'VPN & Device Management', 'Safety Check']],
    ['アイフォン', 'ja', ['アプリプライバシーレポート', '緑の点', 'VPNとデバイス管理', '個人情報安全性チェック']],
    ['android', 'en', ['Privacy dashboard', 'Play Protect', 'Accessibility', 'Device admin apps']],
    ['アンドロイド', 'ja', ['プライバシー ダッシュボード', 'Play プロテクト', 'ユーザー補助', 'デバイス管理アプリ']],
    ['browser', 'en', ['Manage Extensions', 'Notifications']],
    ['クローム', 'ja', ['拡張機能を管理', '通知']],
    ['mail', 'en', ['Forwarding and POP/IMAP', 'Grant access to your account', 'Rules', 'icloud.com', 'ログイン履歴']],
    ['転送', 'ja', ['メール転送と POP/IMAP', 'アカウントへのアクセスを許可', 'ルール', 'メールの転送先', '連絡用メールアドレス']],
    ['accounts', 'en', ['Manage all devices', 'sign-in activity', 'ログイン中の端末', 'Where you’re logged in', 'Apps and sessions', 'Apple Account']],
    [
      'アカウント',
      'ja',
      ['すべてのデバイスを管理', 'サインイン アクティビティ', 'ログイン中の端末', 'ログインの場所', 'アプリとセッション', 'アカウントから削除'],
    ],
    ['kenzero', 'en', ['Winny', 'setup.exe', 'SmartScreen', 'Gatekeeper']],
    ['ウィニー', 'ja', ['Kenzero', 'setup.exe', 'SmartScreen', 'Gatekeeper']],
  ])('%s in %s', async (about, lang, parts) => {
    const stdout = await pageOf({ about }, lang);
    for (const part of parts) expect(stdout.replace(/\s+/g, '')).toContain(part.replace(/\s+/g, ''));
    expect(stdout).toMatch(/\d{4}-\d{2}-\d{2}.* {2}https?:\/\//);
    // A change may be noticed: that stands above the first step of every page; and when it is not worth the trouble, below.
    expect(stdout.indexOf('someone-near')).toBeGreaterThan(0);
    expect(stdout.indexOf('someone-near')).toBeLessThan(stdout.search(/^ +1\. /m));
    expect(stdout).toContain(lang === 'ja' ? '見なくてよいとき' : 'When there is nothing to look at');
  });

  test.each([
    // who might be hurt by the first step   language   country   what comes first   whose line stands there
    ['someone-near', 'ja', 'JP', 'まだ何も変えず', '0120-279-889'],
    ['stalkerware', 'en', 'JP', 'Change nothing and remove nothing', 'DV Hotline Plus'],
    ['child', 'en', 'US', 'Listen first', 'Take It Down'],
    ['子ども', 'ja', 'JP', '話を聞きます', '0120-99-7777'],
  ])('%s in %s, from %s: a safe first step, and who helps there', (about, lang, place, first, line) => {
    const { stdout } = hattari('guide', 'device', about, '--lang', lang, '--place', place);
    expect(stdout.split(/^ +2\. /m)[0]).toContain(first);
    // Nothing that calms stands beside it.
    expect(stdout).not.toMatch(/When there is nothing to look at|見なくてよいとき/);
    expect(stdout).toContain(line);
  });

  test('as JSON: one line an entry, with what must stand beside it', () => {
    const lines = hattari('guide', 'device', '--json', '--lang', 'ja', '--place', 'JP')
      .stdout.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(entriesIn('device', 'ja').map(({ id }) => id));
    for (const line of lines) {
      expect(line).toMatchObject({ topic: 'device', language: 'ja', gives: null, when: expect.stringMatching(/./), seen: expect.stringMatching(/^\d{4}-/) });
      expect(line.first.lead.join()).toContain('someone-near');
      expect(line.spare.cases.length).toBeGreaterThan(2);
      expect(line.help.length > 0).toBe(['someone-near', 'child'].includes(line.id));
    }
    const [one, ...more] = hattari('guide', 'source', 'thunderbird', '--json').stdout.trimEnd().split('\n');
    expect(more).toEqual([]);
    expect(JSON.parse(one ?? '')).toMatchObject({ topic: 'source', language: 'en', id: 'thunderbird', gives: 'source', when: null, first: null });
  });
});

describe('hattari check names the guide', () => {
  test.each([
    // what came   answers   whether the guide is named
    ['a scam that has things installed', 'Your computer is infected! Call Microsoft support now: 0800 555 0199. Do not shut down.', 'app=yes', true],
    ['nothing at all', 'Shall we meet for lunch on Friday? I could come to your office around noon, if that suits you.', 'app=no', false],
  ])('%s', (_, text, answers, named) => {
    const { stdout } = run('doors/command/bin/hattari.js', ['check', '-', '--no-questions', '--lang', 'en', '--answers', answers], {}, text);
    expect(stdout.includes('hattari guide device')).toBe(named);
  });
});

describe('files of guides', () => {
  test.each([
    ['source', 'gives'],
    ['device', 'help'],
  ] as const)('%s: English and Japanese have the same entries, with the same %s', (topic, field) => {
    const told = (lang: string): string[] => entriesIn(topic, lang).map((entry) => `${entry.id} ${String(entry[field])} ${entry.steps.length}`);
    const ids = (lang: string): string[] => (topic === 'device' ? told(lang) : entriesIn(topic, lang).map((entry) => `${entry.id} ${String(entry[field])}`));
    expect(ids('ja')).toEqual(ids('en'));
  });

  test.each(['source.en', 'source.ja', 'device.en', 'device.ja'])('%s: never to ignore or delete, but in the name of a menu', (name) => {
    const text = readFileSync(join(GUIDES, `${name}.md`), 'utf8').replace(/“[^”\n]*”|「[^」\n]*」|^source: .*$/gm, '');
    expect(text).not.toMatch(/ignor|delete|無視|削除|捨て/i);
  });

  test.each(['en', 'ja'])('%s: nothing that must never be said, beside whomever it is read', async (lang) => {
    const { load } = await import('@hattari/shelf');
    const { neverSaid } = await import('@hattari/engine');
    const know = load(new URL('../dist/shelf/', import.meta.url));
    for (const guide of know.guides.filter(({ language }) => language === lang)) {
      const asides = [guide.first, guide.spare].flatMap((aside) => (aside === null ? [] : [aside.title, ...aside.lead, ...aside.cases]));
      const entries = guide.entries.flatMap(({ name, when, lead, steps, notes }) => [name, when ?? '', ...lead, ...steps, ...notes]);
      for (const text of [...guide.intro, ...asides, ...entries])
        for (const path of ['genuine', 'minor', 'known-person', 'bluff'] as const) expect(neverSaid(know, path, lang, text), text).toBeNull();
    }
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
  ])('the build, guides/source: %s', (_, source, mistake) => {
    writeFileSync(join(folder, 'guides/source.en.md'), source);
    const { stderr, status } = run('shelf/dist/shelve.js', [folder, join(folder, 'out')]);
    if (mistake === null) expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    else {
      expect(stderr).toContain(mistake);
      expect(status).toBe(1);
    }
  });

  const NEAR = '## safety-first — First\n\nNot if someone near could notice.\n\n';
  const LOOK =
    '## windows — Windows\n\nwhen: When you opened something.\nBefore.\n1. Look.\nAfter.\nhelp: minor\nsource: https://a.example/x\nseen: 2026-11-29\n';
  test.each([
    ['all is well', `${TOP}${NEAR}${LOOK}`, null],
    ['never said whom a step could put in danger', `${TOP}${LOOK}`, '“## safety-first — ...” is missing'],
    ['when it is worth it is not told', `${TOP}${NEAR}${LOOK.replace(/^when: .*\n/m, '')}`, 'guides/device.en.md:11 “windows”: when: is missing'],
    ['no source', `${TOP}${NEAR}${LOOK.replace(/^source: .*\n/m, '')}`, 'a source (https://...) is missing'],
    ['no date', `${TOP}${NEAR}${LOOK.replace(/^seen: .*\n/m, '')}`, 'the date on which the source was seen is missing'],
    ['no steps', `${TOP}${NEAR}${LOOK.replace('1. Look.\n', '')}`, 'steps are missing'],
    ['lines of help for nobody known', `${TOP}${NEAR}${LOOK.replace('minor', 'cats')}`, 'help: “cats” is not one of'],
  ])('a guide that tells when it is worth it: %s', (_, source, mistake) => {
    // What the build does with a mistake is shown above.
    const told = readGuideFile(source, 'device', 'en').mistakes.map(({ line, text }) => `guides/device.en.md:${line} ${text}`);
    if (mistake === null) expect(told).toEqual([]);
    else expect(told.join('\n')).toContain(mistake);
  });
});

describe('the page at 60 columns', () => {
  test.each([
    ['source', 'en'],
    ['source', 'ja'],
    ['device', 'en'],
    ['device', 'ja'],
  ] as const)('%s in %s: nothing but addresses is wider', async (topic, lang) => {
    const lines: string[] = [];
    for (const about of [null, ...entriesIn(topic, lang).map(({ id }) => id)]) lines.push(...(await pageOf({ topic, about }, lang, 'JP', 60)).split('\n'));
    expect(lines.length).toBeGreaterThan(200);
    for (const line of lines) if (!/https?:\/\//.test(line)) expect(widthOf(line), line).toBeLessThanOrEqual(60);
  });
});
