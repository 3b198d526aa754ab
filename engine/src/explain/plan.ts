import type { Purpose } from '../language/place-file.js';
import type { WordId } from '../language/words.js';

export type StepId = Extract<WordId, `step-${string}`>;

/** What the reader can do now, in order, and what kinds of help go with it. */
export type Plan = { readonly steps: readonly StepId[]; readonly purposes: readonly Purpose[] };
