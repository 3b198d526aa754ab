import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { rolldown } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { decodeText } from './charset.js';
import { decode } from './decode.js';
import type { Charset } from './names.js';
import { SINGLE_BYTE } from './single-byte-data.js';

// The same mail must read the same in a browser and in Node, and as the browser itself would show it.
const chromium = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));
const wanted = process.env['HATTARI_TEST_ALL'] === '1';
if (chromium === undefined && !wanted) console.log('charset/chromium.test.ts: skipped, no Chromium here (Debian package: chromium)');

type Decode = (bytes: Uint8Array, charset: string) => string;
type Report = { readonly digests: Record<string, string>; readonly unlike: Record<string, string[]> };

/** Runs here and, as source text, in the page: so it refers to nothing outside itself. */
function probe(ours: Decode, guessed: Decode, singles: readonly string[], hasOwnDecoder: boolean): Report {
  const digests: Record<string, string> = {};
  const unlike: Record<string, string[]> = {};
  const pairSets = ['shift_jis', 'euc-jp', 'euc-kr', 'big5', 'gb18030'];
  const unknownToBrowsers = ['ibm437', 'ibm850', 'ibm852', 'ibm855', 'ibm858', 'utf-32le', 'utf-32be', 'utf-7', 'hz-gb-2312', 'iso-2022-kr', 'iso-2022-cn'];
  let seed = 20261005;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed >>> 8;
  };
  const check = (name: string, charset: string, inputs: Iterable<Uint8Array>): void => {
    const isShown = hasOwnDecoder && !unknownToBrowsers.includes(charset);
    let hash = 0x811c9dc5;
    const differing: string[] = [];
    for (const bytes of inputs) {
      const text = ours(bytes, charset);
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
      hash = Math.imul(hash ^ 0x1f, 0x01000193) >>> 0;
      const written = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
      // Chromium 156 does not follow the Encoding Standard behind damaged letters of three bytes, and between combined ones.
      const isOdd = name.endsWith('noise') && (charset === 'euc-jp' ? /8f/ : charset === 'big5' ? /88(62|64|a3|a5)/ : /^$/).test(written);
      // A decoder each: Chromium's keep half a letter of the bytes before.
      if (isShown && !isOdd && new TextDecoder(charset).decode(bytes) !== text) differing.push(written);
    }
    digests[name] = hash.toString(16);
    if (differing.length > 0) unlike[name] = differing;
  };
  const noise = function* (count: number, letters: readonly number[] | null): Generator<Uint8Array> {
    for (let n = 0; n < count; n++)
      yield Uint8Array.from({ length: random() % 60 }, () => (letters === null ? random() & 0xff : (letters[random() % letters.length] as number)));
  };

  for (const charset of singles)
    check(
      `${charset}: every byte`,
      charset,
      Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte)),
    );
  for (const charset of pairSets) {
    check(
      `${charset}: every pair`,
      charset,
      (function* () {
        for (let a = 0x80; a < 0x100; a++) for (let b = 0; b < 0x100; b++) yield Uint8Array.of(a, b);
      })(),
    );
    check(`${charset}: noise`, charset, noise(400, null));
    check(`${charset}: high noise`, charset, noise(400, [0x8e, 0x8f, 0xa1, 0xa4, 0xb0, 0xfe, 0xff, 0x80, 0x81, 0x30, 0x41, 0x0a]));
  }
  check(
    'euc-jp: every three bytes',
    'euc-jp',
    (function* () {
      for (let a = 0xa0; a < 0x100; a++) for (let b = 0xa0; b < 0x100; b++) yield Uint8Array.of(0x8f, a, b, 0x41);
    })(),
  );
  check(
    'gb18030: four bytes',
    'gb18030',
    (function* () {
      for (let n = 0; n < 12_600 * 8; n += 7)
        yield Uint8Array.of(0x81 + Math.floor(n / 12_600), 0x30 + (Math.floor(n / 1260) % 10), 0x81 + (Math.floor(n / 10) % 126), 0x30 + (n % 10));
    })(),
  );
  check(
    'iso-2022-jp: every pair',
    'iso-2022-jp',
    (function* () {
      for (let a = 0x21; a < 0x7f; a++) for (let b = 0x21; b < 0x7f; b++) yield Uint8Array.of(0x1b, 0x24, 0x42, a, b, 0x1b, 0x28, 0x42, 0x2e);
    })(),
  );
  check('utf-8: noise', 'utf-8', noise(400, [0x41, 0xc3, 0xa9, 0xe3, 0x81, 0x93, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xff]));
  for (const charset of ['utf-16le', 'utf-16be']) check(`${charset}: noise`, charset, noise(400, [0, 0x41, 0xd8, 0xdc, 0x30, 0x4e, 0xfe, 0xff]));
  const marks = [0x1b, 0x1b, 0x24, 0x28, 0x29, 0x42, 0x40, 0x4a, 0x49, 0x43, 0x0e, 0x0f, 0x21, 0x33, 0x0a, 0x2b, 0x2d, 0x7e, 0x7b, 0x7d, 0x41, 0xa4];
  for (const charset of ['iso-2022-kr', 'iso-2022-cn', 'hz-gb-2312', 'utf-7', 'utf-32le', 'utf-32be']) check(`${charset}: noise`, charset, noise(400, marks));
  const labelled = ['', 'utf-8', 'iso-8859-1', 'shift_jis', 'gb2312', 'koi8-r', 'iso-2022-jp'];
  for (const label of labelled)
    digests[`guessed, labelled ${label}`] = [...noise(60, null), ...noise(60, marks), ...noise(60, [0xd0, 0xb5, 0xc1, 0x20, 0xee, 0xf2, 0x6e, 0xe8])]
      .map((bytes) => guessed(bytes, label).length)
      .join();
  return { digests, unlike };
}

