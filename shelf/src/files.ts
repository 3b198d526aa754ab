import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Guide, HEADINGS, type LanguageFile, type Place, readGuideFile, readLanguageFile, readPlaceFile } from '@hattari/engine';

/** A language file on disk: what was read, and its path for the mistakes. */
export type FromDisk<T> = { readonly path: string; readonly name: string; readonly value: T };

/** Every language of a folder; the folder is the list. Only names like `pl.md` and `zh-Hans.md` are languages. */
export function languagesIn(folder: string): FromDisk<LanguageFile>[] {
  return markdown(folder, /^[a-z]{2,3}(-[A-Za-z]+)?\.md$/).map((path) => languageAt(path));
}

export function languageAt(path: string): FromDisk<LanguageFile> {
  return { path, name: basename(path), value: readLanguageFile(readFileSync(path, 'utf8'), HEADINGS) };
}

/** Every place of a folder: `JP.md` ... and `world.md`. */
export function placesIn(folder: string): FromDisk<Place>[] {
  return markdown(folder, /^([A-Z]{2}|world)\.md$/).map((path) => ({ path, name: basename(path), value: readPlaceFile(readFileSync(path, 'utf8')) }));
}

/** Every guide of a folder: `source.ja.md` is the guide `source` in Japanese. */
export function guidesIn(folder: string): FromDisk<Guide>[] {
  return markdown(folder, /^[a-z-]+\.[a-z]{2,3}(-[A-Za-z]+)?\.md$/).map((path) => {
    const [topic = '', language = ''] = basename(path).split('.');
    return { path, name: basename(path), value: readGuideFile(readFileSync(path, 'utf8'), topic, language) };
  });
}

function markdown(folder: string, name: RegExp): string[] {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .sort()
    .map((file) => join(folder, file));
}
