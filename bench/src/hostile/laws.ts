import { type Detection, type Evidence, fold, PROBLEMS, type Span, VERDICTS } from '@hattari/engine';

/** What holds for every message whatever its bytes: each law that a detection breaks, in a sentence. */
export function breachesOf(found: Detection): string[] {
  const breaches: string[] = [];
  const { mail, verdict } = found;
  const length = new Map(mail.parts.map((part) => [part.id, part.text.length]));
  if (length.size !== mail.parts.length) breaches.push('two parts bear one id');
  if (!VERDICTS.includes(verdict.kind)) breaches.push(`no verdict: ${verdict.kind}`);
  if (!(verdict.probability === null || (verdict.probability >= 0 && verdict.probability <= 1))) breaches.push(`no probability: ${verdict.probability}`);
  if (!mail.whole && verdict.kind === 'clear') breaches.push('clear, and not wholly read');
  for (const { id } of mail.problems) if (!PROBLEMS.includes(id)) breaches.push(`no problem: ${id}`);
  if (mail.problems.some(({ id }) => id === 'crash')) breaches.push('a crash that was caught');
  for (const span of found.evidence.flatMap(spansOf)) {
    const size = length.get(span.part);
    if (size === undefined) breaches.push(`a place in a part that is not there: ${span.part}`);
    else if (!(span.start >= 0 && span.start < span.end && span.end <= size))
      breaches.push(`a place outside of its text: ${span.part} ${span.start}-${span.end} of ${size}`);
  }
  for (const { part, text, origin } of fold(mail).streams) {
    const size = length.get(part) ?? -1;
    if (origin.length !== text.length) breaches.push(`${part}: origins of ${origin.length} units for ${text.length}`);
    for (let k = 0; k < origin.length; k++) {
      const at = origin[k] as number;
      if (at >= size || (k > 0 && at < (origin[k - 1] as number))) {
        breaches.push(`${part}: unit ${k} comes from ${at} of ${size}, the one before from ${origin[k - 1]}`);
        break;
      }
    }
  }
  return [...new Set(breaches)].slice(0, 5);
}

function spansOf(evidence: Evidence): readonly Span[] {
  if ('spans' in evidence) return evidence.spans;
  if (evidence.kind !== 'fact') return [];
  if (evidence.fact === 'wallet') return [evidence.wallet.span];
  return 'span' in evidence ? [evidence.span] : [];
}
