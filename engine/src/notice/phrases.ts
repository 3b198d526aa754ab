import { MISREAD_MEDIA } from '../contract.js';
import type { Knowledge } from '../language/knowledge.js';
import type { Evidence, Span, Speaker, Stream } from '../model.js';
import { type Hit, matchPhrases } from '../phrase/match.js';
import { matchNearly } from '../phrase/near-match.js';
import type { Tokens } from '../phrase/tokens.js';
import { besideTurns } from './beside-turns.js';
import { LocalLanguage, voiceOfPhrases } from './local-language.js';

/** Places of one section that are kept; a quote needs one, a page shows a few. */
const SPANS = 12;

type Found = { readonly section: number; readonly by: Speaker | undefined; readonly spans: Span[]; readonly phrases: Set<number> };

/** What the phrases of all languages say about the texts: one piece of evidence a section and speaker, its spans in the order of the text. */
export function noticePhrases(texts: readonly { readonly stream: Stream; readonly tokens: Tokens }[], know: Knowledge): Evidence[] {
  const found = new Map<string | number, Found>();
  const beside = besideTurns(texts, know);
  const voices = voiceOfPhrases(know);
  for (const { stream, tokens } of texts) {
    const by = stream.speaker;
    // What is hidden from the eye is a trick upon filters, not a sentence to the reader.
    if (stream.kind === 'hidden') continue;
    const local = new LocalLanguage(tokens, know.voices, know.commonBits, beside.get(tokens));
    const isMeant = ({ phrase, from, to }: Hit): boolean => local.speaks(voices[phrase] as number, from, to);
    for (const hit of hitsIn(stream, tokens, know, isMeant)) {
      const section = know.sectionOf[hit.phrase] as number;
      const key = by === undefined ? section : `${section} ${by}`;
      let entry = found.get(key);
      if (entry === undefined) {
        entry = { section, by, spans: [], phrases: new Set() };
        found.set(key, entry);
      }
      entry.phrases.add(hit.phrase);
      if (entry.spans.length >= SPANS) {
        if (by === undefined) continue;
        // In a conversation the threat stands at the end: the first places are kept, and the last.
        entry.spans.splice(SPANS / 2, 1);
      }
      const first = tokens.start[hit.from] as number;
      const last = (tokens.end[hit.to - 1] as number) - 1;
      const span = { part: stream.part, start: stream.origin[first] as number, end: (stream.origin[last] as number) + 1 };
      addSpan(entry.spans, span);
    }
  }
  return [...found.values()].map(({ section, by, spans, phrases }) => {
    const { kind, id, language } = (know.sections as Knowledge['sections'])[section] as Knowledge['sections'][number];
    return { kind, id, language, spans, phrases: phrases.size, ...(by === undefined ? {} : { by }) };
  });
}

/** Phrases of a text; read from a picture, those with a slip too, for what none says without one: what is read rightly gives what typed words give. */
function hitsIn(stream: Stream, tokens: Tokens, know: Knowledge, isMeant: (hit: Hit) => boolean): readonly Hit[] {
  const hits = matchPhrases(tokens, know.phrases, isMeant);
  if (!MISREAD_MEDIA.has(stream.medium)) return hits;
  const said = new Set(hits.map(({ phrase }) => know.sectionOf[phrase]));
  return [...hits, ...matchNearly(tokens, know.phrases, isMeant).filter(({ phrase }) => !said.has(know.sectionOf[phrase]))];
}

/** Different claims and signs of a blackmailer in text that is hidden from the eye, or seems to be: styles can be misread. */
export function hiddenThreats(texts: readonly { readonly stream: Stream; readonly tokens: Tokens }[], know: Knowledge): number {
  const found = new Set<string>();
  for (const { stream, tokens } of texts) {
    if (stream.kind !== 'hidden') continue;
    for (const hit of matchPhrases(tokens, know.phrases)) {
      const section = know.sections[know.sectionOf[hit.phrase] as number];
      if (section?.kind === 'claim' || section?.kind === 'signal') found.add(section.id);
    }
  }
  return found.size;
}

/** Overlapping places of one section are one place, as wide as both. */
function addSpan(spans: Span[], span: Span): void {
  const k = spans.findIndex((s) => s.part === span.part && s.start < span.end && span.start < s.end);
  if (k < 0) spans.push(span);
  else {
    const other = spans[k] as Span;
    spans[k] = { part: span.part, start: Math.min(other.start, span.start), end: Math.max(other.end, span.end) };
  }
}
