import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { EngineInPage } from './engine-in-page.js';
import { inChromium } from './in-chromium.js';
import { type Line, likenessOfLine, likenessOfTold } from './likeness.js';

const BIN = fileURLToPath(new URL('../../../command/bin/hattari.js', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../../../samples/', import.meta.url));
const names = readdirSync(SAMPLES).filter((name) => /^(en|ja)-.*\.(eml|txt)$/.test(name));

inChromium('same-as-command.test.ts', (here) => {
  let engine: EngineInPage;
  const lines = new Map<string, Line>();
  beforeAll(async () => {
    for (const language of ['en', 'ja']) {
      const files = names.filter((name) => name.startsWith(language)).map((name) => join(SAMPLES, name));
      const out = tolerant([BIN, 'check', ...files, '--json', '--lang', language, '--place', 'JP']);
      for (const line of out
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text) as Line))
        lines.set(line.file.slice(SAMPLES.length), line);
    }
    engine = await EngineInPage.in(await here.browser.newPage(), here.site.url);
  });

  test.each(names)('%s: the page tells what the command line tells', async (name) => {
    const setting = { answers: {}, place: 'JP', language: name.slice(0, 2), easy: false };
    const { told } = await engine.look(readFileSync(join(SAMPLES, name)), join(SAMPLES, name), setting);
    const line = lines.get(name);
    expect(line).toBeDefined();
    expect(told.map(likenessOfTold)).toEqual([likenessOfLine(line as Line)]);
  });
});

/** Something found is no failure here: exit 1 and 3. */
function tolerant(args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, args, { encoding: 'utf8' });
  } catch (cause) {
    const { status, stdout } = cause as { status: number; stdout: string };
    if (status === 1 || status === 3) return stdout;
    throw cause;
  }
}
