import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Here } from './in-chromium.js';

/** A fresh reader's page; `requests` is every address that it or its workers asked for. */
export type Visit = { readonly page: Page; readonly requests: readonly string[]; readonly end: () => Promise<void> };

type Options = BrowserContextOptions & {
  readonly path?: string;
  /** Done before the page is opened. */
  readonly begin?: (page: Page) => Promise<unknown>;
  /** False: a picture has no more time than it has for a reader. */
  readonly patient?: boolean;
};

export async function visit({ browser, site }: Here, options: Options = {}): Promise<Visit> {
  const { path = '', begin, patient = true, ...others } = options;
  const context = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
    ...others,
  });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  if (patient) await page.addInitScript(waitLonger);
  await begin?.(page);
  await page.goto(`${site.url}${path}`);
  await page.waitForSelector('main');
  return { page, requests, end: () => context.close() };
}

/** Machines that run tests are slow: what would be ended after half a minute is ended after three. */
function waitLonger(): void {
  const wait = window.setTimeout;
  window.setTimeout = ((run: () => void, ms: number) => wait(run, ms === 30_000 ? 180_000 : ms)) as typeof window.setTimeout;
}

/** Pastes as a reader does: clipboard and keys. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', words);
    const field = document.querySelector('#message') as HTMLTextAreaElement;
    field.focus();
    if (field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }))) field.value += words;
  }, text);
}

/** Drops a file on the field, as from a folder of the desktop. */
export async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await dropAll(page, [[name, bytes]]);
}

/** Drops several files at once. */
export async function dropAll(page: Page, files: readonly (readonly [name: string, bytes: Uint8Array])[]): Promise<void> {
  await page.waitForSelector('form.field');
  await page.evaluate(
    (given) => {
      const files = new DataTransfer();
      for (const { name, base64 } of given) files.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      document.querySelector('form.field')?.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    },
    files.map(([name, bytes]) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  );
}

export async function headline(page: Page): Promise<string> {
  // The sentence is painted before what stands below it.
  await page.waitForSelector('.result:not(.first) #headline', { timeout: 60_000 });
  return (await page.textContent('#headline')) ?? '';
}

/** Answers a gate by the position of the choice. */
export async function answer(page: Page, gate: string, choice: number): Promise<void> {
  await page.locator(`input[name="${gate}"]`).nth(choice).check();
}
