import { BUCKETS } from '@hattari/engine';
import { randomOf } from '../disguise/random.js';

/** A linear model of one head. */
export type Weights = { readonly bias: number; readonly weights: Float64Array };

const EPOCHS = 8;
const RATE = 0.1;
const DECAY = 1e-4;

/** Logistic regression by stochastic gradient descent with a rate for each weight (Duchi, Hazan and Singer 2011); the same for the same seed. */
export function train(texts: readonly Uint32Array[], labels: readonly boolean[], seed: string): Weights {
  const weights = new Float64Array(BUCKETS);
  const squares = new Float64Array(BUCKETS).fill(1e-8);
  let bias = 0;
  let biasSquares = 1e-8;
  const random = randomOf(seed);
  const order = texts.map((_, k) => k);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let k = order.length - 1; k > 0; k--) {
      const other = Math.floor(random() * (k + 1));
      [order[k], order[other]] = [order[other] as number, order[k] as number];
    }
    for (const k of order) {
      const features = texts[k] as Uint32Array;
      const value = 1 / Math.sqrt(Math.max(1, features.length));
      const error = 1 / (1 + Math.exp(-score({ bias, weights }, features))) - (labels[k] ? 1 : 0);
      for (const bucket of features) {
        const gradient = error * value + DECAY * (weights[bucket] as number);
        squares[bucket] = (squares[bucket] as number) + gradient * gradient;
        weights[bucket] = (weights[bucket] as number) - (RATE * gradient) / Math.sqrt(squares[bucket] as number);
      }
      biasSquares += error * error;
      bias -= (RATE * error) / Math.sqrt(biasSquares);
    }
  }
  return { bias, weights };
}

/** Log-odds. */
export function score({ bias, weights }: Weights, features: Uint32Array): number {
  let sum = 0;
  for (const bucket of features) sum += weights[bucket] as number;
  return bias + sum / Math.sqrt(Math.max(1, features.length));
}
