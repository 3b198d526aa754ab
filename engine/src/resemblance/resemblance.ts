import { latin1 } from '../ascii.js';
import { BUCKETS, featuresNow } from './features.js';
import { checkTrees, type Trees } from './trees.js';

/** What a text can resemble: `real` is any text of a person who is blackmailed or courted for it, `letter` one sent to millions, `kin` another scam; the others are kinds of `real`. */
export const HEADS = ['real', 'before', 'third-party', 'known-person', 'letter', 'kin'] as const;
export type Head = (typeof HEADS)[number];
const ROW = HEADS.length satisfies 6;

/** Weights by measurement (engine/weights/README.md): a linear model of hashed features for each head. */
export type Resemblance = {
  /**
   * Languages of the texts that the weights were fitted on. In another one a wording that speaks for a threat is still like one, but that it
   * speaks against says only that the weights have never seen the language.
   */
  readonly languages: readonly string[];
  /** Log-odds are bias + scale * sum of weights / square root of the number of features. */
  readonly bias: readonly number[];
  readonly scale: readonly number[];
  /** Log-odds from which on a head speaks, set on texts that the weights were not fitted on. */
  readonly threshold: readonly number[];
  /** Of the head `real`: from `alone` on no sign in words is needed, from `doubt` on nothing is an all-clear, below `unlike` signs may stand by chance. */
  readonly alone: number;
  readonly doubt: number;
  readonly unlike: number;
  /** What weighs the wording beside all that was noticed. */
  readonly trees: Trees;
  /** What tells the families of other scams apart, in the order of `FAMILIES`. */
  readonly families: Trees;
  /** `weights[bucket * HEADS.length + head]`. */
  readonly weights: Int8Array;
};

/** Log-odds of each head for some folded texts. */
export function logOdds({ weights, bias, scale }: Resemblance, texts: readonly string[]): readonly number[] {
  const features = featuresNow(texts);
  // One variable a head, for sums in an array would be read and written back at each weight. A window has too few features for one to overflow.
  let [real, before, third, known, letter, kin] = [0, 0, 0, 0, 0, 0];
  for (let k = 0; k < features.length; k++) {
    const row = (features[k] as number) * ROW;
    real = (real + (weights[row] as number)) | 0;
    before = (before + (weights[row + 1] as number)) | 0;
    third = (third + (weights[row + 2] as number)) | 0;
    known = (known + (weights[row + 3] as number)) | 0;
    letter = (letter + (weights[row + 4] as number)) | 0;
    kin = (kin + (weights[row + 5] as number)) | 0;
  }
  const length = lengthOf(features);
  return [real, before, third, known, letter, kin].map((sum, head) => (bias[head] as number) + ((scale[head] as number) * sum) / length);
}

function lengthOf(features: Uint32Array): number {
  return Math.sqrt(Math.max(1, features.length));
}

/** How like a text is: `surely` says it without any sign, `likely` with one, `maybe` keeps `clear` away, `hardly` speaks against signs. */
export type How = 'surely' | 'likely' | 'maybe' | 'hardly';
export type Likeness = { readonly to: Head; readonly how: How };

/** The heads that speak for some folded texts by their log-odds, and what is said against `real`. */
export function likenessOf(model: Resemblance, odds: readonly number[]): readonly Likeness[] {
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

/** Longest line of numbers, in bytes: the trees of today, four times. */
const NUMBERS = 1_000_000;
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
  const numbers = JSON.parse(latin1(bytes, 0, end)) as Omit<Resemblance, 'weights'>;
  for (const name of ['alone', 'doubt', 'unlike'] as const) if (!Number.isFinite(numbers[name])) throw new Error(`weights: wanted a number as ${name}`);
  for (const name of ['bias', 'scale', 'threshold'] as const)
    if (!Array.isArray(numbers[name]) || numbers[name].length !== HEADS.length) throw new Error(`weights: wanted ${HEADS.length} numbers as ${name}`);
  if (!Array.isArray(numbers.languages)) throw new Error('weights: wanted languages');
  checkTrees(numbers.trees);
  checkTrees(numbers.families);
  return { ...numbers, weights: Int8Array.from(bytes.subarray(end + 1)) };
}

/** Whether these weights can speak against a text in this language; of a text in none (null) they are asked. */
export function isFittedIn({ languages }: Pick<Resemblance, 'languages'>, language: string | null): boolean {
  return language === null || languages.includes(language);
}
