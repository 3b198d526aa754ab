import type { Head } from '@hattari/engine';
import type { Example } from './texts.js';

export type Figures = {
  readonly threshold: number;
  /** Reached by one in 250 negatives, and by one in ten. */
  readonly alone: number;
  readonly doubt: number;
  /** Missed by one in ten positives: there a sign by chance is as likely as a real one worded oddly, and it is asked about. */
  readonly unlike: number;
  readonly texts: number;
  readonly positives: number;
  /** Share of pairs of a positive and a negative text that are in the right order. */
  readonly auc: number;
  readonly found: number;
  /** Negatives that reach the threshold, of so many that it was set on. */
  readonly wrong: number;
  readonly negatives: number;
};

/** Share of harmless texts, or of real ones of another kind, that may reach the threshold: the house's own limit, and a tenth for what merely changes a step. */
const MOST_WRONG: Readonly<Record<Head, number>> = { real: 0.015, before: 0.05, 'third-party': 0.05, 'known-person': 0.05, letter: 0.01, kin: 0.05 };

/** The lowest threshold at which few enough negatives are taken for positives, by log-odds of models that had not seen the text. */
export function thresholdOf(head: Head, texts: readonly Example[], labels: readonly boolean[], odds: readonly number[]): Figures {
  // Of the texts that are not real only the harmless ones set it: another scam is never "harmless called genuine".
  const negative = odds.filter((_, k) => labels[k] === false && (head !== 'real' || texts[k]?.harmless === true)).sort((a, b) => b - a);
  const positive = odds.filter((_, k) => labels[k] === true);
  const allowed = Math.floor(negative.length * MOST_WRONG[head]);
  const threshold = (negative[allowed] ?? 0) + 1e-6;
  const pairs = positive.reduce((sum, p) => sum + negative.filter((n) => p > n).length, 0);
  return {
    threshold,
    alone: negative[Math.floor(negative.length / 250)] ?? 0,
    doubt: negative[Math.floor(negative.length / 10)] ?? 0,
    unlike: positive.toSorted((a, b) => a - b)[Math.floor(positive.length * 0.1)] ?? 0,
    texts: texts.length,
    positives: positive.length,
    auc: pairs / (positive.length * negative.length),
    found: positive.filter((p) => p >= threshold).length,
    wrong: negative.filter((n) => n >= threshold).length,
    negatives: negative.length,
  };
}
