import type { Line, Sample } from './conversation.js';
import { isDay } from './line.js';
import { CLOCK, DATE, headOf } from './stamp.js';
import { byTimedLine, NAME_UNITS } from './walk-lines.js';

const WITH = [/^(.{1,64}?) ?님과 카카오톡 대화$/, /^KakaoTalk Chats with (.{1,64})$/i, /^(.{1,64}) with KakaoTalk Chats$/i, /^(.{1,64}?)さんとのカカオトーク$/];
/** In every line that one of these is. */
const NAMED = /카카오톡|kakaotalk|カカオトーク/i;
/** A group has its number of people behind its name. */
const GROUP = / ?\d{1,4}$/;
const SAVED = /^(?:저장한 날짜|Date Saved|保存日時) ?[:：]/i;
// PC: "[name] [오후 9:14] text".
const PC = new RegExp(`^\\[([^\\]\\n]{1,${NAME_UNITS}})\\] \\[(${CLOCK})\\] ?`, 'iu');
// Android and iOS: "2026년 11월 2일 오후 9:14, name : text", "2026. 11. 2. 오후 9:14, name : text"; in their day's block "오후 9:14, name : text".
const PHONE = new RegExp(`^((?:(?:${DATE})[, ]{0,2})?${CLOCK}), ?([^:\\n]{1,${NAME_UNITS}}?) : `, 'iu');
const NOTICE = new RegExp(`^(?:${DATE})[, ]{0,2}${CLOCK}(?:, | ?: )(?=\\S)`, 'iu');
const DAY_LINE = /^-{3,} ?(.{6,40}?) ?-{3,}$/;
const DAY_AND_TIME = new RegExp(`^(?:${DATE})[, ]{0,2}${CLOCK}$`, 'iu');

/** KakaoTalk, as its programs for PC and phones export a chat. */
export const KAKAO = byTimedLine('kakao', 'export', { lineOf, goesOn: 'export', admits });

function lineOf(line: string): Line | null {
  if (line.length < 6) return null;
  const { text, behind } = headOf(line);
  const trimmed = text.trim();
  const title = line.length <= 100 && NAMED.test(trimmed) ? WITH.map((one) => one.exec(trimmed)?.[1]).find((found) => found !== undefined) : undefined;
  if (title !== undefined) return { kind: 'other', name: GROUP.test(title) ? null : title, text: trimmed };
  if (SAVED.test(trimmed)) return { kind: 'notice', text: trimmed };
  const pc = PC.exec(text);
  if (pc !== null) return { kind: 'head', name: pc[1] as string, time: pc[2] as string, text: behind(pc[0].length) };
  const phone = PHONE.exec(text);
  if (phone !== null) return { kind: 'head', name: (phone[2] as string).trim(), time: phone[1] as string, text: behind(phone[0].length) };
  const day = DAY_LINE.exec(trimmed)?.[1] ?? trimmed;
  if (line.length <= text.length && (isDay(day) || DAY_AND_TIME.test(day))) return { kind: 'day', text: DAY_AND_TIME.test(day) ? '' : day };
  const notice = NOTICE.exec(text);
  return notice === null ? null : { kind: 'notice', text: behind(notice[0].length) };
}

function admits({ heads, titled, dated }: Sample): boolean {
  return heads.length >= (titled || dated ? 1 : 2) || heads.some(({ time }) => /\d{4}/.test(time ?? ''));
}
