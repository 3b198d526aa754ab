/** What another app handed over: its words, and its files. */
export type Shared = { readonly text: string; readonly files: readonly File[] };

/** What the page asks of the service worker to get it. */
export const ASKED = 'shared';

/** Milliseconds that it waits for the page that is opened for it; then it is forgotten. */
const WAITS = 60_000;

let waiting: Shared | null = null;
let taken = (): void => {};

/**
 * Takes the form in which the system shares with an installed page, and opens the page. It stays in memory until that page asks for it
 * once: it is sent to nobody and kept nowhere. `hold`: what keeps the worker awake until then.
 */
export async function receive(request: Request, page: string, hold: (work: Promise<void>) => void): Promise<Response> {
  waiting = sharedIn(await request.formData());
  hold(
    new Promise<void>((resolve) => {
      taken = resolve;
      setTimeout(resolve, WAITS);
    }).then(() => {
      waiting = null;
    }),
  );
  return Response.redirect(`${page}?shared`, 303);
}

/** What is waiting, once. */
export function handOver(): Shared | null {
  const shared = waiting;
  waiting = null;
  taken();
  return shared;
}

function sharedIn(form: FormData): Shared {
  const words = ['title', 'text', 'url'].map((name) => form.get(name)).filter((one) => typeof one === 'string' && one.trim() !== '');
  const files = form.getAll('file').filter((one) => one instanceof File && one.size > 0) as File[];
  return { text: [...new Set(words)].join('\n'), files };
}
