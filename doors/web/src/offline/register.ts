import type { Engine } from '../engine/client.js';
import { folder } from '../page-data.js';

/**
 * Keeps the page's own files in the browser once the languages are there, so that nothing is loaded twice. Resolves when all of them
 * are kept; never where the browser has no such thing, or the page stands on no safe address; rejects if it could not be done.
 */
export async function keepOffline(engine: Engine): Promise<void> {
  await engine.whenAll;
  const kept = 'serviceWorker' in navigator;
  if (kept) await navigator.serviceWorker.register(`${folder()}sw.js`);
  await (kept ? navigator.serviceWorker.ready : new Promise(() => {}));
}
