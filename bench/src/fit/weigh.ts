import { BESIDE, besideOf, CLASSES, chancesBy, FAMILIES, HEADS, NO_ODDS, type Trees, weighedBy } from '@hattari/engine';
import { boost, type Row } from './boost.js';
import type { FittedHead } from './heads.js';
import type { Example } from './texts.js';
import { score, type Weights } from './train.js';

/** Rounds of the trees that tell the families of other scams apart: of few texts more are learnt by heart. */
const ROUNDS = 60;

export type Fitted = {
  readonly trees: Trees;
  readonly families: Trees;
  /** Of each text the chances of each class, by trees that had not seen it. */
  readonly heldOut: readonly (readonly number[])[];
  /** Other scams whose family is told rightly by trees that had not seen them, and how many there are. */
  readonly familiesRight: number;
  readonly familiesOf: number;
};

/**
 * Trees over the traits of texts and the odds of their wording. The odds of each text are those of heads that had not seen it: trees that
 * learn from odds of what a head knows by heart would trust it too much.
 */
export function fitTrees(
  texts: readonly Example[],
  others: readonly Example[],
  heads: readonly FittedHead[],
  foldOf: (text: Example) => number,
  folds: number,
  seed: string,
): Fitted {
  const rowOf = (text: Example, fold: number): Row => ({ traits: withOdds(text, heads, fold), label: CLASSES.indexOf(text.of) });
  const rows = texts.map((text) => ({ fold: foldOf(text), row: rowOf(text, foldOf(text)) }));
  const more = others.map((text) => ({ fold: foldOf(text), row: rowOf(text, foldOf(text)) }));
  const kin = texts.flatMap((text, k) =>
    text.family === null ? [] : [{ fold: foldOf(text), row: { ...(rows[k] as (typeof rows)[number]).row, label: FAMILIES.indexOf(text.family) } }],
  );
  const heldOut: number[][] = [];
  let familiesRight = 0;
  for (let fold = 0; fold < folds; fold++) {
    const trees = boost(outside([...rows, ...more], fold), `${seed} trees ${fold}`, CLASSES.length);
    rows.forEach(({ fold: of, row }, k) => {
      if (of === fold) heldOut[k] = CLASSES.map((name) => weighedBy(trees, row.traits)[name]);
    });
    const families = boost(outside(kin, fold), `${seed} families ${fold}`, FAMILIES.length, ROUNDS);
    for (const { fold: of, row } of kin) if (of === fold && likeliest(chancesBy(families, row.traits, FAMILIES.length)) === row.label) familiesRight++;
  }
  const all = (of: readonly { readonly row: Row }[]): Row[] => of.map(({ row }) => row);
  return {
    trees: boost(all([...rows, ...more]), `${seed} trees`, CLASSES.length),
    families: boost(all(kin), `${seed} families`, FAMILIES.length, ROUNDS),
    heldOut,
    familiesRight,
    familiesOf: kin.length,
  };
}

function outside(rows: readonly { readonly fold: number; readonly row: Row }[], fold: number): Row[] {
  return rows.flatMap(({ fold: of, row }) => (of === fold ? [] : [row]));
}

function likeliest(chances: readonly number[]): number {
  return chances.indexOf(Math.max(...chances));
}

/** Texts whose wording the engine does not look at keep no odds here too. */
function withOdds({ traits, features, parts }: Example, heads: readonly FittedHead[], fold: number): ReadonlyMap<string, number> {
  const oddsOf = (of: Uint32Array): number[] => heads.map(({ without }) => score(without[fold] as Weights, of));
  const known = new Map(traits);
  if (traits.get(`odds ${HEADS[0]}`) !== NO_ODDS) oddsOf(features).forEach((odds, k) => void known.set(`odds ${HEADS[k]}`, Math.round(100 * odds) / 100));
  if (traits.get('beside segments') !== NO_ODDS) {
    const beside = besideOf(parts.map((part) => ({ odds: oddsOf(part.features), claims: part.claims })));
    for (const name of BESIDE) known.set(`beside ${name}`, beside[name]);
  }
  return known;
}
