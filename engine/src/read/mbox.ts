import { latin1 } from '../ascii.js';
import { FROM_LINE, fromLineAt, startsWithFrom } from './from-line.js';
import { HEADER_BYTES, MESSAGE_BYTES } from './limits.js';

/** One message of an mbox, a copy without its "From " line. `cut`: it was longer than is read, and these are its first bytes. */
export type MboxMessage = { readonly bytes: Uint8Array; readonly cut: boolean };

/** Quote marks of one ">From " line that are counted: each is one time through an mboxrd; a line of a million of them is an attack. */
const QUOTE_DEPTH = 100;
/** Bytes behind a place that decide whether a "From " line stands there. */
const LOOKAHEAD = FROM_LINE + HEADER_BYTES + 8;
const FIRST_ROOM = 16 * 1024;

/**
 * Splits an mbox (mboxo, mboxrd, mboxcl, mboxcl2; LF or CRLF) that comes in chunks of any size; the same messages whatever
 * the chunks. A "From " line begins a message at the start and behind a blank line; a Content-Length is trusted only where a
 * "From " line, or the end, stands exactly there. One ">" is taken off ">From " lines, but not from a message whose length
 * was needed to find its end. Linear; holds at most about four times `limit`, and of honest mail one message.
 */
export class MboxSplitter {
  /** What was pushed and not yet gone through: `window[from..size)`. */
  private window = new Uint8Array(FIRST_ROOM);
  private from = 0;
  private size = 0;
  private ended = false;
  private begun = false;
  /** Window size from which a place that could not be decided is looked at again. */
  private wanted = 0;

  private message = new Uint8Array(FIRST_ROOM);
  private length = 0;
  private inside = false;
  private cut = false;
  private inHeader = false;

  private lineStart = true;
  private blankBefore = true;
  /** What of the window was taken and is not yet copied. */
  private runStart = 0;
  private runEnd = 0;
  /** In the midst of a "From " line, which belongs to no message. */
  private skipping = false;

  constructor(private readonly limit: number = MESSAGE_BYTES) {}

  /** Takes the next bytes of the file; gives the messages that they complete. The chunk may be reused afterwards. */
  *push(chunk: Uint8Array): Generator<MboxMessage> {
    this.append(chunk);
    if (this.size - this.from >= this.wanted) yield* this.go();
  }

  /** The end of the file: gives what is left. */
  *end(): Generator<MboxMessage> {
    this.ended = true;
    yield* this.go();
    if (this.inside) yield this.finish();
    this.inside = false;
  }

  private *go(): Generator<MboxMessage> {
    this.wanted = 0;
    if (!this.begun) {
      if (this.size < 3 && !this.ended) return;
      this.begun = true;
      if (this.window[0] === 0xef && this.window[1] === 0xbb && this.window[2] === 0xbf) this.from = 3;
    }
    while (this.from < this.size) {
      if (!this.lineStart) {
        this.takeLine(this.from);
        continue;
      }
      const blank = this.blankAt(this.from);
      if (blank === null) return;
      if (blank > 0) {
        this.take(this.from, this.from + blank);
        this.from += blank;
        this.blankBefore = true;
        if (this.inHeader) {
          this.inHeader = false;
          const end = this.endByLength();
          if (end === null) {
            // Decided once enough of the body is here: until then the blank line is not yet behind us.
            this.length -= this.cut ? 0 : blank;
            this.from -= blank;
            this.inHeader = true;
            return;
          }
          if (end > 0) this.takeBody(end);
        }
        continue;
      }
      const isFrom = this.blankBefore ? fromLineAt(this.window, this.from, this.size, this.ended) : false;
      if (isFrom === null) {
        this.wanted = Math.min(LOOKAHEAD, (this.size - this.from) * 2);
        return;
      }
      if (isFrom) {
        if (this.inside) yield this.finish();
        this.begin();
        this.blankBefore = false;
        this.skipping = true;
        this.takeLine(this.from);
        continue;
      }
      if (!this.takeQuoted()) return;
    }
  }

  /** Length of the blank line at `at`; 0 if it is none, null if that is not yet known. */
  private blankAt(at: number): number | null {
    if (this.window[at] === 10) return 1;
    if (this.window[at] !== 13) return 0;
    if (at + 1 >= this.size) return this.ended ? 0 : null;
    return this.window[at + 1] === 10 ? 2 : 0;
  }

  /** Takes a line, less one mark if it is a quoted "From " line. False if its first bytes are not all here. */
  private takeQuoted(): boolean {
    let k = this.from;
    while (k < this.size && this.window[k] === 62 && k - this.from < QUOTE_DEPTH) k++;
    if (k > this.from && !this.ended && this.size - k < 5) return false;
    const quoted = k > this.from && startsWithFrom(this.window, k, this.size);
    this.blankBefore = false;
    this.takeLine(quoted ? this.from + 1 : this.from);
    return true;
  }

  /** Takes what stands from `start` to behind the next line break, or to the end of the window. */
  private takeLine(start: number): void {
    // A line break stands behind the window, so the search ends there at the latest.
    const found = this.window.indexOf(10, start);
    this.lineStart = found < this.size;
    this.from = this.lineStart ? found + 1 : this.size;
    this.take(start, this.from);
  }

  /** Takes `window[start..end)` for the message; what lies together is copied together. */
  private take(start: number, end: number): void {
    if (this.skipping) {
      this.skipping = !this.lineStart;
      return;
    }
    if (start !== this.runEnd) {
      this.copyRun();
      this.runStart = start;
    }
    this.runEnd = end;
  }

