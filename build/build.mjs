// Builds all that runs: the program, the bench, and the compiled languages beside the program.

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { programs } from './rolldown.config.mjs';

process.chdir(new URL('..', import.meta.url).pathname);
for (const { output, ...input } of programs) {
  rmSync(output.dir, { recursive: true, force: true });
  const bundle = await rolldown(input);
  await bundle.write(output);
  await bundle.close();
}
execFileSync(process.execPath, ['shelf/dist/shelve.js', 'languages', 'doors/command/dist/shelf'], { stdio: 'inherit' });
