import type { Line, Sample } from './conversation.js';
import { isLabel, personOf } from './people.js';
import { CLOCK, DATE, headOf, JOIN, TIME, WEEKDAY } from './stamp.js';
import { byLine, byTimedLine, NAME_UNITS } from './walk-lines.js';

// "Lia, [02.11.2026 21:14]", with a colon behind it in older versions, and the forwarding name in between.
const TELEGRAM = new RegExp(`^(.{1,${NAME_UNITS}}?), \\[(${WEEKDAY}(?:${DATE})${JOIN}${TIME})\\]:? ?`, 'iu');
// "mia_22 — Today at 21:14", "mia_22 — 02/11/2026 21:14": a dash of its own width.
const DISCORD = new RegExp(
  `^(.{1,${NAME_UNITS}}?) ?— ?((?:\\p{L}[\\p{L} ]{1,20} (?:(?:at|um|à|om|kl\\.?|às|a las|alle|в|o) )?|(?:${DATE})${JOIN})?${TIME})$`,
  'iu',
);
// DiscordChatExporter: "[02/11/2026 9:14 PM] mia_22".
const EXPORTER = new RegExp(`^\\[((?:${DATE})${JOIN}${TIME})\\] (.{1,${NAME_UNITS}})$`, 'iu');
// WeChat and QQ: "2026-11-02 21:14:05 name(12345)", "name 2026/11/2 21:14", and "name  21:14" as VK, Slack and Teams copy it.
const DATED_FIRST = new RegExp(`^((?:${DATE}) ${TIME}) (\\P{N}.{0,${NAME_UNITS}}?)[(<](?:\\d{4,12}|[^()<>@ ]{1,40}@[^()<>@ ]{1,40})[)>]$`, 'iu');
const DATED_LAST = new RegExp(`^(.{1,${NAME_UNITS}}?)[ \\t]{1,4}((?:(?:${DATE})${JOIN}|\\d{1,2}[-/]\\d{1,2} )${CLOCK}|(?:(?:в|at|um) )?${CLOCK})$`, 'iu');

/** Telegram, copied from its programs: a name and a full date over each message. */
export const TELEGRAM_COPY = byTimedLine('telegram', 'export', { lineOf: telegramLine, goesOn: 'export', admits: ({ heads }) => heads.length > 0 });

function telegramLine(line: string): Line | null {
  if (!line.includes(', [')) return null;
  const { text, behind } = headOf(line);
  const head = TELEGRAM.exec(text);
  if (head === null || isLabel(head[1] as string)) return null;
  return { kind: 'head', name: (head[1] as string).trim(), time: head[2] as string, text: behind(head[0].length), below: true };
}

/** Discord, copied from its programs, and what its best-known exporter writes. */
export const DISCORD_COPY = byLine('discord', 'form', { lineOf: discordLine, goesOn: 'export', admits: isTalk });

function discordLine(line: string): Line | null {
  if (line.length > 120 || !(line.includes('—') || line.startsWith('['))) return null;
  const text = headOf(line).text.trimEnd();
  const copied = DISCORD.exec(text);
  if (copied !== null) return { kind: 'head', name: (copied[1] as string).trim(), time: copied[2] as string, text: '', below: true };
  const exported = EXPORTER.exec(text);
  return exported === null ? null : { kind: 'head', name: exported[2] as string, time: exported[1] as string, text: '', below: true };
}

/** A name and a time over each message: WeChat, QQ, VK, Slack and others. */
export const NAME_AND_TIME = byLine('name-and-time', 'form', { lineOf: nameAndTime, goesOn: 'export', admits: isTalk });

function nameAndTime(line: string): Line | null {
  if (line.length > 120 || !/\d[:.]\d\d/.test(line)) return null;
  const text = headOf(line).text.trim();
  const first = DATED_FIRST.exec(text);
  if (first !== null) return named(first[2] as string, first[1] as string);
  const last = DATED_LAST.exec(text);
  return last === null ? null : named(last[1] as string, last[2] as string);
}

function named(given: string, time: string): Line | null {
  const name = given.trim();
  // A sentence that ends in a time, a row of a timetable.
  if (isLabel(name) || /[.!?。！？,、，:：\d]$|\d[:.]\d\d/.test(name) || name.split(/\s+/).length > 4) return null;
  return { kind: 'head', name, time, text: '', below: true };
}

/** Timetables and programmes have such lines too, but nobody in them has the word twice and something below it each time. */
function isTalk({ heads, lines }: Sample): boolean {
  const count = new Map<string, number>();
  for (const { name } of heads) count.set(name, (count.get(name) ?? 0) + 1);
  const again = [...count.values()].some((n) => n > 1);
  const isPerson = [...count.keys()].some((name) => personOf(name) !== null);
  // Something is said below each head: twice as many lines as heads.
  return heads.length >= 2 && (again || isPerson) && lines >= heads.length * 2 - 1 && count.size <= Math.max(2, heads.length / 2 + 1);
}
