import { ASKED, type Shared } from './share.js';

/** Milliseconds for an answer within the same browser. */
const PATIENCE = 5_000;

/** What was shared with the page that is open; `lost` if it was opened for that and nothing is there, null if it was opened otherwise. */
export async function sharedHere(): Promise<Shared | 'lost' | null> {
  if (!new URLSearchParams(window.location.search).has(ASKED)) return null;
  // A reload is no second sharing.
  window.history.replaceState(null, '', window.location.pathname);
  const worker = navigator.serviceWorker?.controller;
  if (worker == null) return 'lost';
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<Shared | null>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Shared | null>) => resolve(data);
    setTimeout(() => resolve(null), PATIENCE);
  });
  worker.postMessage(ASKED, [port2]);
  const shared = await answer;
  port1.close();
  return shared === null || (shared.text === '' && shared.files.length === 0) ? 'lost' : shared;
}
