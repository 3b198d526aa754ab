import type { Conversation, Format, Head, Line, LineFormat, Message, Piece } from './conversation.js';

/** Units of a name: messengers allow some 25 to 64. What is longer is a sentence before a colon. */
export const NAME_UNITS = 64;

/** A time with a date of its own. */
const HAS_DATE = /\d ?[./年년-] ?\d/;

type Open = { -readonly [K in keyof Message]: Message[K] } & { lines: string[]; quoted: boolean };

/** The format whose lines are read by one function, the same for every text. */
export function byLine(id: string, sure: Format['sure'], format: LineFormat): Format {
  return madeFor(id, sure, () => format);
}

/** As `byLine`, of heads that all hold a time: nearly every text is told not to be one by its few lines with a time. */
export function byTimedLine(id: string, sure: Format['sure'], format: LineFormat): Format {
  const all = byLine(id, sure, format);
  return { ...all, find: (lines, timed) => (timed.some((line) => format.lineOf(line)?.kind === 'head') ? all.find(lines, timed) : 0) };
}

/** A format whose lines can be told only after all of them were seen: the names in it are found first. */
export function madeFor(id: string, sure: Format['sure'], make: (lines: readonly string[]) => LineFormat | null): Format {
  return {
    id,
    sure,
    find: (lines) => {
      const format = make(lines);
      return format === null ? 0 : countOf(lines, format);
    },
    // The names may all stand in lines that were not looked at: then all is words.
    read: (lines) => new Walk(make(lines) ?? WORDS).read(lines),
  };
}

const WORDS: LineFormat = { lineOf: () => null, goesOn: 'hand', admits: () => true };

/** Messages that a format sees in some lines; 0 if they do not make a conversation. */
function countOf(lines: readonly string[], { lineOf, admits }: LineFormat): number {
  const heads: Head[] = [];
  let titled = false;
  let dated = false;
  let all = 0;
  let first = 0;
  let last = 0;
  for (const [k, text] of lines.entries()) {
    const line = lineOf(text);
    if (text.trim() !== '') all++;
    if (line?.kind === 'head') {
      if (heads.length === 0) first = all;
      heads.push({ ...line, line: k });
      last = all;
    } else if (line?.kind === 'other') titled = true;
    else if (line?.kind === 'day') dated = true;
  }
  return heads.length > 0 && admits({ heads, lines: last - first + 1, all, titled, dated }) ? heads.length : 0;
}

/**
 * Takes a text apart as a format reads its lines. A line that no message surely goes on in is nobody's: what a person writes
 * between and behind the lines of a chat must not be taken for the words of whoever wrote last.
 */
class Walk {
  private readonly pieces: Piece[] = [];
  private open: Open | null = null;
  private words: string[] = [];
  private blank = false;
  private day = '';
  private other: string | null = null;
  private others = 0;
  /** No text of the open message has been seen, and it stands below its head. */
  private awaits = false;

  constructor(private readonly format: LineFormat) {}

  read(lines: readonly string[]): Conversation {
    for (const line of lines) this.line(line);
    this.closeLast();
    const { pieces, others, other } = this;
    return { pieces, other: others === 1 ? other : null, named: 'by-hand' };
  }

  private line(text: string): void {
    if (this.open?.quoted === true) {
      this.quotedLine(text);
      return;
    }
    const line = this.format.lineOf(text);
    if (line === null) this.loose(text);
    else this.known(line, text);
  }

  private known(line: Line, text: string): void {
    switch (line.kind) {
      case 'head': {
        this.close();
        const time = [HAS_DATE.test(line.time ?? '') ? '' : this.day, line.time ?? ''].filter((piece) => piece !== '').join(' ');
        this.open = {
          kind: 'message',
          name: line.name,
          time: time === '' ? null : time,
          text: '',
          lines: [],
          quoted: false,
          ...(line.side === undefined ? {} : { side: line.side }),
        };
        this.awaits = line.below === true && line.text === '';
        this.blank = false;
        if (!this.awaits) this.open.lines.push(line.text);
        // LINE puts a message of several lines in quotes; one that only begins with a quote ends on its line.
        if (this.format.quotes === true && line.text.startsWith('"') && !/[^"]"$/.test(line.text)) this.open.quoted = true;
        break;
      }
      case 'day':
        this.close();
        this.day = line.text;
        break;
      case 'notice':
        this.close();
        this.pieces.push({ kind: 'notice', text: line.text });
        break;
      case 'other':
        this.close();
        if (line.name !== null && line.name !== this.other) {
          this.other = line.name;
          this.others++;
        }
        this.pieces.push({ kind: 'notice', text: line.text });
        break;
      case 'mark':
        break;
      case 'loose':
        this.closeMessage();
        this.words.push(text);
        break;
      default:
        line satisfies never;
        this.loose(text);
    }
  }

  private quotedLine(text: string): void {
    const open = this.open as Open;
    // A quote that is never closed must not swallow the chat.
    if (this.format.lineOf(text)?.kind === 'head' || open.lines.length > QUOTED_LINES) {
      open.quoted = false;
      this.line(text);
      return;
    }
    open.lines.push(text);
    if (!text.endsWith('"')) return;
    open.lines[0] = (open.lines[0] as string).slice(1);
    open.lines[open.lines.length - 1] = text.slice(0, -1);
    this.close();
  }

  private loose(text: string): void {
    if (text.trim() === '') {
      this.blank = true;
      if (this.words.length > 0) this.words.push('');
      return;
    }
    if (this.open !== null && this.awaits) {
      this.open.lines.push(text);
      this.awaits = false;
      this.blank = false;
      return;
    }
    if (this.open !== null && !this.blank && this.format.goesOn === 'export') {
      this.open.lines.push(text);
      return;
    }
    this.closeMessage();
    this.words.push(text);
  }

  private close(): void {
    this.closeMessage();
    this.closeWords();
  }

  private closeMessage(): void {
    if (this.open === null) return;
    const { lines, quoted: _, ...message } = this.open;
    const text = lines.join('\n');
    if (text.trim() !== '') this.pieces.push({ ...message, text });
    this.open = null;
    this.awaits = false;
  }

  private closeWords(): void {
    const text = this.words.join('\n').trim();
    if (text !== '') this.pieces.push({ kind: 'words', text });
    this.words = [];
    this.blank = false;
  }

  /** What stands right below the last message may go on in it, or be the question of the one who pastes: it is nobody's. */
  private closeLast(): void {
    if (this.open !== null && this.open.lines.length > 1) {
      const [first, ...rest] = this.open.lines;
      this.open.lines = [first as string];
      this.closeMessage();
      this.words = [...rest, ...this.words];
    }
    this.close();
  }
}

/** Lines of one message in quotes: a long letter has some hundred; a quote that is never closed has all the rest. */
const QUOTED_LINES = 400;
