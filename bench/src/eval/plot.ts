import type { Share } from './interval.js';

/** A line of a plot: a count of so many, drawn as a dot with its interval. */
export type Row = { readonly name: string; readonly share: Share; readonly of: 'ours' | 'others' };

export type Plot = {
  readonly title: string;
  /** What a person who cannot see it is told. */
  readonly description: string;
  /** `rare`: a scale of powers of ten, for shares that should be near nothing. */
  readonly scale: 'share' | 'rare';
  readonly rows: readonly Row[];
};

const WIDTH = 900;
const NAMES = 300;
const FIGURES = 220;
const LINE = 22;
const HEAD = 46;
const FOOT = 30;
const LEAST = 1e-4;

/** A picture of static SVG, no script and no style sheet: dark on white at 7:1 or more, shape as well as colour tells whose dot it is. */
export function plotOf({ title, description, scale, rows }: Plot): string {
  const height = HEAD + rows.length * LINE + FOOT;
  const at = (share: number): number => NAMES + (scale === 'share' ? share : onTens(share)) * (WIDTH - NAMES - FIGURES);
  const ticks = scale === 'share' ? [0, 0.25, 0.5, 0.75, 1] : [1e-4, 1e-3, 1e-2, 1e-1, 1];
  const bottom = HEAD + rows.length * LINE;
  const grid = ticks.flatMap((tick) => [
    `<line x1="${round(at(tick))}" y1="${HEAD - 6}" x2="${round(at(tick))}" y2="${bottom}" stroke="#d5dae0"/>`,
    `<text x="${round(at(tick))}" y="${bottom + 18}" text-anchor="middle" fill="#45505c">${scale === 'rare' && tick === LEAST ? 'or less ' : ''}${percent(tick)}</text>`,
  ]);
  const lines = rows.flatMap(({ name, share, of }, k) => {
    const y = HEAD + k * LINE + LINE / 2;
    const ink = of === 'ours' ? '#0b4f8a' : '#4a4a4a';
    const value = share.of === 0 ? 0 : share.part / share.of;
    const x = round(at(value));
    const dot =
      of === 'ours' ? `<circle cx="${x}" cy="${y}" r="5" fill="${ink}"/>` : `<rect x="${x - 4.5}" y="${y - 4.5}" width="9" height="9" fill="${ink}"/>`;
    return [
      `<text x="${NAMES - 12}" y="${y + 4}" text-anchor="end" fill="#1a1a1a">${escaped(name)}</text>`,
      `<line x1="${round(at(share.low))}" y1="${y}" x2="${round(at(share.high))}" y2="${y}" stroke="${ink}" stroke-width="2"/>`,
      share.of === 0 ? '' : dot,
      `<text x="${WIDTH - FIGURES + 12}" y="${y + 4}" fill="#1a1a1a">${escaped(figuresOf(share))}</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="13">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<text x="16" y="24" font-size="16" font-weight="600" fill="#1a1a1a">${escaped(title)}</text>`,
    ...grid,
    ...lines.filter((line) => line !== ''),
    '</svg>\n',
  ].join('\n');
}

/** `27 of 27 (87 to 100 %)`. */
export function figuresOf({ part, of, low, high }: Share): string {
  return of === 0 ? 'none tried' : `${grouped(part)} of ${grouped(of)} (${percent(low).replace(' %', '')} to ${percent(high)})`;
}

/** Digits enough to say how far from nothing and from all it is; 0 and 1 exactly. */
export function percent(share: number): string {
  const of100 = 100 * share;
  if (of100 > 99) return `${Math.floor(of100 * 100) / 100} %`;
  return `${of100 === 0 || of100 >= 10 ? Math.round(of100 * 10) / 10 : Number(of100.toPrecision(2))} %`;
}

export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** One in ten thousand and less is 0, all is 1. */
function onTens(share: number): number {
  return share <= LEAST ? 0 : 1 - Math.log10(share) / Math.log10(LEAST);
}

function round(x: number): number {
  return Math.round(x * 10) / 10;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
