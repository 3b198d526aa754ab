import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drop, headline, visit } from './page-in-chromium.js';
import { chromiumHere, hosted, launched, SITE } from './site.js';

// npm run page:pictures: the page as it looks, into docs/, for the READMEs and for whoever changes its style.

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const PICTURES = [
  { name: 'page-ja-phone', locale: 'ja-JP', width: 360, height: 740, sample: null, dark: false },
  { name: 'page-ja', locale: 'ja-JP', width: 1160, height: 570, sample: 'ja-hacker.eml', dark: false },
  { name: 'page-en', locale: 'en-US', width: 768, height: 900, sample: 'en-hacker.eml', dark: false },
  { name: 'page-ja-dark', locale: 'ja-JP', width: 360, height: 740, sample: 'ja-chat.txt', dark: true },
  { name: 'page-right-to-left', locale: 'ar-EG', width: 360, height: 740, sample: 'en-hacker.eml', dark: false },
] as const;

const chromium = chromiumHere();
if (chromium === undefined) {
  console.error('no Chromium here (Debian package: chromium)');
  process.exit(2);
}
const site = await hosted(SITE);
const browser = await launched(chromium);
mkdirSync(join(ROOT, 'docs'), { recursive: true });
for (const { name, locale, width, height, sample, dark } of PICTURES) {
  const timezoneId = locale === 'ja-JP' ? 'Asia/Tokyo' : 'America/New_York';
  const { page, end } = await visit(browser, site, { locale, timezoneId, viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
  if (sample !== null) {
    await drop(page, sample, readFileSync(join(ROOT, 'samples', sample)));
    await headline(page);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  }
  await page.waitForTimeout(300);
  const path = join(ROOT, 'docs', `${name}.png`);
  await page.screenshot({ path });
  console.log(`docs/${name}.png ${statSync(path).size} bytes`);
  await end();
}
await browser.close();
site.end();
