/** The range service of Have I Been Pwned: the only address outside that any page of ours asks; `build/page.mjs` writes it into this page's policy. */
export const SERVICE = 'https://api.pwnedpasswords.com';

/** Milliseconds for the whole answer: it is some 40 KB from a cache near the reader, and a slow phone needs a few seconds. */
export const PATIENCE = 15_000;

/** Bytes of an answer that are read: 1,000 lines of 45 are the most that it is said to have; ten times that. */
const LARGEST = 450_000;

/** Hexadecimal digits of a SHA-1 that are sent. */
const SENT = 5;

/** A line of an answer: the other 35 digits, and how often. Lines that pad the answer have a count of 0. */
const LINE = /^([0-9A-F]{35}):(\d{1,12})\r?$/;

export type Answer =
  | { readonly is: 'found'; readonly times: number }
  | { readonly is: 'not-found' }
  /** No network; the service did not answer in time; it answered with something else; the page does not stand on a safe address. */
  | { readonly is: 'offline' | 'silent' | 'wrong' | 'not-here' };

/**
 * Whether a password stands in the leaks that the service knows. Of its SHA-1 the first five digits are sent, and the rest is
 * compared here (https://haveibeenpwned.com/API/v3#SearchingPwnedPasswordsByRange). Never rejects; keeps nothing.
 */
export async function askService(password: string, patience = PATIENCE): Promise<Answer> {
  // Browsers have no SHA-1 for pages that came over an open line.
  if (globalThis.crypto?.subtle === undefined) return { is: 'not-here' };
  const digest = hex(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(password)));
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(`${SERVICE}/range/${digest.slice(0, SENT)}`, {
      // Answers of equal length: who watches the line cannot tell by it which five digits were asked for.
      headers: { 'Add-Padding': 'true' },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal,
    });
    if (!response.ok) return { is: 'wrong' };
    const text = await bounded(response);
    return text === null ? { is: 'wrong' } : answerIn(text, digest.slice(SENT));
  } catch {
    return { is: signal.aborted ? 'silent' : navigator.onLine ? 'wrong' : 'offline' };
  }
}

/** What an answer says of the digits that were not sent; `wrong` where a line is none of theirs. */
export function answerIn(text: string, rest: string): Answer {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  let times = 0;
  for (const line of lines) {
    const [, digits, count] = LINE.exec(line) ?? [];
    if (digits === undefined) return { is: 'wrong' };
    if (digits === rest) times = Number(count);
  }
  if (lines.length === 0) return { is: 'wrong' };
  return times > 0 ? { is: 'found', times } : { is: 'not-found' };
}

/** The text of a response; null if it is longer than any true one. */
async function bounded(response: Response): Promise<string | null> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let read = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    read += value.length;
    if (read > LARGEST) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
}
