/** A page that anybody may have open; where there is no network, an empty one. */
const ELSEWHERE = 'https://www.wikipedia.org/';
/** Presses of Shift, and milliseconds within which they count as one wish. */
const PRESSES = 3;
const WITHIN = 2_000;

/** Where the pages of one browser tell each other that the reader leaves. */
const CHANNEL = 'hattari-leave';
/** One for this page: it hears what others say there, and not itself. */
let others: BroadcastChannel | null = null;

/** Leaves at once and for good, with every page of ours that is open: nothing stays on the screen, in the fields, in the title or in this entry of the history. */
export function leave(): void {
  others?.postMessage(null);
  leaveAlone();
}

/** Leaves this page when another one is left: a letter must not stay open behind it. Returns how to end it. */
export function leaveWithOthers(): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = leaveAlone;
  others = channel;
  return () => {
    channel.close();
    others = null;
  };
}

function leaveAlone(): void {
  document.title = ' ';
  for (const field of document.querySelectorAll('textarea, input')) {
    (field as HTMLInputElement | HTMLTextAreaElement).value = '';
  }
  document.body.replaceChildren();
  window.location.replace(navigator.onLine ? ELSEWHERE : 'about:blank');
}

/** Calls back when Shift was pressed three times with nothing between; Escape would stop the page from loading. Returns how to end it. */
export function onThreeShifts(wanted: () => void): () => void {
  let times: number[] = [];
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Shift') {
      times = [];
      return;
    }
    if (event.repeat) return;
    times = [...times, event.timeStamp].filter((time) => event.timeStamp - time < WITHIN);
    if (times.length >= PRESSES) wanted();
  };
  window.addEventListener('keydown', pressed);
  return () => window.removeEventListener('keydown', pressed);
}
