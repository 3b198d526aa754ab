import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serious } from './axe.js';
import { type Here, inChromium } from './in-chromium.js';
import { SITE } from './site.js';

const pages = readdirSync(join(SITE, 'learn'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('index.html'))
  .map((path) => path.replace('index.html', ''))
  .sort();

inChromium('learn.test.ts', (here) => {
  const opened = async (path: string, options: Parameters<Here['browser']['newContext']>[0] = {}): Promise<{ page: Page; context: BrowserContext }> => {
    const context = await here.browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block', ...options });
    const page = await context.newPage();
    await page.goto(`${here.site.url}learn/${path}`);
    return { page, context };
  };

  test.each([
    ['ja', 360, 'light'],
    ['en', 1440, 'dark'],
  ] as const)(
    '%s: on no page stands anything serious in the way, and nothing runs over the edge',
    async (language, width, colorScheme) => {
      const { page, context } = await opened(`${language}/`, { viewport: { width, height: 800 }, colorScheme });
      const found: string[] = [];
      // All patterns are made of one mould: axe looks at three of them and at every other page; their edges are held where it is narrow.
      const moulds = /patterns\/(?!$|from-own-account|deepfake-threat|view-proof-link)/;
      for (const path of pages.filter((one) => one.startsWith(language) && (width < 400 || !moulds.test(one)))) {
        await page.goto(`${here.site.url}learn/${path}`);
        await page.evaluate(() => {
          for (const one of document.querySelectorAll('details')) one.open = true;
          for (const one of document.querySelectorAll<HTMLInputElement>('[value=genuine]')) one.checked = true;
        });
        const edge = await page.evaluate(() => document.documentElement.scrollWidth);
        found.push(...(edge === width ? [] : [`${path}: ${edge} pixels wide`]));
        if (!moulds.test(path)) found.push(...(await serious(page)).map((one) => `${path}: ${one}`));
      }
      expect(found).toEqual([]);
      await context.close();
    },
    240_000,
  );

  test('without a script the round can be decided, and shows the answer only then', async () => {
    const { page, context } = await opened('en/practice/', { javaScriptEnabled: false });
    const round = page.locator('.round').first();
    expect(await round.locator('summary').isVisible()).toBe(false);
    await round.locator('[value=kin]').check();
    await round.locator('summary').click();
    expect([await round.locator('.same').isVisible(), await round.locator('.other').isVisible()]).toEqual([false, true]);
    await round.locator('[value=bluff]').check();
    expect([await round.locator('.same').isVisible(), await round.locator('.other').isVisible()]).toEqual([true, false]);
    expect(await page.getAttribute('a.leave', 'href')).toMatch(/^https:/);
    await context.close();
  });

  test('leaving leaves nothing in the page, and replaces its entry; the other language shows the same page', async () => {
    const { page, context } = await opened('en/practice/');
    await context.route('https://www.wikipedia.org/', (route) => route.fulfill({ body: '<title>elsewhere</title>', contentType: 'text/html' }));
    await page.click('.languages a');
    expect(page.url()).toBe(`${here.site.url}learn/ja/practice/`);
    await page.locator('[value=bluff]').first().check();
    await page.click('a.leave');
    await page.waitForURL('https://www.wikipedia.org/');
    await page.goBack();
    expect(page.url()).toBe(`${here.site.url}learn/en/practice/`);
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await page.waitForURL('https://www.wikipedia.org/');
    await context.close();
  });

  test('from the page and back in one’s language; a page that was opened is there without a network, another is not', async () => {
    const context = await here.browser.newContext({ locale: 'ja-JP', serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.goto(here.site.url);
    await page.waitForFunction(() => document.querySelector('footer [role=status]')?.textContent !== '', null, { timeout: 30_000 });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.click('footer a[href$="learn/ja/"]');
    expect(page.url()).toBe(`${here.site.url}learn/ja/`);
    await page.click('a[href="sides/"]');
    await page.waitForLoadState();
    await context.setOffline(true);
    await page.reload();
    expect(await page.textContent('h1')).toContain('並べて見る');
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.sides dl') as Element).display)).toBe('grid');
    expect(await page.evaluate(async () => (await fetch('../timeline/').catch(() => null)) === null)).toBe(true);
    await page.click('nav a');
    await page.waitForSelector('#message');
    expect(await page.getAttribute('html', 'lang')).toBe('ja');
    await context.close();
  });
});
