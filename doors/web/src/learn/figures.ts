/** A quarter of a year and how often something was counted in it; `source` is the page on which the figure was seen. */
export type Figure = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4; readonly count: number; readonly source: string };

/**
 * Questions to the help desk of IPA (Japan) about mail that demands cryptocurrency, in quarters of the calendar. Only figures that stand
 * in a source: those that could be worked out from a change in per cent are left out. Individuals and firms together until March 2025,
 * individuals alone from then on.
 */
export const IPA_QUESTIONS: readonly Figure[] = [
  { year: 2019, quarter: 1, count: 117, source: 'https://crypto.watch.impress.co.jp/docs/news/1197970.html' },
  { year: 2019, quarter: 2, count: 91, source: 'https://crypto.watch.impress.co.jp/docs/news/1197970.html' },
  { year: 2019, quarter: 3, count: 95, source: 'https://internet.watch.impress.co.jp/docs/news/1231228.html' },
  { year: 2019, quarter: 4, count: 168, source: 'https://internet.watch.impress.co.jp/docs/news/1231228.html' },
  { year: 2020, quarter: 2, count: 41, source: 'https://s.netsecurity.ne.jp/article/2020/07/27/44358.html' },
  { year: 2022, quarter: 2, count: 52, source: 'https://jyro-security.com/sonota/4660/' },
  { year: 2022, quarter: 4, count: 28, source: 'https://scan.netsecurity.ne.jp/article/2023/01/20/48793.html' },
  { year: 2025, quarter: 1, count: 118, source: 'https://www.ipa.go.jp/security/anshin/reports/2025q1outline.html' },
  { year: 2025, quarter: 2, count: 38, source: 'https://www.ipa.go.jp/security/anshin/reports/2025q2outline.html' },
];

/** Day on which these pages were seen, in stored copies. */
export const IPA_SEEN = '2026-11-29';

/** First and last year of the chart. */
export const SPAN = { from: 2018, to: 2026 } as const;
