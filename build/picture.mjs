// npm run picture: draws what `hattari check` prints on a sample as docs/check-<language>.svg, for the READMEs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

process.chdir(new URL('..', import.meta.url).pathname);
mkdirSync('docs', { recursive: true });
const LINES = 42;
for (const [language, sample] of [
  ['en', 'samples/en-hacker.eml'],
  ['ja', 'samples/ja-hacker.eml'],
]) {
  const args = ['doors/command/bin/hattari.js', 'check', sample, '--lang', language, '--place', language === 'ja' ? 'JP' : 'US'];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const lines = [`$ npx hattari check ${sample}`, '', ...stdout.split('\n').slice(0, LINES), '…'];
  const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const rows = lines.map((line, i) => `<text x="20" y="${36 + i * 20}" xml:space="preserve"${i === 2 ? ' font-weight="bold"' : ''}>${xml(line)}</text>`);
  const height = 36 + lines.length * 20;
  writeFileSync(
    `docs/check-${language}.svg`,
    `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="${height}" font-family="'Noto Sans Mono CJK JP', Menlo, Consolas, monospace" font-size="14" fill="#1f2933"><title>hattari check ${sample}</title><rect width="800" height="${height}" rx="8" fill="#f7f5f0"/>\n${rows.join('\n')}\n</svg>\n`,
  );
}
