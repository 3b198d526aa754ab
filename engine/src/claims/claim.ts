import type { Truth } from '../contract.js';
import type { Fact } from '../model.js';

/** What a sentence does in a threatening letter; a mass letter needs several kinds of them. */
export type Group = 'posture' | 'access' | 'material' | 'threat' | 'control' | 'payment' | 'carrier';

/** A claim that letters make: no language in it; its phrases and words stand in the language files under the same id. */
export type Claim = {
  readonly id: string;
  /** For those who work on it: what is claimed, in a sentence. */
  readonly says: string;
  readonly group: Group;
  /** Which sentence may be said of it when nothing more is known. */
  readonly truth: Truth;
  /** Public pages that say so. */
  readonly sources: readonly [string, ...string[]];
  /** What the facts of this message make of it: another truth, other words (`id/variant`); null if they settle nothing. */
  readonly settle?: (facts: readonly Fact[]) => Settled | null;
};

export type Settled = { readonly truth: Truth; readonly variant: string | null };

/** With fewer different claims nothing has the shape of a mass letter. */
export const FEWEST_CLAIMS = 3;
