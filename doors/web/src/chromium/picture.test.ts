import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Told } from '../engine/protocol.js';
import { type Line, likenessOfLine, likenessOfTold } from './likeness.js';
import { inChromium } from './in-chromium.js';
import { answer, drop, headline, type Visit, visit } from './page-in-chromium.js';
import { policyOfHosts, SITE } from './site.js';

const BIN = fileURLToPath(new URL('../../../command/bin/hattari.js', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../../../samples/', import.meta.url));
const CHAT = readFileSync(join(SAMPLES, 'ja-screenshot.png'));

const LETTER =
  'Hello! I am a professional hacker and I have hacked your device. I filmed you by your webcam. Send 900 USD in bitcoin within 48 hours, or I will send the video to all your contacts.';
/** A mail of a few words that brings the chat as a picture. */
const MAIL = Buffer.from(
  `From: a@example.org\nTo: b@example.org\nSubject: Look\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nPlease see the picture.\n--x\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n${CHAT.toString('base64')}\n--x--\n`,
);
/** An archive that begins as a document does, and is none. */
const ARCHIVE = Buffer.concat([Buffer.from('504b03041400000008000000210000000000000000000000000013000000', 'hex'), Buffer.from('[Content_Types].xml none')]);

/** The choices of the age question. */
const [ADULT, UNDER, UNSURE] = [0, 1, 2] as const;

inChromium(
  'picture.test.ts',
  (here) => {
    let folder = '';
    /** Pictures that are made here, and those that come with the program. */
    const files = new Map<string, Buffer>();
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'hattari-pictures-'));
      const page = await here.browser.newPage({ viewport: { width: 520, height: 260 } });
      await page.setContent(`<body style="background:#1d2730;color:#eee;font:17px/1.5 sans-serif">${LETTER}</body>`);
      files.set('dark.jpg', await page.screenshot({ type: 'jpeg', quality: 80 }));
      files.set('letter.pdf', await page.pdf());
      await page.close();
      files.set('chat.png', CHAT);
    });
    afterAll(async () => {
      rmSync(folder, { recursive: true, force: true });
    });

    describe('the page tells what the command line tells', () => {
      const lines = new Map<string, Line>();
      let shown: Visit;
      beforeAll(async () => {
        for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
        const names = [...files.keys()].map((name) => join(folder, name));
        const options = ['--json', '--lang', 'ja', '--place', 'JP', '--answers', 'age=adult', '--sight-seconds', '120'];
        for (const line of found([BIN, 'check', ...names, ...options])) lines.set(line.file.slice(folder.length + 1), line);
        shown = await visit(here, { begin: watched });
      });
      afterAll(() => shown?.end());

      test.each(['dark.jpg', 'letter.pdf', 'chat.png'])('%s', async (name) => {
        const { page } = shown;
        await drop(page, name, files.get(name) as Buffer);
        await aged(page, ADULT);
        await headline(page);
        const told = await page.evaluate(() => (window as unknown as { told: Told }).told);
        // What was answered is no open question of the command line.
        expect(likenessOfTold({ ...told, gates: told.gates.filter(({ gate }) => gate !== 'age') })).toEqual(likenessOfLine(lines.get(name) as Line));
        expect(told.explanation.claims.length + told.explanation.signals.length).toBeGreaterThan(0);
        await page.locator('.tools button').last().click();
        await page.waitForSelector('#message');
      });
    });

    test('nothing of it is opened, and nothing that opens it is loaded, before the age is known; then by the keyboard alone', async () => {
      const { page, requests, end } = await visit(here, { viewport: { width: 1000, height: 800 } });
      const chooser = page.waitForEvent('filechooser');
      // It is listened to from the next answer of the browser on.
      await page.focus('form.field button[type=button]');
      await page.waitForTimeout(200);
      await page.keyboard.press('Enter');
      await (await chooser).setFiles({ name: 'chat.png', mimeType: 'image/png', buffer: CHAT });
      await page.waitForSelector('#picture');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('picture');
      expect(requests.filter(ofSight)).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await headline(page)).toContain('本当の脅しかもしれません');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('headline');
      expect(requests.filter(ofSight).length).toBeGreaterThan(4);
      // Files of the page are asked for, and nothing is sent with it.
      expect(requests.filter((url) => !url.startsWith(here.site.url))).toEqual([]);
      expect(here.site.asked.filter((one) => !/^GET \/[\w./-]*$/.test(one))).toEqual([]);
      await end();
    });

    test.each([
      ['under 18, a PDF', 'letter.pdf', UNDER],
      ['not sure, a picture', 'chat.png', UNSURE],
    ])('%s: it stays closed, and the words can be typed', async (_, name, choice) => {
      const { page, requests, end } = await visit(here);
      await drop(page, name, files.get(name) as Buffer);
      await aged(page, choice);
      expect(await page.innerText('main')).toContain('このファイルは開いていません');
      await page.locator('.card button').click();
      await page.waitForSelector('#message');
      expect(requests.filter(ofSight)).toEqual([]);
      await end();
    });

    test('a picture in the clipboard; while it is read that can be stopped, and nothing of it stays', async () => {
      const { page, end } = await visit(here, { begin: (page) => page.route(/\/sight\/eng-/, () => {}) });
      await page.evaluate((base64) => {
        const clipboard = new DataTransfer();
        clipboard.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'image.png', { type: 'image/png' }));
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
      }, CHAT.toString('base64'));
      await aged(page, ADULT);
      await page.waitForFunction(() => document.querySelector('.seeing')?.textContent?.includes('MB'));
      await page.click('.seeing button');
      await page.waitForSelector('#message');
      expect(await page.innerText('.status')).toContain('読むのをやめました');
      await page.waitForFunction(() => document.activeElement?.id === 'message');
      await end();
    });

    test.each([
      ['what reads pictures cannot be loaded', /\/sight\/ocr-/, '読みこめませんでした'],
      ['a document that is none', /\/never\//, 'メッセージではないようです'],
    ])('%s: that is told, and the field is there', async (what, blocked, said) => {
      const { page, end } = await visit(here, { begin: (page) => page.route(blocked, (route) => route.abort()) });
      await drop(page, 'a', what.startsWith('a document') ? ARCHIVE : CHAT);
      await aged(page, ADULT);
      await page.waitForSelector('#message');
      expect(await page.innerText('.status')).toContain(said);
      await end();
    });

    test('one that makes the reader stuck is ended after its time, and is never called clear', async () => {
      const stuck = 'self.onmessage = () => { for (;;); };';
      const begin = async (page: Page): Promise<void> => {
        await page.route(/\/reader-/, (route) => route.fulfill({ contentType: 'text/javascript', body: stuck }));
        // The half minute is half a second here.
        await page.addInitScript(() => {
          const wait = window.setTimeout;
          window.setTimeout = ((run: () => void, ms: number) => wait(run, ms === 30_000 ? 500 : ms)) as typeof window.setTimeout;
        });
      };
      const { page, end } = await visit(here, { begin, patient: false });
      await drop(page, 'chat.png', CHAT);
      await aged(page, ADULT);
      expect(await headline(page)).toBe('この文だけでは、決められません');
      expect(await page.textContent('main')).toContain('30 s');
      await end();
    });

    test('a mail that brings a picture is told at once, and again once the picture was read; answers stay', async () => {
      const { page, requests, end } = await visit(here);
      await drop(page, 'mail.eml', MAIL);
      const before = await headline(page);
      expect(requests.filter(ofSight)).toEqual([]);
      expect(await page.innerText('#unread')).toContain('1');
      await aged(page, ADULT);
      await answer(page, 'contact', 1);
      await page.waitForFunction((last) => document.querySelector('#headline')?.textContent !== last, before, { timeout: 60_000 });
      expect(await page.locator('#unread').count()).toBe(0);
      expect(await page.locator('input[name="contact"]').nth(1).isChecked()).toBe(true);
      expect(await page.innerText('main')).toContain('フォロワー');
      await end();
    });

    test('read once, it is read without a network too, by what is kept then and was not before', async () => {
      const { page, end } = await visit(here, { serviceWorkers: 'allow' });
      await page.waitForFunction(() => document.querySelector('footer [role=status]')?.textContent !== '', null, { timeout: 30_000 });
      const kept = (): Promise<number> =>
        page.evaluate(async () => {
          const urls: string[] = [];
          for (const name of await caches.keys()) urls.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
          return urls.filter((url) => url.includes('/sight/')).length;
        });
      expect(await kept()).toBe(0);
      await drop(page, 'chat.png', CHAT);
      await aged(page, ADULT);
      const told = await headline(page);
      expect(await kept()).toBe(5);
      await page.context().setOffline(true);
      await page.reload();
      await page.waitForSelector('#message');
      await drop(page, 'chat.png', CHAT);
      await aged(page, ADULT);
      expect(await headline(page)).toBe(told);
      await end();
    });
  },
  policyOfHosts(SITE),
);

function ofSight(url: string): boolean {
  return /\/(sight\/|assets\/reader-)/.test(url);
}

/** Answers the age question. */
async function aged(page: Page, choice: number): Promise<void> {
  await page.locator('.card fieldset button').nth(choice).click();
}

/** Keeps the last message that the engine told. */
async function watched(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Plain = window.Worker;
    window.Worker = class extends Plain {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }) => {
          if (data?.result?.explanation !== undefined) Object.assign(window, { told: data.result });
        });
      }
    };
  });
}

function found(args: readonly string[]): readonly Line[] {
  let out: string;
  try {
    out = execFileSync(process.execPath, args, { encoding: 'utf8' });
  } catch (cause) {
    // Something found is no failure here: exit 1 and 3.
    out = (cause as { stdout: string }).stdout;
  }
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}
