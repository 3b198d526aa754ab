import type { VerdictKind } from '../contract.js';
import type { Doubt, Verdict } from '../model.js';

/** What the judge found, before flags and questions. `before`: pictures are asked for or an app is pushed, and nobody threatens yet. */
export type Finding = { readonly kind: VerdictKind; readonly family?: Verdict['family']; readonly doubt?: Doubt; readonly before?: boolean };
