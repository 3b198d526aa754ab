import { toBytes } from '../ascii.js';
import { decodeText } from './charset/charset.js';
import { readLabel } from './charset/names.js';
import { decodeBase64, decodeQuotedPrintable } from './transfer.js';

/** Letters of a charset's name, with its language, that are looked at: the longest name has 45. */
const LABEL_UNITS = 60;

type Word = { readonly charset: string; readonly form: 'b' | 'q'; readonly body: string; readonly start: number; readonly end: number };

/**
 * RFC 2047 encoded words, wherever they stand: in quotes, glued to text, the last one cut off. Adjoining ones of one charset are
 * joined as bytes first, because senders cut inside a letter.
 */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  let out = '';
  let last = 0;
  let run: Word[] = [];
  const flush = (): void => {
    if (run.length > 0) out += decodeRun(run);
    run = [];
  };
  for (const word of wordsOf(text)) {
    const between = text.slice(last, word.start);
    const isNext = run.length > 0 && between.trim() === '';
    if (!isNext || run[0]?.charset !== word.charset) flush();
    // White space between two words is none (RFC 2047 section 6.2).
    if (!isNext) out += between;
    run.push(word);
    last = word.end;
  }
  flush();
  return out + text.slice(last);
}

function* wordsOf(text: string): Generator<Word> {
  let close = 0;
  for (let start = text.indexOf('=?'); start >= 0; ) {
    const open = openingAt(text, start);
    const next = text.indexOf('=?', start + 2);
    if (open === null) {
      start = next;
      continue;
    }
    const { charset, form, from } = open;
    // Searched onward only, and not again: a field full of openings is not read once for each.
    if (close >= 0 && close < from) close = text.indexOf('?=', from);
    const following = text.indexOf('=?', from);
    const isClosed = close >= 0 && (following < 0 || close <= following || openingAt(text, following) === null);
    if (isClosed) {
      yield { charset, form, body: text.slice(from, close), start, end: close + 2 };
      start = text.indexOf('=?', close + 2);
      continue;
    }
    // The end is missing: the word goes on to the next white space.
    const cut = /^\S*/.exec(text.slice(from, following < 0 ? text.length : following))?.[0] ?? '';
    const body = cut.endsWith('?') ? cut.slice(0, -1) : cut;
    const isBody = body !== '' && (form === 'q' || /^[A-Za-z0-9+/=_-]*$/.test(body));
    if (isBody && readLabel(charset).kind === 'named') yield { charset, form, body, start, end: from + cut.length };
    start = following;
  }
}

/** "=?charset?B?" or "?Q?" at `start`, and where its body begins. */
function openingAt(text: string, start: number): { charset: string; form: 'b' | 'q'; from: number } | null {
  const mark = text.indexOf('?', start + 2);
  if (mark < 0 || mark === start + 2 || mark > start + 2 + LABEL_UNITS || text[mark + 2] !== '?') return null;
  const charset = text.slice(start + 2, mark).toLowerCase();
  const form = text[mark + 1]?.toLowerCase();
  if (/\s/.test(charset) || (form !== 'b' && form !== 'q')) return null;
  return { charset: charset.split('*')[0] as string, form, from: mark + 3 };
}

function decodeRun(run: readonly Word[]): string {
  const charset = (run[0] as Word).charset;
  const decoded = decodeText(join(run.map(bytesOf)), charset);
  // Some cut the base64 itself, between any two of its digits: then only the joined digits are text.
  const isCut = run.some((word, i) => i < run.length - 1 && word.form === 'b' && !word.body.endsWith('=') && word.body.length % 4 !== 0);
  if (!isCut || run.some((word) => word.form === 'q')) return decoded.text;
  const whole = decodeText(decodeBase64(toBytes(run.map((word) => word.body).join(''))).bytes, charset);
  const isBetter = (decoded.broken || decoded.mended !== null || run.some((word) => word.body.length % 4 === 1)) && !whole.broken && whole.mended === null;
  return isBetter ? whole.text : decoded.text;
}

function bytesOf({ form, body }: Word): Uint8Array {
  return form === 'b' ? decodeBase64(toBytes(body)).bytes : decodeQuotedPrintable(toBytes(body.replaceAll('_', ' '))).bytes;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
