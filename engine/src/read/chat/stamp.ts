/** Dates and times as programs write them before a message, as pieces of patterns: everything bounded, nothing nested. */

/** Halves of the day, in the languages of phones; none is a name that anybody bears. */
const HALVES = [
  'a\\.? ?m\\.?',
  'p\\.? ?m\\.?',
  'AM',
  'PM',
  'A\\.M\\.',
  'P\\.M\\.',
  'a\\. ?m\\.',
  'p\\. ?m\\.',
  '午前',
  '午後',
  '上午',
  '下午',
  '凌晨',
  '早上',
  '清晨',
  '中午',
  '傍晚',
  '晚上',
  '오전',
  '오후',
  'ص',
  'م',
  'SA',
  'CH',
  'ÖÖ',
  'ÖS',
  'de\\.?',
  'du\\.?',
  'π\\.?μ\\.?',
  'μ\\.?μ\\.?',
  'f\\.?m\\.?',
  'e\\.?m\\.?',
  'ap\\.',
  'ip\\.',
  'dop\\.',
  'odp\\.',
  'пр\\.? ?об\\.?',
  'сл\\.? ?об\\.?',
  'ДП',
  'ПП',
  'पूर्वाह्न',
  'अपराह्न',
  'लंच के पहले',
  'लंच के बाद',
  'ก่อนเที่ยง',
  'หลังเที่ยง',
  'לפנה״צ',
  'אחה״צ',
  'ق\\.ظ\\.?',
  'ب\\.ظ\\.?',
].join('|');

export const TIME = `(?:(?:${HALVES}) ?)?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?: ?(?:${HALVES}|ч\\.?|น\\.|Uhr))?`;
/** A time that cannot be a number: with a colon. */
export const CLOCK = `(?:(?:${HALVES}) ?)?\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?(?:${HALVES}|ч\\.?|น\\.|Uhr))?`;

/** Names of months in any language: letters, with the "de" of Spanish and Portuguese. */
const MONTH = '\\p{L}[\\p{L}\\p{M}]{1,11}\\.?';
export const DATE = [
  '\\d{1,4} ?[./-] ?\\d{1,2} ?[./-] ?\\d{1,4}\\.?(?: ?г\\.?)?',
  '\\d{2,4} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日',
  '\\d{2,4} ?년 ?\\d{1,2} ?월 ?\\d{1,2} ?일',
  `\\d{1,2}\\.? (?:de )?${MONTH},?(?: de)? \\d{4}`,
  `${MONTH} \\d{1,2},? \\d{4}`,
].join('|');
/** Days of the week, before or behind a date. */
export const WEEKDAY = '(?:\\p{L}[\\p{L}\\p{M}]{0,14}\\.?,? )?';
export const WEEKDAY_BEHIND = '(?: ?[(（][^()（）\\n]{1,12}[)）]| \\p{L}[\\p{L}\\p{M}]{0,14}\\.?)?';
/** What stands between a date and a time: "14/03/2025, 23:41", "14.03.2025 kl. 23.41", "14/03/2025 à 23:41". */
export const JOIN = '[,،、]? ?(?:(?:à|at|às|as|a las|kl\\.?|klo|kello|um|ob|o|la|alle|alle ore|в|о|в|στις|lúc|pukul|saat|เวลา|ve|den|kell) )?';

/** Marks of direction and order that programs put around names, times and numbers. */
const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/;
const ALL_MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;
const ODD = /[\u00a0\u2000-\u200a\u202f\u0660-\u0669\u06f0-\u06f9]/;
const ODD_SPACES = /[\u00a0\u2000-\u200a\u202f]/g;
const ODD_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
/** Hours, a mark and minutes, whatever a program puts between them. */
const MAY_BE_TIME =
  /[\d\u0660-\u0669\u06f0-\u06f9][\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]*[:.][\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]*[\d\u0660-\u0669\u06f0-\u06f9]/;

/** Whether a time may stand in a line, or in one of the lines of a text: false for most lines, and never for one in which `TIME` or `CLOCK` is found. */
export function mayHoldTime(line: string): boolean {
  return MAY_BE_TIME.test(line);
}

/** Units of a line in which its date, time and name stand. */
export const HEAD_UNITS = 160;

/** The first units of a line without marks, with plain spaces and digits; `behind` gives what stands behind its unit `at` in the line itself. */
export function headOf(line: string): { readonly text: string; readonly behind: (at: number) => string } {
  const head = line.length > HEAD_UNITS ? line.slice(0, HEAD_UNITS) : line;
  const plain = ODD.test(head) ? head.replace(ODD_SPACES, ' ').replace(ODD_DIGITS, (digit) => String(digit.charCodeAt(0) & 15)) : head;
  if (!MARKS.test(plain)) return { text: plain, behind: (at) => line.slice(at) };
  return {
    text: plain.replace(ALL_MARKS, ''),
    behind: (at) => {
      let k = 0;
      for (let seen = 0; k < plain.length && (seen < at || MARKS.test(plain[k] as string)); k++) if (!MARKS.test(plain[k] as string)) seen++;
      return line.slice(k);
    },
  };
}

/** Minutes since midnight, for telling how far two times lie apart; null where none stands there. */
export function minutesOf(time: string | null): number | null {
  const found = /(\d{1,2})[:.](\d{2})/.exec(time ?? '');
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}
