import { type Figure, IPA_QUESTIONS, IPA_SEEN, SPAN } from '../figures.js';
import { useSay } from './place.js';
import { hostOf } from './prose.js';

/** A wave on the line of time: its number in the list, and when it began. */
export type Mark = { readonly number: number; readonly year: number; readonly month: number };

// Units of the drawing: it is as wide as a small phone, so that its letters are readable there.
const WIDTH = 340;
const LEFT = 8;
const QUARTER = (WIDTH - 2 * LEFT) / ((SPAN.to - SPAN.from + 1) * 4);
const BASE = 155;
const TALLEST = 130;
const MOST = Math.max(...IPA_QUESTIONS.map(({ count }) => count));
/** Marks nearer than this stand below one another. */
const APART = 15.5;

/** Questions by quarter above the line of time, the waves below it; the same numbers as a table beneath. */
export function Chart({ marks }: { readonly marks: readonly Mark[] }) {
  const say = useSay();
  const placed = rowsOf(marks);
  const rows = Math.max(...placed.map(({ row }) => row)) + 1;
  const height = BASE + 26 + rows * APART + 6;
  return (
    <figure class="chart">
      <figcaption>{say('chart-title')}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-describedby="chart-text">
        <title>{say('chart-title')}</title>
        {IPA_QUESTIONS.map((figure) => {
          const tall = (figure.count / MOST) * TALLEST;
          const x = round(xOf(figure.year, (figure.quarter - 1) * 3));
          return (
            <g key={x}>
              <rect class="bar-of" x={x} y={round(BASE - tall)} width={round(QUARTER - 1)} height={round(tall)} />
              <text class="count" transform={`translate(${round(x + QUARTER / 2 + 3.5)} ${round(BASE - tall - 3)})rotate(-90)`}>
                {figure.count}
              </text>
            </g>
          );
        })}
        <path class="axis" d={`M${LEFT} ${BASE}H${WIDTH - LEFT}`} />
        {years().map((year) => (
          <g key={year}>
            <path class="axis" d={`M${round(xOf(year, 0))} ${BASE}v4`} />
            <text class="year" x={round(xOf(year, 6))} y={BASE + 14}>
              {year}
            </text>
          </g>
        ))}
        {placed.map(({ number, x, row }) => (
          <g key={number}>
            <circle class="wave" cx={x} cy={BASE + 28 + row * APART} r="7" />
            <text class="number" x={x} y={BASE + 31.3 + row * APART}>
              {number}
            </text>
          </g>
        ))}
      </svg>
      <p id="chart-text" class="small">
        {say('chart-text')} {say('chart-months')}
      </p>
      <details>
        <summary>{say('chart-table')}</summary>
        <Numbers />
      </details>
    </figure>
  );
}

function Numbers() {
  const say = useSay();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('chart-quarter')}</th>
          <th scope="col">{say('chart-count')}</th>
          <th scope="col">{say('desks-source')}</th>
        </tr>
      </thead>
      <tbody>
        {IPA_QUESTIONS.map((figure) => (
          <tr key={nameOf(figure)}>
            <th scope="row">{nameOf(figure)}</th>
            <td>{figure.count}</td>
            <td>
              <a href={figure.source}>{hostOf(figure.source)}</a> ({say('seen', { date: IPA_SEEN })})
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Months of the quarter as figures, the same in every language: 2019/10–12. */
function nameOf({ year, quarter }: Figure): string {
  return `${year}/${quarter * 3 - 2}–${quarter * 3}`;
}

function years(): readonly number[] {
  return Array.from({ length: SPAN.to - SPAN.from + 1 }, (_, i) => SPAN.from + i);
}

/** `month`: 0 is January. */
function xOf(year: number, month: number): number {
  return LEFT + ((year - SPAN.from) * 4 + month / 3) * QUARTER;
}

/** The first row in which a mark touches none before it. */
function rowsOf(marks: readonly Mark[]): readonly { readonly number: number; readonly x: number; readonly row: number }[] {
  const ends: number[] = [];
  return marks.map(({ number, year, month }) => {
    const x = round(xOf(year, month - 0.5));
    const free = ends.findIndex((end) => x - end >= APART);
    const row = free === -1 ? ends.length : free;
    ends[row] = x;
    return { number, x, row };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
