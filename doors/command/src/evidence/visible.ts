/** A stretch of a text as it stands, or a mark in place of characters that cannot be seen. */
export type Piece = { readonly text: string; readonly isMark: boolean };

// Control characters; direction marks; spaces and joints of no width; separators; tags (Unicode, chapter 23). Joiners shape
// Persian, Hindi and emoji, so between Latin letters only, where they do nothing but hide.
const UNSEEN =
  /([\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0001}-\u{e007f}]|(?<=[\x21-\x7e])[\u200c\u200d](?=[\x21-\x7e]))\1*/gu;

/** Splits a text so that nothing in it can act upon the page: what is unseen or turns the writing round becomes `[U+202E]`, a run of one `[U+200B ×12]`. */
export function visible(text: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: string, isMark: boolean): void => {
    if (piece !== '') pieces.push({ text: piece, isMark });
  };
  const lines = text.replace(/\r\n?/g, '\n');
  let from = 0;
  for (const match of lines.matchAll(UNSEEN)) {
    add(lines.slice(from, match.index), false);
    const one = match[1] as string;
    const times = match[0].length / one.length;
    const code = (one.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    add(`[U+${code}${times > 1 ? ` ×${times}` : ''}]`, true);
    from = match.index + match[0].length;
  }
  add(lines.slice(from), false);
  return pieces;
}

/** The same in one string, for plain text. */
export function visibly(text: string): string {
  return visible(text)
    .map((piece) => piece.text)
    .join('');
}
