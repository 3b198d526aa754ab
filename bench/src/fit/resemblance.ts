import { BUCKETS, HEADS, type Knowledge, type Resemblance } from '@hattari/engine';
import { randomOf } from '../disguise/random.js';
import { fitHeads, type HeadFigures } from './heads.js';
import { joined } from './joined.js';
import type { Example } from './texts.js';
import { type Fitted, fitTrees } from './weigh.js';

/** Steps of a weight on either side of zero: finer ones find no text more, and do not fit in 300 KB. */
const STEPS = 9;
const FOLDS = 5;
/** Texts of a language from which on its everyday words were seen often enough to miss them. */
const ENOUGH = 200;

export type Measured = { readonly resemblance: Resemblance; readonly figures: readonly HeadFigures[]; readonly weighing: Fitted };

/** All weights of some texts, and of `made` ones of which only the trees learn; `know` without weights. The same for the same texts and seed. */
export function measure(texts: readonly Example[], made: readonly Example[], seed: string, know: Knowledge): Measured {
  const random = randomOf(`${seed} folds`);
  const folds = new Map<Example, number>(texts.map((text) => [text, Math.floor(random() * FOLDS)]));
  const foldOf = (text: Example): number => folds.get(text) as number;
  const heads = fitHeads(texts, foldOf, FOLDS, seed);
  const meets = joined(texts, seed, know, (a, b) => foldOf(a) === foldOf(b));
  for (const text of meets) folds.set(text, foldOf(text.like));
  for (const text of made) folds.set(text, Math.floor(random() * FOLDS));
  const others = [...meets, ...made];
  const weighing = fitTrees(texts, others, heads, foldOf, FOLDS, seed);
  const most = heads.map(({ weights }) => weights.reduce((max, w) => Math.max(max, Math.abs(w)), 0) || 1);
  const weights = new Int8Array(BUCKETS * HEADS.length);
  heads.forEach((one, head) => {
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      weights[bucket * HEADS.length + head] = Math.round((STEPS * (one.weights[bucket] as number)) / (most[head] as number));
    }
  });
  const [real] = heads;
  return {
    figures: heads.map(({ figures }) => figures),
    weighing,
    resemblance: {
      languages: languagesOf(texts),
      bias: heads.map(({ bias }) => round(bias)),
      scale: most.map((max) => round(max / STEPS)),
      threshold: heads.map(({ figures }) => round(figures.threshold)),
      // The other levels are those of the head `real`.
      alone: round(real?.figures.alone ?? 0),
      doubt: round(real?.figures.doubt ?? 0),
      unlike: round(real?.figures.unlike ?? 0),
      trees: weighing.trees,
      families: weighing.families,
      weights,
    },
  };
}

/** Weights that say nothing: with them the evidence of a text is seen, and whether its wording would be looked at. */
export function bare(know: Knowledge): Knowledge {
  const none = { traits: [], trees: [] };
  const zero = HEADS.map(() => 0);
  const levels = { alone: 1, doubt: 1, unlike: -1 };
  return {
    ...know,
    resemblance: {
      languages: [],
      bias: zero,
      scale: zero,
      threshold: HEADS.map(() => 1),
      ...levels,
      trees: none,
      families: none,
      weights: new Int8Array(BUCKETS * HEADS.length),
    },
  };
}

function languagesOf(texts: readonly Example[]): string[] {
  const all = [...new Set(texts.map(({ language }) => language))].sort();
  return all.filter((language) => texts.filter((text) => text.language === language).length >= ENOUGH);
}

function round(n: number): number {
  return Math.round(n * 1e6) / 1e6;
}
