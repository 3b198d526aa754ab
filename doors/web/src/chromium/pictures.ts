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
  const { page, end } = await visit({ browser, site }, { locale, timezoneId, viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
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
// The icons of the installed page, from the one that is drawn: a maskable one has its picture in the middle 60 % of a full ground.
const PUBLIC = join(ROOT, 'doors/web/public');
const svg = readFileSync(join(PUBLIC, 'icon.svg'), 'utf8');
for (const [name, size, share, ground] of [
  ['icon-192.png', 192, 1, 'transparent'],
  ['icon-512.png', 512, 1, 'transparent'],
  ['icon-maskable.png', 512, 0.6, '#f6f4ef'],
] as const) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}"><div style="width:${size * share}px">${svg}</div>`,
  );
  await page.screenshot({ path: join(PUBLIC, name), omitBackground: true });
  await page.close();
}
await browser.close();
site.end();
