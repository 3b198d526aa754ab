import type { Answers, VerdictKind } from '@hattari/engine';
import type { Wanted } from '../cases.js';

/** What a message is, as its folder, label file or author says; `minor`: a real case of a child, or of somebody in despair. */
export const LABELS = ['bluff', 'genuine', 'minor', 'kin', 'phishing', 'spam', 'article', 'harmless', 'ham'] as const;
export type Label = (typeof LABELS)[number];

/** Real mail (or a real page), a text that was written for the purpose, or one put together from the sentences of the language files. */
export const SOURCES = ['real', 'written', 'generated'] as const;
export type Source = (typeof SOURCES)[number];

/**
 * How near the makers were to it: `open` may be fitted on, `evaluation-only` never is (licence), `own` was fitted on, `held-out` and `sealed` were
 * written by others and read by nobody who writes phrases.
 */
export const HALVES = ['open', 'evaluation-only', 'own', 'held-out', 'sealed'] as const;
export type Half = (typeof HALVES)[number];

/** What stands in the place of a disguise where there is none. */
export const UNDISGUISED = 'none';

/** One message to read, and what is known of it. */
export type Item = {
  readonly set: string;
  readonly name: string;
  readonly label: Label;
  readonly language: string;
  readonly source: Source;
  readonly half: Half;
  /** Near-copies share one; a message like no other has its own. */
  readonly group: string;
  /** `none`, or the disguise's id. */
  readonly disguise: string;
  readonly bytes: Uint8Array;
  readonly words: string;
  readonly answers: Answers;
  /** The addresses that stand in it; null where nobody has counted them. */
  readonly wallets: readonly string[] | null;
  /** Of a case: what is wanted, flags included. */
  readonly wanted: Wanted | null;
};

/** What the engine makes of one item; plain data, since it comes from a thread. */
export type Outcome = {
  readonly kind: VerdictKind;
  readonly family: string | null;
  readonly flags: readonly string[];
  readonly wallets: readonly string[];
  readonly claims: readonly { readonly id: string; readonly places: readonly (readonly [number, number])[] }[];
};

export type Read = { readonly item: Item; readonly found: Outcome };
