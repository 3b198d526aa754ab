import { mkdirSync, writeFileSync } from 'node:fs';
import { BUCKETS, HEADS, type Head, type Knowledge, makeKnowledge, packWeights } from '@hattari/engine';
import { languagesIn } from '@hattari/shelf';
import { cardOf, type HeadFigures } from './fit/card.js';
import { type Example, examples } from './fit/texts.js';
import { thresholdOf } from './fit/threshold.js';
import { heldOut, score, train } from './fit/train.js';
import { fitTrees } from './fit/weigh.js';
import { ROOT } from './root.js';

// Fits what texts of real blackmail resemble: npm run fit. The same bytes for the same texts; the unseen cases and the letters held out
// are never read here.
const SEED = 'hattari resemblance';
/** Steps of a weight on either side of zero: finer ones find no text more, and do not fit in 300 KB. */
const STEPS = 9;
/** Texts of a language from which on its everyday words were seen often enough to miss them. */
const ENOUGH = 200;
const OUT = `${ROOT}engine/weights/`;

const all = examples(bare());
const fitted = HEADS.map((head) => fitHead(head, all));
const odds = Object.fromEntries(HEADS.map((head, k) => [head, fitted[k]?.odds ?? []])) as Record<Head, readonly number[]>;
const weighing = fitTrees(all, odds);
const most = fitted.map(({ weights }) => weights.reduce((max, w) => Math.max(max, Math.abs(w)), 0) || 1);
const buckets = fitted[0]?.weights.length ?? 0;
const weights = new Int8Array(buckets * HEADS.length);
fitted.forEach((one, head) => {
  for (let bucket = 0; bucket < buckets; bucket++) {
    weights[bucket * HEADS.length + head] = Math.round((STEPS * (one.weights[bucket] as number)) / (most[head] as number));
  }
});
const bytes = packWeights({
  languages: languagesOf(all),
  bias: fitted.map(({ bias }) => round(bias)),
  scale: most.map((max) => round(max / STEPS)),
  threshold: fitted.map(({ figures }) => round(figures.threshold)),
  ...levelsOf(fitted[0]?.figures),
  trees: weighing.trees,
  weights,
});
mkdirSync(OUT, { recursive: true });
writeFileSync(`${OUT}resemblance.bin`, bytes);
const card = cardOf(
  fitted.map(({ figures }) => figures),
  all,
  weighing,
  bytes,
);
writeFileSync(`${OUT}README.md`, card);
console.log(card);

type FittedHead = {
  readonly bias: number;
  readonly weights: Float64Array;
  readonly figures: HeadFigures;
  /** Log-odds of every text by a model that had not seen it. */
  readonly odds: readonly number[];
};

function fitHead(head: Head, from: readonly Example[]): FittedHead {
  const own = from.filter(({ labels }) => labels[head] !== null);
  const texts = own.map(({ features }) => features);
  const labels = own.map((one) => one.labels[head] === true);
  const unseen = heldOut(texts, labels, `${SEED} ${head}`);
  const figures = { head, ...thresholdOf(head, own, labels, unseen) };
  const model = train(texts, labels, `${SEED} ${head}`);
  const known = new Map(own.map((one, k) => [one, unseen[k] as number]));
  return { ...model, figures, odds: from.map((one) => known.get(one) ?? score(model, one.features)) };
}

/** The languages with weights that say nothing: the evidence of a text, and whether its wording would be looked at. */
function bare(): Knowledge {
  const resemblance = {
    languages: [],
    bias: HEADS.map(() => 0),
    scale: HEADS.map(() => 0),
    threshold: HEADS.map(() => 1),
    alone: 1,
    doubt: 1,
    unlike: -1,
    trees: { traits: [], trees: [] },
    weights: new Int8Array(BUCKETS * HEADS.length),
  };
  const languages = languagesIn(`${ROOT}languages`).map(({ value }) => value);
  return { ...makeKnowledge(languages, [], 'fit'), resemblance };
}

/** The other levels are those of the head `real`. */
function levelsOf(figures: HeadFigures | undefined): { readonly alone: number; readonly doubt: number; readonly unlike: number } {
  return { alone: round(figures?.alone ?? 0), doubt: round(figures?.doubt ?? 0), unlike: round(figures?.unlike ?? 0) };
}

function round(n: number): number {
  return Math.round(n * 1e6) / 1e6;
}

function languagesOf(texts: readonly Example[]): string[] {
  const all = [...new Set(texts.map(({ language }) => language))].sort();
  return all.filter((language) => texts.filter((text) => text.language === language).length >= ENOUGH);
}
