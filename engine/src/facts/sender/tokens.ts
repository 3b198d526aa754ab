/** Units of one field that are looked at: real ones have some hundreds; a megabyte of comment is an attack on time and memory. */
export const FIELD_UNITS = 16_000;

/** A word of a structured field (RFC 5322, 3.2), a comment without its brackets, or a sign (`;`, `=`). */
export type Token = { readonly kind: 'word' | 'comment' | 'sign'; readonly text: string };

/** Cuts a structured field into words, comments and the given signs. Linear; comments may be nested and left open, quotes too. */
export function tokensOf(field: string, signs: string): Token[] {
  const text = field.length > FIELD_UNITS ? field.slice(0, FIELD_UNITS) : field;
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const ch = text[at] as string;
    if (ch === ' ' || ch === '\t' || ch === '\r' || ch === '\n') at++;
    else if (ch === '(') {
      const end = commentEnd(text, at);
      tokens.push({ kind: 'comment', text: text.slice(at + 1, text[end - 1] === ')' ? end - 1 : end).trim() });
      at = end;
    } else if (signs.includes(ch)) {
      tokens.push({ kind: 'sign', text: ch });
      at++;
    } else {
      const end = wordEnd(text, at, signs);
      tokens.push({ kind: 'word', text: unquoted(text.slice(at, end)) });
      at = end;
    }
  }
  return tokens;
}

function commentEnd(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const ch = text[i];
    if (ch === '\\') i++;
    else if (ch === '(') depth++;
    else if (ch === ')' && --depth === 0) return i + 1;
  }
  return text.length;
}

function wordEnd(text: string, from: number, signs: string): number {
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    const ch = text[i] as string;
    if (quoted) {
      if (ch === '\\') i++;
      else if (ch === '"') quoted = false;
    } else if (ch === '"') quoted = true;
    else if (ch === ' ' || ch === '\t' || ch === '\r' || ch === '\n' || ch === '(' || signs.includes(ch)) return i;
  }
  return text.length;
}

function unquoted(word: string): string {
  return word.includes('"') ? word.replaceAll('\\', '').replaceAll('"', '') : word;
}
