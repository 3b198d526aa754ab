import { FEWEST_CLAIMS } from '../claims/claim.js';
import type { Evidence, PartId, Span } from '../model.js';
import { Case } from './case.js';
import { hasShapeOfMassMail } from './mass-mail.js';

/**
 * The evidence outside the parts that are a mass letter by themselves; null where no part is one, or nothing is said outside.
 * A template letter beside a conversation does not speak for the conversation.
 */
export function apartFromLetters(evidence: readonly Evidence[]): readonly Evidence[] | null {
  // Nearly all mail ends here.
  if (claimsOf(evidence) < FEWEST_CLAIMS) return null;
  const parts = new Set<PartId>();
  for (const e of evidence) for (const { part } of spansOf(e)) parts.add(part);
  if (parts.size < 2) return null;
  const letters = new Set([...parts].filter((part) => hasShapeOfMassMail(new Case(within(evidence, (span) => span.part === part)))));
  if (letters.size === 0) return null;
  const rest = within(evidence, (span) => !letters.has(span.part));
  return rest.some((e) => e.kind === 'signal' || e.kind === 'claim') ? rest : null;
}

function claimsOf(evidence: readonly Evidence[]): number {
  const ids = new Set<string>();
  for (const e of evidence) if (e.kind === 'claim') ids.add(e.id);
  return ids.size;
}

const NOWHERE: readonly Span[] = [];

function spansOf(e: Evidence): readonly Span[] {
  switch (e.kind) {
    case 'claim':
    case 'signal':
    case 'kin':
    case 'frame':
      return e.spans;
    case 'fact':
      return e.fact === 'wallet' ? [e.wallet.span] : 'span' in e ? [e.span] : NOWHERE;
    case 'answer':
      return NOWHERE;
    default:
      return e satisfies never;
  }
}

/** What stands in these places, and what stands in none: answers, and facts of the whole message. */
function within(evidence: readonly Evidence[], isIn: (span: Span) => boolean): Evidence[] {
  const inside: Evidence[] = [];
  for (const e of evidence) {
    const spans = spansOf(e);
    const kept = spans.length === 0 ? spans : spans.filter(isIn);
    if (kept.length === spans.length) inside.push(e);
    else if (kept.length > 0) inside.push('spans' in e ? { ...e, spans: kept } : e);
  }
  return inside;
}

/** The evidence before the first claim of each part and behind the last: what somebody writes around a letter that was pasted. */
export function aroundClaims(evidence: readonly Evidence[]): readonly Evidence[] {
  const ranges = new Map<PartId, { first: number; last: number }>();
  for (const e of evidence) {
    if (e.kind !== 'claim') continue;
    for (const span of e.spans) {
      const range = ranges.get(span.part);
      if (range === undefined) ranges.set(span.part, { first: span.start, last: span.end });
      else {
        range.first = Math.min(range.first, span.start);
        range.last = Math.max(range.last, span.end);
      }
    }
  }
  const isOutside = ({ part, start, end }: Span): boolean => {
    const range = ranges.get(part);
    return range === undefined || end <= range.first || start >= range.last;
  };
  return within(evidence, isOutside);
}
