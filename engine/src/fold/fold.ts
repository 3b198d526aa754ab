import type { Trick } from '../contract.js';
import type { Folded, Mail, Stream } from '../model.js';
import { type FoldedText, foldText, isIdentity } from './fold-text.js';
import { withoutNoise } from './noise.js';
import { decodePlainEntities, withoutQuoteMarks } from './plain-entities.js';

/** Folds every part once. A part gives one stream, and one for each script where its letters were parted by noise of another. */
export function fold(mail: Pick<Mail, 'parts'>): Folded {
  const streams: Stream[] = [];
  const tricks = new Set<Trick>();
  for (const part of mail.parts) {
    const entities = part.kind === 'hidden' ? { text: part.text, origin: null, entities: 0 } : decodePlainEntities(part.text);
    if (entities.entities > 0) tricks.add('entities');
    const unquoted = withoutQuoteMarks(entities.text);
    const folded = foldText(unquoted.text);
    if (part.kind === 'hidden' && part.text.length > HIDDEN_BEFORE_TRICK) tricks.add('hidden-text');
    for (const trick of folded.tricks) tricks.add(trick);
    const add = ({ text, origin }: FoldedText): void => {
      const { id, kind, speaker, medium, repaired } = part;
      streams.push({ part: id, kind, speaker, medium, repaired, text, origin: back(back(origin, unquoted.origin), entities.origin) });
    };
    add(folded);
    for (const clean of withoutNoise(folded)) {
      tricks.add('noise-letters');
      add(clean);
    }
  }
  return { streams, tricks: [...tricks] };
}

/** Newsletters hide a preheader of a line or two; more is text that only a filter should see. */
const HIDDEN_BEFORE_TRICK = 400;

function back(origin: Uint32Array, before: Uint32Array | null): Uint32Array {
  if (before === null) return origin;
  if (isIdentity(origin)) return before.subarray(0, origin.length);
  const all = new Uint32Array(origin.length);
  for (let i = 0; i < all.length; i++) all[i] = before[origin[i] as number] as number;
  return all;
}
