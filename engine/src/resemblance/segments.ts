import type { Span, Stream } from '../model.js';

/** Units from which on a paragraph is cut at the end of a sentence, and below which words tell nothing by themselves. */
const LONG = 400;
const SHORT = 40;
/** Segments that are looked at, from the head and from the tail: a letter and a story have some ten each, and a story stands at an end. */
const MOST = 30;

/** Some sentences of a text that may be of another hand than the rest. `claims`: a claim of a letter stands in them. */
export type Segment = { readonly text: string; readonly claims: boolean };

/** Folded texts in paragraphs, and long paragraphs in some sentences each. Linear, and bounded in number. */
export function segmentsOf(bodies: readonly Stream[], spans: readonly Span[]): readonly Segment[] {
  const all = bodies.flatMap(({ part, text, origin }) =>
    cut(text).flatMap(({ from, to }): Segment[] => {
      const piece = text.slice(from, to);
      if (piece.trim().length < SHORT) return [];
      const start = origin[from] as number;
      const end = (origin[to - 1] as number) + 1;
      return [{ text: piece, claims: spans.some((s) => s.part === part && s.start < end && start < s.end) }];
    }),
  );
  return all.length <= 2 * MOST ? all : [...all.slice(0, MOST), ...all.slice(-MOST)];
}

const BREAK = /\n[ \t\r]*\n|[.!?。！？؟।\n]/g;

function cut(text: string): { readonly from: number; readonly to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(BREAK)) {
    const to = index + mark.length;
    if (to - from < LONG && !(mark.length > 1)) continue;
    pieces.push({ from, to });
    from = to;
  }
  if (from < text.length) pieces.push({ from, to: text.length });
  return pieces;
}
