import type { Line, Sample } from './conversation.js';
import { CLOCK, DATE, headOf, WEEKDAY, WEEKDAY_BEHIND } from './stamp.js';
import { byTimedLine, NAME_UNITS } from './walk-lines.js';

/** LINE names the other in a talk of two and only the group in the others, by a small word: "with" and "in", とのトーク and のトーク. */
const WITH = [
  /^\[LINE\] ?(.{1,64}?)とのトーク(?:履歴)?$/,
  /^\[LINE\] Chat history with (.{1,64})$/i,
  /^\[LINE\] ?(.{1,64}?)\s?님과(?:의)? ?(?:대화|채팅).{0,8}$/,
  /^\[LINE\] ?[與与] ?(.{1,64}?) ?的(?:聊天[記记][錄录]|對話|对话).{0,4}$/,
  /^\[LINE\] ?ประวัติการ(?:แชท|สนทนา)กับ ?(.{1,64})$/,
  /^\[LINE\] ?(?:Riwayat (?:obrolan|chat) dengan|Chatverlauf mit|Historial de chat con|Historique de (?:discussion|chat) avec|История чата с) (.{1,64})$/i,
];
const TITLE = /^\[LINE\] ?\S/;
const SAVED = /^(?:保存日時|Saved on|저장 ?일시|저장한 날짜|儲存日期|保存日期|บันทึก(?:เมื่อ|วันที่)|Disimpan pada)\s?[:：]/i;
const DAY = new RegExp(`^${WEEKDAY}(?:${DATE})${WEEKDAY_BEHIND}$`, 'iu');
// "23:02<tab>name<tab>text"; tabs become spaces in some boxes into which people paste.
const TABBED = new RegExp(`^(${CLOCK})(?:\\t| {2,8})(?:([^\\t]{1,${NAME_UNITS}}?)(?:\\t| {2,8}))(?=\\S|$)`, 'iu');
const TWO = new RegExp(`^(${CLOCK})\\t{1,2}(?=\\S)`, 'iu');

/** A talk as LINE exports it. */
export const LINE = byTimedLine('line', 'export', { lineOf, goesOn: 'export', quotes: true, admits });

function lineOf(line: string): Line | null {
  if (line.length < 5) return null;
  const { text, behind } = headOf(line);
  const trimmed = text.trimEnd();
  if (trimmed.startsWith('[LINE]')) {
    const name = WITH.map((title) => title.exec(trimmed)?.[1]).find((found) => found !== undefined) ?? null;
    return TITLE.test(trimmed) && line.length <= text.length + 2 ? { kind: 'other', name, text: line.trim() } : null;
  }
  if (SAVED.test(trimmed)) return { kind: 'notice', text: line.trim() };
  const head = TABBED.exec(text);
  if (head !== null) return { kind: 'head', time: head[1] as string, name: (head[2] as string).trim(), text: behind(head[0].length) };
  const notice = TWO.exec(text);
  if (notice !== null) return { kind: 'notice', text: behind(notice[0].length) };
  return isDay(trimmed) ? { kind: 'day', text: trimmed } : null;
}

/** A line with nothing but a date. */
export function isDay(line: string): boolean {
  return line.length <= 40 && /\d/.test(line) && DAY.test(line);
}

/** A table in which a time, a word and words stand side by side is none of LINE's without its title or dates. */
function admits({ heads, titled, dated }: Sample): boolean {
  if (titled) return heads.length > 0;
  const names = new Set(heads.map(({ name }) => name)).size;
  return heads.length >= 2 && names < heads.length && (dated || names <= 3);
}
