import { CLAIM_BY_ID, CLAIMS } from '../claims/all.js';
import type { Truth } from '../contract.js';
import { CLAIM_WEIGHTS, SIGNAL_WEIGHTS } from '../judge/weights.js';
import type { ClaimWords, Evidence, Fact, Mail, PartId, SignalWords } from '../model.js';
import { quoteOf, shownPasswords } from './quote.js';
import type { Speech } from './speech.js';

/** What can be shown in this very mail comes first, then what the reader can check, then what merely is no evidence. */
const ORDER: readonly Truth[] = [
  'spoofed',
  'authentic',
  'proved-false',
  'dangerous',
  'mass-variant-exists',
  'possible',
  'checkable-by-reader',
  'false',
  'false-by-design',
  'false-by-measurement',
  'false-by-scale',
  'checkable-fact',
  'checkable-in-mail',
  'mostly-false',
  'unverifiable',
  'stock-phrase',
  'pseudo-technical',
  'true-but-public',
  'trap',
  'guess',
  'worthless-promise',
  'manipulation',
  'true-but-telling',
  'info',
];

const RANK_OF_TRUTH = new Map(ORDER.map((truth, k) => [truth, k * 10]));
const PLACE = new Map(CLAIMS.map(({ id }, k) => [id, k]));

function rankOf({ truth, id }: ClaimWords): number {
  return (RANK_OF_TRUTH.get(truth) as number) - (CLAIM_WEIGHTS[id] ?? 0);
}

/** Each claim of the letter with its words, what is known of it and why. */
export function claimWords(mail: Mail, evidence: readonly Evidence[], facts: readonly Fact[], speech: Speech): ClaimWords[] {
  const passwords = shownPasswords(mail, facts);
  const seen = new Set<string>();
  const out: ClaimWords[] = [];
  for (const e of evidence) {
    if (e.kind !== 'claim' || seen.has(e.id)) continue;
    const claim = CLAIM_BY_ID.get(e.id);
    const first = e.spans[0];
    if (claim === undefined || first === undefined) continue;
    seen.add(e.id);
    const settled = claim.settle?.(facts) ?? { truth: claim.truth, variant: null };
    const { title, text } = speech.section(claim.id, settled.variant);
    const { span, quote } = quoteOf(mail, first, passwords);
    out.push({
      id: claim.id,
      title,
      part: span.part,
      start: span.start,
      end: span.end,
      quote,
      standsIn: standsIn(mail, span.part, speech),
      truth: settled.truth,
      tag: speech.say(`truth-${settled.truth}`),
      why: text,
    });
  }
  return out.sort((a, b) => rankOf(a) - rankOf(b) || (PLACE.get(a.id) as number) - (PLACE.get(b.id) as number));
}

/** That words stand in a picture or the like: whoever reads the letter looks for them in vain elsewhere. */
export function standsIn(mail: Mail, id: PartId, speech: Speech): string | null {
  const medium = mail.parts.find((part) => part.id === id)?.medium;
  return medium === undefined ? null : speech.say(`stands-in-${medium}`);
}

/** The signs that it may be real, or the kin scam's own section. */
export function sectionWords(kind: 'signal' | 'kin', mail: Mail, evidence: readonly Evidence[], facts: readonly Fact[], speech: Speech): SignalWords[] {
  const passwords = shownPasswords(mail, facts);
  const seen = new Set<string>();
  const out: SignalWords[] = [];
  for (const e of evidence) {
    const first = e.kind === kind ? e.spans[0] : undefined;
    if (e.kind !== kind || first === undefined || seen.has(e.id)) continue;
    seen.add(e.id);
    const { title, text } = speech.section(e.id);
    out.push({ id: e.id, title, quote: quoteOf(mail, first, passwords).quote, standsIn: standsIn(mail, first.part, speech), why: text });
  }
  // The sign that says most comes first.
  return out.sort((a, b) => (SIGNAL_WEIGHTS[b.id] ?? 0) - (SIGNAL_WEIGHTS[a.id] ?? 0));
}
