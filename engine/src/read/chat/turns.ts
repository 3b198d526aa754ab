import type { Part, PartId, Turn } from '../../model.js';
import { REMARKS, TURNS_FIRST, TURNS_LAST } from '../limits.js';
import type { Conversation, Message, Piece } from './conversation.js';
import { nameKey } from './people.js';
import type { Speakers } from './speakers.js';

type Told = { readonly parts: readonly Part[]; readonly turns: readonly Turn[]; readonly cut: boolean };

type Run = { readonly kind: 'turn'; readonly first: Message; readonly messages: Message[] } | { readonly kind: 'words'; readonly text: string };

/**
 * The parts of a message, some of which are conversations: a turn each for what one speaker wrote without a break, and what is nobody's
 * turn before (under the part's own id), between and behind them. Lines of the program stand together, where they part nobody's words.
 */
export function toldInTurns(given: readonly Part[], conversations: readonly (Conversation | null)[], speakers: Speakers): Told {
  const all = conversations.map((one) => (one === null ? [] : runsOf(one)));
  const count = all.reduce((n, runs) => n + turnsIn(runs), 0);
  const parts: Part[] = [];
  const turns: Turn[] = [];
  const room = { remarks: REMARKS };
  let before = 0;
  for (const [k, part] of given.entries()) {
    const conversation = conversations[k] ?? null;
    if (conversation === null) {
      parts.push(part);
      continue;
    }
    const runs = all[k] as Run[];
    const from = parts.length;
    addRuns(parts, turns, part.id, ends(runs, before, count), speakers, room);
    const notices = conversation.pieces.flatMap((piece) => (piece.kind === 'notice' ? [piece.text] : []));
    if (notices.length > 0) parts.push({ id: `${part.id}/notices`, kind: 'text', text: notices.join('\n') });
    if (part.medium !== undefined) for (let i = from; i < parts.length; i++) parts[i] = within(parts[i] as Part, part);
    before += turnsIn(runs);
  }
  return { parts, turns, cut: count > TURNS_FIRST + TURNS_LAST || conversations.some((one) => one?.cut === true) };
}

/** What stood in a picture still does when it is taken apart. */
function within(part: Part, { medium, repaired }: Part): Part {
  return { ...part, ...(medium === undefined ? {} : { medium }), ...(repaired === undefined ? {} : { repaired }) };
}

function addRuns(parts: Part[], turns: Turn[], id: PartId, runs: readonly Run[], speakers: Speakers, room: { remarks: number }): void {
  const rest: string[] = [];
  const first = runs.findIndex((run) => run.kind === 'turn');
  const last = runs.findLastIndex((run) => run.kind === 'turn');
  let between = 0;
  for (const [k, run] of runs.entries()) {
    if (run.kind === 'turn') {
      const part = `turn:${turns.length + 1}`;
      const speaker = speakers.of(run.first);
      parts.push({ id: part, kind: 'text', text: run.messages.map(({ text }) => text).join('\n'), speaker });
      turns.push({ part, speaker, name: run.first.name, time: run.first.time, ...begins(run.messages) });
    } else if (room.remarks-- <= 0) rest.push(run.text);
    else if (k < first || first < 0) parts.push({ id: k === 0 ? id : `${id}/before.${k}`, kind: 'text', text: run.text });
    else if (k > last) parts.push({ id: k === last + 1 ? `${id}/behind` : `${id}/behind.${k - last}`, kind: 'text', text: run.text });
    else parts.push({ id: `${id}/between.${++between}`, kind: 'text', text: run.text });
  }
  if (rest.length > 0) parts.push({ id: `${id}/between.rest`, kind: 'text', text: rest.join('\n\n') });
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

function turnsIn(runs: readonly Run[]): number {
  return runs.reduce((n, run) => n + (run.kind === 'turn' ? 1 : 0), 0);
}

/** The first turns of the message and the last, with what stands between them; `before` turns stand in the parts before. */
function ends(runs: readonly Run[], before: number, count: number): readonly Run[] {
  if (count <= TURNS_FIRST + TURNS_LAST) return runs;
  let turn = before;
  return runs.filter((run) => {
    if (run.kind === 'words') return true;
    turn++;
    return turn <= TURNS_FIRST || turn > count - TURNS_LAST;
  });
}
