import type { Detection } from '@hattari/engine';
import type { Outcome } from './model.js';

/** What is measured of a detection. Places are in the first part that a reader sees, which for a pasted text is the text itself. */
export function outcomeOf({ mail, evidence, verdict, explanation }: Detection): Outcome {
  const part = mail.parts.find(({ kind }) => kind === 'text')?.id;
  const places = new Map<string, [number, number][]>();
  for (const one of evidence) {
    if (one.kind !== 'claim') continue;
    const spans = 'spans' in one ? one.spans : [];
    places.set(one.id, [...(places.get(one.id) ?? []), ...spans.filter((s) => s.part === part).map(({ start, end }): [number, number] => [start, end])]);
  }
  return {
    kind: verdict.kind,
    family: verdict.family,
    flags: verdict.flags,
    wallets: explanation.wallets.map(({ address }) => address),
    claims: [...places].map(([id, of]) => ({ id, places: of })),
  };
}
