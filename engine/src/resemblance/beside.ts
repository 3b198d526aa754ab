import { HEADS } from './resemblance.js';
import { NO_ODDS } from './trees.js';

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
