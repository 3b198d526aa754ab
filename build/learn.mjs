// Writes the Learn pages: learn/LANGUAGE/.../index.html, made of the page's own languages, the guides and the prose of doors/web.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const ROOT = new URL('..', import.meta.url).pathname;
const SOURCE = join(ROOT, 'doors/web/src/learn');
const MAKER = join(ROOT, 'doors/web/dist/learn.js');
const TEMPLATE = 'learn/page.html';

/** The program that makes them. */
export async function buildLearn() {
  const bundle = await rolldown({
    input: join(SOURCE, 'maker.ts'),
    platform: 'node',
    resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
  });
  await bundle.write({ file: MAKER, format: 'esm' });
  await bundle.close();
}

/** Writes every page below `out`, calls `finish(path)` for each, and gives their paths. `data`: what the page knows of its files. */
export async function writeLearn(languages, out, data, finish) {
  const maker = await import(pathToFileURL(MAKER));
  const template = readFileSync(join(out, TEMPLATE), 'utf8');
  rmSync(join(out, TEMPLATE));
  const bytes = (path) => readFileSync(join(out, path));
  const know = maker.knowledgeOf(bytes(data.all.path), data.weights === null ? null : bytes(data.weights.path));
  const learnt = maker.LEARNT.filter((code) => existsSync(join(languages, `${code}.md`)));
  const pages = learnt.flatMap((language) => maker.learnPages(givenIn(maker, languages, learnt, language, know)));
  for (const { path, language, title, body } of pages) {
    const file = `learn/${path}index.html`;
    const folder = '../'.repeat(file.split('/').length - 1);
    const html = template
      .replaceAll('"../', `"${folder}`)
      .replace('<html lang="en">', `<html lang="${language}">`)
      .replace('{title}', () => maker.escaped(title))
      .replace('{body}', () => body);
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), html);
    finish(file, folder);
  }
  return pages.map(({ path }) => `learn/${path}index.html`);
}

function givenIn(maker, languages, learnt, language, know) {
  const text = (path) => readFileSync(path, 'utf8');
  const letters = join(SOURCE, 'letters', language);
  return maker.givenOf({
    language,
    languages: learnt,
    know,
    file: text(join(languages, `${language}.md`)),
    guides: Object.fromEntries(['source', 'device'].map((topic) => [topic, text(join(languages, `guides/${topic}.${language}.md`))])),
    prose: Object.fromEntries(maker.PROSES.map((name) => [name, text(join(SOURCE, `prose/${name}.${language}.md`))])),
    letters: (existsSync(letters) ? readdirSync(letters) : []).sort().map((name) => ({ name, bytes: readFileSync(join(letters, name)) })),
  });
}
