/** What the trees weigh between: texts of real blackmail, letters sent to millions, other scams, all else, and a real case with such a letter in or beside it. */
export const CLASSES = ['real', 'letter', 'kin', 'harmless', 'mixed'] as const;
export type Class = (typeof CLASSES)[number];

/** For each class how likely it is, 0 to 1; they sum to 1. */
export type Weighing = Readonly<Record<Class, number>>;

/**
 * Boosted trees over traits of a message (Friedman 2001), by measurement. `traits` names what they look at; of `n` classes tree `k` speaks for
 * class `k % n`. A tree is a list of nodes in the order head, lower half, upper half: [trait, most, where the upper half begins] for a
 * question "is the trait at most this", [-1, log-odds] for an answer.
 */
export type Trees = {
  readonly traits: readonly string[];
  readonly trees: readonly (readonly number[])[];
};

const QUESTION = 3;

/** The trait of a text whose wording was not looked at: below all odds there are. */
export const NO_ODDS = -99;

/** How likely each class is by the traits of a message. */
export function weighedBy(trees: Trees, of: ReadonlyMap<string, number>): Weighing {
  const chances = chancesBy(trees, of, CLASSES.length);
  return Object.fromEntries(CLASSES.map((name, k) => [name, chances[k]])) as Weighing;
}

/** How likely each of `n` classes is, 0 to 1; they sum to 1. A trait that is not named is 0. Bounded by the size of the trees. */
export function chancesBy(model: Trees, of: ReadonlyMap<string, number>, n: number): readonly number[] {
  const laid = laidOut(model);
  const { places, given, begins } = laid;
  given.fill(0);
  // A message has some forty traits of several hundred.
  for (const [name, value] of of) {
    const place = places.get(name);
    if (place !== undefined) given[place] = value;
  }
  const sums = Array.from({ length: n }, () => 0);
  for (let k = 0; k < begins.length; k++) sums[k % n] = (sums[k % n] as number) + answerOf(laid, begins[k] as number, given);
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const whole = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / whole);
}

function answerOf({ trait, most, upper }: LaidOut, begin: number, given: Float64Array): number {
  let node = begin;
  for (let asked = trait[node] as number; asked >= 0; asked = trait[node] as number) {
    node = (given[asked] as number) <= (most[node] as number) ? node + 1 : (upper[node] as number);
  }
  return most[node] as number;
}

/** The nodes of all trees behind each other, where each tree begins among them, and the traits as numbers. */
type LaidOut = {
  readonly places: ReadonlyMap<string, number>;
  readonly given: Float64Array;
  readonly begins: readonly number[];
  readonly trait: Int16Array;
  /** What is asked, or answered. */
  readonly most: Float64Array;
  readonly upper: Int32Array;
};

const LAID_OUT = new WeakMap<Trees, LaidOut>();

function laidOut(model: Trees): LaidOut {
  let made = LAID_OUT.get(model);
  if (made === undefined) {
    made = layOut(model);
    LAID_OUT.set(model, made);
  }
  return made;
}

function layOut({ traits, trees }: Trees): LaidOut {
  const begins: number[] = [];
  const trait: number[] = [];
  const most: number[] = [];
  const upper: number[] = [];
  for (const tree of trees) {
    const nodeAt = new Map<number, number>();
    begins.push(trait.length);
    for (let at = 0; at < tree.length; at += tree[at] === -1 ? 2 : QUESTION) {
      nodeAt.set(at, trait.length);
      trait.push(tree[at] as number);
      most.push(tree[at + 1] as number);
      upper.push(tree[at] === -1 ? 0 : (tree[at + 2] as number));
    }
    for (let node = begins.at(-1) as number; node < trait.length; node++) upper[node] = nodeAt.get(upper[node] as number) as number;
  }
  return {
    places: new Map(traits.map((name, k) => [name, k])),
    given: new Float64Array(traits.length),
    begins,
    trait: Int16Array.from(trait),
    most: Float64Array.from(most),
    upper: Int32Array.from(upper),
  };
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
