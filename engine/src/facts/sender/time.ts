const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Zones by name (RFC 5322, 4.3); the others are told in figures. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
};

/** A date of a mail (RFC 5322, 3.3) as milliseconds since 1970 (UTC); null if it cannot be read. */
export function readTime(text: string): number | null {
  const match = /(\d{1,2})\s+([a-z]{3})[a-z]{0,6}\s+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?\s*([+-]\d{4}|[a-z]{1,4})?/i.exec(
    text.slice(0, 200),
  );
  if (match === null) return null;
  const [day, year, hour, minute, second] = [match[1], match[3], match[4], match[5], match[6] ?? '0'].map(Number) as [number, number, number, number, number];
  const month = MONTHS.indexOf((match[2] as string).toLowerCase());
  if (month < 0 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return null;
  const full = year >= 1000 ? year : year >= 50 ? 1900 + year : 2000 + year;
  return ((daysSince1970(full, month + 1, day) * 24 + hour) * 60 + minute - zoneOf(match[7] ?? 'utc')) * 60_000 + second * 1000;
}

/** Minutes east of Greenwich. */
function zoneOf(zone: string): number {
  if (!/^[+-]/.test(zone)) return ZONES[zone.toLowerCase()] ?? 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Days of the proleptic Gregorian calendar: the year is counted from March, so that the leap day ends it. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1 - 719_468;
}
