import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inChromium } from './in-chromium.js';
import { headline, type Visit, visit } from './page-in-chromium.js';
import { SITE } from './site.js';

const SAMPLES = fileURLToPath(new URL('../../../../samples/', import.meta.url));
type Target = { readonly action: string; readonly method: string; readonly enctype: string; readonly params: Readonly<Record<string, unknown>> };
const { share_target: target, icons } = JSON.parse(readFileSync(join(SITE, 'manifest.webmanifest'), 'utf8')) as {
  share_target: Target;
  icons: readonly { readonly src: string }[];
};

inChromium('share.test.ts', (here) => {
  let installed: Visit;
  beforeAll(async () => {
    installed = await visit(here, { serviceWorkers: 'allow' });
    await installed.page.waitForFunction(() => document.querySelector('footer [role=status]')?.textContent !== '', null, { timeout: 60_000 });
  });
  afterAll(async () => {
    await installed?.end();
  });

  test.each([
    ['words', { text: 'I hacked your <b>device</b>.\nPay.' }, 'I hacked your <b>device</b>.\nPay.'],
    ['title, words, address, none twice', { title: 'Look', text: 'Look', url: 'https://example.org/a' }, 'Look\nhttps://example.org/a'],
  ])('%s: they stand in the field, and no server was told, with or without a network', async (what, fields, expected) => {
    const before = here.site.asked.length;
    await installed.page.context().setOffline(what !== 'words');
    const page = await shared(fields);
    await page.waitForSelector('#message');
    expect(await page.inputValue('#message')).toBe(expected);
    expect(await page.innerText('.status')).toContain('共有された文が入っています');
    // Neither the address nor the history holds any of it, and a reload does not bring it back.
    expect(page.url()).toBe(here.site.url);
    await page.reload();
    await page.waitForSelector('#message');
    expect(await page.inputValue('#message')).toBe('');
    // Whether there is a newer edition the browser asks by itself.
    expect(here.site.asked.slice(before).filter((one) => one !== 'GET /sw.js')).toEqual([]);
    await page.close();
    await installed.page.context().setOffline(false);
  });

  test('a mail is told; before a picture the age is asked', async () => {
    const mail = await shared({}, 'ja-hacker.eml');
    expect(await headline(mail)).toContain('ばらまきのうそ');
    await mail.close();
    const two = await shared({}, 'ja-hacker.eml', 'en-newsletter.eml');
    await headline(two);
    expect(await two.locator('.messages button').count()).toBe(2);
    await two.close();
    const picture = await shared({}, 'ja-screenshot.png');
    await picture.waitForSelector('#picture');
    await picture.close();
    expect(here.site.asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
  });

  test('what did not arrive is told', async () => {
    const page = await installed.page.context().newPage();
    await page.goto(`${here.site.url}?shared`);
    await page.waitForSelector('.status p');
    expect(await page.innerText('.status')).toContain('届きませんでした');
    await page.close();
  });

  test('the manifest leads to files that are there', () => {
    expect(target).toMatchObject({ action: './share', method: 'POST', enctype: 'multipart/form-data' });
    for (const { src } of icons) expect(readFileSync(join(SITE, src)).length).toBeGreaterThan(100);
  });

  /** Posts the form that the manifest asks for, as the system does it. */
  async function shared(fields: Readonly<Record<string, string>>, ...files: readonly string[]): Promise<Page> {
    const page = await installed.page.context().newPage();
    const { action, enctype, params } = target;
    const names = ['title', 'text', 'url'].map((name) => params[name] as string);
    const [{ name: forFiles } = { name: '' }] = params['files'] as readonly { readonly name: string }[];
    const areas = names.map((name) => `<textarea name="${name}"></textarea>`).join('');
    await page.setContent(
      `<form method="post" enctype="${enctype}" action="${new URL(action, here.site.url)}">${areas}<input type="file" multiple name="${forFiles}"><button>`,
    );
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${params[name]}"]`, value);
    await page.setInputFiles(
      'input',
      files.map((file) => join(SAMPLES, file)),
    );
    await page.click('button');
    return page;
  }
});
