import type { Part, PartId, Turn } from '../../model.js';
import { REMARKS, TURNS_FIRST, TURNS_LAST } from '../limits.js';
import type { Conversation, Message, Piece } from './conversation.js';
import { nameKey } from './people.js';
import type { Speakers } from './speakers.js';

export type Told = { readonly parts: readonly Part[]; readonly turns: readonly Turn[]; readonly cut: boolean };

type Run = { readonly kind: 'turn'; readonly first: Message; readonly messages: Message[] } | { readonly kind: 'words'; readonly text: string };

/**
 * A conversation as parts: a turn each for what one speaker wrote without a break, and what is nobody's turn before (the part's own
 * id), between and behind them. Lines of the program stand together, where they part nobody's words.
 */
export function partsOf(id: PartId, conversation: Conversation, speakers: Speakers, before: number): Told {
  const all = runsOf(conversation);
  const { runs, cut } = ends(all);
  const parts: Part[] = [];
  const turns: Turn[] = [];
  const rest: string[] = [];
  let remarks = 0;
  const first = runs.findIndex((run) => run.kind === 'turn');
  const last = runs.findLastIndex((run) => run.kind === 'turn');
  for (const [k, run] of runs.entries()) {
    if (run.kind === 'turn') {
      const part = `turn:${before + turns.length + 1}`;
      const speaker = speakers.of(run.first);
      parts.push({ id: part, kind: 'text', text: run.messages.map(({ text }) => text).join('\n'), speaker });
      turns.push({ part, speaker, name: run.first.name, time: run.first.time, ...begins(run.messages) });
    } else if (k < first) parts.push({ id: k === 0 ? id : `${id}/before.${k}`, kind: 'text', text: run.text });
    else if (k > last) parts.push({ id: k === last + 1 ? `${id}/behind` : `${id}/behind.${k - last}`, kind: 'text', text: run.text });
    else if (++remarks <= REMARKS) parts.push({ id: `${id}/between.${remarks}`, kind: 'text', text: run.text });
    else rest.push(run.text);
  }
  if (rest.length > 0) parts.push({ id: `${id}/between.rest`, kind: 'text', text: rest.join('\n\n') });
  const notices = conversation.pieces.flatMap((piece) => (piece.kind === 'notice' ? [piece.text] : []));
  if (notices.length > 0) parts.push({ id: `${id}/notices`, kind: 'text', text: notices.join('\n') });
  return { parts, turns, cut: cut || conversation.cut === true };
}

/** Where each message of a turn begins in its text, and when it was written: a demand is not made when the talk began. */
function begins(messages: readonly Message[]): Pick<Turn, 'messages'> {
  if (messages.length < 2) return {};
  let start = 0;
  return {
    messages: messages.map(({ text, time }) => {
      const at = start;
      start += text.length + 1;
      return { start: at, time };
    }),
  };
}

function runsOf({ pieces, anonymous }: Conversation): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const last = runs[runs.length - 1];
    if (piece.kind === 'message') {
      if (last?.kind === 'turn' && isSame(last.first, piece) && anonymous !== true) last.messages.push(piece);
      else runs.push({ kind: 'turn', first: piece, messages: [piece] });
    } else if (isWords(piece)) runs.push({ kind: 'words', text: piece.text });
  }
  return runs;
}

function isWords(piece: Piece): piece is Piece & { readonly kind: 'words' } {
  return piece.kind === 'words';
}

function isSame(a: Message, b: Message): boolean {
  return a.side === b.side && (a.side === 'reader' || a.name === b.name || nameKey(a.name) === nameKey(b.name));
}

/** The first turns and the last, with what stands between them. */
function ends(runs: readonly Run[]): { readonly runs: readonly Run[]; readonly cut: boolean } {
  const count = runs.reduce((n, run) => n + (run.kind === 'turn' ? 1 : 0), 0);
  if (count <= TURNS_FIRST + TURNS_LAST) return { runs, cut: false };
  let turn = 0;
  return {
    runs: runs.filter((run) => {
      if (run.kind === 'turn') turn++;
      return turn <= TURNS_FIRST || turn > count - TURNS_LAST;
    }),
    cut: true,
  };
}
