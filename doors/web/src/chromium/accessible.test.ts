import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serious } from './axe.js';
import { inChromium } from './in-chromium.js';
import { answer, drop, headline, type Visit, visit } from './page-in-chromium.js';

const SAMPLES = fileURLToPath(new URL('../../../../samples/', import.meta.url));
const PNG = readFileSync(join(SAMPLES, 'en-screenshot.png'));

/** Each screen, from the one before. */
const SCREENS: readonly (readonly [name: string, reach: (page: Page) => Promise<void>])[] = [
  ['before', async () => {}],
  ['nothing given', async (page) => page.click('button.main')],
  ['the age question', async (page) => drop(page, 'x.png', PNG)],
  ['under 18', async (page) => page.locator('fieldset button').nth(1).click()],
  [
    'a picture is being read',
    async (page) => {
      await page.reload();
      await page.route(/\/sight\//, () => {});
      await drop(page, 'x.png', PNG);
      await page.locator('fieldset button').first().click();
      await page.waitForSelector('.seeing');
    },
  ],
  ['stopped', async (page) => page.click('.seeing button')],
  [
    'a mail with a picture',
    async (page) => {
      await drop(
        page,
        'x.eml',
        Buffer.from(`From: a@example.org\nContent-Type: image/png; name=x.png\nContent-Transfer-Encoding: base64\n\n${PNG.toString('base64')}`),
      );
      await page.waitForSelector('#unread');
    },
  ],
  [
    'a mass letter, all open',
    async (page) => {
      await page.locator('.tools button').last().click();
      await given(page, 'en-hacker.eml');
    },
  ],
  ['after an answer', async (page) => answer(page, 'contact', 0)],
  [
    'a real threat',
    async (page) => {
      await page.locator('.tools button').last().click();
      await given(page, 'en-chat.txt');
    },
  ],
  [
    'another scam, in a mailbox',
    async (page) => {
      await page.locator('.tools button').last().click();
      const mails = ['ja-phishing.eml', 'en-newsletter.eml'].map(
        (name) => `From a@example.org Mon Oct  5 09:12:03 2026\n${readFileSync(join(SAMPLES, name), 'utf8')}\n\n`,
      );
      await drop(page, 'a.mbox', Buffer.from(mails.join('')));
      await headline(page);
    },
  ],
];

async function given(page: Page, name: string): Promise<void> {
  await drop(page, name, readFileSync(join(SAMPLES, name)));
  await headline(page);
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
}

inChromium('accessible.test.ts', (here) => {
  describe.each([
    ['ja', 'ja-JP', 360, 'light'],
    ['en', 'en-US', 1440, 'dark'],
    ['ar', 'ar-EG', 360, 'dark'],
  ] as const)('%s', (language, locale, width, colorScheme) => {
    let shown: Visit;
    beforeAll(async () => {
      shown = await visit(here, { locale, colorScheme, viewport: { width, height: 800 } });
    });
    afterAll(() => shown?.end());

    test.each(SCREENS)('%s: nothing serious stands in the way, and nothing runs over the edge', async (_, reach) => {
      const { page } = shown;
      await reach(page);
      await page.waitForTimeout(100);
      expect(await serious(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await page.getAttribute('html', 'dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      expect(await small(page)).toEqual([]);
    });
  });

  test('a draft says so in its own words, and where somebody may be threatened all of it stands beside in English', async () => {
    const { page, end } = await visit(here, { locale: 'ar-EG' });
    await given(page, 'en-chat.txt');
    const text = await page.innerText('main');
    expect(text).toContain('مسودة');
    expect(text).toContain('قد يكون هذا تهديدًا حقيقيًا');
    expect(await page.locator('main [lang=en]').first().innerText()).toContain('This may be a real threat');
    await end();
  });

  test('at 320 pixels, as at 200 % of 640, nothing runs over the edge', async () => {
    const { page, end } = await visit(here, { viewport: { width: 320, height: 400 }, deviceScaleFactor: 2 });
    await given(page, 'ja-hacker.eml');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await end();
  });

  test('the check can see: a button without a name is found', async () => {
    const { page, end } = await visit(here);
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
    expect((await serious(page)).join()).toContain('button-name');
    await end();
  });

  test('the workbench', async () => {
    const { page, end } = await visit(here, { locale: 'en-US', path: 'workbench/' });
    expect(await serious(page)).toEqual([]);
    const file = '# العربية (ar)\nChecked by:\nCommon words: من في على\n\n## intro-hacker — أنا\n\nكلمة في الجملة.\n\n* مخترق محترف\n\n+ أنا مخترق محترف\n';
    await page.setInputFiles('input[type=file]', { name: 'ar.md', mimeType: 'text/markdown', buffer: Buffer.from(file) });
    await page.waitForSelector('#mistakes', { timeout: 30_000 });
    expect(await page.getAttribute('.preview > div', 'dir')).toBe('rtl');
    expect(await serious(page)).toEqual([]);
    await end();
  });
});

/** Controls below 44 pixels of height, links in running text aside. */
async function small(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('button, select, summary, label.choice, .switch, .desks a')]
      .filter((one) => one.getBoundingClientRect().height > 0 && one.getBoundingClientRect().height < 44)
      .map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 30)} ${one.getBoundingClientRect().height}`),
  );
}
