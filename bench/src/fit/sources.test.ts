import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { caseFiles } from '../cases.js';
import { ROOT } from '../root.js';

/** Every file of the bench that the fit is made of, by its imports. */
function reached(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'(\.[^']+)'/gms)) {
    const target = join(dirname(file), from).replace(/\.js$/, '.ts');
    if (existsSync(target)) reached(target, seen);
  }
  return seen;
}

test('the fit cannot reach a corpus: what is for evaluation only by its licence is never touched', () => {
  const files = [...reached(`${ROOT}bench/src/fit.ts`)].map((file) => file.slice(`${ROOT}bench/src/`.length));
  expect(files).toContain('fit/texts.ts');
  expect(files.filter((file) => /corpora|^eval/.test(file))).toEqual([]);
});

test('neither the unseen cases nor the letters held out are among its sources', () => {
  const names = caseFiles('own').map(({ path }) => path.pathname);
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => /unseen/.test(name))).toEqual([]);
  for (const file of reached(`${ROOT}bench/src/fit.ts`))
    if (/\/fit[/.]/.test(file)) expect(readFileSync(file, 'utf8'), file).not.toMatch(/caseFiles\('unseen'\)|'heldout-?/);
});
