import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

// Nobody has written Arabic yet. A stand-in of as many words shows whether the page holds a language from right to left.
const WORDS = ['في', 'هذا', 'كلمة', 'الجملة', 'للتجربة', 'المكتوبة', 'والمستخدمين'];

/** Builds the page with English and a stand-in for Arabic into a folder. */
export function builtWithArabic(folder: string): string {
  const languages = join(folder, 'languages');
  const out = join(folder, 'site');
  mkdirSync(languages);
  const english = readFileSync(join(ROOT, 'languages/en.md'), 'utf8');
  const head = readFileSync(join(ROOT, 'languages/ar.md'), 'utf8').split('\n').slice(0, 3);
  writeFileSync(join(languages, 'en.md'), english);
  writeFileSync(join(languages, 'ar.md'), [...head, ...english.split('\n').slice(3).flatMap(inArabic)].join('\n'));
  cpSync(join(ROOT, 'languages/places'), join(languages, 'places'), { recursive: true });
  cpSync(join(ROOT, 'languages/guides'), join(languages, 'guides'), { recursive: true });
  execFileSync(process.execPath, [join(ROOT, 'build/page.mjs'), '--no-scripts', '--languages', languages, '--out', out], { stdio: 'pipe' });
  return out;
}

/** A line of the English file in the stand-in; phrases are left out, since letters stay English. */
function inArabic(line: string): readonly string[] {
  if (/^[*+-] /.test(line)) return [];
  const [, kept = '', text = ''] = /^(## \S+ — |## \S+$|[a-z-]+: |)(.*)$/.exec(line) ?? [];
  return [kept + text.replace(/\{[a-z]+\}|[A-Za-z’'“”"]+/g, (word) => (word.startsWith('{') ? word : (WORDS[word.length % WORDS.length] as string)))];
}
