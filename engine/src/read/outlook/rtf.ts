import { latin1 } from '../../ascii.js';
import { RTF_DEPTH } from '../limits.js';
import { RtfLetters } from './rtf-letters.js';

/** What an RTF shows: HTML where it was made from HTML (MS-OXRTFEX), else text; `hidden` is what it formats as hidden. */
export type Rtf = {
  readonly kind: 'html' | 'text';
  readonly text: string;
  readonly hidden: string;
  readonly charset: string | null;
  /** It holds pictures or objects, or loads some, which are not read. */
  readonly pictured: boolean;
};

type State = {
  readonly place: 'shown' | 'nowhere' | 'fonts' | 'tag';
  readonly page: number;
  /** Letters after `\u` that stand for it in older programs. */
  readonly fallback: number;
  readonly silent: boolean;
  readonly hidden: boolean;
};

// `\fcharset` of a font to its Windows code page (RTF 1.9.1, "Font Table"); 1 is the document's own.
const FONT_PAGES: Readonly<Record<number, number>> = {
  0: 1252,
  2: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
const UNSEEN = new Set([
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'filetbl',
  'xe',
  'tc',
  'tcn',
  'listtable',
  'objdata',
  'nonshppict',
  'ftnsep',
  'template',
  'sp',
]);
const LETTERS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  nestrow: '\n',
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  emdash: '\u2014',
  endash: '\u2013',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
};

/** Bytes of a field in which its name must stand; behind it stand addresses. */
const FIELD_BYTES = 96;

export function isRtf(bytes: Uint8Array): boolean {
  return bytes[0] === 123 && bytes[1] === 92 && bytes[2] === 114 && bytes[3] === 116 && bytes[4] === 102;
}

/** Reads RTF in one pass. Total: groups open beyond RTF_DEPTH share the state of the deepest kept one. */
export function readRtf(rtf: Uint8Array): Rtf {
  return new RtfReader(rtf).read();
}

class RtfReader {
  private at = 0;
  private state: State = { place: 'shown', page: 1252, fallback: 1, silent: false, hidden: false };
  private readonly open: State[] = [];
  private beyond = 0;
  private page = 1252;
  private font = 0;
  private deff = 0;
  private readonly fonts = new Map<number, number>();
  private isHtml = false;
  private starred = false;
  private pictured = false;
  private toSkip = 0;
  private readonly shown: RtfLetters;
  private readonly hidden: RtfLetters;

  constructor(private readonly rtf: Uint8Array) {
    this.shown = new RtfLetters(rtf.length);
    this.hidden = new RtfLetters(0);
  }

  read(): Rtf {
    const { rtf } = this;
    while (this.at < rtf.length) {
      const c = rtf[this.at++] as number;
      if (c === 123) this.begin();
      else if (c === 125) this.end();
      else if (c === 92) this.control();
      else if (c !== 10 && c !== 13 && c !== 0) this.byte(c);
    }
    const text = this.shown.end();
    const hidden = this.hidden.end();
    return { kind: this.isHtml ? 'html' : 'text', text, hidden, charset: this.shown.unknown ?? this.hidden.unknown, pictured: this.pictured };
  }

  private begin(): void {
    this.toSkip = 0;
    this.starred = false;
    if (this.open.length >= RTF_DEPTH) this.beyond++;
    else this.open.push(this.state);
  }

  private end(): void {
    this.toSkip = 0;
    this.starred = false;
    if (this.beyond > 0) this.beyond--;
    else this.state = this.open.pop() ?? this.state;
  }

