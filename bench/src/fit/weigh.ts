import { CLASSES, HEADS, type Head, NO_ODDS, type Trees, weighedBy } from '@hattari/engine';
import { randomOf } from '../disguise/random.js';
import { boost, type Row } from './boost.js';
import type { Example } from './texts.js';

const FOLDS = 5;
const SEED = 'hattari trees';

export type Fitted = {
  readonly trees: Trees;
  /** Of each text the chances of each class, by trees that had not seen it. */
  readonly heldOut: readonly (readonly number[])[];
};

/**
 * Trees over the traits of texts and the odds of their wording. `odds` of each head are those of models that had not seen the text: trees
 * that learn from odds of what a model knows by heart would trust it too much.
 */
export function fitTrees(texts: readonly Example[], odds: Readonly<Record<Head, readonly number[]>>): Fitted {
  const rows = texts.map((text, k): Row => ({ traits: withOdds(text, (head) => odds[head][k] as number), label: CLASSES.indexOf(text.of) }));
  const random = randomOf(`${SEED} folds`);
  const foldOf = rows.map(() => Math.floor(random() * FOLDS));
  const heldOut: number[][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = boost(
      rows.filter((_, k) => foldOf[k] !== fold),
      `${SEED} ${fold}`,
    );
    rows.forEach(({ traits }, k) => {
      if (foldOf[k] === fold) heldOut[k] = CLASSES.map((name) => weighedBy(trees, traits)[name]);
    });
  }
  return { trees: boost(rows, SEED), heldOut };
}

/** Texts whose wording the engine does not look at keep no odds here too. */
function withOdds({ traits }: Example, of: (head: Head) => number): ReadonlyMap<string, number> {
  const known = new Map(traits);
  for (const head of HEADS) if (traits.get(`odds ${head}`) !== NO_ODDS) known.set(`odds ${head}`, Math.round(100 * of(head)) / 100);
  return known;
}
