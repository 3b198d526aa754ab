import { FEWEST_CLAIMS } from '../claims/claim.js';
import type { Knowledge } from '../language/knowledge.js';
import type { Evidence, Mail, Span, Stream } from '../model.js';
import { howReal, isFittedIn, likenessOf, logOdds, realOf } from '../resemblance/resemblance.js';
import { besideOf } from '../resemblance/beside.js';
import { segmentsOf } from '../resemblance/segments.js';

type Likenesses = Extract<Evidence, { readonly kind: 'fact' }>[];

/** Units of a text from which on its wording tells of whom and by whom. */
const STORY = 200;
/** Longest mail that a person is taken to have written to one other, in units, and links in it: twice what the longest of ours has. */
const BY_HAND = 3_000;
const LINKS_BY_HAND = 2;
/** Paragraphs that are looked at one by one, from the head and from the tail: a letter and a story have some ten each, and a story stands at an end. */
const PARAGRAPHS = 30;
/** Units of a paragraph from which on it may be somebody's own words beside a letter. */
const OWN_WORDS = 40;

/** What the texts of a message resemble as a whole, and whether a paragraph beside the claims of a letter resembles real blackmail by itself. */
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
  const own = ownWords(bodies, said);
  const rest = own.flatMap(({ text, claims }) => (claims ? [] : [text]));
  const hasRest = rest.join(' ').length >= OWN_WORDS;
  const oddsOfRest = hasRest ? logOdds(model, rest) : null;
  if (oddsOfRest !== null) facts.push({ kind: 'fact', fact: 'wording-around', odds: oddsOfRest });
  const ofRest = oddsOfRest === null ? null : howReal(model, oddsOfRest);
  const apart = own
    .filter(({ text }) => text.length >= OWN_WORDS)
    .some(({ text, claims }) => {
      const how = realOf(model, [text]);
      return how === 'surely' || how === 'likely' || (!claims && how === 'maybe');
    });
  if (apart || (ofRest !== null && ofRest !== 'hardly')) facts.push({ kind: 'fact', fact: 'resembles-apart' });
  return facts;
}

/** Mail of a person to a person: whoever really knows something of the reader may write with no word that any phrase knows. */
function isLikeByHand({ list, links }: Mail, units: number): boolean {
  return !list && links <= LINKS_BY_HAND && units <= BY_HAND;
}

/** `claims`: a claim of a letter stands in it. */
type Paragraph = { readonly text: string; readonly claims: boolean };

/** The paragraphs of a text with claims enough for a letter that may be somebody's own words; none where there are too few claims. */
function ownWords(bodies: readonly Stream[], said: readonly Evidence[]): readonly Paragraph[] {
  const claims = new Map(said.flatMap((e) => (e.kind === 'claim' ? [[e.id, e.spans] as const] : [])));
  if (claims.size < FEWEST_CLAIMS) return [];
  const spans = [...claims.values()].flat();
  const all = bodies.flatMap((stream) => paragraphsOf(stream, spans));
  return all.length <= 2 * PARAGRAPHS ? all : [...all.slice(0, PARAGRAPHS), ...all.slice(-PARAGRAPHS)];
}

function paragraphsOf({ part, text, origin }: Stream, spans: readonly Span[]): Paragraph[] {
  const found: Paragraph[] = [];
  let at = 0;
  for (const piece of text.split(/\n[ \t\r]*\n/)) {
    const from = text.indexOf(piece, at);
    at = from + piece.length;
    if (piece.trim() === '') continue;
    const start = origin[from] as number;
    const end = (origin[at - 1] as number) + 1;
    found.push({ text: piece, claims: spans.some((s) => s.part === part && s.start < end && start < s.end) });
  }
  return found;
}
