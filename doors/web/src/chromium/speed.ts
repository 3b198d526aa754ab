import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { paste } from './page-in-chromium.js';
import { chromiumHere, hosted, launched, SITE } from './site.js';

// npm run page:speed: how long a reader waits, on a processor slowed by four. Printed, never asserted: it is about this machine and
// what else it does. Chromium slows the page and not its workers, so that the engine's own part is printed apart, and counted fourfold.

const SLOWED = 4;
const LETTER_BYTES = 20_000;
const LETTERS = 9;
/** Letters that the engine reads to warm itself. */
const WARMS = 7;
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
const cold = await opened();
console.log(`usable after ${cold.usable} ms`);
console.log(`cold, pasted at once: ${text(await told(cold.page))}`);
await cold.page.context().close();
const { page } = await opened();
await idle(page);
const all: Waited[] = [];
for (let i = 0; i < LETTERS; i++) {
  all.push(await told(page));
  await page.locator('.tools button').last().click();
  await page.waitForSelector('#message');
}
console.log(`warm, ${LETTER_BYTES} bytes, first: ${text(all[0] as Waited)}`);
all.sort((a, b) => a.shown - b.shown);
console.log(`warm, the middle of ${LETTERS}: ${text(all[LETTERS >> 1] as Waited)}`);
console.log(`warm, the best of ${LETTERS}: ${text(all[0] as Waited)}`);
console.log(`layout shift without the reader's doing: ${(await shift(page)).toFixed(4)}`);
await browser.close();
site.end();

/** Milliseconds from the paste until the sentence is painted, and those of them in which the engine had the letter. */
type Waited = { readonly shown: number; readonly engine: number };

function text({ shown, engine }: Waited): string {
  return `told after ${Math.round(shown)} ms (engine ${Math.round(engine)} ms, not slowed; slowed too: ${Math.round(shown + engine * (SLOWED - 1))} ms)`;
}

async function opened(): Promise<{ readonly page: Page; readonly usable: number }> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(clocked);
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.goto(site.url, { waitUntil: 'commit' });
  await page.waitForSelector('#message');
  return { page, usable: await page.evaluate(() => Math.round((window as unknown as Clocks).usable)) };
}

type Clocks = { usable: number; asked: number; answered: number; last: number; painted: number; warms: number };

/** Notes when the field came, when the engine was given a letter and told of it, and when the sentence was painted. */
function clocked(): void {
  const clocks = window as unknown as Clocks;
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        clocks.last = performance.now();
        if (data?.result?.told !== undefined) clocks.answered = performance.now();
      });
    }
    override postMessage(message: { readonly do?: string }, transfer?: StructuredSerializeOptions | Transferable[]): void {
      if (message.do === 'look') clocks.asked = performance.now();
      if (message.do === 'warm') clocks.warms = (clocks.warms ?? 0) + 1;
      super.postMessage(message, transfer as Transferable[]);
    }
  };
  let isTold = false;
  new MutationObserver(() => {
    clocks.usable ||= document.querySelector('#message') === null ? 0 : performance.now();
    const has = document.querySelector('#headline') !== null;
    if (has && !isTold) requestAnimationFrame(() => setTimeout(() => Object.assign(clocks, { painted: performance.now() })));
    isTold = has;
  }).observe(document, { subtree: true, childList: true });
}

/** Until the engine is warm and has nothing to do. */
async function idle(page: Page): Promise<void> {
  const isIdle = (warms: number): boolean => {
    const clocks = window as unknown as Clocks;
    return clocks.warms >= warms && performance.now() - clocks.last > 2_000;
  };
  await page.waitForFunction(isIdle, WARMS, { timeout: 120_000 });
}

async function told(page: Page): Promise<Waited> {
  await page.evaluate(() => Object.assign(window, { painted: 0 }));
  const start = await page.evaluate(() => performance.now());
  await paste(page, letter);
  await page.waitForFunction(() => (window as unknown as Clocks).painted > 0);
  const { asked, answered, painted } = await page.evaluate(() => {
    const { asked, answered, painted } = window as unknown as Clocks;
    return { asked, answered, painted };
  });
  return { shown: painted - start, engine: answered - asked };
}

async function shift(page: Page): Promise<number> {
  return await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) if (!entry.hadRecentInput) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 200);
      }),
  );
}
