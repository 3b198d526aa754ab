import type { Told } from '../engine/protocol.js';

/** A line of `hattari check --json`, as far as it is compared. */
export type Line = {
  readonly file: string;
  readonly message: number | null;
  readonly verdict: { readonly kind: string; readonly flags: readonly string[] } | null;
  readonly headline: string;
  readonly claims: readonly { readonly id: string; readonly part: string; readonly start: number; readonly end: number; readonly quote: string }[];
  readonly signals: readonly { readonly id: string; readonly quote: string }[];
  readonly asks: readonly string[];
  readonly steps: readonly { readonly id: string }[];
  readonly wallets: readonly { readonly address: string }[];
};

/** What of a message must be the same on the page and on the command line: verdict, quotes and their places, questions, steps, wallets. */
export function likenessOfLine({ verdict, headline, claims, signals, asks, steps, wallets }: Line): unknown {
  return {
    kind: verdict?.kind,
    flags: verdict?.flags,
    headline,
    claims: claims.map(({ id, part, start, end, quote }) => ({ id, part, start, end, quote })),
    signals: signals.map(({ id, quote }) => ({ id, quote })),
    asks,
    steps: steps.map(({ id }) => id),
    wallets: wallets.map(({ address }) => address),
  };
}

export function likenessOfTold({ kind, flags, gates, explanation }: Told): unknown {
  const { headline, claims, signals, steps, wallets } = explanation;
  return {
    kind,
    flags,
    headline,
    claims: claims.map(({ id, part, start, end, quote }) => ({ id, part, start, end, quote })),
    signals: signals.map(({ id, quote }) => ({ id, quote })),
    asks: gates.map(({ gate }) => gate),
    steps: steps.map(({ id }) => id),
    wallets: wallets.map(({ address }) => address),
  };
}
