import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inChromium } from './in-chromium.js';
import { answer, drop, headline, paste, type Visit, visit } from './page-in-chromium.js';

const SAMPLES = fileURLToPath(new URL('../../../../samples/', import.meta.url));
const LETTER = readFileSync(join(SAMPLES, 'ja-hacker.eml'), 'utf8');
/** Words of the letter that stand nowhere else. */
const SECRET = 'SECRET-2f6d';

const RUNS = `document.title='it ran'`;
const HOSTILE: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['script', mail('text/html', `<p>${SECRET}</p><script>${RUNS}</script><img src=x onerror="${RUNS}"><svg onload="${RUNS}"><script>${RUNS}</script></svg>`)],
  [
    'handlers',
    mail('text/html', `<p onclick="${RUNS}" onmouseover="${RUNS}">I hacked your device ${SECRET}</p><body onload="${RUNS}"><details open ontoggle="${RUNS}">`),
  ],
  [
    'style',
    mail(
      'text/html',
      `<style>body,#page{display:none!important}@import url(https://example.org/a.css)</style><p style="position:fixed;inset:0;background:url(https://example.org/b.png)">${SECRET}</p>`,
    ),
  ],
  [
    'links',
    mail(
      'text/html',
      `<a href="javascript:${RUNS}">${SECRET}</a><a href="data:text/html,<script>${RUNS}</script>">x</a><base href="https://example.org/"><meta http-equiv=refresh content="0;url=https://example.org/">`,
    ),
  ],
  [
    'header',
    Buffer.from(
      `From: "<img src=x onerror=${RUNS}>" <a@example.org>\nTo: b@example.org\nSubject: <script>${RUNS}</script> ${SECRET}\n\nI hacked you. I filmed you by webcam. Pay 900 USD in bitcoin within 48 hours. <script>${RUNS}</script>\n`,
    ),
  ],
  [
    'attached name',
    mail(
      'multipart/mixed; boundary=b',
      `--b\nContent-Type: text/plain\n\nI hacked you. Pay bitcoin. ${SECRET}\n--b\nContent-Type: text/html; name="<svg onload=${RUNS}>.html"\nContent-Disposition: attachment; filename="<img src=x onerror=${RUNS}>.html"\n\n<script>${RUNS}</script>\n--b--\n`,
    ),
  ],
  ['two megabytes', mail('text/html', `<p>${SECRET}</p>${`<div onclick="${RUNS}">I hacked you &lt;script&gt; `.repeat(40_000)}`)],
  ['twelve megabytes', Buffer.from(`Subject: x\n\n${SECRET}\n${'I hacked you. Pay 900 USD in bitcoin. <script> '.repeat(250_000)}`)],
  ['odd letters', Buffer.from(`I hacked you ${SECRET} \u202egpj.exe\u202c \u0000\u0007\u001b[2J \u2028 <!-- ]]> -->`)],
];

function mail(type: string, body: string): Buffer {
  return Buffer.from(`From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: ${type}\n\n${body}`);
}