  private control(): void {
    const { rtf } = this;
    const c = rtf[this.at];
    if (c === undefined) return;
    if (!isLetter(c)) {
      this.at++;
      if (c === 39) {
        const value = Number.parseInt(String.fromCharCode(rtf[this.at] ?? 0, rtf[this.at + 1] ?? 0), 16);
        this.at += 2;
        if (!Number.isNaN(value)) this.byte(value);
      } else if (c === 42) this.starred = true;
      else if (c === 92 || c === 123 || c === 125) this.byte(c);
      else if (c === 126) this.letter(this.isHtml ? '&nbsp;' : '\u00a0');
      else if (c === 95) this.letter('-');
      else if (c === 10 || c === 13) this.letter('\n');
      return;
    }
    const from = this.at;
    while (isLetter(rtf[this.at]) && this.at - from < 32) this.at++;
    const word = String.fromCharCode(...rtf.subarray(from, this.at));
    const digits = this.at;
    if (rtf[this.at] === 45) this.at++;
    while (isDigit(rtf[this.at]) && this.at - digits < 11) this.at++;
    const number = this.at > digits ? Number.parseInt(String.fromCharCode(...rtf.subarray(digits, this.at)), 10) : null;
    if (rtf[this.at] === 32) this.at++;
    const starred = this.starred;
    this.starred = false;
    this.word(word, number, starred);
  }

  private word(word: string, number: number | null, starred: boolean): void {
    const value = number ?? 1;
    if (word === 'pict' || word === 'objdata' || word === 'template' || (word === 'fldinst' && this.fieldLoads())) this.pictured = true;
    // The text of a drawn box stands inside a starred group.
    if (starred && word === 'shpinst') return;
    if (starred) this.state = { ...this.state, place: word === 'htmltag' && this.state.place !== 'nowhere' ? 'tag' : 'nowhere' };
    else if (UNSEEN.has(word)) this.state = { ...this.state, place: 'nowhere' };
    else if (word === 'fonttbl') this.state = { ...this.state, place: 'fonts' };
    else if (word === 'bin') this.at = Math.min(this.rtf.length, this.at + Math.max(0, number ?? 0));
    else if (word === 'u') this.unicode(number ?? 0);
    else if (word === 'uc') this.state = { ...this.state, fallback: Math.min(16, Math.max(0, value)) };
    else if (word === 'fromhtml') this.isHtml = value !== 0;
    else if (word === 'htmlrtf') this.state = { ...this.state, silent: value !== 0 };
    else if (word === 'v') this.state = { ...this.state, hidden: value !== 0 };
    else if (word === 'ansicpg') this.setPage(value);
    else if (word === 'mac') this.setPage(10000);
    else if (word === 'deff') this.deff = value;
    else if (word === 'f') this.useFont(number ?? 0);
    else if (word === 'plain') {
      this.state = { ...this.state, hidden: false };
      this.useFont(this.deff);
    } else if (this.state.place === 'fonts' && word === 'fcharset') this.fonts.set(this.font, FONT_PAGES[number ?? 0] ?? this.page);
    else if (this.state.place === 'fonts' && word === 'cpg') this.fonts.set(this.font, value);
    else if (Object.hasOwn(LETTERS, word)) this.letter(LETTERS[word] as string);
  }

  /** A field that puts a picture or text from elsewhere in its place; `\template` does so with a whole document. */
  private fieldLoads(): boolean {
    return !this.pictured && /INCLUDE(PICTURE|TEXT)|IMPORT/i.test(latin1(this.rtf, this.at, Math.min(this.rtf.length, this.at + FIELD_BYTES)));
  }

  private setPage(page: number): void {
    this.page = page;
    this.state = { ...this.state, page };
  }

  private useFont(font: number): void {
    this.font = font;
    if (this.state.place !== 'fonts') this.state = { ...this.state, page: this.fonts.get(font) ?? this.page };
  }

  private unicode(number: number): void {
    this.letter(String.fromCharCode(number & 0xffff));
    this.toSkip = this.state.fallback;
  }

  private sink(): RtfLetters | null {
    const { place, silent, hidden } = this.state;
    if (place === 'nowhere' || place === 'fonts' || silent) return null;
    // A tag of the HTML is markup whatever its format; in HTML the page itself says what is hidden.
    return hidden && !this.isHtml ? this.hidden : this.shown;
  }

  private byte(c: number): void {
    if (this.toSkip > 0) this.toSkip--;
    else this.sink()?.byte(c, this.state.page);
  }

  private letter(text: string): void {
    this.sink()?.letter(text);
  }
}

function isLetter(c: number | undefined): boolean {
  return c !== undefined && ((c >= 97 && c <= 122) || (c >= 65 && c <= 90));
}

function isDigit(c: number | undefined): boolean {
  return c !== undefined && c >= 48 && c <= 57;
}
