import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { headline, paste } from './page-in-chromium.js';
import { chromiumHere, hosted, launched, SITE } from './site.js';

// npm run page:speed: how long a reader waits, on a processor slowed by four. Printed, never asserted: it is about this machine.

const SLOWED = 4;
const LETTER_BYTES = 20_000;
const sample = readFileSync(fileURLToPath(new URL('../../../../samples/en-hacker.eml', import.meta.url)), 'utf8');
const body = sample.slice(sample.indexOf('\n\n') + 2);
const letter = body.repeat(Math.ceil(LETTER_BYTES / body.length)).slice(0, LETTER_BYTES);

const chromium = chromiumHere();
if (chromium === undefined) {
  console.error('no Chromium here (Debian package: chromium)');
  process.exit(2);
}
const site = await hosted(SITE);
const browser = await launched(chromium);
const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
const page = await context.newPage();
await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
const start = performance.now();
await page.goto(site.url, { waitUntil: 'commit' });
await page.waitForSelector('#message');
console.log(`usable after ${Math.round(performance.now() - start)} ms`);
await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/data/all-')));
// Until the worker has opened all languages.
await page.waitForTimeout(5_000);
for (const which of ['first', 'second', 'third']) {
  const pasted = performance.now();
  await paste(page, letter);
  await headline(page);
  console.log(`${which} letter of ${LETTER_BYTES} bytes told after ${Math.round(performance.now() - pasted)} ms`);
  await page.locator('.tools button').last().click();
  await page.waitForSelector('#message');
}
const shift = await page.evaluate(
  () =>
    new Promise<number>((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) if (!entry.hadRecentInput) sum += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve(sum), 200);
    }),
);
console.log(`layout shift without the reader's doing: ${shift.toFixed(4)}`);
await browser.close();
site.end();