inChromium('private.test.ts', (here) => {
  test('a reading asks for nothing; nothing that was loaded came from elsewhere, and nothing is stored', async () => {
    const { page, requests, end } = await visit(here, { serviceWorkers: 'allow' });
    await page.waitForFunction(() => document.querySelector('footer [role=status]')?.textContent !== '', null, { timeout: 30_000 });
    const before = requests.length;
    expect(before).toBeGreaterThan(5);
    await paste(page, LETTER);
    await headline(page);
    for (const gate of ['contact', 'image', 'names']) await answer(page, gate, 1);
    await page.selectOption('.choices select', 'de');
    await page.waitForFunction(() => document.documentElement.lang === 'de');
    await page.waitForTimeout(200);
    expect(requests.slice(before)).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(here.site.url))).toEqual([]);
    expect(await kept(page)).toEqual({ local: 0, session: 0, cookies: '', databases: 0, inCache: true, letterInCache: false });
    expect(page.url()).toBe(here.site.url);
    await end();
  });

  test('the policy of the page stops whatever would leave it', async () => {
    const { page, end } = await visit(here);
    const stopped = await page.evaluate(async () => {
      const violated: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
      const never = (): void => {};
      await fetch('https://example.org/', { mode: 'no-cors' }).catch(never);
      navigator.sendBeacon('https://example.org/');
      Object.assign(new Image(), { src: 'https://example.org/a.png' });
      document.body.append(Object.assign(document.createElement('script'), { textContent: "document.title='it ran'" }));
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [...new Set(violated)].sort();
    });
    expect(stopped).toEqual(['connect-src', 'img-src', 'script-src-elem']);
    expect(await page.title()).toBe('Hattari');
    await end();
  });

  test('without a network the page is there again and reads', async () => {
    const { page, end } = await visit(here, { serviceWorkers: 'allow' });
    await page.waitForFunction(() => document.querySelector('footer [role=status]')?.textContent !== '', null, { timeout: 30_000 });
    await page.context().setOffline(true);
    await page.reload();
    await page.waitForSelector('#message');
    await paste(page, LETTER);
    expect(await headline(page)).toContain('ばらまきのうそ');
    await page.goto(`${here.site.url}workbench/`);
    expect(await page.locator('h1').count()).toBe(1);
    await end();
  });

  test.each([
    ['the button', async (page: Page) => page.click('.leave', { noWaitAfter: true })],
    [
      'Shift three times',
      async (page: Page) => {
        for (let i = 0; i < 3; i++) await page.keyboard.press('Shift');
      },
    ],
  ])('leaving by %s leaves nothing: field, title, what this entry of the history held', async (_, leave) => {
    const { page, end } = await visit(here, { path: '?from=before' });
    await page.context().route('https://www.wikipedia.org/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }));
    await page.goto(here.site.url);
    await page.fill('#message', `${SECRET} ${LETTER}`);
    await page.click('button.main');
    await headline(page);
    await leave(page);
    await page.waitForURL('https://www.wikipedia.org/');
    // One step back is what stood before the page: the entry of the page is gone.
    await page.goBack();
    expect(page.url()).toBe(`${here.site.url}?from=before`);
    await page.waitForSelector('#message');
    expect(await page.inputValue('#message')).toBe('');
    expect(await page.content()).not.toContain(SECRET);
    await end();
  });

  test('Shift with a letter between is writing, not leaving', async () => {
    const { page, end } = await visit(here);
    await page.focus('#message');
    for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${letter}`);
    expect(page.url()).toBe(here.site.url);
    await end();
  });

  test('cleared, nothing of the letter is on the page or comes back by a reload', async () => {
    const { page, end } = await visit(here);
    await page.fill('#message', `${SECRET} ${LETTER}`);
    await page.click('button.main');
    await headline(page);
    await page.locator('.tools button').last().click();
    await page.waitForSelector('#message');
    expect(await page.content()).not.toContain(SECRET);
    expect(await page.inputValue('#message')).toBe('');
    await page.fill('#message', SECRET);
    await page.reload();
    await page.waitForSelector('#message');
    expect(await page.inputValue('#message')).toBe('');
    await end();
  });

  describe('a hostile mail shows as text and runs nothing', () => {
    let shared: Visit;
    const problems: string[] = [];
    beforeAll(async () => {
      shared = await visit(here);
      shared.page.on('pageerror', (error) => problems.push(error.message));
    });
    afterAll(() => shared?.end());

    test.each(HOSTILE)('%s', async (_, bytes) => {
      const { page, requests } = shared;
      await drop(page, 'hostile.eml', bytes);
      await headline(page);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      expect(await page.title()).toBe('Hattari');
      const made = '#page script, #page style, #page iframe, #page img, #page base, #page [onclick], #page [style]';
      expect(await page.locator(made).count()).toBe(0);
      const schemes = await page.evaluate(() => [...document.querySelectorAll('a')].map(({ protocol }) => protocol));
      expect(schemes.filter((one) => !['https:', 'http:', 'tel:'].includes(one))).toEqual([]);
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(requests.filter((url) => !url.startsWith(here.site.url))).toEqual([]);
      expect(problems).toEqual([]);
      await page.locator('.tools button').nth(2).click();
      await page.waitForSelector('form.field');
    });
  });
});

/** What the browser keeps of this address. */
async function kept(page: Page): Promise<unknown> {
  return await page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    return {
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      inCache: texts.length > 10,
      letterInCache: texts.some((text) => text.includes('z9@mail.example.net')),
    };
  });
}
