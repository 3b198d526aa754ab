import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languagesIn } from '@hattari/shelf';
import { mailsOf } from './generate/mails.js';
import { writableIn } from './generate/sentences.js';
import { LETTER_CLAIMS } from './generate/stories.js';
import { ROOT } from './root.js';

// generate FOLDER [--seed WORD] [--count N] [--language xx]: so many mails a language as .eml files, with labels.jsonl beside them. For fitting and
// for trying disguises; the sentences are those that the phrases were tried on, so it proves nothing about how many real letters are found.
const MOST = 100_000;
const { values, positionals } = parseArgs({
  options: { seed: { type: 'string', default: 'hattari' }, count: { type: 'string', default: '100' }, language: { type: 'string' } },
  allowPositionals: true,
});
const [folder] = positionals;
const count = Number(values.count);

if (folder === undefined || !Number.isInteger(count) || count < 1 || count > MOST) {
  console.log(`generate: wanted FOLDER and --count 1 to ${MOST}, got ${folder ?? 'no folder'} and ${values.count}`);
  process.exitCode = 2;
} else write(folder);

function write(to: string): void {
  const languages = writableIn(
    languagesIn(`${ROOT}languages`).map(({ value }) => value),
    LETTER_CLAIMS,
  ).filter(({ language }) => values.language === undefined || values.language === language);
  mkdirSync(to, { recursive: true });
  const labels: string[] = [];
  for (const sentences of languages)
    for (const { bytes, text, ...label } of mailsOf(sentences, values.seed, count)) {
      const file = `${label.name.replace(/[^\w-]+/g, '-')}.eml`;
      writeFileSync(join(to, file), bytes);
      labels.push(JSON.stringify({ file, ...label }));
    }
  writeFileSync(join(to, 'labels.jsonl'), `${labels.join('\n')}\n`);
  console.log(`${labels.length} mails in ${languages.map(({ language }) => language).join(' ')}`);
}
