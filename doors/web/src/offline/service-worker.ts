/** The page's files, and the edition of the page; the build writes both above this script. */
declare const FILES: readonly { readonly path: string; readonly integrity: string }[];
declare const EDITION: string;

// Types of the worker's own world do not go together with those of the page.
type Extended = Event & { waitUntil(work: Promise<unknown>): void };
type Fetched = Extended & { readonly request: Request; respondWith(response: Promise<Response>): void };
type Scope = {
  addEventListener(type: 'install' | 'activate', listener: (event: Extended) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void;
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
};
const scope = self as unknown as Scope;

const PREFIX = 'hattari-';
const CACHE = `${PREFIX}${EDITION}`;

// Only the page's own files are kept; each must be what the build made. Nothing that a reader gives passes through here.
scope.addEventListener('install', (event) => event.waitUntil(keep()));
scope.addEventListener('activate', (event) => event.waitUntil(tidy()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope.registration.scope)) return;
  event.respondWith(answer(request));
});

async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const { path, integrity } of FILES) {
    const url = new URL(path, scope.registration.scope).href;
    const response = await fetch(url, { integrity });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    // A host may lead index.html to its folder; a page that was led elsewhere cannot be shown again.
    await cache.put(url, response.redirected ? new Response(response.body, { headers: response.headers }) : response);
  }
}

/** Other pages of this address may keep things of their own. */
async function tidy(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  await scope.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  const cache = await caches.open(CACHE);
  const kept = (await cache.match(url.href)) ?? (url.href.endsWith('/') ? await cache.match(`${url.href}index.html`) : undefined);
  return kept ?? (await fetch(request));
}