  private copyRun(): void {
    const { runStart: start, runEnd: end } = this;
    this.runStart = 0;
    this.runEnd = 0;
    if (end === start || !this.inside || this.cut) return;
    const n = Math.min(this.limit + 1 - this.length, end - start);
    if (this.length + n > this.message.length) {
      const larger = new Uint8Array(Math.min(this.limit + 1, Math.max(this.message.length * 2, this.length + n)));
      larger.set(this.message.subarray(0, this.length));
      this.message = larger;
    }
    this.message.set(this.window.subarray(start, start + n), this.length);
    this.length += n;
    if (this.length > this.limit) this.cut = true;
  }

  private begin(): void {
    // What stood above the first "From " line belongs to no message.
    this.copyRun();
    this.inside = true;
    this.inHeader = true;
    this.cut = false;
    this.length = 0;
  }

  private finish(): MboxMessage {
    this.copyRun();
    const bytes = this.message.slice(0, this.length);
    // One giant must not be paid for by every message behind it.
    if (this.message.length > FIRST_ROOM * 64) this.message = new Uint8Array(FIRST_ROOM);
    return { bytes, cut: this.cut };
  }

  /**
   * Where the body that begins at `from` ends by its Content-Length, as a place in the window: 0 if there is none that can be
   * trusted, null if that is not yet known.
   */
  private endByLength(): number | null {
    this.copyRun();
    const said = contentLength(this.message.subarray(0, Math.min(this.length, HEADER_BYTES)));
    if (said === null || this.cut || this.length + said > this.limit) return 0;
    const end = this.from + said;
    if (!this.ended && this.size < end + LOOKAHEAD) {
      this.wanted = said + LOOKAHEAD + 2;
      return null;
    }
    if (end > this.size) return 0;
    // Writers differ in whether the line break before the next "From " line belongs to the body.
    let at = end;
    for (let k = 0; k < 2 && at < this.size; k++) at += this.blankAt(at) ?? 0;
    const atLine = said === 0 || at > end || this.window[end - 1] === 10;
    if (at === this.size) return this.ended ? end : 0;
    return atLine && fromLineAt(this.window, at, this.size, this.ended) === true ? end : 0;
  }

  /** Takes the body up to `end`: as it is if a bare "From " line stands in it (mboxcl2), else less its quote marks (mboxcl). */
  private takeBody(end: number): void {
    const bare = this.hasBareFrom(end);
    while (this.from < end) {
      let start = this.from;
      if (!bare) {
        let k = start;
        while (this.window[k] === 62 && k - start < QUOTE_DEPTH && k < end) k++;
        if (k > start && startsWithFrom(this.window, k, end)) start++;
      }
      const found = this.window.indexOf(10, this.from);
      const next = found < 0 || found >= end ? end : found + 1;
      this.take(start, next);
      this.from = next;
    }
    this.lineStart = true;
    this.blankBefore = true;
  }

  private hasBareFrom(end: number): boolean {
    for (let at = this.from; at < end; ) {
      if (startsWithFrom(this.window, at, end)) return true;
      const found = this.window.indexOf(10, at);
      if (found < 0) return false;
      at = found + 1;
    }
    return false;
  }

  private append(chunk: Uint8Array): void {
    this.copyRun();
    const held = this.size - this.from;
    const wanted = held + chunk.length + 1;
    if (this.size + chunk.length + 1 > this.window.length) {
      // Room to spare, so that what is moved was paid for by what was pushed; given back behind a giant.
      const other = wanted * 4 > this.window.length * 3 || wanted * 16 < this.window.length;
      const target = other ? new Uint8Array(Math.max(FIRST_ROOM, wanted * 2)) : this.window;
      if (other) target.set(this.window.subarray(this.from, this.size));
      else target.copyWithin(0, this.from, this.size);
      this.window = target;
      this.from = 0;
      this.size = held;
    }
    this.window.set(chunk, this.size);
    this.size += chunk.length;
    this.window[this.size] = 10;
  }
}

const FIELD = 'content-length:';
/** Bytes of that field that are read: a number of 12 digits and some spaces. */
const FIELD_BYTES = 64;

/** The Content-Length of a header block: of the first such field; null if it is no plain number. */
function contentLength(header: Uint8Array): number | null {
  for (let at = 0; at < header.length; ) {
    // By bytes: only one line in a hundred begins with a C, and making a text of all of them took most of the time of splitting.
    if (((header[at] as number) | 0x20) === 0x63) {
      const field = latin1(header, at, Math.min(header.length, at + FIELD_BYTES));
      if (field.slice(0, FIELD.length).toLowerCase() === FIELD) {
        const match = /^[ \t]*(\d{1,12})[ \t]*\r?\n/.exec(field.slice(FIELD.length));
        return match === null ? null : Number(match[1]);
      }
    }
    const next = header.indexOf(10, at);
    if (next < 0) return null;
    at = next + 1;
  }
  return null;
}

/** Bytes of a whole mbox that are gone through at a time, so that an archive is not held a second time. */
const PIECE = 1024 * 1024;

/** Splits a whole mbox into its messages, in order; see `MboxSplitter`. */
export function* splitMbox(bytes: Uint8Array): Generator<Uint8Array> {
  const splitter = new MboxSplitter();
  for (let at = 0; at < bytes.length; at += PIECE) {
    for (const message of splitter.push(bytes.subarray(at, at + PIECE))) yield message.bytes;
  }
  for (const message of splitter.end()) yield message.bytes;
}
