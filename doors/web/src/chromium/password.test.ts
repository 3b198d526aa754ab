import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Request, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { SERVICE } from '../password/range.js';
import { serious } from './axe.js';
import { inChromium } from './in-chromium.js';
import { drop, headline, paste, visit } from './page-in-chromium.js';

const SAMPLES = fileURLToPath(new URL('../../../../samples/', import.meta.url));
const PASSWORD = 'blue-kettle-77é';
const DIGEST = createHash('sha1').update(PASSWORD).digest('hex').toUpperCase();
const OTHER = 'F'.repeat(35);
const LETTER =
  'I hacked your device. Your password is blue-kettle-77. I filmed you by webcam. Pay 900 USD in bitcoin within 48 hours or I send the video to all.';

/** What the service answers; `null`: nothing at all. */
type Service = { readonly status?: number; readonly body: string } | null;

inChromium('password.test.ts', (here) => {
  const opened = async (service: Service, options: Parameters<typeof visit>[1] = {}) => {
    const asked: Request[] = [];
    const answer = async (route: Route): Promise<void> => {
      asked.push(route.request());
      if (service !== null) await route.fulfill({ status: 200, contentType: 'text/plain', headers: { 'Access-Control-Allow-Origin': '*' }, ...service });
    };
    const begin = (page: Parameters<NonNullable<NonNullable<typeof options>['begin']>>[0]) => page.context().route(`${SERVICE}/**`, answer);
    const shown = await visit(here, { path: 'password/', locale: 'en-US', begin, ...options });
    return { ...shown, asked };
  };

  test('nothing is sent while one reads and types; pressed, one request with five digits, padded; the password is nowhere', async () => {
    const { page, asked, requests, end } = await opened({ body: `${OTHER}:3\r\n${DIGEST.slice(5)}:52579\r\n` });
    await page.fill('#password', PASSWORD);
    expect(await page.getAttribute('#password', 'type')).toBe('password');
    expect(await page.getAttribute('#password', 'autocomplete')).toBe('off');
    const before = requests.length;
    expect(asked.length).toBe(0);
    await page.click('button.main');
    await page.waitForSelector('.told .verdict');
    expect(await page.innerText('.told')).toContain('52,579 times');
    expect(await page.innerText('.told')).toContain('does not show that anyone was in your device');
    const [request] = asked as [Request];
    expect([asked.length, request.method(), request.url()]).toEqual([1, 'GET', `${SERVICE}/range/${DIGEST.slice(0, 5)}`]);
    expect(await request.headerValue('add-padding')).toBe('true');
    expect(await request.headerValue('referer')).toBeNull();
    expect(await request.headerValue('cookie')).toBeNull();
    expect(requests.slice(before)).toEqual([request.url()]);
    const told = JSON.stringify([requests, await request.allHeaders(), request.postData(), page.url()]);
    for (const secret of ['kettle', DIGEST.slice(5), DIGEST.slice(0, 6)]) expect(told).not.toContain(secret);
    const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, history.length]);
    expect(kept.slice(0, 3)).toEqual([0, 0, '']);
    await page.locator('.field .switch input').check();
    expect(await page.getAttribute('#password', 'type')).toBe('text');
    await page.locator('.field .row button').last().click();
    expect([await page.inputValue('#password'), await page.innerText('.told')]).toEqual(['', '']);
    await end();
  });

  test.each<[string, Service, string]>([
    ['it is not in the list', { body: `${OTHER}:3\r\n` }, 'means only that'],
    ['a line that pads is no find', { body: `${DIGEST.slice(5)}:0\r\n${OTHER}:3` }, 'This list does not have the password'],
    ['an error of the service', { status: 503, body: '' }, 'says nothing about the password'],
    ['another page in its place', { body: '<html>Sign in</html>' }, 'says nothing about the password'],
    ['no answer', null, 'did not answer within 15 seconds'],
  ])('%s: it is said plainly', async (_, service, words) => {
    // Fifteen seconds of patience are the reader's; the test has a third of one.
    const begin = async (page: Parameters<typeof paste>[0]): Promise<void> => {
      await page.addInitScript(() => {
        const wait = AbortSignal.timeout.bind(AbortSignal);
        AbortSignal.timeout = (ms) => wait(ms / 50);
      });
      await page.context().route(`${SERVICE}/**`, async (route) => {
        if (service !== null) await route.fulfill({ status: 200, headers: { 'Access-Control-Allow-Origin': '*' }, ...service });
      });
    };
    const { page, end } = await visit(here, { path: 'password/', locale: 'en-US', begin });
    await page.fill('#password', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.told .verdict');
    expect(await page.innerText('.told')).toContain(words);
    expect(await page.innerText('.told')).toMatch(/change it there/);
    await end();
  });

  test('without a network, and with nothing typed, nothing is asked', async () => {
    const { page, asked, end } = await opened({ body: `${OTHER}:1` });
    await page.click('button.main');
    expect(await page.innerText('.told')).toContain('Nothing was sent');
    await page.fill('#password', PASSWORD);
    await page.context().setOffline(true);
    await page.context().unroute(`${SERVICE}/**`);
    await page.click('button.main');
    await page.waitForSelector('.told .verdict');
    expect(await page.innerText('.told')).toContain('no network');
    expect(asked.length).toBe(0);
    await end();
  });

  test('its policy lets it ask that service and nobody else; that of the page lets it ask its own files and not that service', async () => {
    const { page, asked, end } = await opened({ body: `${OTHER}:1` });
    const stopped = (addresses: readonly string[]): Promise<readonly string[]> =>
      page.evaluate(async (all) => {
        const violated: string[] = [];
        document.addEventListener('securitypolicyviolation', (event) => violated.push(new URL(event.blockedURI).host));
        for (const address of all) await fetch(address, { mode: 'no-cors' }).catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, 50));
        return violated;
      }, addresses);
    const own = new URL(here.site.url).host;
    expect(await stopped(['https://example.org/', here.site.url, `${SERVICE}/range/00000`])).toEqual(['example.org', own]);
    expect(asked.length).toBe(1);
    await page.goto(here.site.url);
    expect(await stopped([here.site.url, `${SERVICE}/range/00000`])).toEqual([new URL(SERVICE).host]);
    expect(asked.length).toBe(1);
    await end();
  });

  test('from a letter that shows a password, by the keyboard alone; leaving it leaves the letter too, and nothing comes back', async () => {
    const { page, end } = await opened({ body: `${OTHER}:1` }, { path: '?from=before', serviceWorkers: 'allow' });
    const context = page.context();
    await context.route('https://www.wikipedia.org/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }));
    await page.waitForFunction(() => document.querySelector('footer [role=status]')?.textContent !== '', null, { timeout: 60_000 });
    await page.goto(here.site.url);
    await paste(page, LETTER);
    await headline(page);
    await page.focus('a.onward');
    const [other] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
    await other.waitForSelector('#password');
    expect(other.url()).toBe(`${here.site.url}password/?lang=en`);
    for (let i = 0; i < 10 && (await other.evaluate(() => document.activeElement?.id)) !== 'password'; i++) await other.keyboard.press('Tab');
    await other.keyboard.type(PASSWORD);
    await other.keyboard.press('Enter');
    await other.waitForSelector('.told .verdict');
    const cached = await other.evaluate(async () => {
      const all: string[] = [];
      for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) all.push(request.url);
      return all;
    });
    expect(cached.length).toBeGreaterThan(10);
    expect(cached.filter((url) => !url.startsWith(here.site.url))).toEqual([]);
    await other.focus('h1');
    for (let i = 0; i < 3; i++) await other.keyboard.press('Shift');
    await other.waitForURL('https://www.wikipedia.org/');
    await page.waitForURL('https://www.wikipedia.org/');
    await page.goBack();
    expect(page.url()).toBe(`${here.site.url}?from=before`);
    expect(await page.content()).not.toContain('kettle');
    await end();
  });

  test('going away clears the field, also for the way back', async () => {
    const { page, end } = await opened({ body: `${OTHER}:1` });
    await page.fill('#password', PASSWORD);
    await page.click('.way-back');
    await page.waitForSelector('#message');
    await page.goBack();
    await page.waitForSelector('#password');
    expect(await page.inputValue('#password')).toBe('');
    await end();
  });

  test('the way there stands where a password is claimed, not where somebody may really be threatened', async () => {
    const { page, end } = await opened(null, { path: '' });
    await drop(page, 'chat.txt', readFileSync(join(SAMPLES, 'en-chat.txt')));
    await headline(page);
    expect(await page.locator('a.onward').count()).toBe(0);
    await page.click('details.private summary');
    expect(await page.innerText('details.private')).toContain('One exception');
    await end();
  });

  test.each([
    ['ja-JP', 360, 'light'],
    ['en-US', 1440, 'dark'],
    ['ar-EG', 360, 'dark'],
    ['es-MX', 768, 'light'],
  ] as const)('%s: nothing serious stands in the way, and nothing runs over the edge', async (locale, width, colorScheme) => {
    const { page, end } = await opened({ body: `${DIGEST.slice(5)}:3` }, { locale, colorScheme, viewport: { width, height: 800 } });
    expect(await serious(page)).toEqual([]);
    await page.fill('#password', PASSWORD);
    await page.click('button.main');
    await page.waitForSelector('.told .verdict');
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.getAttribute('html', 'lang')).toBe(locale.slice(0, 2));
    await end();
  });
});
