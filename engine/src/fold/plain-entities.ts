/** A text and where each unit of it came from; the way back through one stage of folding. */
export type Mapped = { readonly text: string; readonly origin: Uint32Array | null };

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  ccedil: 'ç',
  atilde: 'ã',
  otilde: 'õ',
  agrave: 'à',
  egrave: 'è',
  acirc: 'â',
  ecirc: 'ê',
  ocirc: 'ô',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};
/** One stray entity in plain text is a slip of some program; three are a way of writing. */
const ENTITIES_BEFORE_TRICK = 3;

/** Decodes HTML entities that stand in plain text (some waves write whole letters so). Null origin: nothing was changed. */
export function decodePlainEntities(text: string): Mapped & { readonly entities: number } {
  if (!text.includes('&')) return { text, origin: null, entities: 0 };
  const pattern = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));?/gi;
  const pieces: { at: number; end: number; out: string }[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, decimal, hex, name] = match;
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : -1;
    const out =
      code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : name !== undefined && whole.endsWith(';')
          ? NAMED[name.toLowerCase()]
          : undefined;
    if (out !== undefined) pieces.push({ at: match.index, end: match.index + whole.length, out });
  }
  if (pieces.length < ENTITIES_BEFORE_TRICK) return { text, origin: null, entities: 0 };
  const origin = new Uint32Array(text.length);
  let out = '';
  let n = 0;
  let last = 0;
  const keep = (from: number, to: number): void => {
    for (let i = from; i < to; i++) origin[n++] = i;
    out += text.slice(from, to);
  };
  for (const piece of pieces) {
    keep(last, piece.at);
    out += piece.out;
    for (let k = 0; k < piece.out.length; k++) origin[n++] = piece.at;
    last = piece.end;
  }
  keep(last, text.length);
  return { text: out, origin: origin.slice(0, n), entities: pieces.length };
}

/** Takes the quote marks (> >> |) off the beginnings of lines, so that a quoted sentence stays one sentence. */
export function withoutQuoteMarks(text: string): Mapped {
  if (!holdsQuote(text)) return { text, origin: null };
  const origin = new Uint32Array(text.length);
  const pieces: string[] = [];
  let n = 0;
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next + 1;
    let k = at;
    let marks = 0;
    for (; k < end; k++) {
      const c = text.charCodeAt(k);
      if (c === QUOTE || c === BAR) marks++;
      else if (c !== SPACE && c !== TAB) break;
    }
    const from = marks > 0 ? k : at;
    pieces.push(text.slice(from, end));
    for (let i = from; i < end; i++) origin[n++] = i;
    at = end;
  }
  return { text: pieces.join(''), origin: origin.subarray(0, n) };
}

const QUOTE = 62;
const BAR = 124;
const SPACE = 32;
const TAB = 9;

/** True if some line begins with a mark, or with one space in front of it. */
function holdsQuote(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    const first = text.charCodeAt(at);
    const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    if (first === QUOTE || first === BAR || ((first === SPACE || first === TAB) && (second === QUOTE || second === BAR))) return true;
    const next = text.indexOf('\n', at);
    if (next < 0) return false;
    at = next + 1;
  }
  return false;
}
