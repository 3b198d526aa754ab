import type { Engine } from '../engine/client.js';
import { folder } from '../page-data.js';

/**
 * Keeps the page's own files in the browser once the languages are there, so that nothing is loaded twice. Resolves when all of them
 * are kept; never where the browser has no such thing, or the page stands on no safe address.
 */
export function keepOffline(engine: Engine): Promise<void> {
  return new Promise((resolve) => {
    engine.onAll = () => {
      if (!('serviceWorker' in navigator)) return;
      void navigator.serviceWorker
        .register(`${folder()}sw.js`)
        .then(() => navigator.serviceWorker.ready)
        .then(() => resolve())
        .catch(() => {});
    };
  });
}
