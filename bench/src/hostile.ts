import { HOSTILE } from './hostile/all.js';
import { Guard } from './hostile/guard.js';
import type { Cost } from './hostile/model.js';
import { isFailure, MEMORY, summary, wrongWith } from './hostile/report.js';

// Every hostile file, the largest too: npm run hostile [-- PART OF A NAME]. Exit 1 if a law is broken.
const [wanted = ''] = process.argv.slice(2);
const guard = new Guard(new URL('./hostile-child.js', import.meta.url));
const costs: Cost[] = [];
for (const [index, { id, over }] of HOSTILE.entries()) {
  if (!id.includes(wanted)) continue;
  const reply = await guard.run({ hostile: index });
  const wrong = wrongWith(isFailure(reply) ? { ...reply, id } : reply, over === true);
  if (wrong !== null) {
    console.log(wrong);
    process.exitCode = 1;
  }
  if (!isFailure(reply)) costs.push(reply);
}
await guard.end();
console.log(summary(costs));
if (costs.some((cost) => cost.peak > MEMORY)) process.exitCode = 1;
