import type { PageData } from '@hattari/shelf';

/** What the build wrote into the page: languages, files, edition. Throws if it is not a built page. */
export function pageData(): PageData {
  const block = document.getElementById('page-data');
  return JSON.parse(block?.textContent ?? '') as PageData;
}

/** Where the page's own folder is, from the page that is open. */
export function folder(): string {
  return document.documentElement.dataset['folder'] ?? './';
}
