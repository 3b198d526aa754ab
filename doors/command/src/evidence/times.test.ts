import { expect, test } from 'vitest';
import { bothTimes, dateOfHeader, localTime } from './times.js';

const MS = Date.UTC(2026, 10, 29, 3, 3, 44);

test.each([
  ['Asia/Tokyo', '2026-11-29 12:03:44 UTC+09:00'],
  ['UTC', '2026-11-29 03:03:44 UTC+00:00'],
  ['America/St_Johns', '2026-11-28 23:33:44 UTC-03:30'],
  ['Asia/Kathmandu', '2026-11-29 08:48:44 UTC+05:45'],
])('in %s it is %s', (zone, expected) => {
  const before = process.env['TZ'];
  try {
    process.env['TZ'] = zone;
    expect(localTime(MS)).toBe(expected);
    expect(bothTimes(MS)).toBe(`${expected} (2026-11-29 03:03:44 UTC)`);
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});

test.each([
  ['Mon, 05 Oct 2026 09:12:00 +0900', '2026-10-05 00:12:00 UTC', 'as RFC 5322 wants it'],
  ['5 Oct 2026 09:12 GMT (a comment)', '2026-10-05 09:12:00 UTC', 'without day and seconds'],
  ['yesterday 5', null, 'what a parser would guess at'],
  ['2026-10-05', null, 'no zone'],
  ['Mon, 05 Oct 2026 99:99:99 +0900', null, 'no time'],
  ['', null, 'nothing'],
])('the date %j is %j: %s', (value, expected, _) => expect(dateOfHeader(value)).toBe(expected));
