/** One message as it stands in a conversation. `side`: whose it is, where the program that showed it says so. */
export type Message = { readonly kind: 'message'; readonly name: string; readonly time: string | null; readonly text: string; readonly side?: Side };

export type Side = 'reader' | 'other';

/** What a conversation is made of: messages, words of whoever pastes it (`words`), and lines of the program itself (`notice`: a missed call, who joined). */
export type Piece = Message | { readonly kind: 'words' | 'notice'; readonly text: string };

/** A text taken apart, in its order. Every line that a person could read is in a piece, except names, times and read marks. */
export type Conversation = {
  readonly pieces: readonly Piece[];
  /** The one that the program names above a conversation of two; null where it names nobody, or a group. */
  readonly other: string | null;
  /** Words for oneself are nobody's name here: only the program says who the reader is. */
  readonly named: 'by-program' | 'by-hand';
  /** Names are missing, so that two of them are not two people. */
  readonly anonymous?: true;
  /** Some of it was too much, and was not taken apart. */
  readonly cut?: true;
};

/** What one line is to a format; null for a line of words. `head` begins a message, whose text may stand below it (`below`). */
export type Line =
  | { readonly kind: 'head'; readonly name: string; readonly time: string | null; readonly text: string; readonly side?: Side; readonly below?: true }
  | { readonly kind: 'day'; readonly text: string }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'other'; readonly name: string | null; readonly text: string }
  /** A read mark, a button, a second copy of a name: nothing that anyone said. */
  | { readonly kind: 'mark' }
  /** A line that may begin somebody else's words: it and what stands below it is nobody's. */
  | { readonly kind: 'loose' };

/** How one program, or a person, writes a conversation down in lines, each of which can be read by itself. */
export type LineFormat = {
  /** Reads a line; the lines around it are not known. Must cost no more than its first units. */
  readonly lineOf: (line: string) => Line | null;
  /** `export` writes a message of several lines as it is; `hand`: a line without a head is somebody's remark. */
  readonly goesOn: 'export' | 'hand';
  /** True if the heads that were found make it a conversation. */
  readonly admits: (found: Sample) => boolean;
  /** A message of several lines stands in quotes. */
  readonly quotes?: true;
};

/** What a format finds in the lines that are looked at. */
export type Sample = {
  readonly heads: readonly Head[];
  /** Lines that are not blank, from the first head to the last. */
  readonly lines: number;
  /** All lines that are not blank. */
  readonly all: number;
  /** The program's own line above a conversation stands there; lines with nothing but a date do. */
  readonly titled: boolean;
  readonly dated: boolean;
};

export type Head = Extract<Line, { kind: 'head' }> & { readonly line: number };

/** One way in which conversations are written down. `sure`: of an `export`, which nobody writes by hand, a line or two suffice; a `form` is that of schedules and logs too. `find` looks at some lines, of which `timed` may hold a time, and tells how many messages it sees in them; 0 is none of its own. */
export type Format = {
  readonly id: string;
  readonly sure: 'export' | 'form';
  readonly find: (lines: readonly string[], timed: readonly string[]) => number;
  readonly read: (lines: readonly string[]) => Conversation;
};
