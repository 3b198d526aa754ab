import type { Line, LineFormat } from './conversation.js';
import { isDay } from './line.js';
import { nameKey } from './people.js';
import { CLOCK, DATE, headOf, JOIN, WEEKDAY } from './stamp.js';
import { DAYS, MARKS, ME, ORIGINAL, SEEN, YOU_REPLIED, YOU_SENT } from './ui-words.js';
import { madeFor, NAME_UNITS } from './walk-lines.js';

/** Units of a line that can be a name or a word of a program. */
const SHORT = NAME_UNITS;
const MOMENT = new RegExp(`^${WEEKDAY}(?:(?:${DATE})${JOIN})?(?:\\p{L}[\\p{L}' ]{1,20} (?:at |um |à |às |в |, )?)?${CLOCK}$`, 'iu');
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;

/** Copied from the pages of Instagram and Messenger: "You sent" or a name over each message, and the words of the page between. */
export const META_PAGE = madeFor('meta-page', 'form', pageOf);

function pageOf(lines: readonly string[]): LineFormat | null {
  if (!lines.some((line) => isYouSent(line) || (line.length <= SHORT + 16 && YOU_REPLIED.test(line.trim())))) return null;
  const name = mostOften(lines, (line, k) => isNameLike(line) && startsBlock(lines, k));
  if (name === null) return null;
  const first = nameKey(name).split(' ')[0] as string;
  const lineOf = (line: string): Line | null => {
    if (line.length > SHORT + 16) return null;
    const text = headOf(line).text.trim();
    const answered = nameKey(YOU_REPLIED.exec(text)?.[1] ?? '');
    if (isYouSent(line) || (answered !== '' && (answered === first || answered === nameKey(name))))
      return { kind: 'head', name: text, time: null, text: '', side: 'reader', below: true };
    // The page names everybody but the reader.
    if (text === name) return { kind: 'head', name, time: null, text: '', side: 'other', below: true };
    const key = nameKey(text);
    // The page shows the whole name to programs that read aloud, and the first one to the eye.
    if (key === first || (key === nameKey(name) && key !== '')) return { kind: 'mark' };
    if (ORIGINAL.test(text)) return { kind: 'loose' };
    if (isMark(text)) return { kind: 'mark' };
    return isDay(text) || isMoment(text) ? { kind: 'day', text } : null;
  };
  // Each message has its own head here: what stands below its first line may be somebody's whose name was not found.
  return { lineOf, goesOn: 'hand', admits: ({ heads }) => heads.length >= 2 && heads.some(({ side }) => side === 'reader') };
}

/** A block begins above the first line, and below a blank line, a read mark or a time. */
function startsBlock(lines: readonly string[], k: number): boolean {
  const above = (lines[k - 1] ?? '').trim();
  return above === '' || isMark(above) || isMoment(above) || isDay(above) || (lines[k + 1] ?? '').trim() === (lines[k] ?? '').trim();
}

/** Copied from Snapchat: ME or a NAME over each run of messages. */
export const SNAPCHAT = madeFor('snapchat', 'form', snapOf);

function snapOf(lines: readonly string[]): LineFormat | null {
  if (!lines.some((line) => ME.has(line.trim()))) return null;
  const name = mostOften(lines, (line) => !LOWER.test(line) && UPPER.test(line) && isNameLike(line) && !ME.has(line.trim()));
  if (name === null) return null;
  const lineOf = (line: string): Line | null => {
    if (line.length > SHORT) return null;
    const text = headOf(line).text.trim();
    if (ME.has(text)) return { kind: 'head', name: text, time: null, text: '', side: 'reader', below: true };
    if (text === name) return { kind: 'head', name, time: null, text: '', side: 'other', below: true };
    if (isMark(text)) return { kind: 'mark' };
    if (isDay(text) || isMoment(text) || DAYS.has(text.toLowerCase())) return { kind: 'day', text };
    // It may be the name of a third one, and what follows is not what it seems.
    return UPPER.test(text) && !LOWER.test(text) ? { kind: 'loose' } : null;
  };
  return {
    lineOf,
    goesOn: 'export',
    admits: ({ heads, lines: all }) => heads.length >= 2 && new Set(heads.map((head) => head.name)).size === 2 && all >= heads.length * 2 - 1,
  };
}

function isYouSent(line: string): boolean {
  return line.length <= SHORT && YOU_SENT.has(line.trim().toLowerCase());
}

function isMark(text: string): boolean {
  return text.length <= SHORT && (MARKS.has(text.toLowerCase()) || SEEN.test(text));
}

function isMoment(text: string): boolean {
  return text.length <= SHORT && /\d[:.]\d\d/.test(text) && MOMENT.test(text);
}

function isNameLike(given: string): boolean {
  const line = given.trim();
  return (
    line !== '' &&
    line.length <= 40 &&
    line.split(/\s+/).length <= 4 &&
    /\p{L}/u.test(line) &&
    !/[.!?。！？,、…:]$/.test(line) &&
    !isYouSent(line) &&
    !isMark(line) &&
    !isMoment(line) &&
    !isDay(line) &&
    !DAYS.has(line.toLowerCase())
  );
}

/** The line that stands there most often, and first among equals; null if none can be it. */
function mostOften(lines: readonly string[], may: (line: string, k: number) => boolean): string | null {
  const count = new Map<string, number>();
  for (const [k, line] of lines.entries()) {
    if (line.length > SHORT || !may(line, k)) continue;
    const name = line.trim();
    count.set(name, (count.get(name) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [name, n] of count) if (best === null || n > (count.get(best) as number)) best = name;
  return best;
}
