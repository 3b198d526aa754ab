import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { detect } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { ROOT } from '../root.js';
import { BODIES, mailOfSize } from './growth.js';
import { ask } from './measure.js';

// A process of its own that does nothing but read: prints its peak (MB resident) with the languages loaded, behind all mails of a
// folder, and behind a mail of 30 MB of each kind.
const peak = (): number => process.resourceUsage().maxRSS / 1024;
const [folder = ''] = process.argv.slice(2);
const know = load(pathToFileURL(`${ROOT}doors/command/dist/shelf/`));
const loaded = peak();
for (const name of readdirSync(folder)) detect(ask(readFileSync(`${folder}/${name}`)), know);
const mails = peak();
const large = BODIES.map((body) => {
  detect(ask(mailOfSize(body, 30_000_000)), know);
  return peak();
});
console.log(JSON.stringify({ loaded, mails, large: Math.max(...large) }));
