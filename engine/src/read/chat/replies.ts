import type { Conversation, Format, Piece } from './conversation.js';
import { CLOCK, DATE, headOf, JOIN } from './stamp.js';
import { addWords } from './sms.js';

/** Lines of one quotation or reply in a chat; letters that answer point by point have paragraphs, and lines that a mail program wrapped. */
const BLOCK_LINES = 2;
const BLOCK_UNITS = 60;
/** Quotations and replies to each: fewer are a letter with an answer over or under it. */
const BLOCKS = 2;

/** "> what they wrote", and below it an answer, by turns. Whose are which is not said. */
export const QUOTED: Format = {
  id: 'quoted',
  sure: 'form',
  find: (lines) => {
    const blocks = blocksOf(lines);
    if (blocks === null) return 0;
    const quoted = blocks.filter((block) => block.quoted).length;
    return quoted >= BLOCKS &&
      blocks.length - quoted >= BLOCKS &&
      blocks.every((block) => block.lines.length <= BLOCK_LINES && sizeOf(block.lines) <= BLOCK_UNITS)
      ? blocks.length
      : 0;
  },
  read: (lines) => {
    const pieces = (blocksOf(lines) ?? []).map(
      ({ quoted, lines: block }): Piece => ({
        kind: 'message',
        name: quoted ? '>' : '',
        time: null,
        text: block.map((line) => (quoted ? line.replace(/^\s*>\s?/, '') : line)).join('\n'),
      }),
    );
    return { pieces, other: null, named: 'by-program', anonymous: true };
  },
};

function blocksOf(lines: readonly string[]): { quoted: boolean; lines: string[] }[] | null {
  const blocks: { quoted: boolean; lines: string[] }[] = [];
  if (!lines.some((line) => line.startsWith('>'))) return null;
  for (const line of lines) {
    if (line.trim() === '') continue;
    // A letter says above what it quotes whose it is, and quotes of quotes are letters too.
    if (
      /(?:wrote|writes|schrieb|escreveu|escribió|a écrit|ha scritto|пишет|написал\p{L}{0,2}|님이 작성|のメール|said|says)\s?:\s?$/u.test(line.slice(-60)) ||
      /^\s*>\s?>/.test(line)
    )
      return null;
    // A comparison of two files.
    if (/^(?:[<+@-]|\d+[acd,])/.test(line)) return null;
    const quoted = /^\s*>/.test(line);
    const last = blocks[blocks.length - 1];
    if (last === undefined || last.quoted !== quoted) blocks.push({ quoted, lines: [line] });
    else last.lines.push(line);
  }
  return blocks;
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((n, line) => n + line.length, 0);
}

// "9:14 PM", "Nov 2, 2026, 9:14 PM · Seen", "午後9:14 · 送信済み".
const BELOW = new RegExp(
  `^((?:(?:${DATE})${JOIN})?${CLOCK})(?: ?·(?: ?(Sent|Seen|送信済み|既読|Gesendet|Gesehen|Enviado|Visto|보냄|읽음|Отправлено|Просмотрено|Envoyé|Vu))?)?$`,
  'iu',
);

/** X, copied from its page: the time stands below what was written, and only in the reader's own lines "Sent" or "Seen" behind it. */
export const X_PAGE: Format = {
  id: 'x-page',
  sure: 'form',
  // The sign between the time and the mark is the page's own.
  find: (lines) => (lines.some((line) => / ?·/.test(line) && BELOW.test(line.trim())) ? lines.filter((line) => isBelow(line)).length >> 1 : 0),
  read: xPage,
};

function isBelow(line: string): boolean {
  return line.length <= 60 && BELOW.test(headOf(line).text.trim());
}

function xPage(lines: readonly string[]): Conversation {
  const pieces: Piece[] = [];
  let above: string[] = [];
  for (const line of lines) {
    const stamp = line.length <= 60 ? BELOW.exec(headOf(line).text.trim()) : null;
    if (stamp === null) {
      if (line.trim() !== '') above.push(line);
      continue;
    }
    const said = above.pop();
    // Only the line right above the mark is surely the reader's.
    if (above.length > 0) pieces.push({ kind: 'message', name: '', time: stamp[1] as string, text: above.join('\n') });
    if (said !== undefined)
      pieces.push({ kind: 'message', name: '', time: stamp[1] as string, text: said, ...(stamp[2] === undefined ? {} : { side: 'reader' as const }) });
    above = [];
  }
  addWords(pieces, above);
  return { pieces, other: null, named: 'by-program', anonymous: true };
}
