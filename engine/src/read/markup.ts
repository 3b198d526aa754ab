import { Tokenizer } from 'htmlparser2';
import { RAW } from './markup-beacons.js';
import { nameEnd, type Tag, TagReader, tagEnd } from './tag.js';

/** What stands on a page, in order; `start` and `end` are places in it. */
export type MarkupEvents = {
  readonly open: (tag: Tag) => void;
  readonly close: (name: string) => void;
  readonly text: (start: number, end: number) => void;
  readonly entity: (code: number) => void;
  readonly comment: (start: number, end: number) => void;
  readonly cdata: (start: number, end: number) => void;
};

/** Different tags of one page that are remembered, and units of the longest. */
const TAGS = 500;
const TAG_UNITS = 500;

/**
 * Walks over a page. Mail programs write the same few tags thousands of times: one that stood there before is known by its source,
 * and text and tags without an entity are found by plain search, at a third of the cost of looking at them unit by unit. All else
 * (entities, comments, scripts, what is broken) is the tokenizer's, which is given the page from where it left off.
 */
export function walkMarkup(html: string, on: MarkupEvents): void {
  new Walk(html, on).all();
}

const LESS = 60;
const SLASH = 47;

class Walk {
  private readonly tokenizer: Tokenizer;
  /** The state of the tokenizer in which nothing is open. */
  private readonly text: unknown;
  private written = 0;
  private shift = 0;
  private reader = new TagReader('');
  private readonly tags = new Map<string, Tag>();
  private readonly entity: Next;
  private readonly commentEnd: Next;
  private readonly oddCommentEnd: Next;

  constructor(
    private readonly html: string,
    private readonly on: MarkupEvents,
  ) {
    this.tokenizer = this.makeTokenizer();
    this.text = this.tokenizer['state'];
    this.entity = new Next(html, '&');
    this.commentEnd = new Next(html, '-->');
    this.oddCommentEnd = new Next(html, '--!>');
  }

  all(): void {
    const { html, on } = this;
    for (let at = 0; at < html.length; ) {
      if (!isMarkup(html, at)) {
        const end = textEnd(html, at);
        if (this.entity.from(at) >= end) on.text(at, end);
        else this.write(at, end);
        // An entity without its ";" may end with what follows.
        at = this.isOpen() ? this.writeOne(end) : end;
      } else if (isLetter(html.charCodeAt(at + 1))) at = this.open(at);
      else if (html.charCodeAt(at + 1) === SLASH) at = this.close(at);
      else at = this.writeOne(at);
    }
    this.tokenizer.end();
  }

  /** An opening tag; gives where reading goes on. */
  private open(at: number): number {
    const { html, on, tags } = this;
    const behindName = nameEnd(html, at + 1);
    const end = tagEnd(html, behindName, null);
    if (end < 0) return this.writeAll(at);
    const source = end - at <= TAG_UNITS ? html.slice(at, end + 1) : '';
    const known = tags.get(source);
    if (known !== undefined) {
      on.open(known);
      return end + 1;
    }
    const name = html.slice(at + 1, behindName).toLowerCase();
    if (isRaw(name)) return this.writeRaw(at, end, name);
    if (this.entity.from(at) < end) {
      this.write(at, end + 1);
      return end + 1;
    }
    const reader = new TagReader(name);
    tagEnd(html, behindName, reader);
    const tag = reader.close();
    if (source !== '' && tags.size < TAGS) tags.set(source, tag);
    on.open(tag);
    return end + 1;
  }

  private close(at: number): number {
    const { html, on } = this;
    const from = at + 2;
    if (from >= html.length || !isLetter(html.charCodeAt(from))) return this.writeOne(at);
    const to = nameEnd(html, from);
    const end = html.indexOf('>', to);
    if (end < 0) return this.writeAll(at);
    on.close(html.slice(from, to).toLowerCase());
    return end + 1;
  }

  private isOpen(): boolean {
    return this.tokenizer['state'] !== this.text;
  }

  private write(from: number, to: number): void {
    this.shift = from - this.written;
    this.written += to - from;
    this.tokenizer.write(this.html.slice(from, to));
  }

