import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { chromiumHere, hosted, launched, SITE, type Site } from './site.js';

/** The browser and the built page, there from the first test on. */
export type Here = { readonly browser: Browser; readonly site: Site };

/**
 * Tests in a real Chromium: one browser and the built page on loopback, ended after the last of them. Without a Chromium they are
 * skipped and one line says what is missing; `HATTARI_TEST_ALL` makes that a failure. `headers`: what the host adds.
 */
export function inChromium(file: string, tests: (here: Here) => void, headers: Readonly<Record<string, string>> = {}): void {
  const chromium = chromiumHere();
  const isSkipped = chromium === undefined && process.env['HATTARI_TEST_ALL'] !== '1';
  if (isSkipped) console.log(`chromium/${file}: skipped, no Chromium here (Debian package: chromium)`);
  describe.skipIf(isSkipped)('in Chromium', () => {
    const here = {} as { browser: Browser; site: Site };
    beforeAll(async () => {
      here.site = await hosted(SITE, headers);
      here.browser = await launched(chromium ?? '');
    });
    afterAll(async () => {
      await here.browser?.close();
      here.site?.end();
    });
    tests(here);
  });
}
