import type { Span, Stream } from '../model.js';
import { HEADS } from './resemblance.js';
import { NO_ODDS } from './trees.js';

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

/** What the wording of segments says of one that is of another hand: log-odds, `NO_ODDS` where there is none. */
export type Apart = {
  /** Of the segment that is most like a real case. */
  readonly real: number;
  /** The same of those without a claim. */
  readonly free: number;
  /** Most that a segment is more like a real case than like a letter, anywhere and at an end. */
  readonly gap: number;
  readonly end: number;
  readonly segments: number;
};

const REAL = HEADS.indexOf('real');
const OF_LETTER = HEADS.indexOf('letter');
/** Segments at an end in which somebody introduces or follows up what they show. */
const AT_END = 2;

/** By the log-odds of each segment, in the order of the text. */
export function besideOf(segments: readonly { readonly odds: readonly number[]; readonly claims: boolean }[]): Apart {
  const real = segments.map(({ odds }) => odds[REAL] as number);
  const gap = segments.map(({ odds }) => (odds[REAL] as number) - (odds[OF_LETTER] as number));
  const free = real.filter((_, k) => segments[k]?.claims === false);
  return { real: most(real), free: most(free), gap: most(gap), end: most([...gap.slice(0, AT_END), ...gap.slice(-AT_END)]), segments: segments.length };
}

function most(odds: readonly number[]): number {
  return odds.length === 0 ? NO_ODDS : Math.round(100 * Math.max(...odds)) / 100;
}
