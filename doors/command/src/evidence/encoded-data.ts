/** Units of encoded data from which on it could be a picture: the smallest JPEG that shows anything has some 800 bytes. */
const SMALLEST = 1_000;
/** Units of a line that belongs to a block: mail breaks base64 at 76, uuencode at 61, others at 64. */
const LINE = 40;

// "data:image/png;base64,...", also written with escapes.
const DATA_URI = /\bdata:[a-z]{1,20}\/[a-z0-9.+-]{1,80}[;,][^\s"'<>)\]]*/gi;
const WORD = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_=-]{1000,}/g;
const QUOTED = /^[>|\s]*/;
const BASE64_LINE = /^[A-Za-z0-9+/_=-]+$/;
// A full line counts 45 bytes, which is the letter M; its end may be spaces.
const UUENCODED_LINE = /^M[\x20-\x60]{50,60}$/;
const HEX_LINE = /^[0-9a-f:\s]{40,}/i;

/** A text without data that could be a picture (data URIs, blocks of base64, uuencode or hex), `mark` in place of each; `count`: how many. */
export function withoutData(text: string, mark: (units: number) => string): { readonly text: string; readonly count: number } {
  let count = 0;
  const left = (data: string): string => {
    count++;
    return mark(data.length);
  };
  const lines = withoutBlocks(text.split('\n'), left).join('\n');
  return { text: lines.replace(DATA_URI, left).replace(WORD, left), count };
}

function withoutBlocks(lines: readonly string[], left: (data: string) => string): string[] {
  const out: string[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    let size = 0;
    while (end < lines.length && isEncoded(lines[end] as string)) size += (lines[end++] as string).length;
    if (size >= SMALLEST) {
      // Its last line is shorter and stays: it could as well be a word of the message.
      out.push(left(lines.slice(at, end).join('\n')));
      at = end;
    } else {
      const kept = Math.max(end, at + 1);
      out.push(...lines.slice(at, kept));
      at = kept;
    }
  }
  return out;
}

function isEncoded(line: string): boolean {
  const own = bare(line);
  if (own.length < LINE || own.length > 1_000) return false;
  return BASE64_LINE.test(own) || UUENCODED_LINE.test(own) || HEX_LINE.test(own);
}

function bare(line: string): string {
  return line.replace(QUOTED, '').trimEnd();
}
