/** What the trees weigh between: texts of real blackmail, letters sent to millions, other scams, and all else. */
export const CLASSES = ['real', 'letter', 'kin', 'harmless'] as const;
export type Class = (typeof CLASSES)[number];

/** For each class how likely it is, 0 to 1; they sum to 1. */
export type Weighing = Readonly<Record<Class, number>>;

/**
 * Boosted trees over traits of a message (Friedman 2001), by measurement. `traits` names what they look at; tree `k` speaks for class
 * `k % CLASSES.length`. A tree is a list of nodes in the order head, lower half, upper half: [trait, most, where the upper half begins] for a
 * question "is the trait at most this", [-1, log-odds] for an answer.
 */
export type Trees = {
  readonly traits: readonly string[];
  readonly trees: readonly (readonly number[])[];
};

const QUESTION = 3;

/** The trait of a text whose wording was not looked at: below all odds there are. */
export const NO_ODDS = -99;

/** How likely each class is by the traits of a message; a trait that is not named is 0. Bounded by the size of the trees. */
export function weighedBy(model: Trees, of: ReadonlyMap<string, number>): Weighing {
  const { places, given, flat, begins } = laidOut(model);
  given.fill(0);
  // A message has some forty traits of several hundred.
  for (const [name, value] of of) {
    const place = places.get(name);
    if (place !== undefined) given[place] = value;
  }
  const sums = CLASSES.map(() => 0);
  for (let k = 0; k < begins.length; k++) sums[k % CLASSES.length] = (sums[k % CLASSES.length] as number) + answerOf(flat, begins[k] as number, given);
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const whole = powers.reduce((sum, power) => sum + power, 0);
  return Object.fromEntries(CLASSES.map((name, k) => [name, (powers[k] as number) / whole])) as Weighing;
}

function answerOf(flat: Float64Array, begin: number, given: Float64Array): number {
  let at = begin;
  for (let trait = flat[at] as number; trait >= 0; trait = flat[at] as number) {
    at = (given[trait] as number) <= (flat[at + 1] as number) ? at + QUESTION : begin + (flat[at + 2] as number);
  }
  return flat[at + 1] as number;
}

/** All trees behind each other, where each begins, and the traits as numbers. */
type LaidOut = { readonly places: ReadonlyMap<string, number>; readonly given: Float64Array; readonly flat: Float64Array; readonly begins: readonly number[] };

const LAID_OUT = new WeakMap<Trees, LaidOut>();

function laidOut(model: Trees): LaidOut {
  const known = LAID_OUT.get(model);
  if (known !== undefined) return known;
  const { traits, trees } = model;
  const begins: number[] = [];
  let size = 0;
  for (const tree of trees) {
    begins.push(size);
    size += tree.length;
  }
  const made = { places: new Map(traits.map((name, k) => [name, k])), given: new Float64Array(traits.length), flat: Float64Array.from(trees.flat()), begins };
  LAID_OUT.set(model, made);
  return made;
}

/** Throws a sentence on trees that would not end, or that ask for a trait nobody named. */
export function checkTrees({ traits, trees }: Trees): void {
  for (const tree of trees) {
    for (let at = 0; at < tree.length; ) {
      const [trait = Number.NaN, most, upper = 0] = tree.slice(at, at + QUESTION);
      const isAnswer = trait === -1;
      const leadsOn = Number.isInteger(trait) && trait >= 0 && trait < traits.length && Number.isInteger(upper) && upper > at && upper < tree.length;
      if (!(isAnswer || leadsOn) || !Number.isFinite(most))
        throw new Error(`weights: wanted trees that lead on to an answer, got ${tree.slice(at, at + QUESTION)}`);
      at += isAnswer ? 2 : QUESTION;
    }
    if (tree.length < 2) throw new Error('weights: wanted trees, got an empty one');
  }
}
