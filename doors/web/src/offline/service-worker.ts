import { ASKED, handOver, receive } from './share.js';

/** The page's files, those that are kept once they were used, and the edition of the page; the build writes them above this script. */
type Kept = { readonly path: string; readonly integrity: string };
declare const FILES: readonly Kept[];
declare const LATER: readonly Kept[];
declare const EDITION: string;

// Types of the worker's own world do not go together with those of the page.
type Extended = Event & { waitUntil(work: Promise<unknown>): void };
type Fetched = Extended & { readonly request: Request; respondWith(response: Promise<Response>): void };
type Told = Event & { readonly data: unknown; readonly ports: readonly MessagePort[] };
type Scope = {
  addEventListener(type: 'install' | 'activate', listener: (event: Extended) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
};
const scope = self as unknown as Scope;

const PREFIX = 'hattari-';
const CACHE = `${PREFIX}${EDITION}`;

// Only the page's own files are kept; each must be what the build made. Of what a reader gives only what another app shares passes
// through here, from the system to the page.
scope.addEventListener('install', (event) => event.waitUntil(keep()));
scope.addEventListener('activate', (event) => event.waitUntil(tidy()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const home = scope.registration.scope;
  if (request.method === 'POST' && request.url === `${home}share`) {
    event.respondWith(receive(request, home, (work) => event.waitUntil(work)));
    return;
  }
  if (request.method !== 'GET' || !request.url.startsWith(home)) return;
  event.respondWith(answer(request));
});
scope.addEventListener('message', ({ data, ports }) => {
  if (data === ASKED) ports[0]?.postMessage(handOver());
});

async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const file of FILES) await keepOne(file, cache);
  // Whoever had pictures read offline by the last edition has them read offline by this one.
  const before = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  for (const file of LATER.filter(({ path }) => !path.endsWith('.html'))) {
    const known = await Promise.all(before.map(async (name) => (await caches.open(name)).match(addressOf(file))));
    const response = known.find((one) => one !== undefined);
    if (response !== undefined) await cache.put(addressOf(file), response);
  }
}

function addressOf({ path }: Kept): string {
  return new URL(path, scope.registration.scope).href;
}

/** Rejects if the file cannot be had, or is not what the build made. */
async function keepOne(file: Kept, cache: Cache): Promise<void> {
  const response = await fetch(addressOf(file), { integrity: file.integrity });
  if (!response.ok) throw new Error(`${file.path}: ${response.status}`);
  // A host may lead index.html to its folder; a page that was led elsewhere cannot be shown again.
  await cache.put(addressOf(file), response.redirected ? new Response(response.body, { headers: response.headers }) : response);
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
  const found = async (): Promise<Response | undefined> =>
    (await cache.match(url.href)) ?? (url.href.endsWith('/') ? await cache.match(`${url.href}index.html`) : undefined);
  const kept = await found();
  if (kept !== undefined) return kept;
  const address = url.href.replace(/\/$/, '/index.html');
  const later = LATER.find((file) => addressOf(file) === address);
  // A host that has a newer edition by now gives another file: that one is shown, and not kept.
  const now = later === undefined ? undefined : await keepOne(later, cache).then(found, () => undefined);
  return now ?? (await fetch(request));
}
