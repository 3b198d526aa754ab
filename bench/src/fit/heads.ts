import { HEADS, type Head } from '@hattari/engine';
import type { Example } from './texts.js';
import { type Figures, thresholdOf } from './threshold.js';
import { score, train, type Weights } from './train.js';

export type HeadFigures = Figures & { readonly head: Head };

/** A head fitted on all texts, and by the fold of a text one that had not seen it. */
export type FittedHead = Weights & {
  readonly figures: HeadFigures;
  readonly without: readonly Weights[];
};

/** Heads that hear a few sentences too, of which a message has several hands. */
const OF_PARTS: ReadonlySet<Head> = new Set(['real', 'letter', 'kin']);

/** Every head, fitted on all texts and on all but each fold. */
export function fitHeads(from: readonly Example[], foldOf: (text: Example) => number, folds: number, seed: string): FittedHead[] {
  return HEADS.map((head) => {
    const own = from.filter(({ labels }) => labels[head] !== null);
    const without = Array.from({ length: folds }, (_, fold) =>
      fitHead(
        head,
        own.filter((text) => foldOf(text) !== fold),
        `${seed} ${head} ${fold}`,
      ),
    );
    const labels = own.map((text) => text.labels[head] === true);
    const odds = own.map((text) => score(without[foldOf(text)] as Weights, text.features));
    return { ...fitHead(head, own, `${seed} ${head}`), without, figures: { head, ...thresholdOf(head, own, labels, odds) } };
  });
}

function fitHead(head: Head, own: readonly Example[], seed: string): Weights {
  const features: Uint32Array[] = [];
  const labels: boolean[] = [];
  const add = (of: Uint32Array, label: boolean): void => {
    features.push(of);
    labels.push(label);
  };
  for (const text of own) add(text.features, text.labels[head] === true);
  if (OF_PARTS.has(head))
    for (const text of own) if (!text.isMixed && text.parts.length > 1) for (const part of text.parts) add(part.features, text.labels[head] === true);
  return train(features, labels, seed);
}