async function inChromium(path: string, singles: readonly string[]): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'hattari-charset-'));
  try {
    const entry = join(folder, 'entry.js');
    const here = (name: string): string => JSON.stringify(new URL(name, import.meta.url).pathname);
    writeFileSync(entry, `export { decode } from ${here('decode.ts')};\nexport { decodeText } from ${here('charset.ts')};\n`);
    const bundle = await rolldown({ input: entry, platform: 'neutral', resolve: { extensionAlias: { '.js': ['.ts', '.js'] } } });
    await bundle.write({ file: join(folder, 'charset.js'), format: 'iife', name: 'charset' });
    await bundle.close();
    writeFileSync(
      join(folder, 'page.html'),
      `<!doctype html><meta charset="utf-8"><script src="charset.js"></script><body><script>
const report = (${probe})(charset.decode, (bytes, label) => charset.decodeText(bytes, label).text, ${JSON.stringify(singles)}, true);
document.body.textContent = 'report ' + JSON.stringify(report) + ' end';
</script>`,
    );
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ];
    const page = execFileSync(path, [...flags, `--user-data-dir=${join(folder, 'profile')}`, '--dump-dom', `file://${join(folder, 'page.html')}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 50_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    const [, report] = /report (\{.*\}) end/s.exec(page) ?? [];
    if (report === undefined) throw new Error(`no report in the page: ${page.slice(0, 500)}`);
    return JSON.parse(report) as Report;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

describe.skipIf(chromium === undefined && !wanted)('in a browser', () => {
  test('every set reads as in Node, and as the browser reads it', async () => {
    if (chromium === undefined) throw new Error('no Chromium here (Debian package: chromium)');
    const singles = Object.keys(SINGLE_BYTE);
    const there = await inChromium(chromium, singles);
    const here = probe(
      (bytes, charset) => decode(bytes, charset as Charset),
      (bytes, label) => decodeText(bytes, label).text,
      singles,
      false,
    );
    expect(Object.keys(here.digests).length).toBeGreaterThan(60);
    expect(here.digests).toEqual(there.digests);
    // Ê̄ Ê̌ ê̄ ê̌ in the Encoding Standard (12.1.1); Chromium 156 gives a control character and half a letter.
    expect(there.unlike).toEqual({ 'big5: every pair': ['8862', '8864', '88a3', '88a5'] });
  });
});
