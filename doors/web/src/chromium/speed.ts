import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { chromiumHere, hosted, launched, SITE } from './site.js';

// npm run page:speed: how long a reader waits, on a processor slowed by four: from the paste until the sentence is painted. Printed,
// never asserted: it is about this machine and what else it does, so that its load is printed too. A person pastes one letter: the
// first counts. Chromium slows the page and not its workers; the engine's own part is printed apart, and once more counted fourfold.

const SLOWED = 4;
const LETTER_BYTES = 20_000;
/** Page loads of each kind, and letters of a load after the first. */
const LOADS = Number(process.argv[2] ?? 5);
const MORE = 4;
const sample = readFileSync(fileURLToPath(new URL('../../../../samples/en-hacker.eml', import.meta.url)), 'utf8');
const body = sample.slice(sample.indexOf('\n\n') + 2);
const letter = body.repeat(Math.ceil(LETTER_BYTES / body.length)).slice(0, LETTER_BYTES);

/** Milliseconds from the paste until the sentence is painted, and those of them in which the engine had the letter. */
type Waited = { readonly shown: number; readonly engine: number };

const chromium = chromiumHere();
if (chromium === undefined) {
  console.error('no Chromium here (Debian package: chromium)');
  process.exit(2);
}
const site = await hosted(SITE);
const browser = await launched(chromium);
const usable: number[] = [];
const cold: Waited[] = [];
const first: Waited[] = [];
const later: Waited[] = [];
const warming: number[] = [];
let shifted = 0;
for (let load = 0; load < LOADS; load++) {
  const opened = await open();
  usable.push(opened.usable);
  cold.push(await told(opened.page));
  await opened.page.context().close();
  const { page } = await open();
  warming.push(await warmed(page));
  for (let i = 0; i <= MORE; i++) {
    (i === 0 ? first : later).push(await told(page));
    await page.locator('.result:not(.first) .tools button').last().click();
    await page.waitForSelector('#message');
  }
  shifted = Math.max(shifted, await shift(page));
  await page.context().close();
}
await browser.close();
site.end();

console.log(`${LOADS} page loads, a letter of ${LETTER_BYTES} bytes, the page slowed by ${SLOWED}; load of this machine ${loadavg()[0]?.toFixed(1)}`);
console.log(`usable after ${numbers(usable)} ms; warm after ${numbers(warming)} ms`);
console.log(`first, pasted at once:   ${text(cold)}`);
console.log(`first, the page is warm: ${text(first)}`);
console.log(`later letters:           ${text(later)}`);
console.log(`layout shift without the reader's doing: ${shifted.toFixed(4)}`);

function text(waited: readonly Waited[]): string {
  const slowed = waited.map(({ shown, engine }) => shown + engine * (SLOWED - 1));
  return `told after ${numbers(waited.map(({ shown }) => shown))} ms; the engine slowed too: ${numbers(slowed)} ms`;
}

/** The middle one, and the least and most. */
function numbers(all: readonly number[]): string {
  const sorted = [...all].sort((a, b) => a - b).map(Math.round);
  return `${sorted[sorted.length >> 1]} (${sorted[0]} to ${sorted.at(-1)})`;
}

async function open(): Promise<{ readonly page: Page; readonly usable: number }> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(clocked);
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.goto(site.url, { waitUntil: 'commit' });
  await page.waitForSelector('#message');
  return { page, usable: await page.evaluate(() => Math.round((window as unknown as Clocks).usable)) };
}

type Clocks = { usable: number; asked: number; answered: number; painted: () => void };

/** Notes when the field came, when the engine was given a letter and told of it, and when the sentence was painted. */
function clocked(): void {
  const clocks = window as unknown as Clocks;
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        if (data?.result?.told !== undefined) clocks.answered = performance.now();
      });
    }
    override postMessage(message: { readonly do?: string }, transfer?: StructuredSerializeOptions | Transferable[]): void {
      if (message.do === 'look') clocks.asked = performance.now();
      super.postMessage(message, transfer as Transferable[]);
    }
  };
  let isTold = false;
  new MutationObserver(() => {
    clocks.usable ||= document.querySelector('#message') === null ? 0 : performance.now();
    const has = document.querySelector('main #headline') !== null;
    if (has && !isTold) requestAnimationFrame(() => setTimeout(() => clocks.painted()));
    isTold = has;
  }).observe(document, { subtree: true, childList: true });
}

/** Until engine and screens are warm; milliseconds since the page began. */
async function warmed(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('hattari-warm').length > 0, null, { timeout: 120_000, polling: 500 });
  // What the browser compiles beside it.
  await page.waitForTimeout(1_000);
  return await page.evaluate(() => performance.getEntriesByName('hattari-warm')[0]?.startTime ?? 0);
}

/** Pastes as a reader does. All is timed within the page: asking it in between would slow it. */
async function told(page: Page): Promise<Waited> {
  return await page.evaluate(async (words) => {
    const clocks = window as unknown as Clocks;
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', words);
    const field = document.querySelector('#message') as HTMLTextAreaElement;
    field.focus();
    const start = performance.now();
    const painted = new Promise<number>((resolve) => {
      clocks.painted = () => resolve(performance.now());
    });
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
    return { shown: (await painted) - start, engine: clocks.answered - clocks.asked };
  }, letter);
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
