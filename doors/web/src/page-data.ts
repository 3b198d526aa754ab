import type { PageData, PageFile } from '@hattari/shelf';

/** What reads pictures, by name: its programs and, by their codes, the languages of its letters. Each gzipped, loaded when it is wanted. */
export type SightParts = Readonly<Record<string, PageFile>>;

/** `asksPasswords`: the page that asks about a password is part of the build. */
export type BuiltPage = PageData & { readonly sight: SightParts; readonly asksPasswords: boolean };

/** What the build wrote into the page: languages, files, edition. Throws if it is not a built page. */
export function pageData(): BuiltPage {
  const block = document.getElementById('page-data');
  return JSON.parse(block?.textContent ?? '') as BuiltPage;
}

/** Where the page's own folder is, from the page that is open. */
export function folder(): string {
  return document.documentElement.dataset['folder'] ?? './';
}

/** A file of the page. Throws if it is not there, or is not what the build made. */
export async function fetched(file: PageFile): Promise<Uint8Array> {
  const response = await fetch(`${folder()}${file.path}`, { integrity: file.integrity });
  if (!response.ok) throw new Error(`${file.path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
