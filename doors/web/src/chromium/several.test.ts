import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { serious } from './axe.js';
import { inChromium } from './in-chromium.js';
import { dropAll, headline, visit } from './page-in-chromium.js';

const SAMPLES = fileURLToPath(new URL('../../../../samples/', import.meta.url));
const sample = (name: string): Buffer => readFileSync(join(SAMPLES, name));
const PROGRAM = Buffer.from('7f454c460201010000000000', 'hex');
const GENUINE = 'This may be a real threat';

inChromium('several.test.ts', (here) => {
  test('each file is a message with its sentence; what may be real stands first, and nothing that is opened beside it calms', async () => {
    const { page, end } = await visit(here, { locale: 'en-US' });
    await dropAll(page, [
      ['letter.eml', sample('en-hacker.eml')],
      ['news.eml', sample('en-newsletter.eml')],
      ['program.exe', PROGRAM],
      ['chat.txt', sample('en-chat.txt')],
    ]);
    expect(await headline(page)).toContain(GENUINE);
    const rows = page.locator('.messages button');
    expect(await rows.count()).toBe(3);
    expect(await rows.first().innerText()).toContain(GENUINE);
    expect(await rows.first().innerText()).toContain('chat.txt');
    expect(await rows.first().getAttribute('aria-current')).toBe('true');
    expect(await page.innerText('.messages')).toContain('not opened');
    expect(await page.locator('.beware').count()).toBe(0);
    expect(await serious(page)).toEqual([]);
    for (const other of [1, 2]) {
      await rows.nth(other).click();
      await page.waitForFunction((i) => document.querySelectorAll('.messages button')[i]?.getAttribute('aria-current') === 'true', other);
      expect(await page.innerText('.beware')).toContain('may be a real threat');
      expect(await page.locator('.verdict.steady').count()).toBe(0);
    }
    expect(await serious(page)).toEqual([]);
    await page.click('.beware button');
    expect(await page.innerText('#headline')).toContain(GENUINE);
    // The language of the page is that of every sentence in the list.
    await page.selectOption('.choices select', 'ja');
    await page.waitForFunction(() => [...document.querySelectorAll('.messages strong')].every((one) => /[ぁ-ん]/.test(one.textContent ?? '')));
    await page.click('details.yours summary');
    expect(await page.innerText('details.yours')).toContain('chat.txt');
    await end();
  });

  test('picked files and a mailbox among them: every message is there', async () => {
    const { page, end } = await visit(here);
    const mbox = ['ja-hacker.eml', 'ja-bank-alert.eml'].map((name) => `From a@example.org Mon Oct  5 09:12:03 2026\n${sample(name).toString()}\n\n`).join('');
    const picked = [
      { name: 'old.mbox', mimeType: 'application/mbox', buffer: Buffer.from(mbox) },
      { name: 'en.eml', mimeType: 'message/rfc822', buffer: sample('en-hacker.eml') },
    ];
    await page.setInputFiles('input[type=file]', picked);
    await headline(page);
    expect(await page.locator('.messages button').count()).toBe(3);
    await end();
  });

  test('none of them a message: it is told, and the field stays', async () => {
    const { page, end } = await visit(here);
    const before = await page.locator('#message').count();
    await dropAll(page, [
      ['a.exe', PROGRAM],
      ['b.exe', PROGRAM],
    ]);
    await page.waitForFunction(() => document.querySelector('.status')?.textContent?.includes('中は開いていません'));
    expect([before, await page.locator('#message').count()]).toEqual([1, 1]);
    await end();
  });

  test('pictures beside a letter wait for the age; each is then a message of its own', async () => {
    const { page, end } = await visit(here);
    await dropAll(page, [
      ['shot.png', sample('ja-screenshot.png')],
      ['letter.eml', sample('ja-hacker.eml')],
    ]);
    await headline(page);
    expect(await page.locator('.messages').count()).toBe(0);
    expect(await page.innerText('#pictures-given')).toContain('1');
    const card = page.locator('section[aria-labelledby=pictures-given]');
    await card.locator('fieldset button').first().click();
    await page.waitForFunction(() => document.querySelectorAll('.messages button').length === 2, null, { timeout: 180_000 });
    expect(await page.locator('#pictures-given').count()).toBe(0);
    // The picture shows a chat that may be real: the letter that is open does not calm any more.
    expect(await page.innerText('.messages button')).toContain('shot.png');
    expect(await page.locator('.beware').count()).toBe(1);
    await end();
  });

  test('for somebody under 18 they stay closed', async () => {
    const { page, requests, end } = await visit(here);
    await dropAll(page, [
      ['a.png', sample('ja-screenshot.png')],
      ['b.png', sample('en-screenshot.png')],
    ]);
    await page.waitForSelector('#picture');
    await page.locator('fieldset button').nth(1).click();
    await page.waitForSelector('.card p[role=status]');
    expect(await page.locator('#headline').count()).toBe(0);
    expect(requests.filter((url) => url.includes('/sight/'))).toEqual([]);
    await end();
  });
});
