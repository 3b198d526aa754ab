import type { Line, Sample } from './conversation.js';
import { isLabel } from './people.js';
import { DATE, headOf, JOIN, TIME, WEEKDAY } from './stamp.js';
import { byTimedLine, NAME_UNITS } from './walk-lines.js';

// "[14/03/2025, 23:41:07] Elena: hi", "[21:14, 02/11/2026] Elena: hi" (copied from the browser), "[2026-11-02 21:14] Elena: hi".
const BRACKETS = new RegExp(`^\\[ ?(?:${WEEKDAY}(?:${DATE})${JOIN}(${TIME})|(${TIME}), ?(?:${DATE})) ?\\] ?`, 'iu');
// "14/03/2025, 23:41 - Elena: hi"; Android writes no seconds, the logs of programs do.
const DASH = new RegExp(`^(?:(?:${DATE})${JOIN}(${TIME})|(${TIME}), ?(?:${DATE})) ?[-–] `, 'iu');
const NAME = new RegExp(`^([^:：\\n]{1,${NAME_UNITS}})[:：] ?`);
const SECONDS = /\d[:.]\d{2}[:.]\d{2}/;

/** WhatsApp: exports of iOS and Android, and what its page and many other programs copy: a date and time, a name, a colon. */
export const WHATSAPP = byTimedLine('whatsapp', 'export', { lineOf, goesOn: 'export', admits });

function lineOf(line: string): Line | null {
  // A digit, a bracket or a mark in front of them: nothing else begins a date.
  if (line.length < 10 || !/^[\s\u200e\u200f\ufeff\u202a-\u202e]{0,3}[[\d\u0660-\u0669\u06f0-\u06f9]/.test(line)) return null;
  const { text, behind } = headOf(line);
  const at = text.length - text.trimStart().length;
  const head = at === 0 ? text : text.slice(at);
  const bracketed = BRACKETS.exec(head);
  const stamp = bracketed ?? DASH.exec(head);
  if (stamp === null || (bracketed === null && SECONDS.test(stamp[1] ?? stamp[2] ?? ''))) return null;
  const time = stamp[0].replace(/^\[ ?| ?\] ?$| ?[-–] $/g, '');
  const rest = head.slice(stamp[0].length);
  const named = NAME.exec(rest);
  if (named === null) return rest.trim() === '' ? null : { kind: 'notice', text: behind(at + stamp[0].length).trim() };
  const name = (named[1] as string).trim();
  if (isLabel(name.replace(/^~ ?/, ''))) return null;
  const said = behind(at + stamp[0].length + named[0].length).replace(/^[\u200e\u200f]/, '');
  // Only somebody who is not in the reader's address book has the wave before the name that he chose.
  return { kind: 'head', name: name.replace(/^~ ?/, ''), time, text: said, ...(/^~/.test(name) ? { side: 'other' as const } : {}) };
}

/** A date in the order of computers stands before the lines of logs too: there, several people are wanted, or one who is called otherwise than a program. */
function admits({ heads }: Sample): boolean {
  const computers = heads.filter(({ time }) => /^\d{4}-\d\d-\d\d/.test(time ?? '') && SECONDS.test(time ?? '')).length;
  if (computers * 2 <= heads.length) return heads.length > 0;
  const names = new Set(heads.map(({ name }) => name));
  return names.size >= 2 && [...names].some((name) => /[^\x21-\x7e]|^[A-Z][a-z]/.test(name));
}
