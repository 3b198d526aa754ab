import type { Knowledge } from '../language/knowledge.js';
import type { Evidence, Mail, Stream } from '../model.js';
import { isFittedIn, likenessOf, logOdds } from '../resemblance/resemblance.js';
import { besideOf } from '../resemblance/beside.js';
import { segmentsOf } from '../resemblance/segments.js';

type Likenesses = Extract<Evidence, { readonly kind: 'fact' }>[];

/** Units of a text from which on its wording tells of whom and by whom. */
const STORY = 200;
/** Longest mail that a person is taken to have written to one other, in units, and links in it: twice what the longest of ours has. */
const BY_HAND = 3_000;
const LINKS_BY_HAND = 2;

/** What the texts of a message resemble as a whole, and what a few of its sentences say that may be of another hand. */
export function likenesses(
  mail: Mail,
  bodies: readonly Stream[],
  said: readonly Evidence[],
  { units, language }: { readonly units: number; readonly language: string | null },
  know: Knowledge,
): Likenesses {
  const model = know.resemblance;
  if (model === null) return [];
  if (mail.form !== 'text' && !said.some((e) => e.kind === 'signal') && !isLikeByHand(mail, units)) return [];
  const texts = bodies.map(({ text }) => text);
  if (texts.every((text) => text.trim() === '')) return [];
  const odds = logOdds(model, texts);
  const whole = likenessOf(model, odds);
  // A line or two tell no more than their words.
  const kinds = whole
    .filter(({ to }) => to === 'real' || to === 'letter' || units >= STORY)
    .filter(({ how }) => how !== 'hardly' || isFittedIn(model, language));
  const facts: Likenesses = kinds.map((likeness) => ({ kind: 'fact', fact: 'resembles', ...likeness }));
  facts.push({ kind: 'fact', fact: 'wording', odds });
  const spans = said.flatMap((e) => (e.kind === 'claim' ? e.spans : []));
  if (mail.form === 'text' || spans.length > 0) {
    const segments = segmentsOf(bodies, spans).map(({ text, claims }) => ({ odds: logOdds(model, [text]), claims }));
    facts.push({ kind: 'fact', fact: 'wording-beside', ...besideOf(segments) });
  }
  return facts;
}

/** Mail of a person to a person: whoever really knows something of the reader may write with no word that any phrase knows. */
function isLikeByHand({ list, links }: Mail, units: number): boolean {
  return !list && links <= LINKS_BY_HAND && units <= BY_HAND;
}
