// Builds all that runs: the program, the bench, the compiled languages beside the program, and the page.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { assemble, buildScripts } from './page.mjs';
import { programs } from './rolldown.config.mjs';

process.chdir(new URL('..', import.meta.url).pathname);
for (const { output, ...input } of programs) {
  // The compiled languages stay until new ones have compiled: a mistake in a language file must not take the program away
  // with which one looks for it.
  for (const name of existsSync(output.dir) ? readdirSync(output.dir) : []) if (name.endsWith('.js')) rmSync(join(output.dir, name));
  const bundle = await rolldown(input);
  await bundle.write(output);
  await bundle.close();
}
execFileSync(process.execPath, ['shelf/dist/shelve.js', 'languages', 'doors/command/dist/shelf', 'engine/weights/resemblance.bin'], { stdio: 'inherit' });
await buildScripts();
const page = await assemble();
const sight = Object.values(page.sight).reduce((sum, { bytes }) => sum + bytes, 0);
console.log(`page: ${page.languages.length} languages, ${page.all.bytes} bytes of them; ${sight} bytes to read pictures with, loaded where they are wanted`);
