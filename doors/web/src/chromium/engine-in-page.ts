import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PageData } from '@hattari/shelf';
import type { Page } from 'playwright-core';
import type { Looked, Request, Response, Setting } from '../engine/protocol.js';
import { SITE } from './site.js';

/** The page's own worker, in the browser, with every language; what it is given goes to it as the page would hand it over. */
export class EngineInPage {
  private constructor(private readonly page: Page) {}

  static async in(page: Page, url: string): Promise<EngineInPage> {
    await page.goto(url);
    const script = readdirSync(join(SITE, 'assets')).find((name) => /^worker-.*\.js$/.test(name));
    await page.evaluate(
      async ([path]) => {
        const { all, weights } = JSON.parse(document.getElementById('page-data')?.textContent ?? '') as PageData;
        const worker = new Worker(path as string, { type: 'module' });
        const ask = (request: Request): Promise<unknown> =>
          new Promise((resolve, reject) => {
            worker.onmessage = ({ data }: MessageEvent<Response>) => ('failure' in data ? reject(new Error(data.failure)) : resolve(data.result));
            worker.postMessage(request);
          });
        const fetched = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await fetch(path)).arrayBuffer());
        if (weights !== null) await ask({ do: 'weigh', id: 0, bytes: await fetched(weights.path) });
        await ask({ do: 'learn', id: 0, bytes: await fetched(all.path), languages: 'all' });
        Object.assign(window, { ask });
      },
      [`./assets/${script}`],
    );
    return new EngineInPage(page);
  }

  async look(bytes: Uint8Array, name: string, setting: Setting): Promise<Looked> {
    return await this.page.evaluate(
      async ({ base64, name, setting }) => {
        const given = [{ bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)), name }];
        const { ask } = window as unknown as { ask: (request: Request) => Promise<Looked> };
        return await ask({ do: 'look', id: 1, given, setting });
      },
      { base64: Buffer.from(bytes).toString('base64'), name, setting },
    );
  }
}
