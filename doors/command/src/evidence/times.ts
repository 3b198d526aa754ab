/** `2026-11-29 12:03:44 UTC+09:00`: the clock of this machine, with its distance from UTC. `ms`: since 1970 (UTC). */
export function localTime(ms: number): string {
  // Minutes that UTC is ahead: the other way round than it is written.
  const ahead = -new Date(ms).getTimezoneOffset();
  const size = Math.abs(ahead);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${stamp(ms + ahead * 60_000)} UTC${ahead < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `2026-11-29 03:03:44 UTC` */
function utcTime(ms: number): string {
  return `${stamp(ms)} UTC`;
}

/** The local time, and UTC behind it. */
export function bothTimes(ms: number): string {
  return `${localTime(ms)} (${utcTime(ms)})`;
}

function stamp(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

// RFC 5322, 3.3, with its obsolete zones: what Date.parse makes of other words is a guess.
const MAIL_DATE = /^(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|GMT|UTC?|[ECMP][SD]T)\b/;

/** The date of a mail's header, in UTC; null where it has no such form. */
export function dateOfHeader(value: string): string | null {
  const written = MAIL_DATE.exec(value.trim());
  const ms = written === null ? Number.NaN : Date.parse(written[0]);
  return Number.isNaN(ms) ? null : utcTime(ms);
}
