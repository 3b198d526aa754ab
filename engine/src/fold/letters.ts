/** What kind of unit a UTF-16 code unit is to the tokeniser. Ranges of the Unicode Standard 15.1, chapter by chapter. */
export const GAP = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** A unit that is a token by itself: scripts written without spaces, and Hangul, whose endings are glued on. */
export const SINGLE = 3;
/** Behind the end of a text. */
const NOTHING = 4;

const ASCII = new Uint8Array(128);
for (let c = 48; c <= 57; c++) ASCII[c] = DIGIT;
for (let c = 65; c <= 90; c++) {
  ASCII[c] = LETTER;
  ASCII[c + 32] = LETTER;
}

const UNASKED = 255;
const KINDS = new Uint8Array(0x10000).fill(UNASKED);
KINDS.set(ASCII);

export function kindOfUnit(c: number): number {
  const known = KINDS[c] as number;
  if (known !== UNASKED) return known;
  const kind = kindByRange(c);
  KINDS[c] = kind;
  return kind;
}

/**
 * The kind of the unit at a place of a text; of none behind its end. V8 gives NaN there, and once it has, all units that the same line
 * of code reads are floating-point numbers for it: texts were cut into words at a quarter of the speed.
 */
export function kindAt(text: string, at: number): number {
  return at < text.length ? kindOfUnit(text.charCodeAt(at)) : NOTHING;
}

/** The unit at a place of a text, 0 behind its end: see `kindAt`. */
export function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

function kindByRange(c: number): number {
  if (c < 0x2000) {
    if (c >= 0x0e00 && c <= 0x0eff) return c === 0x0e3f || c === 0x0e4f || (c >= 0x0e5a && c <= 0x0e5b) ? GAP : SINGLE;
    if (c >= 0x1000 && c <= 0x109f) return c === 0x104a || c === 0x104b ? GAP : SINGLE;
    if (c >= 0x1100 && c <= 0x11ff) return SINGLE;
    if (c >= 0x1780 && c <= 0x17ff) return SINGLE;
    if (c < 0xc0) return c === 0xaa || c === 0xb5 || c === 0xba ? LETTER : GAP;
    if (c === 0xd7 || c === 0xf7) return GAP;
    // Hebrew, Arabic, Devanagari and Armenian punctuation, and the Ethiopic word space.
    if (c === 0x589 || c === 0x5be || c === 0x5c0 || c === 0x5c3 || c === 0x60c || c === 0x61b || c === 0x61f) return GAP;
    if ((c >= 0x660 && c <= 0x669) || (c >= 0x6f0 && c <= 0x6f9) || (c >= 0x966 && c <= 0x96f)) return DIGIT;
    if (c === 0x6d4 || c === 0x964 || c === 0x965 || c === 0x1680 || (c >= 0x1361 && c <= 0x1368)) return GAP;
    return LETTER;
  }
  if (c < 0x2c00) return GAP;
  if (c < 0x3000) return c >= 0x2e00 && c <= 0x2fff ? GAP : LETTER;
  if (c < 0x3040) return c === 0x3005 || c === 0x3006 || c === 0x3007 ? SINGLE : GAP;
  if (c === 0x30fb || c === 0x30a0) return GAP;
  if (c < 0xa000) return SINGLE;
  if ((c >= 0xac00 && c <= 0xd7af) || (c >= 0xa960 && c <= 0xa97f)) return SINGLE;
  // Emoji and rare ideographs alike: a picture between two words must not part them.
  if (c >= 0xd800 && c <= 0xdfff) return GAP;
  if (c >= 0xe000 && c <= 0xf8ff) return GAP;
  if (c >= 0xf900 && c <= 0xfaff) return SINGLE;
  if ((c >= 0xfe00 && c <= 0xfe6f) || c >= 0xff00) return GAP;
  return LETTER;
}

/** Ends a sentence wherever it stands. */
export function isFullStop(c: number): boolean {
  return c === 0x3002 || c === 0x21 || c === 0x3f || c === 0x61f || c === 0x6d4 || c === 0x964 || c === 0x203c;
}
