import type { Head, Line, Sample } from './conversation.js';
import { isLabel, isTellingPerson, nameKey, personOf } from './people.js';
import { CLOCK, DATE, headOf, JOIN, minutesOf } from './stamp.js';
import { byLine, madeFor } from './walk-lines.js';

/** Units of a name that a person types before a colon. */
const TYPED_NAME = 30;
const NAME = `([\\p{L}\\p{N}_@~\\p{Extended_Pictographic}][^:：「」『』<>{}=;|"“”\\n\\t\\u3000!?。、！？]{0,${TYPED_NAME - 1}}?)`;
const LEAD = '^[\\s>*_•·–—-]{0,6}';
// "me: what", "**Him**: hi", "相手：今日の分まだ？"; no path, no face, no time.
const COLON = new RegExp(`${LEAD}${NAME}\\*{0,2} ?([:：])\\*{0,2}(?![/\\\\()\\[\\]DPp3oO]\\S?(?:\\s|$)|//)`, 'u');
// あいて「何さい？」
const QUOTE = new RegExp(`${LEAD}${NAME} ?[「『](.{1,2000})[」』] ?[。.]?$`, 'u');

/** Lines that somebody types from memory or off a screen: a name or a word for a person, a colon or Japanese quotes, what was said. */
export const TYPED = byLine('typed', 'form', { lineOf: typedLine, goesOn: 'hand', admits: isTypedTalk });

function typedLine(line: string): Line | null {
  if (line.length < 3) return null;
  const { text, behind } = headOf(line);
  const colon = COLON.exec(text);
  if (colon !== null) {
    const name = (colon[1] as string).trim();
    const said = behind(colon[0].length);
    // "me:hi" is typed in haste; other words and a colon without a space are a field, a time, a link.
    const isApart = colon[2] === '：' || said === '' || /^\s/.test(said) || personOf(name) !== null;
    if (isApart && isTypedName(name)) return { kind: 'head', name, time: null, text: said.trim(), below: true };
  }
  const quote = line.includes('「') || line.includes('『') ? QUOTE.exec(line.trimEnd()) : null;
  return quote !== null && isTypedName(quote[1] as string) ? { kind: 'head', name: (quote[1] as string).trim(), time: null, text: quote[2] as string } : null;
}

function isTypedName(name: string): boolean {
  return name.split(/\s+/).length <= 4 && !isLabel(name) && !/[,.]$|\d:\d\d|^\d+ /.test(name);
}

/** Units of a message above which it is a paragraph: interviews, plays and minutes have such. */
const LONG_MESSAGE = 300;
const MANY_NAMES = 6;
/** The same without a word for anybody. */
const STRANGERS = 4;
const MOST_LINES = 0.7;

/**
 * Words for the two who talk make a conversation of two lines. Mere names do not: lists, records, plays, logs and addresses have
 * words before colons, so several lines are wanted in which somebody speaks again.
 */
function isTypedTalk({ heads, lines, all }: Sample): boolean {
  const names = new Map<string, number>();
  for (const { name } of heads) names.set(nameKey(name), (names.get(nameKey(name)) ?? 0) + 1);
  const people = [...names.keys()].map((name) => ({ person: personOf(name), telling: isTellingPerson(name) }));
  const hasSide = (side: 'reader' | 'other'): boolean => people.some(({ person }) => person?.side === side);
  const isTelling = people.some(({ telling }) => telling);
  if (heads.length * 2 < lines || names.size > MANY_NAMES) return false;
  if (names.size >= 2 && isTelling && (hasSide('reader') || hasSide('other'))) return true;
  if (names.size >= 2 && hasSide('reader') && hasSide('other')) return true;
  const units = heads.reduce((n, { text }) => n + text.length, 0);
  // A chat among people with names is most of what is pasted; in an article such lines are a box, a footer, a list.
  if (heads.length < lines * MOST_LINES || heads.length * 2 < all) return false;
  if (heads.length < 3 || units > heads.length * LONG_MESSAGE || isRecords(heads) || isPlay(heads) || names.size > STRANGERS) return false;
  if (names.size === 1) return isSpokenName([...names.keys()][0] as string);
  // A, B, A: the first comes back after the second.
  const speaks = [...names].some(([name, n]) => n > 1 && comesBack(heads, name));
  return speaks && [...names.keys()].every((name) => name.length > 1 || names.size === 2) && names.size * 2 <= heads.length + 1;
}

function comesBack(heads: readonly Head[], name: string): boolean {
  let left = false;
  let seen = false;
  for (const head of heads) {
    const is = nameKey(head.name) === name;
    if (is && left) return true;
    seen ||= is;
    left ||= seen && !is;
  }
  return false;
}

/** One name before every line is a chat's only if it is short, and no letter of a list. */
function isSpokenName(name: string): boolean {
  return (name.length > 1 || name > '\x7f') && name.split(' ').length <= 2;
}

