import { randomOf } from '../disguise/random.js';
import { messageOf } from './grammar.js';
import { mutated } from './mutate.js';

/** The message of one seed: the same bytes at each run, on every machine. */
export function fuzzed(seed: number): Uint8Array {
  const random = randomOf(`fuzz ${seed}`);
  return mutated(random, messageOf(random));
}