  private writeAll(at: number): number {
    this.write(at, this.html.length);
    return this.html.length;
  }

  /** Gives the tokenizer what begins at `at` (a comment, a declaration, a tag) up to its end: a text is never given in two pieces. */
  private writeOne(at: number): number {
    const { html } = this;
    let from = at;
    while (from < html.length) {
      let end = html.indexOf('>', from);
      if (!isMarkup(html, from)) end = textEnd(html, from) - 1;
      else if (isLetter(html.charCodeAt(from + 1))) {
        const behindName = nameEnd(html, from + 1);
        const name = html.slice(from + 1, behindName).toLowerCase();
        end = tagEnd(html, behindName, null);
        if (end >= 0 && isRaw(name)) return this.writeRaw(from, end, name);
      } else if (html.startsWith('<!--', from)) end = Math.min(this.commentEnd.from(from + 2) + 2, this.oddCommentEnd.from(from + 2) + 3);
      if (end < 0 || end >= html.length) return this.writeAll(from);
      this.write(from, end + 1);
      from = end + 1;
      if (!this.isOpen()) break;
    }
    return from;
  }

  /** Gives the tokenizer a tag whose content is no markup, and that content. */
  private writeRaw(at: number, end: number, name: string): number {
    const { html } = this;
    const closing = new RegExp(`</${name}[ \\t\\r\\n\\f/>]`, 'gi');
    closing.lastIndex = end + 1;
    const found = name === 'plaintext' ? null : closing.exec(html);
    const close = found === null ? -1 : html.indexOf('>', found.index);
    if (close < 0) return this.writeAll(at);
    this.write(at, close + 1);
    return this.isOpen() ? this.writeAll(close + 1) : close + 1;
  }

  private makeTokenizer(): Tokenizer {
    const { html, on } = this;
    // What the tokenizer has no place for begins at -1.
    const place = (at: number): number => (at < 0 ? at : at + this.shift);
    const slice = (start: number, end: number): string => html.slice(place(start), place(end));
    const opened = (isSelfClosed: boolean): void => {
      this.reader.isSelfClosed = isSelfClosed;
      on.open(this.reader.close());
    };
    return new Tokenizer(
      { decodeEntities: true },
      {
        onopentagname: (start, end) => {
          this.reader = new TagReader(slice(start, end).toLowerCase());
        },
        onattribname: (start, end) => this.reader.begin(slice(start, end)),
        onattribdata: (start, end) => this.reader.add(slice(start, end)),
        onattribentity: (code) => this.reader.add(String.fromCodePoint(code)),
        onattribend: () => this.reader.end(),
        onopentagend: () => opened(false),
        onselfclosingtag: () => opened(true),
        onclosetag: (start, end) => on.close(slice(start, end).toLowerCase()),
        ontext: (start, end) => on.text(place(start), place(end)),
        ontextentity: on.entity,
        oncomment: (start, end) => on.comment(place(start), place(end)),
        oncdata: (start, end) => on.cdata(place(start), place(end)),
        ondeclaration: () => {},
        onprocessinginstruction: () => {},
        onend: () => {},
      },
    );
  }
}

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

/** Content of these is no markup to the tokenizer. */
function isRaw(name: string): boolean {
  return RAW.has(name) || name === 'plaintext';
}

/** A "<" in front of no name is text. */
function isMarkup(html: string, at: number): boolean {
  if (html.charCodeAt(at) !== LESS || at + 1 >= html.length) return false;
  const next = html.charCodeAt(at + 1);
  return isLetter(next) || next === SLASH || next === 33 || next === 63;
}

function textEnd(html: string, at: number): number {
  const found = html.indexOf('<', at + 1);
  return found < 0 ? html.length : found;
}

/** Where a mark stands next, looked for once however often it is asked for; the end of the page if nowhere. */
class Next {
  private at = -1;

  constructor(
    private readonly html: string,
    private readonly mark: string,
  ) {}

  from(place: number): number {
    if (this.at < place) {
      const found = this.html.indexOf(this.mark, place);
      this.at = found < 0 ? this.html.length : found;
    }
    return this.at;
  }
}
