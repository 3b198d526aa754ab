import type { Speaker } from '../../model.js';
import type { Conversation, Message, Side } from './conversation.js';
import { nameKey, personOf } from './people.js';

/** Whose messages they are. One who is known makes the other known only where they are two, and nothing contradicts. */
export class Speakers {
  private readonly sides: ReadonlyMap<string, Side>;

  constructor(conversations: readonly Conversation[], fileName: string) {
    this.sides = sidesOf(conversations, fileName);
  }

  of(message: Message): Speaker {
    return this.sides.get(keyOf(message)) ?? 'unknown';
  }
}

/** The program's own line of the reader ("You sent") has no name; it is one speaker with all others of it. */
function keyOf({ name, side }: Message): string {
  return side === 'reader' ? '\nreader' : nameKey(name) || `\n${name}`;
}

/** What speaks for a name being one of the two. `leads`: more than a "he", which is the one who threatens only beside an "I", and from which nothing follows. */
type Evidence = { reader: boolean; other: boolean; leads: boolean };

function sidesOf(conversations: readonly Conversation[], fileName: string): Map<string, Side> {
  const found = new Map<string, Evidence>();
  let anonymous = false;
  for (const conversation of conversations) {
    anonymous ||= conversation.anonymous === true;
    for (const piece of conversation.pieces) {
      if (piece.kind !== 'message') continue;
      const key = keyOf(piece);
      const known = found.get(key);
      if (known !== undefined && piece.side === undefined) continue;
      const is = known ?? { reader: false, other: false, leads: false };
      const person = conversation.named === 'by-hand' && piece.side === undefined ? personOf(piece.name) : null;
      tell(is, piece.side ?? person?.side ?? null, piece.side !== undefined || person?.sure === true);
      found.set(key, is);
    }
  }
  const titles = [...conversations.flatMap(({ other }) => (other === null ? [] : [other])), ...titleOf(fileName)];
  // A title that names one of two; in a group it names the group, and nobody is known by it.
  for (const title of titles) {
    const is = found.get(nameKey(title));
    if (is !== undefined && found.size <= 2) tell(is, 'other', true);
  }
  return decided(found, anonymous);
}

function tell(is: Evidence, side: Side | null, leads: boolean): void {
  if (side === null) return;
  is[side] = true;
  is.leads ||= leads;
}

function decided(found: ReadonlyMap<string, Evidence>, anonymous: boolean): Map<string, Side> {
  const sides = new Map<string, Side>();
  const all = [...found];
  const readers = all.filter(([, is]) => is.reader);
  // Someone may call himself "me" or "You": two readers, two of one side in a talk of two, or one who is both, and nothing is told.
  const isContradicted = readers.length > 1 || all.some(([, is]) => is.reader && is.other) || (all.length === 2 && all.every(([, is]) => is.other));
  if (isContradicted) return sides;
  for (const [name, is] of all) {
    // "I" before every line may be the one who threatens, if nobody else speaks; a program that says so does not err.
    if (is.reader && (all.length > 1 || name === '\nreader')) sides.set(name, 'reader');
    else if (is.other && (is.leads || readers.length > 0)) sides.set(name, 'other');
  }
  const [one, two] = all;
  if (all.length !== 2 || anonymous || one === undefined || two === undefined || sides.size !== 1) return sides;
  const [[known, is], unknown] = sides.has(one[0]) ? [one, two[0]] : [two, one[0]];
  if (is.leads) sides.set(unknown, sides.get(known) === 'reader' ? 'other' : 'reader');
  return sides;
}

/** Names that programs give to the file of a talk of two. */
const FILES = [
  /^WhatsApp[ -]Chat (?:with|mit|met|med|-) ?(.{1,64})$/i,
  /^(?:Chat|Conversa|Discussion|Conversación|Čat|Czat) (?:de |do |di )?WhatsApp (?:con|com|avec|z|s) (.{1,64})$/i,
  /^Чат WhatsApp с (?:контактом )?(.{1,64})$/i,
  /^(.{1,64}?) ?(?:とのWhatsAppチャット|님과의 WhatsApp 대화)$/,
  /^\[LINE\] ?(.{1,64}?)とのトーク(?:履歴)?$/i,
  /^\[LINE\] ?Chat (?:history )?with (.{1,64})$/i,
];

function titleOf(fileName: string): string[] {
  const name = (fileName.slice(-200).split(/[/\\]/).pop() ?? '').replace(/\.(?:txt|text)$/i, '').replace(/ ?\(\d{1,3}\)$/, '');
  return FILES.flatMap((pattern) => pattern.exec(name)?.[1] ?? []);
}