/** The same words in the same order again and again, in blocks: a list of people, jobs, articles. */
function isRecords(heads: readonly Head[]): boolean {
  const blocks: string[] = [];
  let last = -2;
  for (const { name, line } of heads) {
    if (line === last + 1 && blocks.length > 0) blocks[blocks.length - 1] += `\n${nameKey(name)}`;
    else blocks.push(nameKey(name));
    last = line;
  }
  const [first] = blocks;
  if (first === undefined || blocks.length < 2 || !first.includes('\n')) return false;
  const words = first.split('\n');
  return new Set(words).size === words.length && blocks.every((block) => block === first);
}

/** Plays and minutes write who speaks in capitals. */
function isPlay(heads: readonly Head[]): boolean {
  return heads.every(({ name }) => name.length > 2 && /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name));
}

const STAMP = `\\[?((?:(?:${DATE})${JOIN})?${CLOCK})\\]?`;
// "22:14 みお　通話…", "[22:14] Anna: hi", "22:14 - Anna: hi".
const TIME_FIRST = new RegExp(`${LEAD}${STAMP}(?: ?[-–])?[ \\t\\u3000]{0,3}${NAME}(?: ?[:：] ?|\\u3000|\\t)(?=\\S)`, 'iu');
// "Anna (22:14): hi", "Anna [22:14] hi", "Anna, 22:14: hi".
const TIME_BEHIND = new RegExp(`${LEAD}${NAME}(?: ?[\\[(（]((?:(?:${DATE})${JOIN})?${CLOCK})[\\])）][:：]?|, ?(${CLOCK})[:：]) ?(?=\\S)`, 'iu');

/** The same with a time of day in each line. */
export const TIMED = byLine('timed', 'form', { lineOf: timedLine, goesOn: 'hand', admits: isTimedTalk });

function timedLine(line: string): Line | null {
  if (line.length < 8 || !/\d:\d\d/.test(line.slice(0, 80))) return null;
  const { text, behind } = headOf(line);
  const first = TIME_FIRST.exec(text);
  const found = first ?? TIME_BEHIND.exec(text);
  if (found === null) return null;
  const [name, time] = first === null ? [found[1], found[2] ?? found[3]] : [found[2], found[1]];
  if (name === undefined || !isTypedName(name.trim()) || COMPUTERS.test(time ?? '')) return null;
  return { kind: 'head', name: name.trim(), time: time ?? null, text: behind(found[0].length) };
}

/** A date and seconds in the order of computers: a log. */
const COMPUTERS = /^\d{4}-\d\d-\d\d.*\d:\d\d:\d\d/;

/** Minutes between two lines of people who talk; rows of a timetable lie further apart. */
const SOON = 15;

function isTimedTalk({ heads, lines }: Sample): boolean {
  const count = new Map<string, number>();
  for (const { name } of heads) count.set(nameKey(name), (count.get(nameKey(name)) ?? 0) + 1);
  if (heads.length < 2 || heads.length * 2 < lines) return false;
  const isPerson = [...count.keys()].some((name) => personOf(name) !== null);
  const again = [...count.values()].some((n) => n > 1);
  const soon = heads.some((head, k) => {
    const [a, b] = [minutesOf(heads[k - 1]?.time ?? null), minutesOf(head.time)];
    return a !== null && b !== null && b >= a && b - a <= SOON;
  });
  return (isPerson && count.size >= 2) || (again && soon && count.size <= Math.max(2, heads.length / 2 + 1));
}

const COPIED = new RegExp(`^(${CLOCK}) (\\S{1,${TYPED_NAME}}) (?=\\S)`, 'iu');
/** Names of one chat that are looked for. */
const COPIED_NAMES = 8;

/** LINE, copied from a PC: "23:02 name text" with nothing but spaces. The names are the words that stand behind many of the times. */
export const LINE_COPY = madeFor('line-copy', 'form', (lines) => {
  const count = new Map<string, number>();
  let stamped = 0;
  let dated = false;
  for (const line of lines) {
    if (/^\d{4}[./]\d\d?[./]\d\d? ?\S{1,12}$/.test(line.trim())) dated = true;
    const name = COPIED.exec(headOf(line).text)?.[2];
    if (name === undefined) continue;
    stamped++;
    count.set(name, (count.get(name) ?? 0) + 1);
  }
  // English sentences begin with the same words again and again; names of other scripts do not look like them.
  const names = [...count].filter(([name]) => !isLabel(name) && (dated || /^[^\x20-\x7e]/.test(name)));
  const covered = names.reduce((n, [, k]) => n + k, 0);
  if (names.length < 2 || names.length > COPIED_NAMES || covered < stamped * 0.8 || covered < names.length * 1.5) return null;
  const known = new Set(names.map(([name]) => name));
  return {
    lineOf: (line) => {
      const { text, behind } = headOf(line);
      const head = COPIED.exec(text);
      if (head !== null && known.has(head[2] as string))
        return { kind: 'head', name: head[2] as string, time: head[1] as string, text: behind(head[0].length) };
      return /^\d{4}[./]\d\d?[./]\d\d? ?\S{1,12}$/.test(text.trim()) ? { kind: 'day', text: text.trim() } : null;
    },
    goesOn: 'export',
    admits: ({ heads }) => heads.length >= 2,
  };
});
