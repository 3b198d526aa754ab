/** Units of one field that are looked at: real ones have some hundreds; a megabyte of comment is an attack on time and memory. */
export const FIELD_UNITS = 16_000;

/** A word of a structured field (RFC 5322, 3.2), a comment without its brackets, or a sign (`;`, `=`). */
export type Token = { readonly kind: 'word' | 'comment' | 'sign'; readonly text: string };

const OPEN = 40;
const CLOSE = 41;
const QUOTE = 34;
const BACKSLASH = 92;

/** Cuts a structured field into words, comments and the given sign. Linear; comments may be nested and left open, quotes too. */
export function tokensOf(field: string, sign: ';'): Token[] {
  const text = field.length > FIELD_UNITS ? field.slice(0, FIELD_UNITS) : field;
  const code = sign.charCodeAt(0);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const ch = text.charCodeAt(at);
    if (isBlank(ch)) at++;
    else if (ch === OPEN) {
      const end = commentEnd(text, at);
      tokens.push({ kind: 'comment', text: text.slice(at + 1, text.charCodeAt(end - 1) === CLOSE ? end - 1 : end).trim() });
      at = end;
    } else if (ch === code) {
      tokens.push({ kind: 'sign', text: sign });
      at++;
    } else {
      const end = wordEnd(text, at, code);
      tokens.push({ kind: 'word', text: unquoted(text.slice(at, end)) });
      at = end;
    }
  }
  return tokens;
}

function isBlank(ch: number): boolean {
  return ch === 32 || (ch >= 9 && ch <= 13);
}

function commentEnd(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const ch = text.charCodeAt(i);
    if (ch === BACKSLASH) i++;
    else if (ch === OPEN) depth++;
    else if (ch === CLOSE && --depth === 0) return i + 1;
  }
  return text.length;
}

function wordEnd(text: string, from: number, sign: number): number {
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    const ch = text.charCodeAt(i);
    if (quoted) {
      if (ch === BACKSLASH) i++;
      else if (ch === QUOTE) quoted = false;
    } else if (ch === QUOTE) quoted = true;
    else if (isBlank(ch) || ch === OPEN || ch === sign) return i;
  }
  return text.length;
}

function unquoted(word: string): string {
  return word.includes('"') ? word.replaceAll('\\', '').replaceAll('"', '') : word;
}
