import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inChromium } from './in-chromium.js';
import { answer, drop, headline, paste, visit } from './page-in-chromium.js';
import { SITE } from './site.js';

const SAMPLES = fileURLToPath(new URL('../../../../samples/', import.meta.url));
const sample = (name: string): Buffer => readFileSync(join(SAMPLES, name));
/** The letter below the header of a sample. */
const letter = (name: string): string =>
  sample(name)
    .toString('utf8')
    .split(/\r?\n\r?\n/)
    .slice(1)
    .join('\n\n');

const OPEN = { ja: '三つの質問が全部「いいえ」なら、ばらまきのうそと考えられます', en: 'Probably a mass-mailed lie, if you can answer no to three questions' };
const CLOSED = 'この文を見るかぎり、ばらまきのうそメールと考えられます';
const GENUINE = '本当の脅しかもしれませんが、今できることがあります';

inChromium('page.test.ts', (here) => {
  test('before anything is typed: breath, payment, answer; then the field', async () => {
    const { page, end } = await visit(here);
    const text = (await page.innerText('main')).replace(/\s+/g, '');
    expect(text).toMatch(/^まず、ゆっくり息をしてください。今、お金を払わなくて大丈夫です。返事も、今はしなくて大丈夫です。/);
    expect(await page.locator('#message').boundingBox()).toMatchObject({ width: 328 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await end();
  });

  test.each([
    ['ja', 'ja-JP', letter('ja-hacker.eml')],
    ['en', 'en-US', letter('en-hacker.eml')],
  ] as const)('a pasted letter in %s is told at once, and the reader stands at its headline', async (language, locale, text) => {
    const { page, end } = await visit(here, { locale });
    await paste(page, text);
    expect(await headline(page)).toBe(OPEN[language]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('headline');
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await page.locator('.reasons li').count()).toBe(3);
    expect(await page.locator('blockquote').first().innerText()).not.toBe('');
    await end();
  });

  test('a few pasted words are not read before the reader asks for it; nothing at all is told kindly', async () => {
    const { page, end } = await visit(here);
    await page.click('button.main');
    expect(await page.innerText('.status')).toContain('まだ何もありません');
    await paste(page, 'こんにちは');
    await page.waitForTimeout(100);
    expect(await page.locator('#headline').count()).toBe(0);
    await page.click('button.main');
    expect(await headline(page)).not.toBe('');
    await end();
  });

  test('a dropped mail is told with its envelope; its name is shown again', async () => {
    const { page, end } = await visit(here);
    await drop(page, 'letter.eml', sample('ja-hacker.eml'));
    expect(await headline(page)).toBe(OPEN.ja);
    expect(await page.innerText('.envelope')).toContain('z9@mail.example.net');
    await page.click('details.yours summary');
    expect(await page.innerText('details.yours')).toContain('letter.eml');
    await end();
  });

  test('a mailbox shows each message, the one that may be real first', async () => {
    const mbox = ['ja-hacker.eml', 'ja-bank-alert.eml'].map((name) => `From a@example.org Mon Oct  5 09:12:03 2026\n${sample(name).toString()}\n\n`).join('');
    const { page, end } = await visit(here);
    await drop(page, 'old.mbox', Buffer.from(mbox));
    await headline(page);
    expect(await page.locator('.messages button').count()).toBe(2);
    await page.locator('.messages button:not([aria-current])').click();
    expect(await page.locator('.messages button').nth(1).getAttribute('aria-current')).toBe('true');
    await end();
  });

  test('the gates change what is shown at once, and an answer can be taken back', async () => {
    const { page, end } = await visit(here);
    await drop(page, 'letter.eml', sample('ja-hacker.eml'));
    await headline(page);
    for (const gate of ['contact', 'image', 'names']) await answer(page, gate, 1);
    await page.waitForFunction((closed) => document.querySelector('.result:not(.first) #headline')?.textContent === closed, CLOSED);
    await page.waitForFunction((closed) => document.querySelector('.changed')?.textContent?.includes(closed), CLOSED);
    await answer(page, 'names', 0);
    await page.waitForFunction((genuine) => document.querySelector('.result:not(.first) #headline')?.textContent === genuine, GENUINE);
    // The way of a real threat: what to do comes before the questions, and no claim is answered.
    expect(await page.locator('#claims').count()).toBe(0);
    expect(await page.innerText('.verdict')).toContain('110');
    expect(await page.innerText('main')).not.toMatch(/削除|無視/);
    await answer(page, 'names', 1);
    await page.waitForFunction((closed) => document.querySelector('.result:not(.first) #headline')?.textContent === closed, CLOSED);
    await end();
  });

  test('a language chosen midway loses neither the text nor the answers', async () => {
    const { page, end } = await visit(here);
    await page.fill('#message', letter('ja-hacker.eml'));
    await page.selectOption('.choices select', 'en');
    expect(await page.inputValue('#message')).toBe(letter('ja-hacker.eml'));
    await page.click('button.main');
    expect(await headline(page)).toBe(OPEN.en);
    const quote = await page.locator('blockquote').first().innerText();
    await answer(page, 'contact', 1);
    await page.selectOption('.choices select', 'ja');
    await page.waitForFunction((open) => document.querySelector('.result:not(.first) #headline')?.textContent === open, OPEN.ja);
    expect(await page.locator('blockquote').first().innerText()).toBe(quote);
    expect(await page.locator('input[name="contact"]').nth(1).isChecked()).toBe(true);
    // A draft says so, and the words of the page that it does not have are marked as English.
    await page.selectOption('.choices select', 'de');
    await page.waitForFunction(() => /massenhaft/.test(document.querySelector('.result:not(.first) #headline')?.textContent ?? ''));
    expect(await page.locator('footer [lang="en"]').count()).toBeGreaterThan(3);
    await end();
  });

  test('plain Japanese says what it has in plain words, with readings if they are wanted', async () => {
    const { page, end } = await visit(here);
    await drop(page, 'letter.eml', sample('ja-hacker.eml'));
    await headline(page);
    await page.locator('.switch input').check();
    await page.waitForFunction(() => document.querySelector('.result:not(.first) #headline')?.textContent?.includes('うそだと思います'));
    expect(await page.locator('ruby').count()).toBe(0);
    await page.locator('.switch input').nth(1).check();
    expect(await page.locator('#headline rt').first().innerText()).toBe('みっ');
    expect(await page.innerText('main')).not.toMatch(/[《》]/);
    await end();
  });

  test('a letter in a language that is still on its way waits for it, and is not called clear before', async () => {
    const context = await here.browser.newContext({ locale: 'ja-JP', serviceWorkers: 'block' });
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route(/\/data\/all-/, async (route) => {
      await held;
      await route.continue();
    });
    const page = await context.newPage();
    await page.goto(here.site.url);
    const german =
      'Ich bin ein professioneller Hacker und habe Ihr Gerät gehackt. Ich habe Sie mit Ihrer Webcam gefilmt. Überweisen Sie 900 Euro in Bitcoin, sonst schicke ich das Video an alle Ihre Kontakte. Sie haben 48 Stunden.';
    await paste(page, german);
    await page.waitForSelector('.status p');
    expect(await page.locator('#headline').count()).toBe(0);
    release();
    await headline(page);
    expect(await page.innerText('main')).toContain('habe Ihr Gerät gehackt');
    await context.close();
  });

  test('who helps follows the country, which is a guess that can be changed', async () => {
    const { page, end } = await visit(here, { timezoneId: 'Europe/London', locale: 'en-GB' });
    await drop(page, 'chat.txt', sample('en-chat.txt'));
    await headline(page);
    expect(await page.inputValue('.place select')).toBe('GB');
    const british = await page.innerText('.desks');
    await page.selectOption('.place select', 'JP');
    await page.waitForFunction((before) => (document.querySelector('.desks') as HTMLElement).innerText !== before, british);
    expect(await page.getAttribute('.desks a.call', 'href')).toBe('tel:%238103');
    await end();
  });

  test('copied as text it holds our words and none of the letter', async () => {
    const { page, end } = await visit(here, { permissions: ['clipboard-read', 'clipboard-write'] });
    await paste(page, letter('ja-hacker.eml'));
    await headline(page);
    const quote = await page.locator('blockquote').first().innerText();
    await page.locator('.tools button').first().click();
    await page.waitForFunction(() => document.querySelector('.tools [role=status]')?.textContent !== '');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(OPEN.ja);
    expect(copied).toContain('#9110');
    expect(copied).not.toContain(quote);
    await end();
  });

  test('on paper every claim is open, and what was given is not on it', async () => {
    const { page, end } = await visit(here);
    await paste(page, letter('ja-hacker.eml'));
    await headline(page);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.claims details:not([open])').count()).toBe(0);
    expect(await page.locator('.yours').isVisible()).toBe(false);
    expect(await page.locator('.leave').isVisible()).toBe(false);
    await end();
  });

  test('by the keyboard alone: language, field, reading, a question, a claim, and the way out', async () => {
    const { page, end } = await visit(here, { viewport: { width: 1000, height: 800 } });
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.className || document.activeElement?.id || document.activeElement?.tagName || '');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('skip');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('leave');
    for (let i = 0; i < 10 && (await focused()) !== 'message'; i++) await page.keyboard.press('Tab');
    await page.keyboard.insertText(letter('ja-hacker.eml'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await headline(page)).toBe(OPEN.ja);
    for (let i = 0; i < 10 && (await page.evaluate(() => (document.activeElement as HTMLInputElement).name)) !== 'contact'; i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => (document.querySelectorAll('input[name=contact]')[1] as HTMLInputElement).checked);
    for (let i = 0; i < 10 && (await page.evaluate(() => document.activeElement?.tagName)) !== 'SUMMARY'; i++) await page.keyboard.press('Tab');
    const open = await page.evaluate(() => (document.activeElement?.parentElement as HTMLDetailsElement | undefined)?.open);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => (document.activeElement?.parentElement as HTMLDetailsElement | undefined)?.open)).toBe(!open);
    await end();
  });

  test('the workbench: a language file is checked and speaks at once', async () => {
    const { page, end } = await visit(here, { path: 'workbench/' });
    const file = readFileSync(new URL('../../../../languages/pt.md', import.meta.url), 'utf8').replace('\n* ', '\n* (\n* ');
    await page.setInputFiles('input[type=file]', { name: 'pt.md', mimeType: 'text/markdown', buffer: Buffer.from(file) });
    await page.waitForSelector('#mistakes', { timeout: 30_000 });
    expect(await page.innerText('#mistakes + ul')).toMatch(/\d+行目: /);
    await page.setInputFiles('input[type=file]', { name: 'pt.md', mimeType: 'text/markdown', buffer: Buffer.from(file.replace('\n* (\n* ', '\n* ')) });
    await page.waitForFunction(() => document.querySelector('#mistakes + ul')?.children.length === 0, null, { timeout: 30_000 });
    expect(await page.innerText('.preview #headline')).toMatch(/\p{Ll}/u);
    expect(await page.locator('.preview blockquote').count()).toBeGreaterThan(1);
    await end();
  });

  test('every address in the built pages is relative', () => {
    for (const name of ['index.html', 'workbench/index.html', 'password/index.html']) {
      const html = readFileSync(join(SITE, name), 'utf8');
      for (const [, address] of html.matchAll(/ (?:src|href)="([^"]+)"/g)) expect(address).toMatch(/^\.\.?\//);
    }
    const icons = ['icon-192.png', 'icon-512.png', 'icon-maskable.png', 'icon.svg'];
    const files = [
      '_headers',
      'assets',
      'data',
      ...icons,
      'index.html',
      'learn',
      'manifest.webmanifest',
      'notice.txt',
      'password',
      'sight',
      'sw.js',
      'workbench',
    ];
    expect(readdirSync(SITE).sort()).toEqual(files);
  });
});
