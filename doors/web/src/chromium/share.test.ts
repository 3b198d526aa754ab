import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headline, type Visit, visit } from './page-in-chromium.js';
import { chromiumHere, hosted, launched, SITE, type Site } from './site.js';

const chromium = chromiumHere();
const wanted = process.env['HATTARI_TEST_ALL'] === '1';
if (chromium === undefined && !wanted) console.log('chromium/share.test.ts: skipped, no Chromium here (Debian package: chromium)');

const SAMPLES = fileURLToPath(new URL('../../../../samples/', import.meta.url));
type Target = { readonly action: string; readonly method: string; readonly enctype: string; readonly params: Readonly<Record<string, unknown>> };
const { share_target: target, icons } = JSON.parse(readFileSync(join(SITE, 'manifest.webmanifest'), 'utf8')) as {
  share_target: Target;
  icons: readonly { readonly src: string }[];
};

describe.skipIf(chromium === undefined && !wanted)('in Chromium, what another app shares', () => {
  let browser: Browser;
  let site: Site;
  let installed: Visit;
  beforeAll(async () => {
    site = await hosted(SITE);
    browser = await launched(chromium ?? '');
    installed = await visit(browser, site, { serviceWorkers: 'allow' });
    await installed.page.waitForFunction(() => document.querySelector('footer [role=status]')?.textContent !== '', null, { timeout: 60_000 });
  });
  afterAll(async () => {
    await installed?.end();
    await browser?.close();
    site?.end();
  });

  test.each([
    ['words', { text: 'I hacked your <b>device</b>.\nPay.' }, 'I hacked your <b>device</b>.\nPay.'],
    ['title, words, address, none twice', { title: 'Look', text: 'Look', url: 'https://example.org/a' }, 'Look\nhttps://example.org/a'],
  ])('%s: they stand in the field, and no server was told, with or without a network', async (what, fields, expected) => {
    const before = site.asked.length;
    await installed.page.context().setOffline(what !== 'words');
    const page = await shared(fields);
    await page.waitForSelector('#message');
    expect(await page.inputValue('#message')).toBe(expected);
    expect(await page.innerText('.status')).toContain('共有された文が入っています');
    // Neither the address nor the history holds any of it, and a reload does not bring it back.
    expect(page.url()).toBe(site.url);
    await page.reload();
    await page.waitForSelector('#message');
    expect(await page.inputValue('#message')).toBe('');
    // Whether there is a newer edition the browser asks by itself.
    expect(site.asked.slice(before).filter((one) => one !== 'GET /sw.js')).toEqual([]);
    await page.close();
    await installed.page.context().setOffline(false);
  });

  test('a mail is told; before a picture the age is asked', async () => {
    const mail = await shared({}, 'ja-hacker.eml');
    expect(await headline(mail)).toContain('ばらまきのうそ');
    await mail.close();
    const picture = await shared({}, 'ja-screenshot.png');
    await picture.waitForSelector('#picture');
    await picture.close();
    expect(site.asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
  });

  test('what did not arrive is told', async () => {
    const page = await installed.page.context().newPage();
    await page.goto(`${site.url}?shared`);
    await page.waitForSelector('.status p');
    expect(await page.innerText('.status')).toContain('届きませんでした');
    await page.close();
  });

  test('the manifest leads to files that are there', () => {
    expect(target).toMatchObject({ action: './share', method: 'POST', enctype: 'multipart/form-data' });
    for (const { src } of icons) expect(readFileSync(join(SITE, src)).length).toBeGreaterThan(100);
  });

  /** Posts the form that the manifest asks for, as the system does it. */
  async function shared(fields: Readonly<Record<string, string>>, file?: string): Promise<Page> {
    const page = await installed.page.context().newPage();
    const { action, enctype, params } = target;
    const names = ['title', 'text', 'url'].map((name) => params[name] as string);
    const [{ name: forFiles } = { name: '' }] = params['files'] as readonly { readonly name: string }[];
    const areas = names.map((name) => `<textarea name="${name}"></textarea>`).join('');
    await page.setContent(
      `<form method="post" enctype="${enctype}" action="${new URL(action, site.url)}">${areas}<input type="file" name="${forFiles}"><button>`,
    );
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${params[name]}"]`, value);
    if (file !== undefined) await page.setInputFiles('input', join(SAMPLES, file));
    await page.click('button');
    return page;
  }
});
