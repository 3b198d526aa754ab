import { BUCKETS, featuresOf } from './features.js';

/** What a text can resemble: `real` is any text of a person who is blackmailed or courted for it, `letter` one sent to millions; the others are kinds of `real`. */
export const HEADS = ['real', 'before', 'third-party', 'known-person', 'letter'] as const;
export type Head = (typeof HEADS)[number];

/**
 * Languages of the texts that the weights were fitted on. In another one a wording that speaks for a threat is still like one, but that it
 * speaks against says only that the weights have never seen the language.
 */
export const FITTED: ReadonlySet<string> = new Set(['en', 'ja', 'de', 'ko', 'pt', 'ru']);

/** Weights by measurement (engine/weights/README.md): a linear model of hashed features for each head. */
export type Resemblance = {
  /** Log-odds are bias + scale * sum of weights / square root of the number of features. */
  readonly bias: readonly number[];
  readonly scale: readonly number[];
  /** Log-odds from which on a head speaks, set on texts that the weights were not fitted on. */
  readonly threshold: readonly number[];
  /** Of the head `real`: from `alone` on no sign in words is needed, from `doubt` on nothing is an all-clear, below `unlike` signs may stand by chance. */
  readonly alone: number;
  readonly doubt: number;
  readonly unlike: number;
  /** `weights[bucket * HEADS.length + head]`. */
  readonly weights: Int8Array;
};

/** Log-odds of each head for some folded texts. */
export function logOdds(model: Resemblance, texts: readonly string[]): readonly number[] {
  const features = featuresOf(texts);
  const sums = HEADS.map(() => 0);
  for (const bucket of features) {
    for (let head = 0; head < HEADS.length; head++) sums[head] = (sums[head] as number) + (model.weights[bucket * HEADS.length + head] as number);
  }
  const length = Math.sqrt(Math.max(1, features.length));
  return sums.map((sum, head) => (model.bias[head] as number) + ((model.scale[head] as number) * sum) / length);
}

/** How like a text is: `surely` says it without any sign, `likely` with one, `maybe` keeps `clear` away, `hardly` speaks against signs. */
export type How = 'surely' | 'likely' | 'maybe' | 'hardly';
export type Likeness = { readonly to: Head; readonly how: How };

/** The heads that speak for some folded texts, and what is said against `real`: none for a text that says nothing. */
export function resembled(model: Resemblance, texts: readonly string[]): readonly Likeness[] {
  if (texts.every((text) => text.trim() === '')) return [];
  const odds = logOdds(model, texts);
  return HEADS.flatMap((to, head): Likeness[] => {
    const how = howFar(model, to, odds[head] as number, model.threshold[head] as number);
    return how === null ? [] : [{ to, how }];
  });
}

function howFar(model: Resemblance, head: Head, odds: number, threshold: number): How | null {
  if (head !== 'real') return odds >= threshold ? 'likely' : null;
  if (odds >= model.alone) return 'surely';
  if (odds >= threshold) return 'likely';
  if (odds >= model.doubt) return 'maybe';
  return odds < model.unlike ? 'hardly' : null;
}

/** Longest line of numbers, in bytes. */
const NUMBERS = 4_096;
const WEIGHTS = BUCKETS * HEADS.length;

/** Bytes of a weights file: a line of JSON (bias, scale, threshold), then the weights. */
export function packWeights({ weights, ...numbers }: Resemblance): Uint8Array {
  const line = [...`${JSON.stringify(numbers)}\n`].map((c) => c.charCodeAt(0));
  const bytes = new Uint8Array(line.length + weights.length);
  bytes.set(line);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), line.length);
  return bytes;
}

/** The weights of a file. Throws a sentence on anything that `packWeights` did not write. */
export function readWeights(bytes: Uint8Array): Resemblance {
  const end = bytes.indexOf(10);
  if (end < 0 || end > NUMBERS || bytes.length - end - 1 !== WEIGHTS) throw new Error(`weights: wanted a line and ${WEIGHTS} bytes, got ${bytes.length} bytes`);
  const numbers = JSON.parse(String.fromCharCode(...bytes.subarray(0, end))) as Omit<Resemblance, 'weights'>;
  for (const name of ['alone', 'doubt', 'unlike'] as const) if (!Number.isFinite(numbers[name])) throw new Error(`weights: wanted a number as ${name}`);
  for (const name of ['bias', 'scale', 'threshold'] as const)
    if (!Array.isArray(numbers[name]) || numbers[name].length !== HEADS.length) throw new Error(`weights: wanted ${HEADS.length} numbers as ${name}`);
  return { ...numbers, weights: Int8Array.from(bytes.subarray(end + 1)) };
}
