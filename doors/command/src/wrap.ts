import { eastAsianWidth } from 'get-east-asian-width';

/** Signs that must not begin a line in Japanese typesetting (JIS X 4051), and those that must not end one. */
const NOT_FIRST = new Set('、。，．・：；？！）」』】〕〉》〙〗”’ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜…,.!?;:)]}');
const NOT_LAST = new Set('（「『【〔〈《“‘([{');

const HANGUL = /[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]/;

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const ch of text) width += eastAsianWidth(ch.codePointAt(0) as number);
  return width;
}

/** What a terminal may be given of a stranger's text: no control sequences, no direction marks, one line. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, ' ').trim();
}

/** The same for a text of several lines. */
export function printableLines(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, '');
}

/** Breaks a text into lines of at most `columns`: at spaces, and between full-width characters where typesetting allows it. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of pieces(text)) {
    const size = widthOf(piece);
    if (width + widthOf(piece.trimEnd()) > columns && line !== '') {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    if (size > columns) {
      // A wallet or a link longer than a line is cut where the line ends.
      for (const ch of piece) {
        const w = eastAsianWidth(ch.codePointAt(0) as number);
        if (width + w > columns) {
          lines.push(line);
          line = '';
          width = 0;
        }
        line += ch;
        width += w;
      }
    } else {
      line += piece;
      width += size;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Units that must stay together: words with the space behind them; single full-width characters with the signs that cling to them. */
function pieces(text: string): string[] {
  const out: string[] = [];
  let held = '';
  let breakable = false;
  for (const ch of text) {
    // Korean is as wide as Japanese and breaks at its spaces, as Latin does.
    const wide = eastAsianWidth(ch.codePointAt(0) as number) === 2 && !HANGUL.test(ch);
    const clings = NOT_FIRST.has(ch) || NOT_LAST.has(held.slice(-1));
    if (held !== '' && !clings && (breakable || wide)) {
      out.push(held);
      held = '';
    }
    held += ch;
    breakable = ch === ' ' || wide;
  }
  if (held !== '') out.push(held);
  return out;
}
