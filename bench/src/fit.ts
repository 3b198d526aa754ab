import { mkdirSync, writeFileSync } from 'node:fs';
import { HEADS, type Head, packWeights } from '@hattari/engine';
import { cardOf, type HeadFigures } from './fit/card.js';
import { type Example, examples } from './fit/texts.js';
import { thresholdOf } from './fit/threshold.js';
import { heldOut, train } from './fit/train.js';
import { ROOT } from './root.js';

// Fits what texts of real blackmail resemble: npm run fit. The same bytes for the same texts; the unseen cases and the letters held out
// are never read here.
const SEED = 'hattari resemblance';
/** Steps of a weight on either side of zero: finer ones find no text more, and do not fit in 300 KB. */
const STEPS = 20;
const OUT = `${ROOT}engine/weights/`;

const all = examples();
const fitted = HEADS.map((head) => fitHead(head, all));
const most = fitted.map(({ weights }) => weights.reduce((max, w) => Math.max(max, Math.abs(w)), 0) || 1);
const buckets = fitted[0]?.weights.length ?? 0;
const weights = new Int8Array(buckets * HEADS.length);
fitted.forEach((one, head) => {
  for (let bucket = 0; bucket < buckets; bucket++) {
    weights[bucket * HEADS.length + head] = Math.round((STEPS * (one.weights[bucket] as number)) / (most[head] as number));
  }
});
const bytes = packWeights({
  bias: fitted.map(({ bias }) => round(bias)),
  scale: most.map((max) => round(max / STEPS)),
  threshold: fitted.map(({ figures }) => round(figures.threshold)),
  ...levelsOf(fitted[0]?.figures),
  weights,
});
mkdirSync(OUT, { recursive: true });
writeFileSync(`${OUT}resemblance.bin`, bytes);
const card = cardOf(
  fitted.map(({ figures }) => figures),
  all,
  bytes,
);
writeFileSync(`${OUT}README.md`, card);
console.log(card);

function fitHead(head: Head, from: readonly Example[]): { readonly bias: number; readonly weights: Float64Array; readonly figures: HeadFigures } {
  const own = from.filter(({ labels }) => labels[head] !== null);
  const texts = own.map(({ features }) => features);
  const labels = own.map((one) => one.labels[head] === true);
  const odds = heldOut(texts, labels, `${SEED} ${head}`);
  const figures = { head, ...thresholdOf(head, own, labels, odds) };
  return { ...train(texts, labels, `${SEED} ${head}`), figures };
}

/** The other levels are those of the head `real`. */
function levelsOf(figures: HeadFigures | undefined): { readonly alone: number; readonly doubt: number; readonly unlike: number } {
  return { alone: round(figures?.alone ?? 0), doubt: round(figures?.doubt ?? 0), unlike: round(figures?.unlike ?? 0) };
}

function round(n: number): number {
  return Math.round(n * 1e6) / 1e6;
}
