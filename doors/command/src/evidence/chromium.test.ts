import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// A hostile mail must run nothing in the browser that a policeman opens the report with.
const chromium = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));
const wanted = process.env['HATTARI_TEST_ALL'] === '1';
if (chromium === undefined && !wanted) console.log('evidence/chromium.test.ts: skipped, no Chromium here (Debian package: chromium)');

const BIN = fileURLToPath(new URL('../../bin/hattari.js', import.meta.url));
const RUNS = `document.title='it ran'`;
const HOSTILE = [
  `</td></tr></table></main><script>${RUNS}</script>`,
  `<img src=x onerror="${RUNS}"><svg onload="${RUNS}"></svg><iframe srcdoc="<script>parent.${RUNS}</script>"></iframe>`,
  `<style>body{display:none}</style><link rel=stylesheet href="https://example.org/a.css"><meta http-equiv=refresh content="0;url=https://example.org">`,
  `javascript:${RUNS} &lt;script&gt;${RUNS}&lt;/script&gt; <a href="javascript:${RUNS}">x</a> <base href="https://example.org/">`,
  `--><!-- ]]> \u202egpj.exe\u202c \u0000\u0007\u001b[2J \u2028`,
  '!?'.repeat(30_000),
].join('\n');
const MAIL = `From: "${HOSTILE.split('\n')[0]}" <a@example.org>\nTo: b@example.org\nSubject: <script>${RUNS}</script>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n${HOSTILE}\n--b\nContent-Type: text/html\nContent-Disposition: attachment; filename="<script>${RUNS}</script>.html"\n\n<p>${HOSTILE}</p>\n--b--\n`;

describe.skipIf(chromium === undefined && !wanted)('in Chromium', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hattari-report-'));
    writeFileSync(join(folder, 'hostile.eml'), MAIL);
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'evidence', join(folder, 'hostile.eml'), '--out', join(folder, 'pack'), '--lang', 'en'], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The page as it stands after it was opened, and what was asked of the network. */
  function opened(page: string, ...options: readonly string[]): string {
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ];
    const all = [...flags, `--user-data-dir=${join(folder, 'profile')}`, '--virtual-time-budget=2000', ...options, `file://${page}`];
    return execFileSync(chromium ?? '', all, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 });
  }

  test('a hostile mail shows as text and runs nothing', () => {
    const dom = opened(join(folder, 'pack/report.html'), '--dump-dom');
    expect(dom).toMatch(/<title>Record of received messages [^<]*<\/title>/);
    expect(dom).not.toMatch(/<(?:script|img|svg|iframe|link|base|object|form)\b/i);
    expect(dom.match(/<style\b/g)).toHaveLength(1);
    expect(dom).toContain(`&lt;script&gt;${RUNS}&lt;/script&gt;`);
    expect(dom).toContain('[U+202E]</b>gpj.exe');
  });

  test('a script that stood in the page would not run: the policy of the page stops it', () => {
    const report = readFileSync(join(folder, 'pack/report.html'), 'utf8');
    const probe = (text: string): string => {
      writeFileSync(join(folder, 'probe.html'), text);
      return opened(join(folder, 'probe.html'), '--dump-dom');
    };
    const script = `<script>document.body.dataset.ran = 'yes'</script>`;
    expect(probe(report.replace('</body>', `${script}</body>`))).not.toContain('data-ran="yes"');
    // The same page without its policy runs it: the probe can see.
    expect(probe(report.replace(/<meta http-equiv[^>]*>/, '').replace('</body>', `${script}</body>`))).toContain('data-ran="yes"');
  });

  test('its own style sheet passes the policy, and it prints on A4 pages', () => {
    const pdf = join(folder, 'report.pdf');
    opened(join(folder, 'pack/report.html'), '--no-pdf-header-footer', `--print-to-pdf=${pdf}`);
    const text = readFileSync(pdf, 'latin1');
    // A4 in points is 595 by 842; without the style sheet it would be the paper of the locale.
    expect(text).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
    expect(text.match(/\/Type \/Page\b(?!s)/g)?.length).toBeGreaterThan(5);
  });
});
