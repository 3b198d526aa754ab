import { leadsTo } from './remote-url.js';

/** What a calendar part could send back: an answer it asks for, and what it names outside (files, pictures, a page). */
export type CalendarAsks = { readonly answer: boolean; readonly files: number };

/** Bytes of a calendar part that are looked at: an invitation with all its time zones has some 20,000. */
export const CALENDAR_UNITS = 512 * 1024;

const ASKS = /^METHOD:\s*(REQUEST|ADD|COUNTER)\b/i;
const NAMES_FILE = /^(?:ATTACH|IMAGE|URL)(?:;[^\r\n]*?)?:(?=\s*(?:https?|ftp|file):|\s*[\\/]{2})/i;

export function isCalendar(type: string, name: string): boolean {
  return type === 'text/calendar' || type === 'application/ics' || /\.ics$/i.test(name);
}

/** Reads iCalendar (RFC 5545); `method` is the parameter of the content type (RFC 6047), which alone can ask. Linear. */
export function readCalendar(text: string, method: string): CalendarAsks {
  let answer = ASKS.test(`METHOD:${method}`);
  let files = 0;
  const unfolded = text.replace(/\r?\n[ \t]/g, '');
  for (const raw of unfolded.split(/\r?\n/)) {
    const line = raw.slice(0, 1_000).trimStart();
    answer ||= ASKS.test(line);
    if (NAMES_FILE.test(line) && leadsTo(line.slice(line.search(/:\s*(?:https?|ftp|file):|:\s*[\\/]{2}/i) + 1)) === 'outside') files++;
  }
  return { answer, files };
}
